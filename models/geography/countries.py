"""Countries by ISO 3166-1 code, with their names from the Unicode CLDR as Babel carries it, in every language."""

import difflib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from babel import localedata
from babel.core import get_global

from models import translation
from models.refusal import Reason, Refusal
from models.strings import cldr_files, data_files, folding
from models.strings.remembered import remembered
from models.translation import ENGLISH, N_, _

_DATA = data_files.read(__file__)
_NO_COUNTRIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"])
"""Codes of the CLDR that ISO 3166-1 does not give to a country. EU and XK (Kosovo) stay: signatories use them."""
_LANGUAGES = ("fr", "de", "es", "pt", "it", "nl", "pl", "sv")
"""Their names are looked at first; the other languages are read when a text is none of these."""
_SPOKEN_TOO = ("ar", "ja", "tr", "uk")
_PRINTED = {
    "CC": N_("Cocos Islands"),
    "CD": N_("DR Congo"),
    "CG": N_("Republic of the Congo"),
    "HK": N_("Hong Kong"),
    "MM": N_("Myanmar"),
    "MO": N_("Macao"),
    "PS": N_("Palestine"),
}
"""What is on a list, which has brackets of its own, instead of "Myanmar (Burma)" or "Congo - Kinshasa"."""
_AMBIGUOUS: Mapping[str, Sequence[str]] = _DATA["ambiguous"]
"""What is said of two countries; only one of them would be a guess."""
_STYLE = re.compile(
    r"(?:the )?(?:(?:federal |federative |islamic |arab |democratic |socialist |peoples |hashemite |co operative )*"
    r"republic|"
    r"kingdom|state|commonwealth|principality|grand duchy|republique|republica|republik|republika|royaume|reino|"
    r"konigreich) (?:of|du|de la|de|del|di|da|do|des) (?:the )?"
)
"""How a state calls itself in full, before its name."""
_BEHIND = re.compile(r"\s*[(,（].*$")
_STATES = re.compile(
    r"republic|state|kingdom|province|federat|bolivarian|sar\b|islamic|former|burma|rep\b", re.IGNORECASE
)
_ANYWHERE = frozenset(data_files.phrases(_DATA["anywhere"]))
_PARTS = frozenset(data_files.phrases(_DATA["parts"]))
_WITHIN = frozenset(part for parts in _DATA["within"].values() for part in data_files.phrases(parts))
_SIDE = re.compile(r"(?:(?:north|south|east|west)(?:ern)?|central|southeastern|northeastern|southeast) (?=\w)")
LONGEST = 80
"""Characters; no spelling of a country has more."""
NONE = "-"
"""What is typed for no country at all, where one must be typed."""
_NONE = frozenset((NONE, "–", "—", "none", "no country"))
_FLAG = re.compile("([\U0001f1e6-\U0001f1ff])([\U0001f1e6-\U0001f1ff])")


def code_of(text: str) -> str:
    """The alpha-2 code of the country that was typed: a code, a name in a common language, or a usual short
    form. Nothing typed is no country. Refuses UNKNOWN_COUNTRY(country, suggestions)."""
    if not text.strip() or text.strip().casefold() in _NONE:
        return ""
    meant = meanings(text)
    if len(meant) != 1:
        two = [name_of(code) for code in meant[:3]]
        typed = _plain(_FLAG.sub(_letters, text))
        raise Refusal(Reason.UNKNOWN_COUNTRY, country=text.strip(), suggestions=two or _suggestions(typed))
    return meant[0]


def known(text: str) -> str | None:
    """The code of a country by one of its names in the commonest languages, or None if no single one is meant;
    nothing is suggested."""
    typed = _plain(text)
    return None if typed in _AMBIGUOUS else _index().get(typed)


def is_called(text: str, code: str) -> bool:
    """Whether this country is called so, in one of the commonest languages or of those that we speak."""
    return (known(text) == code and not is_part_of_a_country(text)) or _plain(text) in _called(code)


def name_of(code: str) -> str:
    """The English name as lists print it; the code itself if it is unknown or empty."""
    return _english().get(code, code)


def called(code: str) -> str:
    """The name in the reader's language; in English as :func:`name_of`, and that where a language has none."""
    if code in _PRINTED:
        return _(_PRINTED[code])
    if translation.language() == ENGLISH or not _is_country(code):
        return name_of(code)
    return str(translation.locale().territories.get(code) or name_of(code))


def search(text: str, limit: int = 25) -> list[tuple[str, str]]:
    """Codes and names for autocomplete, in the reader's language: an exact match, names that begin with the text, then
    those that hold it. An English name finds its country in every language."""
    typed = _plain(text)
    exact = _index().get(typed)

    def rank(name: str) -> int:
        plain = _plain(name)
        return 1 if plain.startswith(typed) else 2 if typed in plain else 3

    ranked = sorted(
        (0 if code == exact else min(rank(name), rank(english)), name, code)
        for code, english in _english().items()
        for name in (called(code),)
    )
    return [(code, name) for place, name, code in ranked if place < 3][:limit]


def find(text: str) -> str:
    """The code of a country by any of its spellings in any language; empty if it is none, or may be two. Has no
    suggestions, but answers at once: for long lists."""
    meant = meanings(text)
    return meant[0] if len(meant) == 1 else ""


def meanings(text: str) -> tuple[str, ...]:
    """The codes of all countries that a text may mean: none, one, or several where languages or usage differ."""
    return _meanings(text.strip()) if text and len(text) <= LONGEST else ()


@remembered(20_000)
def _meanings(text: str) -> tuple[str, ...]:
    flagged = _FLAG.sub(_letters, text)
    typed = _plain(flagged)
    if not typed:
        return ()
    if typed in _AMBIGUOUS:
        return tuple(_AMBIGUOUS[typed])
    # "Áo" is Vietnamese for Austria, AO is Angola: letters with marks are no code.
    is_code = len(typed) <= 3
    if typed in _index() and (flagged.isascii() or not is_code):
        return (_index()[typed],)
    if flag := re.fullmatch(r"([A-Z]{2}) (.+)|(.+) ([A-Z]{2})", flagged) if flagged != text else None:
        return _meanings(flag[2] or flag[3])  # a flag beside a name
    for shorter in (typed[found.end() :] if (found := _STYLE.match(typed)) else "", _unstyled(flagged)):
        if shorter in _AMBIGUOUS or shorter in _index():
            return _meanings(shorter)
    if is_code and flagged.isascii():
        return ()
    codes = _world().get(_spelt(flagged)) or _world_plain().get(typed)
    if codes:
        return tuple(sorted(codes))
    return (_index()[typed],) if typed in _index() else ()


def _unstyled(text: str) -> str:
    """Without what is in brackets or behind a comma, where that only says which sort of state it is."""
    behind = _BEHIND.search(text)
    return _plain(text[: behind.start()]) if behind and behind.start() and _STATES.search(behind[0]) else ""


def is_anywhere(text: str) -> bool:
    """Whether a text in a column of countries says that there is none: a part of the world, "international"."""
    return _plain(text) in _ANYWHERE


def is_part_of_the_world(text: str) -> bool:
    """Whether a text names a continent or a part of one."""
    return _SIDE.sub("", _plain(text), count=1) in _PARTS


def is_part_of_a_country(text: str) -> bool:
    """Whether a text in a column of countries names a part of one, "Scotland"."""
    return _plain(text) in _WITHIN


def spellings() -> Mapping[str, str]:
    """Every text by which a country is known in the commonest languages, without case, diacritics and punctuation,
    with its code."""
    return _index()


def _letters(flag: re.Match[str]) -> str:
    """The two letters of which a flag is made."""
    return "".join(chr(ord("A") + ord(part) - 0x1F1E6) for part in flag.groups())


def _plain(text: str) -> str:
    """Folded, without a leading "the"."""
    return folding.COUNTRIES(text).removeprefix("the ")


def _spelt(text: str) -> str:
    """No case and no punctuation, but all marks of the letters."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().replace("’", "'").replace(".", "").split())


@cache
def _english() -> dict[str, str]:
    names = cldr_files.read("en")["territories"]
    return {code: _PRINTED.get(code, name) for code, name in names.items() if _is_country(code)}


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES


@cache
def _called(code: str) -> frozenset[str]:
    """What the languages call it that we speak beside the commonest."""
    names = (cldr_files.read(language)["territories"].get(code, code) for language in _SPOKEN_TOO)
    return frozenset(map(_plain, names))


@cache
def _index() -> dict[str, str]:
    """Codes by everything that may be typed. What comes first is never overwritten."""
    index: dict[str, str] = {}
    for code, name in _english().items():
        index[_plain(code)] = code
        index[_plain(name)] = code
    for code, name in cldr_files.read("en")["territories"].items():
        if _is_country(code):
            index.setdefault(_plain(name), code)
    for code, forms in (*_DATA["usual"].items(), *_DATA["within"].items()):
        for short in forms.split("|"):
            index.setdefault(_plain(short), code)
    for former, codes in get_global("territory_aliases").items():  # alpha-3 codes such as DEU
        if len(codes) == 1 and _is_country(codes[0]):
            index.setdefault(_plain(former), codes[0])
    for language in _LANGUAGES:
        for code, name in cldr_files.read(language)["territories"].items():
            if _is_country(code):
                index.setdefault(_plain(name), code)
    return index


@cache
def _world() -> dict[str, set[str]]:
    """Codes by the names of countries in every language of the CLDR, with all marks of their letters."""
    said: set[tuple[str, str]] = set()
    for language in localedata.locale_identifiers():
        territories = cldr_files.read(language).get("territories", {})
        said.update((code, name) for code, name in territories.items() if _is_country(code))
    found: dict[str, set[str]] = {}
    for code, name in said:
        found.setdefault(_spelt(name), set()).add(code)
        if bare := _BEHIND.sub("", name):
            found.setdefault(_spelt(bare), set()).add(code)
    return found


@cache
def _world_plain() -> dict[str, set[str]]:
    """The same without marks, for who types none."""
    found: dict[str, set[str]] = {}
    for name, codes in _world().items():
        found.setdefault(_plain(name), set()).update(codes)
    return found


def _suggestions(typed: str) -> list[str]:
    """Names of at most three countries that were perhaps meant."""
    begun = sorted(name for name in _english().values() if len(typed) > 2 and _plain(name).startswith(typed))
    close = difflib.get_close_matches(typed, _index(), n=5, cutoff=0.7)
    names = (*begun, *(name_of(_index()[key]) for key in close))
    return [name for name in dict.fromkeys(names) if len(name) > 2][:3]
