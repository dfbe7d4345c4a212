"""When reminders fall due. Pure rules: no database, no clock, no Discord.

Built for a human day: ten in the morning two days and one day before the close, ten and five on the last day,
and one hour before the close. Hours are those of the letter's zone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.terms import NoticeKind

MORNING, AFTERNOON = time(10), time(17)
LAST_CALL = timedelta(hours=1)
QUIET_FROM, QUIET_UNTIL = time(22), time(8)
BEFORE_QUIET = time(21, 45)
MAKE_AHEAD = timedelta(hours=12)
"""Deliveries are written this long before a reminder is due: more than a quiet night can move a DM."""
LATE_AFTER = timedelta(minutes=5)
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One planned reminder. ``direct``: also by DM, of which there are at most three."""

    kind: NoticeKind
    due_at: datetime
    direct: bool


def reminders(closes_at: datetime, zone: str, opened_at: datetime) -> list[Reminder]:
    """The reminders of one window, in order, strictly after the opening and strictly before the close.

    The last day is that of the last instant on time, so a close at midnight belongs to the day it ends. Of two
    at the same instant the last hour's stays.
    """
    by_instant = {reminder.due_at: reminder for reminder in _wished(closes_at, ZoneInfo(zone))}
    return [by_instant[due] for due in sorted(by_instant) if opened_at < due < closes_at]


def should_send(due_at: datetime, now: datetime, closes_at: datetime, next_due: datetime | None) -> bool:
    """Whether a reminder that was not sent yet is to be sent now: due, before the close, and no later one due
    as well (that one says it all)."""
    return due_at <= now < closes_at and (next_due is None or now < next_due)


def is_late(due_at: datetime, now: datetime) -> bool:
    """Late enough to say so."""
    return now - due_at > LATE_AFTER


def before_quiet_hours(due_at: datetime, zone: str) -> datetime:
    """The same instant, or 21:45 of the evening before where it falls into the person's night (22:00 to 8:00):
    earlier, never later."""
    place = ZoneInfo(zone)
    local = due_at.astimezone(place)
    if QUIET_UNTIL <= local.time() < QUIET_FROM:
        return due_at
    evening = local.date() if local.time() >= QUIET_FROM else local.date() - timedelta(days=1)
    return min(due_at, _instant(evening, BEFORE_QUIET, place))  # a day may be missing from a calendar


def _wished(closes_at: datetime, zone: ZoneInfo) -> Iterator[Reminder]:
    last_day = (closes_at - _INSTANT).astimezone(zone).date()
    for days_before, hour, direct in (
        (2, MORNING, False),
        (1, MORNING, True),
        (0, MORNING, True),
        (0, AFTERNOON, False),
    ):
        day = last_day - timedelta(days=days_before)
        yield Reminder(NoticeKind.REMINDER, _instant(day, hour, zone), direct)
    yield Reminder(NoticeKind.LAST_HOUR, closes_at - LAST_CALL, direct=True)


def _instant(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """A local hour in UTC. One that comes twice is the first; one that the clocks skip moves on by the gap
    (PEP 495: with ``fold=0`` the offset from before the change holds)."""
    return datetime.combine(day, hour, zone).astimezone(UTC)
