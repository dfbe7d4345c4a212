"""The room: a local page on which the whole bot is tried as several people, without Discord and without a token.

``serve`` answers the browser, ``world`` is one simulated server with its people and its clock, ``moments`` bring it to
a moment of the reference week, ``tour`` and ``first_letter`` know the steps of the two tours, ``web/``
is what the browser loads.
"""
