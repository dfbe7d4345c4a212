"""Words: how texts, instants and counts are written for members. Sentences of refusals are in ``refusals``."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from discord.utils import TimestampStyle, format_dt

from models.geography import time_zones
from models.sheets import Deadline, Reading, SchedulerHealth
from models.terms import Kind

_MARKUP = re.compile(r"([\\*_~`|<>\[\]()#:@])")
_LINE_START = re.compile(r"^(\d*)([-+.])", re.MULTILINE)


def escape(text: str) -> str:
    """A text that someone typed, so that Discord shows it as typed: no markup, no mention, no link.

    Discord takes a backslash before any punctuation as "this character itself"; before a digit it would be shown.
    """
    return _LINE_START.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))


def clip(text: str, limit: int) -> str:
    """The text cut to ``limit`` characters, with an ellipsis where something is missing."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def ended(sentence: str) -> str:
    """The sentence with its full stop, but for one whose last word, a name, brings it: "e.V.", "Inc."."""
    return sentence if sentence.rstrip("*").endswith((".", "…")) else f"{sentence}."


def begun(text: str) -> str:
    """The text as the beginning of a line: its first letter large, all others as they are."""
    return text[:1].upper() + text[1:]


def local(instant: datetime, zone: str) -> str:
    """An instant in a zone, with its weekday: ``Thursday 20 February 2025, 23:59 in Europe/London``."""
    at = instant.astimezone(ZoneInfo(zone))
    return f"{at:%A} {at.day} {at:%B %Y, %H:%M} in {zone}"


def reading(one: Reading) -> str:
    """One of several readings, told apart also where the clocks show it twice:
    ``Sunday 26 October 2025, 01:30 in Europe/London (UTC+1)``."""
    offset = time_zones.offset_at(one.instant, one.zone)
    return f"{local(one.instant, one.zone)} ({offset})" if offset != one.zone else local(one.instant, one.zone)


def understood(deadline: Deadline, *, discord: bool = True) -> str:
    """A deadline as it was understood, in each way in which someone may read it: weekday, local time with its zone,
    UTC, and where ``discord`` draws it the reader's own and the time left."""
    shown = local(deadline.instant, deadline.zone)
    own = f"{moment(deadline.instant)}, " if discord else ""
    said = f"{shown}: {own}{utc(deadline.instant)}"
    if deadline.chosen:
        said = f"{said}. You chose {reading(Reading(deadline.instant, deadline.chosen))}"
    end = "That is the end of that day" if deadline.date_only else ""
    if deadline.clock:
        return f"{said}. {end or 'The hour was read'} at {deadline.clock}"
    return f"{said}. {end}" if end else said


def clock(instant: datetime, style: TimestampStyle = "f") -> str:
    """An instant that each reader sees in the own time zone."""
    return format_dt(instant, style)


def moment(instant: datetime) -> str:
    """An instant with the time left: ``20 February 2025 23:59 (in 3 days)`` in the reader's own zone."""
    return f"{clock(instant, 'F')} ({clock(instant, 'R')})"


def utc(instant: datetime) -> str:
    """An instant for copying out of Discord: ``20 Feb 2025, 23:59 UTC``."""
    at = instant.astimezone(UTC)
    return f"{at.day} {at:%b %Y, %H:%M} UTC"


def plural(count: int, one: str, many: str | None = None) -> str:
    """``1 vote``, ``2 votes``; ``many`` where adding an s is not enough."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def a_kind(kind: Kind) -> str:
    """``a company``, ``an organisation``."""
    return f"a {kind}" if kind is Kind.COMPANY else f"an {kind}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """``a, b and c``."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def lasting(span: timedelta) -> str:
    """A length of time in its two largest units: ``2 days 3 hours``."""
    minutes = max(0, int(span.total_seconds()) // 60)
    days, rest = divmod(minutes, 1440)
    hours, minutes = divmod(rest, 60)
    parts = [
        plural(amount, unit) for amount, unit in ((days, "day"), (hours, "hour"), (minutes, "minute")) if amount
    ]
    return " ".join(parts[:2]) or "less than a minute"


def overdue(pulse: SchedulerHealth) -> str:
    """``nothing is overdue``, or ``overdue: messages to send (3) and votes to end (1)``."""
    late = [f"{what} ({count:,})" for what, count in pulse.overdue.items()]
    return f"overdue: {listed(late)}" if late else "nothing is overdue"
