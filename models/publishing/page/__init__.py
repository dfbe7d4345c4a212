"""The letter's own page on the web.

- :mod:`choices`: the verbs of moderators: whether it is kept, with talking points, in which colours.
- :mod:`reading`: everything that it says, read at one instant.
- :mod:`files`: the files that it is made of; pure. What is in each stands in ``docs/page.md``.
- :mod:`jumps`, :mod:`colours`, :mod:`languages`: parts of it.
- :mod:`engine` and ``templates/``: the one HTML of the house, for the page, the block to paste and the HTML export.

It is written by ``cogs.background.pages``.
"""
