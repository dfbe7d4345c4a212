"""Deadlines as people type them: a day, an hour and a zone become one instant, or a refusal.

Pure functions of what was typed and of now. A deadline that could be read in two ways is never guessed.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models import zone as zones
from models.refusal import Reason, Refusal
from models.sheets import Deadline

END_OF_DAY = time(23, 59, 59)
FARTHEST = timedelta(days=731)
"""A deadline more than two years ahead is a slip of the pen."""

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_TIMESTAMP = re.compile(r"<t:(-?\d{1,12})(?::[tTdDfFsSR])?>")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*", re.IGNORECASE)
_ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DOTTED_DAY = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?:\s?(?P<year>\d{4}))?")
_NAMED_DAY = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<month>[a-z]{3,9})\.?(?:,?\s+(?P<year>\d{4}))?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"(?P<month>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{4}))?", re.IGNORECASE
)
_CLOCK = re.compile(r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})?")
_TWELVE = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s?(?P<half>[ap])m")


def read(day: str, hour: str, zone: str, now: datetime, *, otherwise: str = "UTC") -> Deadline:
    """The instant that was typed.

    ``day``: 2025-02-20, 20 February 2025, Feb 20, 20.2.2025 (day first), without a year the next such day; or a
    whole instant: Discord's ``<t:...>``, or ISO 8601. ``hour``: 23:59, 11:30 pm, 17h, noon; empty is the end of
    that day. ``zone``: as ``models.zone.read`` takes it; empty is ``otherwise``, the letter's or coalition's.

    Refuses BAD_DAY(day), BAD_HOUR(hour), HOUR_GIVEN_TWICE, UNKNOWN_ZONE, IN_THE_PAST, TOO_FAR, and with
    ``readings`` (two aware instants) MIDNIGHT, NO_SUCH_HOUR and HOUR_TWICE.
    """
    name = zones.read(zone, otherwise)
    instant = _whole_instant(day.strip(), hour.strip(), name)
    if instant is None:
        local_day = _day(day.strip(), now.astimezone(ZoneInfo(name)).date())
        local_hour = _hour(hour, local_day, name)
        instant = _instant(local_day, local_hour, name)
    return Deadline(require_ahead(instant, now), name, date_only=not hour.strip() and _is_bare(day.strip()))


def require_ahead(instant: datetime, now: datetime) -> datetime:
    """The same instant, or IN_THE_PAST(instant), or TOO_FAR(instant, limit) beyond two years."""
    if instant <= now:
        raise Refusal(Reason.IN_THE_PAST, instant=instant)
    if instant - now > FARTHEST:
        raise Refusal(Reason.TOO_FAR, instant=instant, limit=now + FARTHEST)
    return instant


def _is_bare(day: str) -> bool:
    return not (_TIMESTAMP.fullmatch(day) or _INSTANT.fullmatch(day))


def _whole_instant(day: str, hour: str, zone: str) -> datetime | None:
    """The instant, where the day names one by itself."""
    if _is_bare(day):
        return None
    if hour:
        raise Refusal(Reason.HOUR_GIVEN_TWICE, day=day, hour=hour)
    try:
        if stamp := _TIMESTAMP.fullmatch(day):
            return datetime.fromtimestamp(int(stamp[1]), UTC)
        typed = datetime.fromisoformat(day)
        if typed.tzinfo is not None:
            return typed.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        raise Refusal(Reason.BAD_DAY, day=day) from None
    return _instant(typed.date(), typed.time(), zone)


def _day(typed: str, today: date) -> date:
    """The local day; without a year the next such day, today included."""
    for pattern in (_ISO_DAY, _DOTTED_DAY, _NAMED_DAY, _MONTH_FIRST):
        if found := pattern.fullmatch(typed):
            break
    else:
        raise Refusal(Reason.BAD_DAY, day=typed)
    month = _month(found["month"])
    years = (int(found["year"]),) if found["year"] else range(today.year, today.year + 9)  # 29 February
    for year in years:
        try:
            day = date(year, month, int(found["day"]))
        except ValueError:
            continue
        if found["year"] or day >= today:
            return day
    raise Refusal(Reason.BAD_DAY, day=typed)


def _month(typed: str) -> int:
    """1 to 12 for a number or an English name of at least three letters; 0 where there is no such month."""
    if typed.isdecimal():
        return int(typed)
    word = "september" if typed.casefold() == "sept" else typed.casefold()
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(word)), 0)


def _hour(typed: str, day: date, zone: str) -> time | None:
    """The local hour, or None where the day ends the matter."""
    word = " ".join(typed.casefold().replace("a.m", "am").replace("p.m", "pm").split()).removesuffix(".")
    if not word:
        return None
    if word == "noon":
        return time(12)
    found = _TWELVE.fullmatch(word) or _CLOCK.fullmatch(word)
    if found is None:
        if word == "midnight":
            raise _midnight(day, zone)
        raise Refusal(Reason.BAD_HOUR, hour=typed.strip())
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if half := found.groupdict().get("half"):
        if not 1 <= hour <= 12:
            raise Refusal(Reason.BAD_HOUR, hour=typed.strip())
        if (hour, minute, half) == (12, 0, "a"):
            raise _midnight(day, zone)
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        raise Refusal(Reason.BAD_HOUR, hour=typed.strip()) from None


def _midnight(day: date, zone: str) -> Refusal:
    """Midnight on a day begins it for some and ends it for others."""
    start = min(_readings(datetime.combine(day, time()), zone))
    return Refusal(Reason.MIDNIGHT, readings=[start, _instant(day, None, zone)], zone=zone)


def _instant(day: date, hour: time | None, zone: str) -> datetime:
    """The one instant at which clocks in that zone show this; the last one where only the day was typed."""
    readings = _readings(datetime.combine(day, hour or END_OF_DAY), zone)
    if len(readings) == 1 or hour is None:
        return readings[-1]
    shown = readings[0].astimezone(ZoneInfo(zone)).time()
    raise Refusal(Reason.HOUR_TWICE if shown == hour else Reason.NO_SUCH_HOUR, readings=readings, zone=zone)


def _readings(wall: datetime, zone: str) -> list[datetime]:
    """The instants in UTC that this wall time can mean, the earlier first: two around a change of clocks."""
    local = wall.replace(tzinfo=ZoneInfo(zone))
    try:
        return sorted({local.replace(fold=fold).astimezone(UTC) for fold in (0, 1)})
    except OverflowError:
        raise Refusal(Reason.BAD_DAY, day=wall.date().isoformat()) from None
