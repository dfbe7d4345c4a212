"""Countries by ISO 3166-1 code, with their names from the Unicode CLDR as Babel carries it."""

import difflib
import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from babel import Locale
from babel.core import get_global

from models.refusal import Reason, Refusal

_NO_COUNTRIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"])
"""Codes of the CLDR that ISO 3166-1 does not give to a country. EU and XK (Kosovo) stay: signatories use them."""
_LANGUAGES = ("fr", "de", "es", "pt", "it", "nl", "pl", "sv")
"""A country may also be typed by its name in one of these."""
_SHORT_FORMS = {
    "america": "US",
    "britain": "GB",
    "brunei darussalam": "BN",
    "burma": "MM",
    "cape verde": "CV",
    "czech republic": "CZ",
    "democratic republic of congo": "CD",
    "democratic republic of the congo": "CD",
    "drc": "CD",
    "england": "GB",
    "great britain": "GB",
    "holland": "NL",
    "hong kong": "HK",
    "iran islamic republic of": "IR",
    "ivory coast": "CI",
    "korea": "KR",
    "macau": "MO",
    "macedonia": "MK",
    "northern ireland": "GB",
    "palestine": "PS",
    "republic of korea": "KR",
    "republic of moldova": "MD",
    "russian federation": "RU",
    "scotland": "GB",
    "swaziland": "SZ",
    "turkey": "TR",
    "uae": "AE",
    "uk": "GB",
    "united states of america": "US",
    "us": "US",
    "viet nam": "VN",
    "wales": "GB",
}


_AMBIGUOUS = {"congo": ("CD", "CG"), "korea": ("KP", "KR")}
"""What is said of two countries; only one of them would be a guess."""
LONGEST = 80
"""Characters; no spelling of a country has more."""
NONE = "-"
"""What is typed for no country at all, where one must be typed."""
_NONE = frozenset((NONE, "–", "—", "none", "no country"))
_FLAG = re.compile("([\U0001f1e6-\U0001f1ff])([\U0001f1e6-\U0001f1ff])")


def code_of(text: str) -> str:
    """The alpha-2 code of the country that was typed: a code, a name in a common language, or a usual short
    form. Nothing typed is no country. Refuses UNKNOWN_COUNTRY(country, suggestions)."""
    typed = _plain(_FLAG.sub(_letters, text))
    if not text.strip() or text.strip().casefold() in _NONE:
        return ""
    two = [name_of(code) for code in _AMBIGUOUS.get(typed, ())]
    found = _index().get(typed)
    if found is None or two:
        raise Refusal(Reason.UNKNOWN_COUNTRY, country=text.strip(), suggestions=two or _suggestions(typed))
    return found


def known(text: str) -> str | None:
    """The code of a country by one of its names, or None where no single one is meant; nothing is suggested."""
    typed = _plain(text)
    return None if typed in _AMBIGUOUS else _index().get(typed)


def name_of(code: str) -> str:
    """The English name; the code itself where it is unknown or empty."""
    return _english().get(code, code)


def search(text: str, limit: int = 25) -> list[tuple[str, str]]:
    """Codes and names for autocomplete: an exact match, names that begin with the text, then those that hold it."""
    typed = _plain(text)
    exact = _index().get(typed)

    def rank(name: str) -> int:
        plain = _plain(name)
        return 1 if plain.startswith(typed) else 2 if typed in plain else 3

    ranked = sorted((0 if code == exact else rank(name), name, code) for code, name in _english().items())
    return [(code, name) for place, name, code in ranked if place < 3][:limit]


def find(text: str) -> str:
    """The code of a country by any of its spellings; empty where it is none, or may be two. Has no suggestions, but
    answers at once: for long lists."""
    if len(text) > LONGEST:
        return ""
    typed = _plain(_FLAG.sub(_letters, text))
    return "" if typed in _AMBIGUOUS else _index().get(typed, "")


def spellings() -> Mapping[str, str]:
    """Every text by which a country is known, without case, diacritics and punctuation, with its code."""
    return _index()


def _letters(flag: re.Match[str]) -> str:
    """The two letters of which a flag is made."""
    return "".join(chr(ord("A") + ord(part) - 0x1F1E6) for part in flag.groups())


def _plain(text: str) -> str:
    """No case, no diacritics, no punctuation, no leading "the"."""
    letters = unicodedata.normalize("NFKD", text.replace("&", " and ").casefold())
    words = "".join(
        c if c.isalnum() else "" if c in ".'’" or unicodedata.combining(c) else " " for c in letters
    )
    return " ".join(words.split()).removeprefix("the ")


@cache
def _english() -> dict[str, str]:
    names = Locale("en").territories
    return {code: name for code, name in names.items() if _is_country(code)}


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES


@cache
def _index() -> dict[str, str]:
    """Codes by everything that may be typed. What comes first is never overwritten."""
    index: dict[str, str] = {}
    for code, name in _english().items():
        index[_plain(code)] = code
        index[_plain(name)] = code
    for short, code in _SHORT_FORMS.items():
        index.setdefault(short, code)
    for former, codes in get_global("territory_aliases").items():  # alpha-3 codes such as DEU
        if len(codes) == 1 and _is_country(codes[0]):
            index.setdefault(_plain(former), codes[0])
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if _is_country(code):
                index.setdefault(_plain(name), code)
    return index


def _suggestions(typed: str) -> list[str]:
    """Names of at most three countries that were perhaps meant."""
    begun = sorted(name for name in _english().values() if len(typed) > 2 and _plain(name).startswith(typed))
    close = difflib.get_close_matches(typed, _index(), n=5)
    names = (*begun, *(name_of(_index()[key]) for key in close))
    return [name for name in dict.fromkeys(names) if len(name) > 2][:3]
