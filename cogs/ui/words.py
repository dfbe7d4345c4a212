"""Words: how texts, instants and counts are written for members. Sentences of refusals are in ``refusals``."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError

from models.deadlines.grammar import places
from models.geography import countries, time_zones
from models.sheets import Deadline, Reading, SchedulerHealth
from models.terms import Kind

_MARKUP = re.compile(r"([\\*_~`|<>\[\]()#:@])")
_HOURS_WITH_A_NAME = {
    (0, 0): "midnight, when that day begins,",
    (12, 0): "noon",
    (23, 59): "a minute before midnight",
}
_PARTS_OF_A_DAY = ((5, "at night"), (12, "in the morning"), (18, "in the afternoon"), (24, "in the evening"))
"""Up to which hour each lasts."""
_COMMAND = re.compile(r"(?<![\w/<.:\\-])/(?=[a-z])")
"""What would become a link to a command (``command_links``)."""
_LINE_START = re.compile(r"^(\d*)([-+.])", re.MULTILINE)


def escape(text: str, *, begins: bool = True) -> str:
    """A text that someone typed, so that Discord shows it as typed: no markup, no mention, no link, no command.

    ``begins``: it stands at the beginning of a line, where a dash or a number would begin a list. Discord takes a
    backslash before any punctuation as "this character itself"; before a digit it would be shown.
    """
    escaped = _COMMAND.sub(r"\\/", _MARKUP.sub(r"\\\1", text))
    return _LINE_START.sub(r"\1\\\2", escaped) if begins else escaped


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
    then UTC, or where ``discord`` draws it the reader's own time and the time left."""
    shown = local(deadline.instant, deadline.zone)
    said = f"{shown}: {moment(deadline.instant) if discord else utc(deadline.instant)}"
    if deadline.chosen:
        said = f"{said}. You chose {reading(Reading(deadline.instant, deadline.chosen))}"
    end = "That's the end of that day" if deadline.date_only else ""
    if deadline.clock:
        said = f"{said}. {end} at {deadline.clock}" if end else f"{said}. The hour is in {deadline.clock}"
    elif end:
        said = f"{said}. {end}"
    mark = "**" if discord else ""
    return f"{said}. In words: {mark}{aloud(deadline.instant, deadline.zone)}{mark}"


def aloud(instant: datetime, zone: str) -> str:
    """An hour and its place as one says them, so that a wrong half hour or zone is heard:
    ``half past 5 in the afternoon in Rome (Italy, UTC+1)``."""
    at = instant.astimezone(ZoneInfo(zone))
    where = [
        part for part in (_country(zone), time_zones.offset_at(at, zone)) if part not in ("", _place(zone))
    ]
    return f"{_hour_aloud(at)} in {_place(zone)}" + (f" ({', '.join(where)})" if where else "")


def _hour_aloud(at: datetime) -> str:
    """``a minute before midnight``, ``noon``, ``quarter to 6 in the evening``."""
    if (at.hour, at.minute) in _HOURS_WITH_A_NAME:
        return _HOURS_WITH_A_NAME[at.hour, at.minute]
    said = {0: "", 15: "quarter past ", 30: "half past ", 45: "quarter to "}.get(at.minute)
    hour = (at.hour + (at.minute == 45) - 1) % 12 + 1
    shown = f"{hour}:{at.minute:02}" if said is None else f"{said}{hour}"
    return f"{shown} {next(part for end, part in _PARTS_OF_A_DAY if at.hour < end)}"


def _place(zone: str) -> str:
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def _country(zone: str) -> str:
    code = places.territory(zone)
    name = countries.name_of(code)
    return name if name != code else ""


def language(code: str) -> str:
    """The English name of a language: ``French``, ``Portuguese (Brazil)``; the code itself if there is no name."""
    try:
        return Locale.parse(code, sep="-").get_display_name("en") or code
    except (ValueError, UnknownLocaleError):
        return code


def clock(instant: datetime, style: str = "f") -> str:
    """An instant that each reader sees in the own time zone (Discord's *Message Formatting*, timestamps).

    Written here because ``discord.utils`` loads all of discord.py, which the command line has no use for.
    """
    return f"<t:{int(instant.timestamp())}:{style}>"


def moment(instant: datetime) -> str:
    """An instant with the time left: ``20 February 2025 23:59 (in 3 days)`` in the reader's own zone."""
    return f"{clock(instant, 'F')} ({clock(instant, 'R')})"


def in_both(instant: datetime, zone: str) -> str:
    """An instant for cards: in the reader's own zone with the time left, then in the letter's ``zone``, once each."""
    return f"{moment(instant)}, {local(instant, zone)}"


def utc(instant: datetime) -> str:
    """An instant for copying out of Discord: ``20 Feb 2025, 23:59 UTC``."""
    at = instant.astimezone(UTC)
    return f"{at.day} {at:%b %Y, %H:%M} UTC"


def plural(count: int, one: str, many: str | None = None) -> str:
    """``1 vote``, ``2 votes``; ``many`` where adding an s is not enough."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def a_kind(kind: Kind) -> str:
    """A kind with its article: ``a company``, ``an organisation``."""
    return f"a {kind}" if kind is Kind.COMPANY else f"an {kind}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """Several texts as one list: ``a, b and c``."""
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
