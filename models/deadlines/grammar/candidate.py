"""Candidates: the instants that a phrase can mean, seen from now. Past ones are among them; none is chosen here."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from models.deadlines.grammar import day as days
from models.deadlines.grammar.clock import Clock, place
from models.deadlines.grammar.hours import END_OF_DAY, MIDNIGHT, NOON, Hour, bare
from models.deadlines.grammar.phrase import Phrase
from models.deadlines.grammar.spans import Span
from models.refusal import Reason

_OF_TWELVE = 12
_EVENING_FROM = 5
"""Tonight at 5 is 17:00; tonight at 1 is 1:00, or 13:00 to some."""


class Candidate(Struct, frozen=True):
    """One instant, and how it came about."""

    instant: datetime
    zone: str
    """The IANA zone in which to show it."""
    clock: Clock
    day: date | None = None
    hour: Hour | None = None
    date_only: bool = False
    """No hour was named, or the end of the day was."""
    doubtful: bool = False
    """It is ahead on the calendar of its clock alone; on the writer's the day that was named has passed."""


def of(phrase: Phrase, now: datetime, home: str, writer: str) -> Iterator[Candidate]:
    """What the phrase can mean on its clock, or else on that of ``home``. ``writer``: the zone whose calendar *today*
    and *tomorrow* may be of too. Both are IANA zones.

    Raises OverflowError beyond the calendar.
    """
    for clock in (phrase.clock or place(home)).at_home(home):
        yield from _on_clock(phrase, clock, now, home, writer)


def _on_clock(phrase: Phrase, clock: Clock, now: datetime, home: str, writer: str) -> Iterator[Candidate]:
    here = clock.local(now)
    hours = _of_evening(phrase.hours, here.time()) if phrase.evening else phrase.hours
    rule = phrase.rule
    if phrase.span is not None:
        if not hours:
            yield from _ends_of(phrase.span, clock, here, now, home)
            return
        rule = days.either(*(days.after(count, phrase.span.months) for count in _days(phrase.span)))
    if rule is None and hours in (END_OF_DAY, MIDNIGHT):  # without a day it is the one ahead
        rule, hours = days.after(0), END_OF_DAY
    if rule is None:
        today = now.astimezone(ZoneInfo(writer)).date()
        for hour in hours:
            yield from _next_strike(hour, clock, here.date(), today, now, home)
        return
    theirs = rule(here.date())
    own = rule(now.astimezone(ZoneInfo(writer)).date()) if rule.floats and writer != clock.zone else theirs
    found = {
        day: [one for hour in hours or END_OF_DAY for one in _at(day, hour, clock, home)]
        for day in theirs + own
    }
    is_over = own != theirs and all(one.instant <= now for day in own for one in found[day])
    for candidates in found.values():
        yield from (replace(one, doubtful=is_over) for one in candidates)
    if phrase.may_be_hour is not None:
        yield from _perhaps_at(phrase.may_be_hour, phrase, clock, here.date(), home)


def _perhaps_at(number: int, phrase: Phrase, clock: Clock, today: date, home: str) -> Iterator[Candidate]:
    """*Friday 5* is perhaps Friday at 5; *Friday 19* is Friday the 19th where that is the next one."""
    alone = phrase.weekday.alone(today) if phrase.weekday else ()
    if number > _OF_TWELVE and any(day.day == number for day in alone):
        return
    for day in alone:
        for hour in bare(number):
            yield from _at(day, hour, clock, home)


def why_several(found: list[Candidate]) -> Reason:
    """What it is about them that can be read in several ways: the hour, the day, or the clock."""
    hours = {one.hour for one in found}
    if len(hours) > 1:
        return Reason.MIDNIGHT if hours == set(MIDNIGHT) else Reason.AMBIGUOUS_HOUR
    if len({one.day for one in found}) > 1 or any(one.doubtful for one in found):
        return Reason.AMBIGUOUS_DAY
    if len({one.clock for one in found}) > 1:
        return Reason.AMBIGUOUS_ZONE
    [first, *_] = found
    if first.clock.zone is None:
        return Reason.AMBIGUOUS_ZONE
    shown = first.instant.astimezone(ZoneInfo(first.zone)).time()
    return Reason.HOUR_TWICE if first.hour and shown == first.hour.at else Reason.NO_SUCH_HOUR


def _at(day: date, hour: Hour, clock: Clock, home: str) -> Iterator[Candidate]:
    """An hour of a day. A day ends at its last second, also where the clock shows that one twice."""
    meanings = clock.instants(datetime.combine(day, hour.at) + timedelta(days=hour.days), home)
    is_end = hour in END_OF_DAY
    for meaning in meanings[-1:] if is_end and clock.zone is not None else meanings:
        yield Candidate(meaning.instant, meaning.zone, clock, day, hour, is_end)


def _next_strike(
    hour: Hour, clock: Clock, here: date, today: date, now: datetime, home: str
) -> Iterator[Candidate]:
    """An hour without a day: the next time that the clock shows it. Where it is ``here`` still a day before the
    writer's ``today``, that of today may be meant too."""
    for day in (here, here + days.DAY):
        ahead = [one for one in _at(day, hour, clock, home) if one.instant > now]
        if ahead:
            yield from ahead
            if day < today:
                yield from _at(today, hour, clock, home)
            return


def _ends_of(span: Span, clock: Clock, here: datetime, now: datetime, home: str) -> Iterator[Candidate]:
    """The end of a length of time that begins now: days and months keep the hour that the clock shows, hours and
    minutes are exact. To the second. An hour that the clock skips is the one after."""
    if not (span.days or span.months):
        yield Candidate(now.replace(microsecond=0).astimezone(UTC) + span.exact, clock.zone or home, clock)
        return
    for count in _days(span):
        [day] = days.after(count, span.months)(here.date())
        wall = datetime.combine(day, here.time().replace(microsecond=0))
        meanings = clock.instants(wall, home)
        start = next((one for one in meanings if one.shows(wall)), meanings[-1])
        yield Candidate(start.instant + span.exact, start.zone, clock, day)


def _days(span: Span) -> tuple[int, ...]:
    return (span.days, span.or_days) if span.or_days else (span.days,)


def _of_evening(hours: tuple[Hour, ...], now: time) -> tuple[Hour, ...]:
    """Hours of an evening: 8 is 20:00, and midnight ends the day; 12:00 is perhaps noon. Anyone who writes in the small
    hours means those that are ahead."""
    if NOON[0] in hours and len(hours) > 1:  # "tonight at 12", of which one is noon
        hours = tuple(hour for hour in hours if hour not in NOON)
    small = hours[0] if hours and 0 < hours[0].at.hour < _EVENING_FROM else None
    if small is not None and small.at <= now:  # "tonight at 1" is after midnight to most
        afternoon = hours[1:] or (replace(small, at=small.at.replace(hour=small.at.hour + 12)),)
        return (*afternoon, replace(small, days=1))
    return tuple(dict.fromkeys(later for hour in hours for later in _later(hour)))


def _later(hour: Hour) -> tuple[Hour, ...]:
    shown = hour.at.hour
    if shown == 0 and not hour.days:
        return (Hour(hour.at, days=1),) if hour.at.minute else END_OF_DAY
    if shown == NOON[0].at.hour:
        return (hour, *(_later(replace(hour, at=hour.at.replace(hour=0)))))
    if _EVENING_FROM <= shown < NOON[0].at.hour:
        return (replace(hour, at=hour.at.replace(hour=shown + 12)),)
    return (hour,)
