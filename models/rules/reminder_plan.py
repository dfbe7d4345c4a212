"""The plan of a letter's reminders: which come when, how many by direct message, when nobody is written to.

Pure rules; the plan is kept on the letter as a document, and a moderator changes it as a whole.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from msgspec import Struct

from models.refusal import Reason, Refusal, each

DAYS, HOURS, DIRECT = range(31), range(1, 73), range(6)
"""What may be chosen: days and hours before the close, and direct messages to one person."""
MOST_DAYS, MOST_HOURS = 7, 5
LONGEST_QUIET = timedelta(hours=12)
"""A direct message moves by so much at most, and is made that much earlier."""
_SPAN = re.compile(r"(\d{1,2})(?::(\d\d))?\s*(?:-|–|to|until)\s*(\d{1,2})(?::(\d\d))?", re.IGNORECASE)
_NONE = frozenset({"", "-", "no", "none"})


class Snooze(StrEnum):
    """When a reminder comes again to one person."""

    HOURS = "hours"
    MORNING = "morning"


class Plan(Struct, frozen=True):
    """When a letter reminds. The default is built for a human day (design: *Notices*)."""

    days: tuple[int, ...] = (2, 1, 0)
    """Days before the last day on which a reminder comes in the morning, most first; with 0, the last day itself,
    another comes in its afternoon."""
    hours: tuple[int, ...] = (1,)
    """Hours before the close, most first; the last of them is the last call."""
    direct: int = 3
    """Reminders by direct message to one person at most."""
    quiet: tuple[time, time] | None = (time(22), time(8))
    """From when until when nobody gets one, in the person's own zone; None for never."""
    bulletin: bool = False
    """Each morning the announcements channel hears how the published list stands."""

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> "Plan":
        """The plan that a document holds; what it does not name is the default."""
        values = {name: document[name] for name in cls.__struct_fields__ if name in document}
        for name in {"days", "hours"} & values.keys():
            values[name] = tuple(values[name])
        if values.get("quiet") is not None:
            start, end = map(time.fromisoformat, values["quiet"])
            values["quiet"] = (start, end)
        return cls(**values)

    def document(self) -> dict[str, Any]:
        """The plan as plain JSON values."""
        quiet = [hour.isoformat("minutes") for hour in self.quiet] if self.quiet is not None else None
        return {
            "days": list(self.days),
            "hours": list(self.hours),
            "direct": self.direct,
            "quiet": quiet,
            "bulletin": self.bulletin,
        }


def parse(days: str, hours: str, direct: str, quiet: str, *, bulletin: bool) -> Plan:
    """The plan as it was typed: numbers with commas or spaces between them, quiet hours as ``22:00-8:00``; empty or
    ``none`` is none.

    Refuses BAD_DAYS_BEFORE and BAD_HOURS_BEFORE (typed, lowest, highest, limit), BAD_MOST_DIRECT(typed, highest),
    BAD_QUIET_HOURS(typed, hours).
    """
    read: list[Any] = each(
        lambda: _numbers(days, DAYS, MOST_DAYS, Reason.BAD_DAYS_BEFORE),
        lambda: _numbers(hours, HOURS, MOST_HOURS, Reason.BAD_HOURS_BEFORE),
        lambda: _most(direct),
        lambda: _quiet(quiet),
    )
    return Plan(**dict(zip(("days", "hours", "direct", "quiet"), read, strict=True)), bulletin=bulletin)


def as_typed(plan: Plan) -> dict[str, Any]:
    """A plan as it would be typed, by the name of the field."""
    quiet = "-".join(hour.isoformat("minutes") for hour in plan.quiet) if plan.quiet is not None else "none"
    return {
        "days": ", ".join(map(str, plan.days)) or "none",
        "hours": ", ".join(map(str, plan.hours)) or "none",
        "direct": str(plan.direct),
        "quiet": quiet,
        "bulletin": plan.bulletin,
    }


def _numbers(text: str, allowed: range, limit: int, reason: Reason) -> tuple[int, ...]:
    if text.strip().casefold() in _NONE:
        return ()
    known = {str(number): number for number in allowed}
    found = {known.get(word) for word in re.split(r"[\s,;]+", text.strip(" ,;"))}
    numbers = [number for number in found if number is not None]
    if len(numbers) < len(found) or len(numbers) > limit:
        raise Refusal(reason, typed=text, lowest=allowed[0], highest=allowed[-1], limit=limit)
    return tuple(sorted(numbers, reverse=True))


def _most(text: str) -> int:
    known = {str(number): number for number in DIRECT}
    if text.strip() not in known:
        raise Refusal(Reason.BAD_MOST_DIRECT, typed=text, highest=DIRECT[-1])
    return known[text.strip()]


def _quiet(text: str) -> tuple[time, time] | None:
    if text.strip().casefold() in _NONE:
        return None
    found = _SPAN.fullmatch(text.strip())
    refused = Refusal(Reason.BAD_QUIET_HOURS, typed=text, hours=LONGEST_QUIET // timedelta(hours=1))
    if found is None:
        raise refused
    try:
        start, end = (time(int(found[at]) % 24, int(found[at + 1] or 0)) for at in (1, 3))
    except ValueError:
        raise refused from None
    if int(found[1]) > 24 or int(found[3]) > 24 or not timedelta() < _length(start, end) <= LONGEST_QUIET:
        raise refused
    return start, end


def _length(start: time, end: time) -> timedelta:
    day = date(2000, 1, 1)
    return (datetime.combine(day, end) - datetime.combine(day, start)) % timedelta(days=1)
