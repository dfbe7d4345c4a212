"""Yes and no as lists write them, in the languages of those who fill in forms."""

from models.strings import data_files, folding

_DATA = data_files.read(__file__)


def _words(text: str) -> frozenset[str]:
    return frozenset(folding.SEARCH(word) for word in text.split())


_YES = _words(_DATA["yes"])
_NO = _words(_DATA["no"])
_TICKED, _CROSSED = frozenset("✓✔☑✅"), frozenset("✗✘☐❌")
_TAKE = _words("take import accept include another")
_LEAVE = _words("skip drop leave exclude refuse")


def decision(text: str) -> bool | None:
    """What a coordinator wrote beside a row: take it all the same, leave it out, or nothing that can be read."""
    plain = folding.SEARCH(text)
    if plain in _TAKE or plain in _LEAVE:
        return plain in _TAKE
    return _whole(plain)


def consent(text: str) -> bool | None:
    """Whether an answer agrees: by the whole of it, or by its first word ("Yes, you may", "I do not agree")."""
    plain = folding.SEARCH(text)
    if text.strip() in _TICKED | _CROSSED:
        return text.strip() in _TICKED
    whole = _whole(plain)
    if whole is not None or not plain:
        return whole
    words = plain.split()
    first = words[1] if words[0] == "i" and len(words) > 1 else words[0]
    if first in ("do", "dont", "don't", "cannot") or "not" in words[:3]:
        return False
    return _whole(first) if first not in ("x", "n", "y", "1", "0") else None


def _whole(plain: str) -> bool | None:
    return True if plain in _YES else False if plain in _NO else None
