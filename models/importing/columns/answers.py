"""Yes and no as lists write them, in the languages of those who fill in forms."""

from models.importing.columns import wording
from models.strings import data_files, folding

_DATA = data_files.read(__file__)


def _words(text: str) -> frozenset[str]:
    return frozenset(folding.SEARCH(word) for word in text.split())


_YES = _words(_DATA["yes"])
_NO = _words(_DATA["no"])
_TICKED, _CROSSED = frozenset("✓✔☑✅"), frozenset("✗✘☐❌")
_LIMITS = _words(_DATA["limits"]) | {word for word in _NO if len(word) > 1}
_TAKE = _words("take import accept include another")
_LEAVE = _words("skip drop leave exclude refuse")


def decision(text: str) -> bool | None:
    """What a coordinator wrote beside a row: take it all the same, leave it out, or nothing that can be read."""
    plain = folding.SEARCH(text)
    if plain in _TAKE or plain in _LEAVE:
        return plain in _TAKE
    return _whole(plain)


def consent(text: str) -> bool | None:
    """Whether an answer agrees: by the whole of it, or by its first word ("Yes, you may", "I do not agree"). None for
    one that a human must read, a yes with a limit among them ("Yes, but not the e-mail")."""
    plain = folding.SEARCH(text)
    if text.strip() in _TICKED | _CROSSED:
        return text.strip() in _TICKED
    whole = _whole(plain)
    if whole is not None or not plain:
        return whole
    words = plain.split()
    first = words[1] if words[0] == "i" and len(words) > 1 else words[0]
    if is_limited(text) or (first == "not" and words[1:2] in (["yet"], ["sure"], ["decided"])):
        return None
    if first in ("do", "dont", "don't", "cannot") or "not" in words[:3]:
        return False
    return _whole(first) if first not in ("x", "n", "y", "1", "0") else None


def is_limited(text: str) -> bool:
    """Whether an answer is a yes, or a tick, for a part or on a condition."""
    mark = text.strip()[:1] in _TICKED
    first, *rest = folding.SEARCH(text).removeprefix("i ").split() or [""]
    behind = [first, *rest] if mark else rest
    return (mark or first in _YES) and (
        any(word in _LIMITS for word in behind)
        or any(word in part for part in behind for word in _LIMITS if wording.is_continuous(word))
    )


def _whole(plain: str) -> bool | None:
    return True if plain in _YES else False if plain in _NO else None
