"""The vocabulary of organisations' names: which words say little, which name a place. Pure functions.

Words are given as :func:`models.names.parsing.plain` writes them: ASCII, lower case. The tables are in
``vocabulary.toml``.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from zoneinfo import available_timezones

from babel import Locale

from models.geography import countries
from models.names import romanisation
from models.strings import data_files

_DATA = data_files.read(__file__)


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


FILLERS = words(_DATA["fillers"])
"""Articles, prepositions, conjunctions: they come and go between two spellings."""

LEGAL_FORMS = words(_DATA["legal_forms"])
"""Forms in which a body is registered, as one word without dots."""

GENERIC = words(_DATA["generic"])
"""Words that so many bodies share that sharing them says little."""

SHORT_FORMS: Mapping[str, str] = _DATA["short_forms"]
"""Words that are often cut short."""


@cache
def meaning(word: str) -> str:
    """The English of a word that bodies of many countries have in their names; nothing for any other."""
    return _meanings().get(word, "")


@cache
def _meanings() -> dict[str, str]:
    return {
        romanised: english
        for english, others in _DATA["meanings"].items()
        for word in (english, *others.split())
        for romanised in romanisation.words(word)
    }


TITLES = words(_DATA["titles"])
"""What is in front of a person's name, as sort keys write it, and is nobody's first name."""

BRANCHES = words(_DATA["branches"])
"""Words that tell a part of a body from the whole."""

REACH = words(_DATA["reach"])
"""Words that say for how large a part of the world a body is: it is not the body of a place."""

INSTITUTIONS = words(_DATA["institutions"])
"""What a town may have several of, told apart by words that say little elsewhere."""

CONTRASTS = words(_DATA["contrasts"])
"""Words that tell two bodies apart where one has this and the other that."""


def weight(word: str) -> float:
    """How much it says that two names share this word, or that only one has it: 0 to 1."""
    if word in FILLERS or word in LEGAL_FORMS:
        return 0.0
    if word in GENERIC:
        return 0.3
    if place(word):
        return 0.6
    return 1.0


def is_region(word: str) -> bool:
    """Whether a word names a part of the world that is larger than a country, "Europe"."""
    return place(word) in _DATA["continental"]


def prepare() -> None:
    """Read what places are called, once at a start: that takes a tenth of a second, and the first name would wait."""
    _places()


@cache
def place(words: str) -> str:
    """The place that a word, or several with a space between them, names: a country's code, a city, or nothing."""
    return _places().get(words, "")


@cache
def _places() -> dict[str, str]:
    found: dict[str, str] = {}
    for zone in available_timezones():
        area, _, city = zone.partition("/")
        if area in _CONTINENTS and "/" not in city:
            found[_ascii(city.replace("_", " "))] = zone
    for language in ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv"):  # "Wien" is "Vienna"
        for zone, described in Locale(language).time_zones.items():
            if (city := described.get("city")) and "/" in zone:
                found.setdefault(_ascii(city), zone)
    for typed, code in countries.spellings().items():
        if len(typed) > 3 or typed in ("uk", "usa", "uae"):
            found[_ascii(typed)] = code
    for language in ("ru", "uk", "bg", "sr", "el", "ar", "he", "tr", "cs"):
        for code, called in Locale(language).territories.items():
            if code.isalpha() and len(code) == 2 and len(plain := _ascii(called)) > 4:
                found.setdefault(plain, code)
    for table in ("demonyms", "continental", "regions"):
        for word, named in _places_of(table):
            found.setdefault(word, named)
    found.update(_places_of("parts"))  # a part of a country is not the country, though an address may say so
    for word in (GENERIC | FILLERS | LEGAL_FORMS).intersection(found):
        del found[word]
    return found


def _places_of(table: str) -> Iterator[tuple[str, str]]:
    """Each word of a table, and the place that it names."""
    return ((word, place) for place, spelt in _DATA[table].items() for word in spelt.split())


def _ascii(text: str) -> str:
    return " ".join(romanisation.words(text))


_CONTINENTS = frozenset(("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"))
