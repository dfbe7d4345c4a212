"""Folding: a text without what its writers do differently, to be compared, searched or sorted. Not for print.

One base, named by what is folded for: ``EXACT``, ``SORT``, ``SEARCH``, ``COUNTRIES``, ``ZONES`` and ``DEADLINES``. Each
drops case and, but for ``EXACT``, diacritics: "Łódź" is "lodz" in all of these. They differ in the marks that make
another letter and in what parts words. Pure functions.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

from models.strings.remembered import remembered

_STROKES = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ħ": "h",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ð": "d",
    "ŧ": "t",
}
"""Latin letters whose stroke Unicode does not take for a mark."""
_APOSTROPHES = "ʻʼʽʾʿʹ"
"""Letters of Hawaiian and other languages that look like an apostrophe, and are left out of an order like one."""
_PARTS_WORDS = "/\\|&+–—-"
_ACCENTED = ("LATIN", "GREEK", "CYRILLIC")

_Rule = Callable[[str], str]
_Keeps = Callable[[str, str], bool]


class _Table(dict[int, str]):
    """What happens to each character, for ``str.translate``; found out once."""

    def __init__(self, rule: _Rule) -> None:
        self._rule = rule

    def __missing__(self, code: int) -> str:
        self[code] = found = self._rule(chr(code))
        return found


def without_marks(text: str, keeps: _Keeps) -> str:
    """The text in NFC without its marks, but for those that ``keeps(mark, base)`` holds; ``base`` is the last character
    before it that is none, or empty."""
    kept, base = [], ""
    for character in unicodedata.normalize("NFD", text):
        if unicodedata.category(character) != "Mn":
            base = character
        elif not keeps(character, base):
            continue
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))


class Folding:
    """One way to fold: call it with a text. What it gives has single spaces between words and none around them.

    ``forms`` writes full-width letters, ligatures and other forms of a letter as that letter, or leaves them.
    ``keeps``: which marks stay, as for :func:`without_marks`; all where it is None, and strokes with them.
    ``becomes``: what is written for each character.
    """

    def __init__(self, forms: _Rule, keeps: _Keeps | None, becomes: _Rule) -> None:
        self._forms, self._keeps = forms, keeps
        strokes = _STROKES if keeps else {}
        self._becomes = _Table(lambda c: "".join(map(becomes, strokes.get(c, c))))
        self._ascii = {code: self._becomes[code] for code in range(128)}

    def __call__(self, text: str) -> str:
        """Fold a text; empty if nothing of it counts."""
        if text.isascii():
            return " ".join(text.lower().translate(self._ascii).split())  # most names
        return " ".join(self.letters(text).translate(self._becomes).split())

    def letters(self, text: str) -> str:
        """The text without case and marks, before anything is left out of it."""
        plain = self._forms(text).casefold()
        return without_marks(plain, self._keeps) if self._keeps else unicodedata.normalize("NFC", plain)


def _one_form(character: str) -> str:
    """A letter or digit, and any East Asian form, as its usual one. Signs stay: "™" is not "tm", "´" parts no words."""
    if _EAST_ASIAN.match(character) or unicodedata.category(character)[0] in "LN":
        return unicodedata.normalize("NFKC", character)
    return character


_EAST_ASIAN = re.compile("[\u3200-\u33ff\ufe30-\ufe6f\uff00-\uffef]")
_FORMS = _Table(_one_form)


def _as_written(text: str) -> str:
    return text


def _letters_in_one_form(text: str) -> str:
    return text.translate(_FORMS)


def _in_one_form(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


@remembered(10_000)
def _is_accented(base: str) -> bool:
    return unicodedata.name(base, "").startswith(_ACCENTED)


def _spells(_mark: str, base: str) -> bool:
    """Marks of other scripts than the European ones are part of the spelling; one with no letter before it stays."""
    return not base or not _is_accented(base)


def _is_vowel(mark: str, _base: str = "") -> bool:
    """Vowel signs of the Indic scripts and the marks of voiced kana make another letter."""
    return ("\u0900" <= mark <= "\u1aaf" and unicodedata.category(mark)[0] == "M") or mark in "\u3099\u309a"


def _is_no_accent(mark: str, _base: str) -> bool:
    return not unicodedata.combining(mark)


def _sortable(character: str) -> str:
    if unicodedata.category(character)[0] in "LNM":
        return "" if character in _APOSTROPHES else character
    return " " if character.isspace() or character in _PARTS_WORDS else ""


def _of_a_country(character: str) -> str:
    if character == "&":
        return " and "
    character = _ARABIC.get(character, character)
    if character.isalnum() or _is_vowel(character):
        return character
    return "" if character in ".'’" or unicodedata.combining(character) else " "


_ARABIC = {"ی": "ي", "ى": "ي", "ک": "ك", "ـ": ""}
"""Letters that keyboards of neighbours give for one another."""


def _of_a_deadline(character: str) -> str:
    if unicodedata.category(character) == "Cf":
        return ""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return _TYPED.get(character, character)


_TYPED: Mapping[str, str] = {
    "ى": "ي", "°": "o", **dict.fromkeys("’ʼ‘`´", "'"), **dict.fromkeys("−‐‑‒–—", "-"), "…": "..."
}  # fmt: skip
"""Signs that telephones put in for what was typed."""


EXACT = Folding(_in_one_form, None, lambda c: c if unicodedata.category(c)[0] in "LNM" else "")
"""What makes two names the same: letters, digits and marks. Stored, like ``SORT``."""
SORT = Folding(_as_written, _spells, _sortable)
"""The order of a list. Sort keys are stored: what this gives for a name must not change without a migration."""
SEARCH = Folding(_letters_in_one_form, _spells, _sortable)
"""What is typed to find a sort key, and words that are looked up in a table."""
COUNTRIES = Folding(_letters_in_one_form, _is_vowel, _of_a_country)
"""Names of countries: no punctuation, "&" is "and"."""
ZONES = Folding(_letters_in_one_form, _is_no_accent, lambda c: " " if c == "_" else c)
"""IANA names and cities: the underline is a space, other punctuation stays."""
DEADLINES = Folding(_letters_in_one_form, _is_no_accent, _of_a_deadline)
"""Days and hours: digits of every script are 0 to 9, punctuation stays."""
