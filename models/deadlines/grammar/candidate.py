"""Candidates: the instants that a phrase can mean, seen from now. Past ones are among them; none is chosen here."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from models.deadlines.grammar import day as days
from models.deadlines.grammar.clock import Clock, Meaning, place
from models.deadlines.grammar.hours import END_OF_DAY, MIDNIGHT, Hour
from models.deadlines.grammar.phrase import Phrase
from models.deadlines.grammar.spans import Span
from models.refusal import Reason

_EVENING_FROM = 5
"""Tonight at 5 is 17:00; tonight at 1 is read as it stands."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One instant, and how it came about."""

    instant: datetime
    zone: str
    """The IANA zone in which to show it."""
    clock: Clock
    day: date | None = None
    hour: Hour | None = None
    date_only: bool = False
    """No hour was named, or the end of the day was."""


def of(phrase: Phrase, now: datetime, home: str) -> Iterator[Candidate]:
    """What the phrase can mean on its clock, or else on that of ``home``, an IANA zone.

    Raises OverflowError beyond the calendar.
    """
    clock = phrase.clock or place(home)
    here = clock.local(now)
    hours = _of_evening(phrase.hours) if phrase.evening else phrase.hours
    rule = phrase.date
    if phrase.span is not None:
        if not hours:
            yield _end_of(phrase.span, clock, here, now, home)
            return
        rule = days.after(phrase.span.days, phrase.span.months)
    if rule is None:
        for hour in END_OF_DAY if hours == MIDNIGHT else hours:  # without a day it is the one ahead
            yield from _next_strike(hour, clock, here.date(), now, home)
        return
    for day in rule(here.date()):
        for hour in hours or END_OF_DAY:
            yield from _at(day, hour, clock, home)


def why_several(found: list[Candidate]) -> Reason:
    """What it is about them that can be read in several ways: the hour, the day, or the clock."""
    hours = {one.hour for one in found}
    if len(hours) > 1:
        return Reason.MIDNIGHT if hours == set(MIDNIGHT) else Reason.AMBIGUOUS_HOUR
    if len({one.day for one in found}) > 1 or len({one.clock for one in found}) > 1:
        return Reason.AMBIGUOUS_DAY
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


def _next_strike(hour: Hour, clock: Clock, today: date, now: datetime, home: str) -> Iterator[Candidate]:
    """An hour without a day: the next time that the clock shows it."""
    for day in (today, today + days.DAY):
        ahead = [one for one in _at(day, hour, clock, home) if one.instant > now]
        if ahead:
            yield from (replace(one, day=None) for one in ahead)
            return


def _end_of(span: Span, clock: Clock, here: datetime, now: datetime, home: str) -> Candidate:
    """The end of a length of time that begins now: days and months keep the hour that the clock shows, hours and
    minutes are exact. To the second."""
    start = Meaning(now.replace(microsecond=0).astimezone(UTC), clock.zone or home)
    if span.days or span.months:
        [day] = days.after(span.days, span.months)(here.date())
        start = clock.instants(datetime.combine(day, here.time().replace(microsecond=0)), home)[0]
    return Candidate(start.instant + span.exact, start.zone, clock)


def _of_evening(hours: tuple[Hour, ...]) -> tuple[Hour, ...]:
    """Hours of an evening: 8 is 20:00, and midnight ends the day."""
    if hours == MIDNIGHT:
        return END_OF_DAY
    return tuple(dict.fromkeys(_later(hour) for hour in hours))


def _later(hour: Hour) -> Hour:
    before_noon = _EVENING_FROM <= hour.at.hour < 12
    return replace(hour, at=hour.at.replace(hour=hour.at.hour + 12)) if before_noon else hour
