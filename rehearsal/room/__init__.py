"""The room: a local page on which the whole bot is tried as several people, without Discord and without a token.

``serve`` answers the browser, ``world`` is one simulated server with its people and its clock, ``moments`` bring it to
a moment of the reference week, ``tour`` knows the six steps of the guided tour, ``web/`` is what the browser loads.
"""
