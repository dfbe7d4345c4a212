"""Time zones as people type them: an IANA name, or a city that lends one its name."""

import difflib
from datetime import datetime, timedelta
from functools import cache
from types import MappingProxyType
from zoneinfo import ZoneInfo, available_timezones

from models import translation
from models.geography.abbreviations import ABBREVIATIONS
from models.refusal import Reason, Refusal
from models.strings import data_files, folding

_CITIES_IN = frozenset(
    {
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    }
)
_AREAS = _CITIES_IN | {"Etc", "US", "Canada"}
RENAMED = MappingProxyType(
    {"Europe/Kiev": "Europe/Kyiv", "Asia/Calcutta": "Asia/Kolkata", "Asia/Saigon": "Asia/Ho_Chi_Minh"}
)
"""The CLDR keeps the first name that a zone had."""
_UNIVERSAL = frozenset({"utc", "gmt", "z", "zulu"})


@cache
def _names() -> dict[str, str]:
    """Every name that says where it is, by its plain form."""
    return {folding.ZONES(name): name for name in sorted(available_timezones()) if name.split("/")[0] in _AREAS}


@cache
def _cities() -> dict[str, str]:
    """Zones by city. Where one city has an old and a new name for the same clock, the longer is the new one."""
    places = (name for name in _names().values() if name.split("/")[0] in _CITIES_IN)
    return {folding.ZONES(name.rsplit("/", 1)[1]): name for name in sorted(places, key=len)}


@cache
def _towns() -> dict[str, str]:
    """Zones by cities without a zone of their own name."""
    towns = data_files.read(__file__)["towns"]
    return {folding.ZONES(town): name for name, same in towns.items() for town in same.split("|")}


@cache
def _cities_in(language: str) -> dict[str, str]:
    """Zones by city as a language calls it (Unicode CLDR, exemplar cities): ``القاهرة``, ``東京``."""
    with translation.speaking(language):
        named = translation.locale().time_zones
    ours = set(_names().values())
    return {
        folding.ZONES(place["city"]): RENAMED.get(name, name)
        for name, place in named.items()
        if "city" in place and name in ours
    }


def zone_of(text: str, otherwise: str) -> str:
    """The IANA name of the zone that was typed; ``otherwise`` if nothing was.

    Takes an IANA name in any case, a city such as "London", "Leeds" or "são paulo", also as the reader's language calls
    it, or UTC. Refuses the rest, and all abbreviations such as "EST", with UNKNOWN_ZONE: the zone as typed, and
    suggestions.
    """
    typed = folding.ZONES(text)
    if not typed:
        return otherwise
    found = known(typed)
    if found is None:
        raise Refusal(Reason.UNKNOWN_ZONE, zone=text.strip(), suggestions=suggestions(text))
    return found


def offset_at(instant: datetime, name: str) -> str:
    """What clocks there are ahead of UTC then: ``UTC+5:30``, or ``UTC`` where they are not."""
    return offset(instant.astimezone(ZoneInfo(name)).utcoffset() or timedelta())


def offset(span: timedelta) -> str:
    """``UTC-12`` for twelve hours behind, ``UTC`` for none."""
    minutes = int(span.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}" if minutes else "UTC"


def known(text: str) -> str | None:
    """The IANA name of a zone by its name, its city or as UTC; None if there is no such."""
    return named(folding.ZONES(text))


def named(plain: str) -> str | None:
    """The IANA name of a zone by a text in small letters without diacritics; None if there is no such."""
    if plain in _UNIVERSAL:
        return "UTC"
    name = _names().get(plain) or _towns().get(plain) or _cities().get(plain)
    return name or _cities_in(translation.language()).get(plain)


def suggestions(text: str) -> list[str]:
    """Names of zones that were perhaps meant, at most five."""
    typed = folding.ZONES(text)
    if typed in ABBREVIATIONS:
        return list(ABBREVIATIONS[typed].zones)
    known = {plain.rsplit("/", 1)[-1]: name for plain, name in _names().items()} | _cities()
    close = difflib.get_close_matches(typed.rsplit("/", 1)[-1], known, n=5, cutoff=0.7)
    return list(dict.fromkeys(known[one] for one in close))


def search(text: str, limit: int = 25) -> tuple[str, ...]:
    """IANA names for autocomplete: those whose city begins with the text, then those that contain it."""
    typed = folding.ZONES(text)
    cities = {**_cities_in(translation.language()), **_towns(), **_cities()}
    first = [zone for city, zone in sorted(cities.items()) if city.startswith(typed)]
    then = [zone for name, zone in _names().items() if typed in name]
    meant = ABBREVIATIONS[typed].zones if typed in ABBREVIATIONS else ()
    return tuple(dict.fromkeys([*first, *then, *meant]))[:limit]
