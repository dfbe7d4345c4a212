"""Markdown as it was typed, or as Google Docs exports it: with pictures at its end, which are left out."""

import re

from models.sheets import LeftOut, Manuscript

_DATA = re.compile(r"^[ \t]{0,3}\[[^\]\n]{1,200}\]:[ \t]{0,9}<?data:[^\n]*\n?", re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\]\n]{0,500}\](?:\[[^\]\n]{0,200}\]|\([^)\n]{0,2000}\))")


def read(text: str) -> Manuscript:
    """The text as it is, without its pictures."""
    body, pictures = _PICTURE.subn("", _DATA.sub("", text))
    return Manuscript(body, left_out={LeftOut.IMAGE: pictures} if pictures else {})
