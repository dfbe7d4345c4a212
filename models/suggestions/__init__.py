"""Suggestions: members say how a passage should read, before the first signature; moderators accept or decline."""
