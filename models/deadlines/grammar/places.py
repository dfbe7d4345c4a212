"""Places by the names that people write: which IANA zone shows their clock."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

from models.deadlines.grammar.language import plain, words_of
from models.deadlines.grammar.pattern import meanings
from models.geography import countries, time_zones
from models.strings import data_files
from models.strings.remembered import remembered


def zone_of(words: str, language: str) -> str | None:
    """The IANA zone of a place by its name, in plain form: of an IANA zone, of a city, of a country with one time."""
    if words in _words():
        return None
    name = clocks(language).get(words) or time_zones.named(words) or _cities(language).get(words)
    name = name or _by_country(words, language)
    return time_zones.RENAMED.get(name, name) if name else None


def namesakes(words: str) -> tuple[str, ...]:
    """The zones of places that share this name, the likeliest first; empty if there is only one such place."""
    well_known, others = _namesakes().get(words, ((), ()))
    return well_known + others


def near(words: str, home: str) -> tuple[str, ...]:
    """Which of several places of one name is meant in ``home``, an IANA zone: the first where it lies in the same
    country; the first and the one at home where another does; where none does, all that are well known."""
    well_known, others = _namesakes()[words]
    first, at_home = well_known[0], territory(home)
    same = tuple(name for name in well_known + others if territory(name) == at_home)
    if first in same:
        return (first,)
    return (first, *same) if same else well_known


@cache
def _namesakes() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """By the name: the zones of the well known places, and of those that are meant in their own country alone."""
    split = {name: zones.partition(";") for name, zones in _table()["namesakes"].items()}
    return {name: (tuple(known.split()), tuple(others.split())) for name, (known, _, others) in split.items()}


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    """The tables of the file: ``clocks`` by their names, and the others as they are."""
    tables = data_files.read(__file__)
    named = {plain(words): name for name, same in tables["clocks"].items() for words in same.split("|")}
    return {**tables, "clocks": named}


@cache
def clocks(language: str) -> dict[str, str]:
    """Clocks with a name of their own."""
    named = {
        words: time_zones.known(name) or name for words, name in meanings(words_of(language).zones).items()
    }
    return {**_table()["clocks"], **named}


@cache
def _words() -> frozenset[str]:
    """Names of zones that are words or feasts to anyone who writes a deadline."""
    return frozenset(_table()["words"]["not_places"].split("|"))


@cache
def _cities(language: str) -> dict[str, str]:
    """Cities as this language calls them."""
    known: dict[str, str] = {}
    for name, place in Locale(language).time_zones.items():
        if "city" in place and "/" in name:
            known.setdefault(plain(place["city"]), name)
    return known


@remembered(4096)
def _by_country(words: str, language: str) -> str | None:
    """The zone of a country in which all clocks show the same, or most. Codes such as *in* are words of their
    own."""
    bare = "".join(one for one in words if one.isalnum()) or words  # "pm 🎉" is no Saint Pierre and Miquelon
    code = countries.known(words) if len(bare) > 3 or bare == "uk" or not bare.isascii() else None
    code = code or _countries(language).get(words)
    return _only_zone(code) if code is not None else None


@cache
def _countries(language: str) -> dict[str, str]:
    return {plain(name): code for code, name in Locale(language).territories.items() if len(code) == 2}


@cache
def _only_zone(code: str) -> str | None:
    zones = sorted(name for name, territory in get_global("zone_territories").items() if territory == code)
    return zones[0] if len({_shown(name) for name in zones}) == 1 else _table()["primary"].get(code)


def territory(name: str) -> str:
    """The ISO 3166-1 code of a zone's country; the zone itself if it has none."""
    territories = get_global("zone_territories")
    return str(territories.get(name) or territories.get(get_global("zone_aliases").get(name, name), name))


@cache
def _shown(name: str) -> tuple[timedelta | None, ...]:
    """Its offset from UTC in each fortnight of two years, enough to tell two apart."""
    start = datetime(2026, 1, 1, tzinfo=UTC)
    return tuple((start + timedelta(weeks=2 * n)).astimezone(ZoneInfo(name)).utcoffset() for n in range(52))
