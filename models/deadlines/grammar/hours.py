"""How hours are spelled in one language."""

import re
from collections.abc import Iterator
from datetime import time

from msgspec import Struct
from msgspec.structs import replace

from models.deadlines.grammar.language import Language
from models.deadlines.grammar.pattern import Pattern, Slot, any_, east_asian, meanings, number_words

_NOON, _DAY = 12 * 60, 24 * 60
_AM, _PM = ("上午", "午前"), ("下午", "午後")
_NIGHT_FROM = 17
_LATEST_OF_NIGHT = 5
"""Three at night is before the morning, eleven at night after the evening."""
_HALF_AND_HOUR = {"a": "am", "p": "pm", **dict.fromkeys(_AM, "am"), **dict.fromkeys(_PM, "pm")}
_ARTICLES = ("a", "an")
"""One to a length of time, and no hour."""
_FEWEST_MINUTES = 15
"""Five thirty is an hour, on yedi is seventeen."""
_SIDES = {"morning": "am", "afternoon": "pm", "evening": "night", "night": "night"}
"""The words for parts of a day behind an hour, and the half in which they lie."""
_MINUTE = r"(?P<minute>[0-5]\d)"
_LIKE_A_DAY = r"\d{1,2}\.\d\d\.(?!\d)"
"""Fr. 19.02. is a date, with its second full stop."""
_HALF = r"(?P<half>[ap]\.? ?m\.?)"


class Hour(Struct, frozen=True):
    """A local hour, ``days`` after the day that is named: 24:00 is the next day's beginning."""

    at: time
    days: int = 0


NOON = (Hour(time(12)),)
END_OF_DAY = (Hour(time(23, 59, 59)),)
MIDNIGHT = (Hour(time(0)), *END_OF_DAY)
"""Midnight on a day begins it for some and ends it for others."""
CLOSE_OF_BUSINESS = (Hour(time(17)), Hour(time(18)))
"""Offices close at five for some and at six for others."""


def patterns(language: Language) -> Iterator[Pattern]:
    """All spellings of hours; each makes the hours that were perhaps meant."""
    yield from _in_digits(language)
    yield from _in_words(language)
    yield from _named(language)
    words = language.vocabulary
    halves = meanings(words.parts)
    yield Pattern(Slot.PART, any_(*halves), lambda found: halves[found[0]])


def _in_digits(language: Language) -> Iterator[Pattern]:
    """17:30, 5pm, 17h30, 5 de la tarde: what the clock shows."""
    words = language.vocabulary

    def shown(found: re.Match[str]) -> tuple[Hour, ...] | None:
        """Digits of twenty-four hours, or of twelve with the half or the part of the day."""
        named = found.groupdict()
        hour, minute, second = (int(named.get(name) or 0) for name in ("hour", "minute", "second"))
        half, part = _half(named.get("half")), named.get("part")
        east = named.get("half") in (*_AM, *_PM)
        minute = 30 if named.get("and_half") else minute
        if (hour, minute, second) == (24, 0, 0) and not half and not part:
            return (Hour(time(0), days=1),)
        if hour > 23 or minute > 59 or (half and not (0 if east else 1) <= hour <= 12):
            return None
        if hour == 12 and east:  # 午後12時 is midnight in the law of Japan and noon on its clocks
            return _twelve(time(12, minute, second), by_part=True)
        if hour == 12 and (half == "am" or (part and part not in words.afternoon.split("|"))):
            return _twelve(time(12, minute, second), bool(part))
        if half:
            hour = hour % 12 + (12 if half == "pm" else 0)
        elif part:
            hour += 12 if hour < 12 and _is_after_noon(hour, part) else 0
        return (Hour(time(hour, minute, second)),)

    def minutes_before(found: re.Match[str]) -> tuple[Hour, ...] | None:
        """5時15分前 is a quarter to five to some, and some time before a quarter past to others."""
        late = shown(found) or ()
        minutes = [one.at.hour * 60 - one.at.minute for one in late]
        early = (replace(_hour(at), days=at // _DAY) for at in minutes)
        return tuple(sorted({*early, *late}, key=lambda one: (one.days, one.at))) or None

    def _is_after_noon(hour: int, part: str) -> bool:
        if part in words.morning.split("|"):
            return False
        return hour > _LATEST_OF_NIGHT or part not in words.night.split("|")

    part, at, oclock = _part(language), _at(language), any_(words.oclock)
    hour, ends = r"(?P<hour>\d{1,2})", _ends(language)
    before = any_(words.oclock_before)
    informal = any_(*(set(words.at.split("|")) - set(words.oclock_before.split("|"))))
    second = r"(?::(?P<second>[0-5]\d)(?:\.\d+)?)?"
    no_zone = rf"(?!{any_(*meanings(words.zones))})"  # "17:00 hora canaria"
    half = rf"(?: ?(?:{_HALF}|{part}))?{ends}"
    said = rf"(?: ?{no_zone}(?:{oclock}|h|hrs|hours|min|{any_(words.minutes)}))?{half}"
    comes_first = set(words.at.split("|")) & {*words.oclock.split("|"), "h"}
    apart = any_(*(word for word in (*words.oclock.split("|"), "h") if word not in comes_first))
    digits = rf"{hour}(?:[:.]|h|u(?=\d)){_MINUTE}{second}{said}"
    yield Pattern(Slot.HOUR, rf"(?:{at}|(?!{_LIKE_A_DAY})){digits}", shown)
    yield Pattern(Slot.HOUR, rf"{hour}\.{_MINUTE}(?=\.(?!\d))", shown, size=2)  # where it is no day
    yield Pattern(Slot.HOUR, rf"{at}{hour},{_MINUTE}", shown)
    minutes = rf"(?: ?(?:min|{any_(words.minutes)}))?{half}"  # "17 Uhr 18 Uhr" are two
    yield Pattern(Slot.HOUR, rf"{at}?{hour} ?{apart} ?{_MINUTE}{second}{minutes}", shown)
    yield Pattern(Slot.HOUR, rf"{at}?{hour} ?(?:{_HALF}|{part})", shown)
    yield Pattern(Slot.HOUR, rf"{at}?{hour} ?{no_zone}{oclock}(?: ?{part})?", shown)
    # "venerdì 19 ore 17" is at 17 on the 19th, "Freitag 19 Uhr 17" perhaps
    yield Pattern(Slot.HOUR, rf"(?<=\d ){oclock} {hour}(?:[:.]{_MINUTE})?", shown, size=0)
    yield Pattern(
        Slot.HOUR, rf"{at}?(?P<hour>\d\d){_MINUTE}(?P<second>[0-5]\d)?(?= ?(?:z|utc|gmt|[+-]\d\d))", shown
    )
    yield Pattern(Slot.HOUR, rf"{at}?(?P<hour>\d\d){_MINUTE} ?(?:h|hrs|hours|uhr)", shown)
    yield Pattern(Slot.HOUR, rf"{at}(?P<hour>\d\d){_MINUTE}", shown)
    yield Pattern(Slot.HOUR, rf"(?P<hour>(?!19|2[01])\d\d){_MINUTE}", shown)  # 2025 may be a year
    yield Pattern(
        Slot.HOUR, rf"(?:(?<=\d{{4}} )|(?<=\d-\d\d-\d\d ))(?P<hour>[01]\d|2[0-3]){_MINUTE}", shown
    )  # after a year it is none
    either = lambda found: _either_half(int(found["hour"]) * 60, int(found["hour"]) * 60)  # noqa: E731
    yield Pattern(Slot.HOUR, rf"{at}?{hour} ?(?:o'clock|oclock)", either)
    yield Pattern(Slot.HOUR, rf"{informal} ?{hour}{ends}", either)
    yield Pattern(Slot.HOUR, rf"{before} ?{hour}(?: ?{part})?", shown)
    minute = r"(?P<minute>\d{1,2})(?:分(?! ?前)|(?!\d| ?[月日年分]))"
    to_hour = rf"(?P<half>{any_(*_AM, *_PM)})? ?{hour}時"
    yield Pattern(Slot.HOUR, east_asian(rf"{to_hour} ?(?:{minute}|(?P<and_half>半))?"), shown)
    yield Pattern(Slot.HOUR, east_asian(rf"{to_hour} ?(?P<minute>\d{{1,2}})分 ?前"), minutes_before)


def _in_words(language: Language) -> Iterator[Pattern]:
    """Half past five, y media, wpół do szóstej: an hour and what is added to it. Up to twelve it is said of both
    halves of the day."""
    words = language.vocabulary
    formal = set(filter(None, words.oclock_before.split("|")))
    counted = number_words(language)
    of_hours = {word: number for word, number in counted.items() if word not in _ARTICLES}
    spoken = {**of_hours, **{word: int(hour) for word, hour in meanings(words.spoken).items()}}
    spoken_minutes = {**counted, **{word: int(value) for word, value in meanings(words.tens).items()}}
    shifts = {word: int(value) for word, value in meanings(f"{words.before_hour}|{words.after_hour}").items()}

    def value(text: str | None, known: dict[str, int]) -> int:
        return 0 if not text else int(text) if text.isdecimal() else known[text]

    def read(found: re.Match[str]) -> tuple[Hour, ...] | None:
        hour, minutes = value(found["hour"], spoken), value(found["minutes"], spoken_minutes)
        shift = shifts.get(found["shift"] or "", 0) + (-minutes if found.groupdict().get("to") else minutes)
        if hour > 24 or minutes > 59:
            return None
        part = found["part"]
        if half := _half(found["half"]):
            hour = hour % 12 + (12 if half == "pm" else 0) if 1 <= hour <= 12 else hour
            return (_hour(hour * 60 + shift),)
        hours = _either_half(hour * 60 + shift, hour * 60)
        if (found.groupdict().get("at") or "").strip() in formal and not part:
            return (_hour(hour * 60 + shift),)
        if part and hours:
            return in_part(
                hours, _SIDES[next(side for side in _SIDES if part in getattr(words, side).split("|"))]
            )
        return hours

    def with_more(found: re.Match[str]) -> tuple[Hour, ...] | None:
        """An hour in words with anything that makes it one, or in digits with minutes in words."""
        at, is_clock, more = found["at"], found["oclock"], found["minutes"]
        if found["hour"].isdecimal():
            is_hour = found["shift"] or (more and at and (found["and"] or not is_clock))
        else:
            is_hour = (
                at
                or is_clock
                or found["shift"]
                or found["half"]
                or found["part"]
                or (more and not found["and"])
            )
        return read(found) if is_hour else None

    at, ends, oclock = _at(language), _ends(language), rf"(?: ?(?P<oclock>{_oclock(language)}))?"
    hour = rf"(?P<hour>\d{{1,2}}(?!\d)|{any_(*spoken)})"
    half = rf"(?: ?(?:{_HALF}|{_part(language)}))?{ends}"
    before, behind = any_(*meanings(words.before_hour)), any_(*meanings(words.after_hour))
    number, unit, to = rf"{any_(*spoken_minutes)}|[1-5]?\d", any_("min", "mins", words.minutes), any_(words.to)
    many = any_(*(word for word, value in spoken_minutes.items() if value >= _FEWEST_MINUTES))
    no_range = rf"(?!\d+(?: {unit})? {to} )"  # 10 to 5 are office hours, at 10 to 5 is an hour
    past = rf"(?:{at}|{no_range})(?P<minutes>{number})(?: {unit})? (?:{any_(words.past)}|(?P<to>{to}))"
    yield Pattern(Slot.HOUR, rf"(?:{at}?(?P<shift>{before})|{past}) {at}?{hour}{oclock}{half}", read)
    and_ = rf"(?P<and>{any_(words.and_)}) ?(?={number})"
    alone = rf"(?={many}|[1-5]\d(?! ?[^\W\d_]))"  # not the 20 of "at five 20 Feb"
    more = rf"(?: ?(?P<shift>{behind})| (?:{and_}|{alone})(?P<minutes>{number})(?: {unit})?)?"
    yield Pattern(Slot.HOUR, rf"(?P<at>{at})?{hour}{oclock}{more}{half}", with_more)
    behind = rf"(?P<shift>{behind})"
    noon = rf"{at}?{any_(words.noon)} {behind}"
    yield Pattern(Slot.HOUR, noon, lambda found: (_hour(_NOON + shifts[found["shift"]]),))


def _named(language: Language) -> Iterator[Pattern]:
    """Noon, midnight, the end of the day."""
    words, at = language.vocabulary, _at(language)
    yield Pattern(Slot.HOUR, rf"{at}?{any_(words.noon)}", lambda _: NOON)
    yield Pattern(Slot.HOUR, rf"{at}?{any_(words.midnight)}", lambda _: MIDNIGHT)
    yield Pattern(Slot.HOUR, any_(words.end_of_day), lambda _: END_OF_DAY)
    day = any_(words.today, words.tomorrow, words.after_tomorrow, *language.weekdays)
    yield Pattern(Slot.HOUR, rf"{any_(words.end_of)}(?= (?:{any_(words.fill)} )?{day})", lambda _: END_OF_DAY)
    yield Pattern(Slot.HOUR, any_("cob", "close of business", "end of business"), lambda _: CLOSE_OF_BUSINESS)


def in_part(hours: tuple[Hour, ...], half: str) -> tuple[Hour, ...]:
    """The hours that lie in this part of a day, those of twelve made whole; none where they contradict it."""
    return tuple(dict.fromkeys(hour for one in hours for hour in _in_part(one, half)))


def bare(number: int) -> tuple[Hour, ...]:
    """A number that may be an hour: 5 is said of the morning and of the afternoon."""
    return _either_half(number * 60, number * 60) or ()


def _in_part(hour: Hour, half: str) -> Iterator[Hour]:
    shown = hour.at.hour
    if half == "am":
        if shown < 12 and not hour.days:
            yield hour
    elif shown >= (_NIGHT_FROM if half == "night" else 12):
        yield hour
    elif (_LATEST_OF_NIGHT if half == "night" else 1) <= shown < 12:
        yield replace(hour, at=hour.at.replace(hour=shown + 12))


def _either_half(minutes: int, named: int) -> tuple[Hour, ...] | None:
    """ "At 5" is said of the morning and of the afternoon. ``named``: the hour in it, which may be of twenty-four."""
    if not 60 <= named <= _NOON:
        return (_hour(minutes),) if 0 <= named < _DAY else None
    return tuple(sorted((_hour(minutes), _hour(minutes + _NOON)), key=lambda hour: (hour.days, hour.at)))


def _twelve(noon: time, by_part: bool) -> tuple[Hour, ...]:
    """Twelve at night, in the morning or in the evening: noon, or the midnight before or after it, perhaps with some
    minutes. ``by_part``: a part of the day is named, not a half."""
    midnight = noon.replace(hour=0)
    if noon.minute:
        return (Hour(noon), Hour(midnight), Hour(midnight, days=1)) if by_part else (Hour(midnight),)
    return (*NOON, *MIDNIGHT) if by_part else MIDNIGHT


def _hour(minutes: int) -> Hour:
    hour, minute = divmod(minutes % _DAY, 60)
    return Hour(time(hour, minute))


def _half(typed: str | None) -> str:
    """``am`` or ``pm`` for every way to write it."""
    text = re.sub(r"[. ]", "", typed or "")
    return _HALF_AND_HOUR.get(text, text)


def _at(language: Language) -> str:
    return rf"(?:{any_(language.vocabulary.at)} ?)"


def _oclock(language: Language) -> str:
    return any_(language.vocabulary.oclock, "o'clock", "oclock")


def _part(language: Language) -> str:
    words = language.vocabulary
    return rf"(?P<part>{any_(*(getattr(words, side) for side in _SIDES))})"


def _ends(language: Language) -> str:
    ends = language.vocabulary.endings
    return rf"(?:'?{any_(ends)})?" if ends else ""
