"""Yes and no as lists write them, in the languages of those who fill in forms."""

import re
from enum import StrEnum

from models.importing.columns import wording
from models.strings import data_files, folding
from models.strings.remembered import remembered

_DATA = data_files.read(__file__)


def _words(text: str) -> frozenset[str]:
    return frozenset(folding.SEARCH(word) for word in text.split())


_YES = _words(_DATA["yes"])
_NO = _words(_DATA["no"])
_TICKED, _CROSSED = frozenset("✓✔☑✅👍○◯⭕"), frozenset("✗✘☐❌✕✖×👎🚫⛔")
_LETTERS = frozenset("ynx10")
_LIMITS = _words(_DATA["limits"]) | {word for word in _NO if len(word) > 1}
_TAKE = _words("take import accept include another")
_LEAVE = _words("skip drop leave exclude refuse")


class Said(StrEnum):
    """What an answer says of printing a name, whatever was asked."""

    YES = "signed"
    NO = "refused"
    HIDDEN = "hidden"
    """Something is private: the name where the heading speaks of names."""
    OPEN = "open"
    """Nothing yet."""


def _statuses() -> dict[str, Said]:
    found: dict[str, Said] = {}
    for said in (Said.OPEN, Said.NO, Said.HIDDEN, Said.YES):
        for phrase in data_files.phrases(_DATA[said]):
            found.setdefault(folding.SEARCH(phrase) + "*" * phrase.endswith("*"), said)
    return found


_STATUSES = _statuses()
_REMEMBERED = 2_000
"""Answers return in every row; comments do not."""
_BETWEEN = re.compile(r"\s[–—|/>-]+\s*|[:,;]\s+|\s*(?:…|\.{3})\s*")
_BRACKET = re.compile(r"\s[(\[（]([^()\[\]（）]{1,60})[)\]）][\s.!*_~]*$")
_BEFORE = re.compile(r"[(\[]?([^\W\d_][^:()\[\]–—]{2,30})(?::|[)\]]|\s[–—-])\s")
_SIGNS = "".join(_CROSSED - {"☐"})
_SHOUTED = re.compile(r"\s([^\W\d_]{3,})$")
_MARKED = re.compile(rf"^[{_SIGNS}⏳⌛❓❔]\ufe0f?(?=\s)|(?<=\s)[{_SIGNS}☐⏳⌛❓❔?]\ufe0f?$")


def _stems() -> dict[str, list[tuple[str, Said]]]:
    found: dict[str, list[tuple[str, Said]]] = {}
    for phrase, said in _STATUSES.items():
        if phrase.endswith("*"):
            found.setdefault(phrase[:-1].split()[0], []).append((phrase[:-1], said))
    return found


_STEMS = _stems()
"""Phrases that more words may follow, by their first word."""
_OF_NAMES = _words(_DATA["of names"])


@remembered(_REMEMBERED)
def status(text: str) -> Said | None:
    """What an answer says by itself, as "signed", "withdrawn" and "not yet" do; None for a plain yes or no."""
    return _begins(folding.SEARCH(text))[0]


@remembered(_REMEMBERED)
def spoken(text: str) -> Said | None:
    """What a text says of a name, though nobody asked: a whole phrase, and up to the next mark only words of names
    behind it, as in "withdrawn from our list" and "declined, 3 May"; "Withdrawn from treaties" says nothing."""
    said, rest = _begins(folding.SEARCH(re.split(r"[,;:.(]", text, maxsplit=1)[0]))
    return said if said is not None and _OF_NAMES.issuperset(rest.split()) else None


def _begins(plain: str) -> tuple[Said | None, str]:
    """What the phrase says with which a text begins, and what stands behind it."""
    if (said := _STATUSES.get(plain)) is not None:
        return said, ""
    for stem, said in _STEMS.get(plain.partition(" ")[0], ()):
        if f"{plain} ".startswith(f"{stem} "):
            return said, plain[len(stem) :]
    return None, ""


def is_answer(text: str, *, whole: bool = False) -> bool:
    """Whether a cell says yes, no or how it stands with a name, rather than anything else. ``whole``: in full, and not
    by its first word, with which a name may begin ("No Borders")."""
    if text.casefold() in _LETTERS or spoken(text) is not None:
        return True
    if len(text) <= _LONGEST_MARK and not any(map(str.isalnum, text)):
        return bool(text.strip("-–—./?"))  # some mark
    if whole:
        return _whole(folding.SEARCH(text)) is not None
    return is_limited(text) or (len(text) <= _LONGEST and status(text) is None and consent(text) is not None)


def behind(name: str) -> str:
    """What a line says of a no beside a name, or that it is not decided: "Forum One – declined", "Forum One ✗"."""
    name = name.strip("*_~ ")
    if marked := _MARKED.search(name):
        return marked[0]
    if (before := _BEFORE.match(name)) and status(before[1]) in _AGAINST:
        return before[1]
    shouted = _SHOUTED.search(name)
    if shouted and shouted[1].isupper() and not name.isupper() and status(shouted[1]) in _AGAINST:
        return shouted[1]
    if bracket := _BRACKET.search(name):
        said = bracket[1].strip()
        first = re.split(r"[,;:]", said)[0]
        return said if said == "?" or status(first) in (*_AGAINST, Said.HIDDEN) or _is_no(said) else ""
    for found in _BETWEEN.finditer(name):
        said = name[found.end() :].strip("*_~ ")
        first = re.split(r"[,;:]", said)[0]
        if found.start() and (status(first) in _AGAINST or _is_no(first)):
            return said
    return ""


def _is_no(text: str) -> bool:
    plain = folding.SEARCH(text)
    return len(plain) > 1 and plain in _NO - _PARTICLES


_AGAINST = (Said.NO, Said.OPEN)
_LONGEST = 40
"""Characters of an answer that begins with a yes or a no; what is longer is a text."""
_LONGEST_MARK = 2
_PARTICLES = _words("false ne nu ei na")
"""A no that is another word too, and may end a name."""


def decision(text: str) -> bool | None:
    """What a coordinator wrote beside a row: take it all the same, leave it out, or nothing that can be read."""
    plain = folding.SEARCH(text)
    if plain in _TAKE or plain in _LEAVE:
        return plain in _TAKE
    return _whole(plain)


@remembered(_REMEMBERED)
def consent(text: str) -> bool | None:
    """Whether an answer agrees: by the whole of it, or by its first word ("Yes, you may", "I do not agree"). None for
    one that a human must read, a yes with a limit among them ("Yes, but not the e-mail")."""
    plain = folding.SEARCH(text)
    if (mark := text.strip().rstrip("\ufe0f")) in _TICKED | _CROSSED:
        return mark in _TICKED
    if (said := status(text)) is not None:
        return None if said is Said.OPEN else said is Said.YES
    whole = _whole(plain)
    if whole is not None or not plain:
        return whole
    words = plain.split()
    first = words[1] if words[0] == "i" and len(words) > 1 else words[0]
    if is_limited(text):
        return None
    if first in ("dont", "don't", "cannot") or "not" in words[:3]:
        return False
    return _whole(first) if first not in ("x", "n", "y", "1", "0") else None


@remembered(_REMEMBERED)
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
