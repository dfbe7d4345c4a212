"""When reminders fall due. Pure rules: no database, no clock, no Discord.

By default built for a human day: ten in the morning two days and one day before the close, ten and five on the last
day, and one hour before the close. Hours are those of the letter's zone.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from models.rules.reminder_plan import Plan
from models.terms import NoticeKind

MORNING, AFTERNOON = time(10), time(17)
DAILY = time(9)
"""When the digest and the bulletin come."""
BEFORE_QUIET = timedelta(minutes=15)
MAKE_AHEAD = timedelta(hours=14)
"""Deliveries are written this long before a reminder is due: more than quiet hours can move a DM."""
LATE_AFTER = timedelta(minutes=5)
DEFAULT = Plan()
_INSTANT = timedelta(microseconds=1)


class Reminder(Struct, frozen=True):
    """One planned reminder. ``direct``: also by DM."""

    kind: NoticeKind
    due_at: datetime
    direct: bool


def reminders(closes_at: datetime, zone: str, opened_at: datetime, plan: Plan = DEFAULT) -> list[Reminder]:
    """The reminders of one window, in order, strictly after the opening and strictly before the close.

    The last day is that of the last instant on time, so a close at midnight belongs to the day it ends. Of two
    at the same instant the last call stays. By DM as well go the last ``plan.direct`` of the mornings and then the
    hours that the plan names, not the afternoon.
    """
    wished = list(_wished(closes_at, ZoneInfo(zone), plan))
    for_dm = [due for due, _, hour in wished if hour != AFTERNOON]
    direct = set(for_dm[max(0, len(for_dm) - plan.direct) :])
    kinds = {due: kind for due, kind, _ in wished}
    return [Reminder(kinds[due], due, due in direct) for due in sorted(kinds) if opened_at < due < closes_at]


def ahead(
    closes_at: datetime, zone: str, opened_at: datetime | None, now: datetime, plan: Plan = DEFAULT
) -> list[Reminder]:
    """Those that are still to come, as they are read back to anyone who sets the plan. A window that is not open yet is
    taken to open now."""
    return [one for one in reminders(closes_at, zone, opened_at or now, plan) if one.due_at > now]


def next_morning(now: datetime, zone: str) -> datetime:
    """The next nine o'clock in this zone, strictly after ``now``."""
    place = ZoneInfo(zone)
    today = now.astimezone(place).date()
    mornings = (_instant(today + timedelta(days=ahead), DAILY, place) for ahead in range(3))
    return next(morning for morning in mornings if morning > now)


def should_send(due_at: datetime, now: datetime, closes_at: datetime, next_due: datetime | None) -> bool:
    """Whether a reminder that was not sent yet should be sent now: due, before the close, and no later one due
    as well (that one says it all)."""
    return due_at <= now < closes_at and (next_due is None or now < next_due)


def is_late(due_at: datetime, now: datetime) -> bool:
    """Whether a reminder comes so long after its hour that it should say so."""
    return now - due_at > LATE_AFTER


def before_quiet_hours(
    due_at: datetime, zone: str, quiet: tuple[time, time] | None = DEFAULT.quiet
) -> datetime:
    """When a reminder (aware) is sent to a person who lives in ``zone``, an IANA name: at its hour, or a quarter of
    an hour before the quiet hours where it falls into those (local times; 22:00 to 8:00 if nothing else is
    planned). Never later than planned."""
    if quiet is None:
        return due_at
    place, (start, end) = ZoneInfo(zone), quiet
    local = due_at.astimezone(place)
    over_midnight = start > end
    begun, over = local.time() >= start, local.time() >= end
    if (not begun and over) if over_midnight else (not begun or over):
        return due_at
    evening = local.date() if begun else local.date() - timedelta(days=1)
    before = datetime.combine(evening, start) - BEFORE_QUIET
    return min(due_at, _instant(before.date(), before.time(), place))  # a day may be missing from a calendar


def _wished(
    closes_at: datetime, zone: ZoneInfo, plan: Plan
) -> Iterator[tuple[datetime, NoticeKind, time | None]]:
    last_day = (closes_at - _INSTANT).astimezone(zone).date()
    for days_before in plan.days:
        day = last_day - timedelta(days=days_before)
        for hour in (MORNING,) if days_before else (MORNING, AFTERNOON):
            yield _instant(day, hour, zone), NoticeKind.REMINDER, hour
    for hours_before in plan.hours:
        last = hours_before == plan.hours[-1]
        kind = NoticeKind.LAST_HOUR if last else NoticeKind.REMINDER
        yield closes_at - timedelta(hours=hours_before), kind, None


def _instant(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """A local hour in UTC. One that comes twice is the first; one that the clocks skip moves on by the gap
    (PEP 495: with ``fold=0`` the offset from before the change holds)."""
    return datetime.combine(day, hour, zone).astimezone(UTC)
