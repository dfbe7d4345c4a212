"""Prose that people type or upload, cleaned before it is kept."""

import re
import unicodedata

from models.refusal import Reason, Refusal

_KEPT_CONTROLS = "\n\t"
_INVISIBLE = re.compile("[\u200b\ufeff\u202a-\u202e\u2060\u2066-\u2069]")
"""Zero-width spaces and bidi controls, which could make a title read as another one."""


def _without_controls(text: str) -> str:
    return "".join(c for c in text if c in _KEPT_CONTROLS or unicodedata.category(c) not in ("Cc", "Cs"))


def _require_length(text: str, field: str, limit: int) -> str:
    if not text:
        raise Refusal(Reason.EMPTY, field=field)
    if len(text) > limit:
        raise Refusal(Reason.TOO_LONG, field=field, limit=limit, length=len(text))
    return text


def line(text: str, field: str, limit: int = 200) -> str:
    """One line: NFC, white space collapsed, nothing invisible, 1 to ``limit`` characters.

    Refuses EMPTY and TOO_LONG, naming the field.
    """
    visible = _INVISIBLE.sub("", _without_controls(text))
    return _require_length(unicodedata.normalize("NFC", " ".join(visible.split())), field, limit)


def block(text: str, field: str, limit: int) -> str:
    """Paragraphs: NFC, line ends as LF, no control characters but LF and tab, 1 to ``limit`` characters.

    Refuses EMPTY and TOO_LONG, naming the field.
    """
    unix = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _require_length(unicodedata.normalize("NFC", _without_controls(unix)).strip(), field, limit)


def optional(text: str, field: str, limit: int = 200) -> str:
    """One line as :func:`line` cleans it, or an empty text if nothing was typed."""
    return line(text, field, limit) if text.strip() else ""
