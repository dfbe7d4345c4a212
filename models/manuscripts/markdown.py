"""Markdown as it was typed, or as Google Docs exports it: with pictures at its end, which are left out."""

import re

from models.sheets import LeftOut, Manuscript

_DATA = re.compile(r"^[ \t]*\[[^\]\n]+\]:[ \t]*<?data:[^\n]*\n?", re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\]\n]*\](?:\[[^\]\n]*\]|\([^)\n]*\))")


def read(text: str) -> Manuscript:
    """The text as it stands, without its pictures."""
    body, pictures = _PICTURE.subn("", _DATA.sub("", text))
    return Manuscript(body, left_out={LeftOut.IMAGE: pictures} if pictures else {})
