"""Clocks: what shows the hour that was typed. That of a place, or one that is always the same hours from UTC."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from models.deadlines.grammar import places
from models.deadlines.grammar.language import Language, plain
from models.deadlines.grammar.pattern import Pattern, Slot, any_, meanings
from models.geography import time_zones
from models.geography.abbreviations import ABBREVIATIONS
from models.refusal import Reason, Refusal

ANYWHERE = timedelta(hours=-12)
"""Anywhere on Earth: a day lasts until it has ended in the last place (IEEE 802.16's "AoE", UTC-12)."""
_FARTHEST = timedelta(hours=14)
_OFFSET = re.compile(r"(?:utc|gmt|z)? ?(?P<sign>[+-]) ?(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?")
_UNIVERSAL = frozenset({"utc", "gmt", "z", "zulu", "utc/gmt", "gmt/utc"})
_ANYWHERE_WORDS = frozenset({"aoe", "anywhere on earth", "anywhere on the earth", "anywhere"})


class Meaning(Struct, frozen=True):
    """One instant that an hour on a clock can be, and the IANA zone in which to show it."""

    instant: datetime
    zone: str

    def shows(self, wall: datetime) -> bool:
        """Whether clocks there show this naive wall time then; they skip some."""
        return self.instant.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None) == wall


class Clock(Struct, frozen=True):
    """``zone``: a place's, or None. ``said``: (offset from UTC, place) for each thing that was perhaps meant;
    a place of None for an offset that needs none. ``called``: the abbreviation, or a name that several places
    have."""

    zone: str | None = None
    said: tuple[tuple[timedelta, str | None], ...] = ()
    called: str = ""

    def at_home(self, home: str) -> list["Clock"]:
        """Itself; or that of each place that is meant by its name in ``home``, an IANA zone. An abbreviation that is
        used at home is not that of another place."""
        if self.called and not self.said:
            return [place(name) for name in places.near(self.called, home)]
        own = tuple(one for one in self.said if one[1] == home)
        if own and len(self.said) > 1:
            return [Clock(said=own)]
        country = places.territory(home)
        offsets = {offset for offset, _ in self.said}
        elsewhere = ABBREVIATIONS[self.called].elsewhere if self.called else ()
        abroad = (one for one in elsewhere if one[0] not in offsets and places.territory(one[1]) == country)
        return [replace(self, said=(*self.said, *abroad))]

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

    def may_be_in(self, name: str | None) -> bool:
        """Whether one of the places that it is called after lies in this IANA zone."""
        return name in places.namesakes(self.called)

    @property
    def fixed(self) -> str:
        """``UTC-12``, or ``UTC``, for a clock that belongs to no place, else nothing."""
        if not self.said or self.said[0][1] is not None:
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


def patterns(language: Language) -> Iterator[Pattern]:
    """Clocks that have a name of their own in a language, wherever in a text they stand."""
    named = places.clocks(language.code)
    spelling = any_(*meanings(language.vocabulary.zones))
    yield Pattern(Slot.CLOCK, spelling, lambda found: place(named[found[0]]))


def read(text: str, otherwise: str) -> Clock:
    """The clock that was typed in the field for it; that of ``otherwise`` if nothing was. Refuses UNKNOWN_ZONE."""
    if not text.strip():
        return place(otherwise)
    found = None if "/" in text else find(plain(text))
    if found is not None and found.called and not found.said:
        clocks = found.at_home(otherwise)
        if len(clocks) > 1:
            suggestions = [clock.zone for clock in clocks]
            raise Refusal(Reason.UNKNOWN_ZONE, zone=text.strip(), suggestions=suggestions)
        return clocks[0]
    name = time_zones.known(text)
    return place(name) if name else found or place(time_zones.zone_of(text, otherwise))


def find(words: str, language: str = "en") -> Clock | None:
    """The clock that these words name, in plain form: an IANA name, a city, a country with one time, an
    abbreviation, an offset such as ``utc+2``; None if they name none."""
    words = words.strip(" ()[],;.!?").removesuffix(" time").removesuffix(" local").removesuffix("時間")
    if words in _UNIVERSAL:
        return Clock(said=((timedelta(), None),))
    if words in _ANYWHERE_WORDS:
        return Clock(said=((ANYWHERE, None),))
    if offset := _OFFSET.fullmatch(words):
        span = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
        if span > _FARTHEST or (len(offset["hours"]) < 2 and words[0] in "+-"):
            return None
        return Clock(said=((-span if offset["sign"] == "-" else span, None),))
    if any(unicodedata.category(c) == "So" for c in words):
        return None  # places are looked up by their letters alone, but this is no part of a name
    if words in ABBREVIATIONS:
        return Clock(said=ABBREVIATIONS[words].says, called=words)
    if places.namesakes(words):
        return Clock(called=words)
    name = places.zone_of(words, language)
    return place(name) if name else None
