"""How days are spelled in one language."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models.deadlines.grammar import day
from models.deadlines.grammar.day import Day
from models.deadlines.grammar.language import Language
from models.deadlines.grammar.pattern import Maker, Pattern, Slot, any_, east_asian

_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
"""Four digits that are no year may be an hour: 1700 UTC."""
_SHORT = r"(?P<short>\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_MONTH = r"(?P<month>\d{1,2})"
_MONTHS_IN_YEAR, _LONGEST_MONTH = 12, 31


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, 0 for Monday, and which day it is where no date stands beside it."""

    number: int
    alone: Day


@dataclass(frozen=True, slots=True)
class OfMonth:
    """A day of a month that is not named. ``alone``: it is a day by itself, as "the 20th" is; "20" is one only
    beside a weekday."""

    day: Day
    alone: bool


def patterns(language: Language) -> Iterator[Pattern]:
    """All spellings of days."""
    yield from _numbered(language)
    yield from _named(language)
    yield from _relative(language)
    yield from _weekdays(language)
    yield from _ends(language)


def _numbered(language: Language) -> Iterator[Pattern]:
    def slashed(found: re.Match[str]) -> Day:
        """Day first, month first, or both where neither the language nor the numbers say."""
        a, b, year = int(found["a"]), int(found["b"]), _year(found)
        first = {"dm": day.on(b, a, year), "md": day.on(a, b, year)}
        if max(a, b) > _MONTHS_IN_YEAR:
            return first["dm" if a > b else "md"]
        return day.either(*(first[order] for order in language.orders))

    yield Pattern(Slot.DAY, rf"{_YEAR}([-/.]){_MONTH}\2{_DAY}(?:t(?=\d))?", _on)
    yield Pattern(Slot.DAY, rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:t(?=\d))?", _on)
    yield Pattern(Slot.DAY, rf"{_DAY}\. ?{_MONTH}(?:\.(?: ?{_YEAR}|{_SHORT})?)?", _on)
    yield Pattern(Slot.DAY, rf"(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})(?:/(?:{_YEAR}|{_SHORT}))?", slashed)
    yield Pattern(Slot.DAY, rf"(?P<a>\d{{1,2}})-(?P<b>\d{{1,2}})-(?:{_YEAR}|{_SHORT})", slashed)
    yield Pattern(Slot.DAY, east_asian(rf"(?:{_YEAR}年 ?)?{_MONTH}月 ?{_DAY}日"), _on)


def _named(language: Language) -> Iterator[Pattern]:
    def named(found: re.Match[str]) -> Day:
        months = sorted(language.months[found["month"]])
        return day.either(*(day.on(month, int(found["day"]), _year(found)) for month in months))

    month, year, of = _month(language), _of_year(language), _of(language)
    yield Pattern(Slot.DAY, rf"{_DAY}(?:st|nd|rd|th|er|o|a|\.|:e)?{of}{month}{year}", named)
    yield Pattern(Slot.DAY, rf"{month} (?:the )?{_DAY}(?:st|nd|rd|th)?{year}", named)


def _relative(language: Language) -> Iterator[Pattern]:
    def of_month(found: re.Match[str]) -> OfMonth | None:
        number = int(found["day"])
        return (
            OfMonth(day.of_month(number), not found[0].isdecimal()) if 1 <= number <= _LONGEST_MONTH else None
        )

    words = language.vocabulary
    yield Pattern(Slot.DAY, any_(words.yesterday), lambda _: day.after(-1))
    yield Pattern(Slot.DAY, any_(words.today), lambda _: day.after(0))
    yield Pattern(Slot.DAY, rf"(?P<tonight>{any_(words.tonight)})", lambda _: day.after(0))
    yield Pattern(Slot.DAY, any_(words.tomorrow), lambda _: day.after(1))
    yield Pattern(Slot.DAY, any_(words.after_tomorrow), lambda _: day.after(2))
    yield Pattern(Slot.OF_MONTH, rf"(?:{any_(words.on)} )?{_DAY}(?:st|nd|rd|th|er|\.)?", of_month)


def _weekdays(language: Language) -> Iterator[Pattern]:
    def made(rule: Callable[[int], Day]) -> Maker:
        def make(found: re.Match[str]) -> Weekday:
            number = language.weekdays[found["weekday"]]
            return Weekday(number, rule(number))

        return make

    words = language.vocabulary
    name = rf"(?P<weekday>{any_(*language.weekdays)})\.?"
    this, next_, in_week = any_(words.this), any_(words.next), any_(words.next_week)
    yield Pattern(Slot.WEEKDAY, name, made(day.weekday))
    for spelling in (rf"{this} {name}", rf"{name} {this}"):
        yield Pattern(Slot.WEEKDAY, spelling, made(day.coming_weekday))
    for spelling in (rf"{next_} {name}", rf"{name} {next_}"):
        yield Pattern(Slot.WEEKDAY, spelling, made(day.next_weekday))
    for spelling in (rf"{in_week},? {name}", rf"{name},?{_of(language)} ?{in_week}"):
        yield Pattern(Slot.WEEKDAY, spelling, made(day.weekday_next_week))


def _ends(language: Language) -> Iterator[Pattern]:
    words = language.vocabulary

    def of_unit(found: re.Match[str]) -> Day:
        ahead = 1 if found["next"] or found["later"] else 0
        if found["unit"] in words.weeks.split("|"):
            return day.end_of_week(ahead)
        if found["unit"] in words.months.split("|"):
            return day.end_of_month(ahead=ahead)
        return day.end_of_year(ahead)

    def of_month(found: re.Match[str]) -> Day:
        months = sorted(language.months[found["month"]])
        return day.either(*(day.end_of_month(month, _year(found)) for month in months))

    end, next_ = any_(words.end_of), any_(words.next)
    between = rf"(?: (?:(?P<next>{next_})|{any_(words.this, words.fill)})){{0,2}}"
    unit = rf"(?P<unit>{any_(words.weeks, words.months, words.years)})"
    yield Pattern(Slot.DAY, rf"{end}{between} ?{unit}(?: (?P<later>{next_}))?", of_unit)
    yield Pattern(Slot.DAY, rf"{end}{_of(language)} ?{_month(language)}{_of_year(language)}", of_month)
    yield Pattern(Slot.DAY, "eom", lambda _: day.end_of_month())
    yield Pattern(Slot.DAY, "eow", lambda _: day.end_of_week())


def _month(language: Language) -> str:
    return rf"(?P<month>{any_(*language.months)})\.?"


def _of(language: Language) -> str:
    """What may stand between the parts of a date: nothing, a space or a hyphen, and a word such as *of*."""
    return rf"(?:[ -]*(?:{any_(language.vocabulary.fill)} ?)?)"


def _of_year(language: Language) -> str:
    return rf"(?:(?:,? |-|,|{_of(language)})(?:'{_SHORT}|{_YEAR}))?"


def _on(found: re.Match[str]) -> Day:
    return day.on(int(found["month"]), int(found["day"]), _year(found))


def _year(found: re.Match[str]) -> int | None:
    """In full, or two digits of this century."""
    named = found.groupdict()
    if named.get("short"):
        return 2000 + int(named["short"])
    return int(named["year"]) if named.get("year") else None
