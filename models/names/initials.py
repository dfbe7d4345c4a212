"""Initials: under which letter a name stands in a long list, in any script.

They are read off the order itself (``models.names.collation``), so that a list in that order meets each initial once.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache

from models.names import collation
from models.translation import N_, _

DIGITS = "0–9"
SYMBOLS, OTHER, HAN = N_("Symbols"), N_("Other letters"), N_("Chinese characters")
_FIRST = 4
"""Hexadecimal digits of a name's first weight."""
_IMPLICIT = "fb40"
"""From here on characters have no weight of their own in the table: almost all are Chinese (UTS #10, section 10)."""
_JAMO = dict(zip(map(chr, range(0x1100, 0x1113)), "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", strict=True))
"""Initial consonants of Korean syllables, as they are written alone."""
_ALPHABETS = range(0x41, 0x3100)
"""Code points of alphabets in use; what lies behind is Chinese, or counts as :data:`OTHER`."""


def initial(place: str) -> str:
    """The initial of a name with this place in the order: ``A`` for "Ärzte", ``Ж`` for "Жизнь"; where it is no letter
    of an alphabet, what it is in words."""
    first, known = place[:_FIRST], _letters()
    if first in known:
        return known[first]
    if first >= _IMPLICIT:
        return _(HAN)
    return _(OTHER) if first > collation.key("0")[:_FIRST] else _(SYMBOLS)


@cache
def _letters() -> Mapping[str, str]:
    """The plainest letter of each weight, as a capital where it has one."""
    found: dict[str, str] = {}
    for character in filter(_begins_names, map(chr, _ALPHABETS)):
        first = collation.key(character)[:_FIRST]
        if first and first < _IMPLICIT:
            found.setdefault(first, _printed(character))
    return found


def _begins_names(character: str) -> bool:
    """A letter or figure that is no other with a mark; of kana the large ones."""
    if unicodedata.category(character)[0] not in "LN" or len(unicodedata.normalize("NFKD", character)) > 1:
        return False
    return not unicodedata.name(character, "").startswith(("HIRAGANA LETTER SMALL", "KATAKANA LETTER SMALL"))


def _printed(character: str) -> str:
    if unicodedata.category(character)[0] == "N":
        return DIGITS
    capital = _JAMO.get(character, character.title())
    return capital if len(capital) == 1 else character
