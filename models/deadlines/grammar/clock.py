"""Clocks: what shows the hour that was typed. That of a place, or one that is always the same hours from UTC."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

from models.deadlines.grammar.language import plain
from models.geography import countries, time_zones
from models.geography.abbreviations import ABBREVIATIONS

ANYWHERE = timedelta(hours=-12)
"""Anywhere on Earth: a day lasts until it has ended in the last place (IEEE 802.16's "AoE", UTC-12)."""
_FARTHEST = timedelta(hours=14)
_OFFSET = re.compile(r"(?:utc|gmt|z)? ?(?P<sign>[+-]) ?(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?")
_UNIVERSAL = frozenset({"utc", "gmt", "z", "zulu", "utc/gmt", "gmt/utc"})
_ANYWHERE_WORDS = frozenset({"aoe", "anywhere on earth", "anywhere on the earth", "anywhere"})

_EUROPE, _EAST = "Europe/Paris", "America/New_York"
_PLACES = MappingProxyType(
    {
        **dict.fromkeys(("et", "eastern", "est/edt", "edt/est", "us eastern", "dc"), _EAST),
        **dict.fromkeys(("ct", "central", "cst/cdt", "cdt/cst", "us central"), "America/Chicago"),
        **dict.fromkeys(("mt", "mountain", "mst/mdt", "mdt/mst"), "America/Denver"),
        **dict.fromkeys(("pt", "pacific", "pst/pdt", "pdt/pst", "us pacific"), "America/Los_Angeles"),
        **dict.fromkeys(("cet/cest", "cest/cet", "central european"), _EUROPE),
        **dict.fromkeys(("gmt/bst", "bst/gmt", "british"), "Europe/London"),
    }
)
_TOWNS = MappingProxyType(
    {
        _EAST: "washington|washington dc|washington d.c.|boston|philadelphia|miami|atlanta|nyc",
        "America/Chicago": "dallas|houston|austin",
        "America/Los_Angeles": "san francisco|seattle|san diego",
        "America/Toronto": "ottawa|montreal|quebec",
        "America/Sao_Paulo": "rio de janeiro|rio|brasilia",
        "Africa/Johannesburg": "cape town|pretoria|durban",
        "Africa/Lagos": "abuja",
        "Asia/Jerusalem": "tel aviv",
        "Asia/Kolkata": "mumbai|bombay|delhi|new delhi|bangalore|bengaluru|chennai|hyderabad|calcutta",
        "Asia/Shanghai": "beijing|peking|shenzhen|guangzhou",
        "Asia/Tokyo": "osaka|kyoto",
        "Australia/Sydney": "canberra",
        "Europe/Amsterdam": "the hague|den haag|rotterdam|utrecht",
        "Europe/Berlin": "munich|munchen|hamburg|frankfurt|cologne|koln|bonn|karlsruhe|leipzig|dresden|stuttgart",
        "Europe/Istanbul": "ankara",
        "Europe/London": "edinburgh|cardiff|glasgow|manchester|oxford",
        "Europe/Madrid": "barcelona|valencia|sevilla|seville",
        "Europe/Paris": "strasbourg|lyon|marseille|toulouse|bordeaux",
        "Europe/Rome": "milan|milano|turin|torino|naples|napoli|bologna|florence|firenze",
        "Europe/Stockholm": "gothenburg|goteborg|malmo",
        "Europe/Warsaw": "krakow|cracow|gdansk|wroclaw|poznan",
        "Europe/Zurich": "geneva|geneve|genf|bern|berne|basel|lausanne",
        "Pacific/Auckland": "wellington",
    }
)
"""Cities of which many members write, and that have no zone of their own name."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One instant that an hour on a clock can be, and the IANA zone in which to show it."""

    instant: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Clock:
    """``zone``: a place's, or None. ``said``: (offset from UTC, place) for each thing that was perhaps meant;
    a place of None for an offset that needs none."""

    zone: str | None = None
    said: tuple[tuple[timedelta, str | None], ...] = ()

    def local(self, now: datetime) -> datetime:
        """What it shows now."""
        if self.zone is not None:
            return now.astimezone(ZoneInfo(self.zone))
        offset, place = self.said[0]
        return now.astimezone(ZoneInfo(place)) if place else (now + offset)

    def instants(self, wall: datetime, home: str) -> list[Meaning]:
        """The instants at which it shows this naive wall time, the earliest first; ``home`` is the zone in which a
        mere offset is shown.

        None is ruled out here: two around a change of clocks, and more for an abbreviation that the place does not
        use at that time of year, or that several places use. Raises OverflowError beyond the calendar.
        """
        if self.zone is not None:
            return at_place(wall, self.zone)
        found: list[Meaning] = []
        for offset, place in self.said:
            literal = (wall - offset).replace(tzinfo=UTC)
            if place is None:
                found.append(Meaning(literal, home))
            elif literal.astimezone(ZoneInfo(place)).utcoffset() == offset:
                found.append(Meaning(literal, place))
            else:
                found += at_place(wall, place)
                if len(self.said) == 1:
                    found.append(Meaning(literal, place))
        return sorted(set(found), key=lambda meaning: (meaning.instant, meaning.zone))

    @property
    def fixed(self) -> str:
        """``UTC-12``, or ``UTC``, for a clock that belongs to no place, else nothing."""
        if self.zone is not None or self.said[0][1] is not None:
            return ""
        return time_zones.offset(self.said[0][0])


def at_place(wall: datetime, name: str) -> list[Meaning]:
    """The instants that a wall time can mean in a place: two around a change of clocks, else one."""
    local = wall.replace(tzinfo=ZoneInfo(name))
    instants = sorted({local.replace(fold=fold).astimezone(UTC) for fold in (0, 1)})
    return [Meaning(instant, name) for instant in instants]


def place(name: str) -> Clock:
    """The clock of an IANA zone."""
    return Clock(zone=name)


def read(text: str, otherwise: str) -> Clock:
    """The clock that was typed in the field for it; that of ``otherwise`` where nothing was. Refuses UNKNOWN_ZONE."""
    if not text.strip():
        return place(otherwise)
    name = time_zones.known(text)
    return place(name) if name else find(plain(text)) or place(time_zones.zone_of(text, otherwise))


def find(words: str, language: str = "en") -> Clock | None:
    """The clock that these words name, in plain form: an IANA name, a city, a country with one time, an
    abbreviation, an offset such as ``utc+2``; None where they name none."""
    words = words.strip(" ()[],;.").removesuffix(" time").removesuffix(" local")
    if words in _UNIVERSAL:
        return Clock(said=((timedelta(), None),))
    if words in _ANYWHERE_WORDS:
        return Clock(said=((ANYWHERE, None),))
    if offset := _OFFSET.fullmatch(words):
        span = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
        if span > _FARTHEST or (len(offset["hours"]) < 2 and words[0] in "+-"):
            return None
        return Clock(said=((-span if offset["sign"] == "-" else span, None),))
    if words in ABBREVIATIONS:
        return Clock(said=ABBREVIATIONS[words].says)
    name = time_zones.known(words) or _PLACES.get(words) or _towns(language).get(words) or _by_country(words)
    return place(name) if name else None


@cache
def _towns(language: str) -> dict[str, str]:
    """Cities without a zone of their own name, and cities as this language calls them."""
    known = {town: name for name, towns in _TOWNS.items() for town in towns.split("|")}
    for name, place in Locale(language).time_zones.items():
        if "city" in place and "/" in name:
            known.setdefault(plain(place["city"]), name)
    return known


def _by_country(words: str) -> str | None:
    """The zone of a country in which all clocks show the same. Codes such as *in* are words of their own."""
    code = countries.known(words) if len(words) > 3 or words == "uk" else None
    return _only_zone(code) if code is not None else None


@cache
def _only_zone(code: str) -> str | None:
    zones = sorted(name for name, territory in get_global("zone_territories").items() if territory == code)
    return zones[0] if len({_shown(name) for name in zones}) == 1 else None


def _shown(name: str) -> tuple[timedelta | None, ...]:
    """Its offset from UTC in each fortnight of two years, enough to tell two apart."""
    start = datetime(2026, 1, 1, tzinfo=UTC)
    return tuple((start + timedelta(weeks=2 * n)).astimezone(ZoneInfo(name)).utcoffset() for n in range(52))
