"""How hours are spelled in one language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time

from models.deadlines.grammar.language import Language
from models.deadlines.grammar.pattern import Pattern, Slot, any_, east_asian

_NOON = 12
_AM, _PM = ("上午", "午前"), ("下午", "午後")
_NIGHT_FROM = 17
_LATEST_OF_NIGHT = 5
"""Three at night is before the morning, eleven at night after the evening."""


@dataclass(frozen=True, slots=True)
class Hour:
    """A local hour, ``days`` after the day that is named: 24:00 is the next day's beginning."""

    at: time
    days: int = 0


NOON = (Hour(time(_NOON)),)
END_OF_DAY = (Hour(time(23, 59, 59)),)
MIDNIGHT = (Hour(time(0)), *END_OF_DAY)
"""Midnight on a day begins it for some and ends it for others."""
CLOSE_OF_BUSINESS = (Hour(time(17)), Hour(time(18)))
"""Offices close at five for some and at six for others."""


def patterns(language: Language) -> Iterator[Pattern]:
    """All spellings of hours; each makes the hours that were perhaps meant."""
    words = language.vocabulary

    def shown(found: re.Match[str]) -> tuple[Hour, ...] | None:
        """Digits of twenty-four hours, or of twelve with the half or the part of the day."""
        named = found.groupdict()
        hour, minute, second = (int(named.get(name) or 0) for name in ("hour", "minute", "second"))
        half, part = re.sub(r"[. ]", "", named.get("half") or ""), named.get("part")
        if (hour, minute, second) == (24, 0, 0) and not half and not part:
            return (Hour(time(0), days=1),)
        if hour > 23 or (half and not 1 <= hour <= _NOON):
            return None
        if hour == _NOON and (part or half in ("am", *_AM)) and not minute:
            return (*NOON, *MIDNIGHT) if part else MIDNIGHT
        if half:
            hour = hour % _NOON + (_NOON if half in ("pm", *_PM) else 0)
        elif part:
            hour += _NOON if hour < _NOON and _is_after_noon(hour, part) else 0
        return (Hour(time(hour, minute, second)),)

    def _is_after_noon(hour: int, part: str) -> bool:
        if part in words.morning.split("|"):
            return False
        return hour > _LATEST_OF_NIGHT or part in words.evening.split("|")

    part = rf"(?P<part>{any_(words.morning, words.evening, words.night)})"
    half = r"(?P<half>[ap]\.? ?m\.?)"
    at, oclock = rf"(?:{any_(words.at)} ?)", any_(words.oclock)
    hour, minute = r"(?P<hour>\d{1,2})", r"(?P<minute>[0-5]\d)"
    second = r"(?::(?P<second>[0-5]\d)(?:\.\d+)?)?"
    said = rf"(?: ?(?:{oclock}|h|hrs|hours))?(?: ?(?:{half}|{part}))?"
    yield Pattern(Slot.HOUR, rf"{at}?{hour}(?:[:.]| ?h ?|u(?=\d)){minute}{second}{said}", shown)
    yield Pattern(Slot.HOUR, rf"{at}?{hour} ?(?:{half}|{part})", shown)
    yield Pattern(Slot.HOUR, rf"{at}?{hour} ?{oclock}(?: ?{minute})?(?: ?{part})?", shown)
    yield Pattern(
        Slot.HOUR, rf"{at}?(?P<hour>\d\d){minute}(?P<second>[0-5]\d)?(?= ?(?:z|utc|gmt|[+-]\d\d))", shown
    )
    yield Pattern(Slot.HOUR, rf"{at}?(?P<hour>\d\d){minute} ?(?:h|hrs|hours|uhr)", shown)
    yield Pattern(Slot.HOUR, rf"{at}(?P<hour>\d\d){minute}", shown)
    yield Pattern(Slot.HOUR, rf"(?P<hour>(?!19|2[01])\d\d){minute}", shown)  # 2025 may be a year
    yield Pattern(Slot.HOUR, rf"{at}?{hour} ?(?:o'clock|oclock)", _of_either_half)
    yield Pattern(Slot.HOUR, rf"{at}{hour}", _of_either_half)
    yield Pattern(Slot.HOUR, rf"{at}?{any_(words.noon)}", lambda _: NOON)
    yield Pattern(Slot.HOUR, rf"{at}?{any_(words.midnight)}", lambda _: MIDNIGHT)
    yield Pattern(Slot.HOUR, any_(words.end_of_day), lambda _: END_OF_DAY)
    yield Pattern(Slot.HOUR, any_("cob", "close of business", "end of business"), lambda _: CLOSE_OF_BUSINESS)
    halves = dict(part.split("=") for part in filter(None, words.parts.split("|")))
    yield Pattern(Slot.PART, any_(*halves), lambda found: halves[found[0]])
    east = rf"(?P<half>{any_(*_AM, *_PM)})? ?{hour}時 ?(?:(?P<minute>\d{{1,2}})分?)?"
    yield Pattern(Slot.HOUR, east_asian(east), shown)


def in_part(hours: tuple[Hour, ...], half: str) -> tuple[Hour, ...]:
    """The hours that lie in this part of a day, those of twelve made whole; none where they contradict it."""
    return tuple(dict.fromkeys(hour for one in hours for hour in _in_part(one, half)))


def _in_part(hour: Hour, half: str) -> Iterator[Hour]:
    shown = hour.at.hour
    if half == "am":
        if shown < _NOON and not hour.days:
            yield hour
    elif shown >= (_NIGHT_FROM if half == "night" else _NOON):
        yield hour
    elif (_LATEST_OF_NIGHT if half == "night" else 1) <= shown < _NOON:
        yield replace(hour, at=hour.at.replace(hour=shown + _NOON))


def _of_either_half(found: re.Match[str]) -> tuple[Hour, ...] | None:
    """ "At 5" is said of the morning and of the afternoon."""
    hour = int(found["hour"])
    if not 1 <= hour <= _NOON:
        return (Hour(time(hour)),) if hour < 24 else None
    return tuple(Hour(time(shown % 24)) for shown in (hour, hour + _NOON))
