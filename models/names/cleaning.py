"""Names: cleaned for printing, keyed for telling duplicates, keyed for sorting. Pure functions.

What is printed stays as it was given, apart from what no reader could see; the two keys are only for machines.
"""

import re
import unicodedata
from itertools import dropwhile

from models.names import repair, vocabulary
from models.refusal import Reason, Refusal
from models.strings import folding
from models.terms import Kind

LONGEST = 200
"""Characters; the longest real one that we know has 118."""
MOST_ALIASES = 10

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Soft hyphen, zero-width characters, bidi marks, overrides and isolates, blank fillers, tags."""
_NON_JOINER, _JOINER = "\u200c", "\u200d"
_NEEDS_JOINERS = re.compile("[\u0600-\u0dff\u1000-\u109f\u1780-\u18af]")
"""Arabic, the Indic scripts, Burmese, Khmer, Mongolian: joiners change how a word of theirs is written."""
_VIRAMA = 9
_ADDRESS = re.compile(
    r"[^\s@<>()\[\]]+@[^\s@<>()\[\]]+\.[^\W\d_]{2,}|\b[a-z]{3,}://\S+|\bwww\.\S+", re.IGNORECASE
)


def printable(text: str, field: str = "name") -> str:
    """The name as it should be printed: NFC, one space between words, nothing invisible, damage fixed.

    Joiners stay where a script or an emoji needs them. Refuses EMPTY, TOO_LONG(limit, length) and
    ADDRESS_IN_NAME(found) for an e-mail address or a link, each with the ``field``; a bare domain is a name
    ("Change.org").
    """
    return _cleaned(text, field)


def affiliation(text: str) -> str:
    """An individual's affiliation, cleaned like a name; may be empty."""
    return _cleaned(text, "detail") if text.strip() else ""


def aliases(text: str) -> list[str]:
    """Acronym and other names of one body, one a line, each cleaned like a name; none twice.

    Refuses TOO_MANY_ALIASES(limit), and as :func:`printable` does (field "aliases").
    """
    typed = [line for line in text.splitlines() if line.strip()]
    if len(typed) > MOST_ALIASES:
        raise Refusal(Reason.TOO_MANY_ALIASES, limit=MOST_ALIASES)
    return list(dict.fromkeys(_cleaned(line, "aliases") for line in typed))


def exact_key(kind: Kind, name: str, affiliation: str = "") -> str:
    """Two names of one key are the same name: only case, spaces and punctuation differ.

    Individuals are told apart by affiliation too, and never share a key with an organisation.
    """
    key = _significant(name)
    return f"{key}|{_significant(affiliation)}" if kind is Kind.INDIVIDUAL else key


def sort_key(kind: Kind, name: str) -> str:
    """What the list is ordered by until a moderator edits it: no case, no leading "The", no punctuation, and no
    diacritics on Latin, Greek and Cyrillic letters. A person's name is never turned round; titles in front of it do
    not count."""
    words = folding.SORT(name).split()
    before = vocabulary.TITLES if kind is Kind.INDIVIDUAL else {"the"}
    most = len(words) - 1 if kind is Kind.INDIVIDUAL else 1
    words = list(dropwhile(before.__contains__, words[:most])) + words[most:]
    return " ".join(words) or name.casefold()


def _cleaned(text: str, field: str) -> str:
    name, before = _visible(text), None
    while name != before:  # what is taken away may leave an entity behind, and what is fixed may be invisible
        before, name = name, _visible(repair.mended(name))
    if not name:
        raise Refusal(Reason.EMPTY, field=field)
    if len(name) > LONGEST:
        raise Refusal(Reason.TOO_LONG, field=field, limit=LONGEST, length=len(name))
    if found := _ADDRESS.search(name):
        raise Refusal(Reason.ADDRESS_IN_NAME, field=field, found=found[0])
    return name


def _visible(text: str) -> str:
    if text.isascii() and text.isprintable():
        return " ".join(text.split())  # most names; nothing in them is invisible
    seen = "".join(
        c for c in _INVISIBLE.sub("", text) if c.isspace() or unicodedata.category(c) not in ("Cc", "Cs")
    )
    joined = "".join(
        c for place, c in enumerate(seen) if c not in (_NON_JOINER, _JOINER) or _joins(seen, place)
    )
    return unicodedata.normalize("NFC", " ".join(joined.split()))


def _joins(text: str, place: int) -> bool:
    """Whether the joiner at this place does something (after RFC 5892, appendix A, and for emoji)."""
    before, after = text[:place][-1:], text[place + 1 : place + 2]
    if not before:
        return False
    if unicodedata.combining(before) == _VIRAMA:
        return True
    if _NEEDS_JOINERS.match(before) and _NEEDS_JOINERS.match(after):
        return True
    return text[place] == _JOINER and _pictures(before) and unicodedata.category(after or " ") == "So"


def _pictures(character: str) -> bool:
    """An emoji, its skin colour or its variation selector."""
    return unicodedata.category(character) in ("So", "Sk") or character == "\ufe0f"


def _significant(text: str) -> str:
    """Letters, digits and marks of the folded text; the folded text itself if there are none."""
    return folding.EXACT(text) or folding.EXACT.letters(text).strip()
