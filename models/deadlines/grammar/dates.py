"""How days are spelled in one language."""

import re
from collections.abc import Iterator

from msgspec import Struct

from models.deadlines.grammar import day
from models.deadlines.grammar.day import Day
from models.deadlines.grammar.language import Language
from models.deadlines.grammar.pattern import Pattern, Slot, any_, east_asian, meanings, number_words

_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
"""Four digits that are no year may be an hour: 1700 UTC."""
_SHORT = r"(?P<short>\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_MONTH = r"(?P<month>\d{1,2})"
_MONTHS_IN_YEAR, _LONGEST_MONTH = 12, 31
_DAYS_OF_WEEKS = (8, 15)
"""Days that are one or two weeks to anyone who counts today."""
EVENING = "evening"
"""The part of the day that *tonight* names: at 8 is at 20:00, at 1 as it is."""
_LAST = 5
"""The place of *last* among the ordinals."""


class Weekday(Struct, frozen=True):
    """A weekday, 0 for Monday, and which day it is where no date is beside it."""

    number: int
    alone: Day


class OfMonth(Struct, frozen=True):
    """A day of a month that is not named. ``alone``: it is a day by itself, as "the 20th" is; "20" is one only
    beside a weekday."""

    number: int
    alone: bool

    @property
    def day(self) -> Day:
        """The next such day."""
        return day.of_month(self.number)


def patterns(language: Language) -> Iterator[Pattern]:
    """All spellings of days."""
    yield from _numbered(language)
    yield from _named(language)
    yield from _relative(language)
    yield from _weekdays(language)
    yield from _ends(language)
    yield from _counted(language)
    yield from _feasts(language)


def _numbered(language: Language) -> Iterator[Pattern]:
    def slashed(found: re.Match[str]) -> Day:
        """Day first, month first, or both where neither the language nor the numbers say."""
        a, b, year = int(found["a"]), int(found["b"]), _year(found)
        first = {"dm": day.on(b, a, year), "md": day.on(a, b, year)}
        if max(a, b) > _MONTHS_IN_YEAR:
            return first["dm" if a > b else "md"]
        return day.either(*(first[order] for order in language.orders))

    def dashed(found: re.Match[str]) -> Day:
        return slashed(found) if found["a"] else _on(found)

    yield Pattern(Slot.DAY, rf"{_YEAR}([-/.]){_MONTH}\2{_DAY}(?:t(?=\d))?", _on)
    yield Pattern(Slot.DAY, rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:t(?=\d))?", _on)
    no_hour = r"(?!\d\d?\.(?:1[3-9]|[2-5]\d)\.(?!\d))"  # "Freitag 17.30."
    yield Pattern(Slot.DAY, rf"{no_hour}{_DAY}\. ?{_MONTH}(?:\.(?: ?{_YEAR}|{_SHORT})?)?", _on)
    yield Pattern(Slot.DAY, rf"(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})(?:/(?:{_YEAR}|{_SHORT}))?", slashed)
    yield Pattern(Slot.DAY, rf"(?P<a>\d{{1,2}})-(?P<b>\d{{1,2}})-(?:{_YEAR}|{_SHORT})", slashed)
    # 19-02 is a day, 10-12 may be office hours
    yield Pattern(
        Slot.DAY, r"(?:(?P<a>\d{1,2})-(?P<b>0[1-9])|(?P<day>1[3-9]|2\d|3[01])-(?P<month>1[0-2]))", dashed
    )
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
        return OfMonth(number, not found[0].isdecimal()) if 1 <= number <= _LONGEST_MONTH else None

    words = language.vocabulary
    yield Pattern(Slot.DAY, any_(words.yesterday), lambda _: day.after(-1))
    yield Pattern(Slot.DAY, any_(words.today), lambda _: day.after(0))
    yield Pattern(Slot.DAY, any_(words.tonight), lambda _: day.after(0), part=EVENING)
    for part in ("am", "pm", "night"):
        parts = (word for word, its_part in meanings(words.today_parts).items() if its_part == part)
        yield Pattern(Slot.DAY, any_(*parts), lambda _: day.after(0), part=part)
    yield Pattern(Slot.DAY, any_(words.tomorrow), lambda _: day.after(1))
    yield Pattern(Slot.DAY, any_(words.after_tomorrow), lambda _: day.after(2))
    yield Pattern(Slot.OF_MONTH, rf"(?:{any_(words.on)} )?{_DAY}(?:st|nd|rd|th|er|\.)?", of_month)
    yield Pattern(Slot.OF_MONTH, east_asian(rf"{_DAY}日"), of_month)
    units = any_(words.minutes, words.hours, words.days, words.weeks, words.months, words.years)
    ago = re.compile(rf"(?:(?<![\d月時])\d+ ?|{any_(*number_words(language))} ){units} ?$")

    def before(found: re.Match[str]) -> bool | None:
        """Behind a length of time it is *ago*: 3 saat önce, 2日前."""
        return None if ago.search(found.string[: found.start()]) else True

    yield Pattern(Slot.BEFORE, any_(words.before), before)
    perhaps = rf"{any_(words.perhaps_before)}(?!.*{any_(words.inclusive, words.end_of)})"
    yield Pattern(Slot.BEFORE, perhaps, lambda _: True, size=0)  # it is a word that says nothing as well


def _weekdays(language: Language) -> Iterator[Pattern]:
    words = language.vocabulary
    beside = {
        word: rule
        for spellings, rule in (
            (words.this, day.this_weekday),
            (words.coming, day.coming_weekday),
            (words.next, day.next_weekday),
        )
        for word in filter(None, spellings.split("|"))
    }
    weeks = {
        word: ahead
        for ahead, spellings in enumerate((words.this_week, words.next_week, words.week_after_next))
        for word in filter(None, spellings.split("|"))
    }
    weeks_after = meanings(words.week_after)

    def named(found: re.Match[str]) -> Weekday:
        number = language.weekdays[found["weekday"]]
        if said := found["beside"]:
            return Weekday(number, beside[said](number))
        if after := found["after"]:
            return Weekday(number, day.later(day.weekday(number), int(weeks_after[after])))
        if week := found["week"]:
            return Weekday(number, day.weekday_of_week(number, weeks[week]))
        return Weekday(number, day.weekday(number))

    name, of = _weekday(language), _of(language)
    said, week, after = any_(*beside), any_(*weeks), any_(*weeks_after)
    before = rf"(?:(?P<week>{week}),?{of} ?|(?P<after>{after}) |(?P<beside>{said}) ?)?"
    behind = rf"(?:,?{of} ?(?P<week>{week})|,? (?P<after>{after})| (?P<beside>{said}))"
    yield Pattern(Slot.WEEKDAY, rf"{before}{name}", named)
    yield Pattern(Slot.WEEKDAY, rf"{name}{behind}", named)
    yield Pattern(Slot.DAY, rf"(?P<alone>{week})", lambda found: day.of_week(weeks[found["alone"]]))


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

    before = rf"(?:{any_(words.before, words.perhaps_before)} (?:the |dem |la |el |het )?)?"
    end, next_ = rf"{before}{any_(words.end_of)}", any_(words.next)
    between = rf"(?: (?:(?P<next>{next_})|{any_(words.this, words.fill)})){{0,2}}"
    unit = rf"(?P<unit>{any_(words.weeks, words.months, words.years)})"
    yield Pattern(Slot.DAY, rf"{end}{between} ?{unit}(?: (?P<later>{next_}))?", of_unit)
    yield Pattern(Slot.DAY, rf"{end}{_of(language)} ?{_month(language)}{_of_year(language)}", of_month)
    yield Pattern(Slot.DAY, rf"{_month(language)} ?{any_(words.end_after)}", of_month)
    yield Pattern(Slot.DAY, rf"{before}{any_('eom', words.end_of_month)}", lambda _: day.end_of_month())
    yield Pattern(Slot.DAY, "eow", lambda _: day.end_of_week())


def _counted(language: Language) -> Iterator[Pattern]:
    """The last Friday of February; a week from Friday, Montag in einer Woche."""
    words = language.vocabulary
    ordinals = {
        word: nth % _LAST
        for nth, same in enumerate(words.ordinals.split(","), 1)
        for word in filter(None, same.strip().split("|"))
    }

    def nth(found: re.Match[str]) -> Day:
        number, which, year = language.weekdays[found["weekday"]], ordinals[found["nth"]], _year(found)
        named = found.groupdict()
        if not named.get("month"):
            return day.nth_weekday(
                number, which, None, ahead=int(bool(named.get("next") or named.get("later")))
            )
        months = sorted(language.months[found["month"]])
        return day.either(*(day.nth_weekday(number, which, month, year) for month in months))

    of, name, month, year = _of(language), _weekday(language), _month(language), _of_year(language)
    which = rf"(?P<nth>{any_(*ordinals)})"
    between = rf"(?: ?(?:(?P<next>{any_(words.next)})|{any_(words.this, words.fill)})){{0,2}}"
    this_month = rf"{between} ?{any_(words.months)}(?: (?P<later>{any_(words.next)}))?"
    yield Pattern(Slot.DAY, rf"{which} ?{name}{of}{of}{month}{year}", nth)
    yield Pattern(Slot.DAY, rf"{month}(?: ?{any_(words.months, words.fill)})?{of}{which} ?{name}", nth)
    yield Pattern(Slot.DAY, rf"{which} ?{name}{this_month}", nth)
    yield Pattern(Slot.DAY, rf"{any_(words.months)}{_endings(language)} {which} ?{name}", nth)

    numbers = number_words(language)
    days = dict.fromkeys(words.days.split("|"), 1) | dict.fromkeys(words.weeks.split("|"), 7)
    fixed = {word: value for word, value in meanings(words.lengths).items() if value.endswith("d")}
    count = rf"(?:(?P<fixed>{any_(*fixed)})|(?P<count>\d{{1,2}}|{any_(*numbers)}) (?P<unit>{any_(*days)}))"
    # not "la mañana"
    start = rf"(?:(?P<today>{any_(words.today)})|(?<!la )(?P<tomorrow>{any_(words.tomorrow)})|{name})"

    def counted_from(found: re.Match[str]) -> Day:
        first = day.after(1 if found["tomorrow"] else 0)
        if found["weekday"]:
            first = day.weekday(language.weekdays[found["weekday"]])
        if found["fixed"]:  # "heute in acht Tagen" is in a week
            return day.later(first, int(fixed[found["fixed"]].partition("d")[0]))
        typed = found["count"]
        number = int(typed) if typed.isdecimal() else numbers[typed]
        length = number * days[found["unit"]]
        if days[found["unit"]] > 1 or number not in _DAYS_OF_WEEKS:
            return day.later(first, length)
        if found["weekday"]:  # "Mittwoch in acht Tagen" is a Wednesday
            return day.later(first, length - 1)
        return day.either(day.later(first, length - 1), day.later(first, length))

    weeks_after = meanings(words.week_after)
    after = rf"(?:{any_(words.today)}|(?P<tomorrow>{any_(words.tomorrow)})) (?P<after>{any_(*weeks_after)})"
    before = rf"(?P<after>{any_(*weeks_after)}) (?:{any_(words.today)}|(?P<tomorrow>{any_(words.tomorrow)}))"
    for spelling in (after, before):  # "today week", "a week today"
        yield Pattern(
            Slot.DAY, spelling,
            lambda found: day.after(bool(found["tomorrow"]) + int(weeks_after[found["after"]])),
        )  # fmt: skip
    yield Pattern(Slot.DAY, rf"{count} {any_(words.from_)} {start}", counted_from)
    yield Pattern(Slot.DAY, rf"(?:{any_(words.from_)} )?{start} {any_(words.within)} {count}", counted_from)


def _feasts(language: Language) -> Iterator[Pattern]:
    known = meanings(language.vocabulary.feasts)

    def feast(found: re.Match[str]) -> Day:
        meaning, year = known[found["feast"]], _year(found)
        if meaning[0].isdecimal():
            month, _, number = meaning.partition("-")
            return day.on(int(month), int(number), year)
        return day.feast(int(meaning), year)

    yield Pattern(Slot.DAY, rf"(?P<feast>{any_(*known)}){_of_year(language)}", feast)


def _weekday(language: Language) -> str:
    return rf"(?P<weekday>{any_(*language.weekdays)})\.?{_endings(language)}"


def _endings(language: Language) -> str:
    ends = language.vocabulary.endings
    return rf"(?:'?{any_(ends)})?" if ends else ""


def _month(language: Language) -> str:
    return rf"(?P<month>{any_(*language.months)})\.?{_endings(language)}"


def _of(language: Language) -> str:
    """What may be between the parts of a date: nothing, a space or a hyphen, and a word such as *of*."""
    return rf"(?:[ -]*(?:{any_(language.vocabulary.fill)} ?)?)"


def _of_year(language: Language) -> str:
    return rf"(?:(?:,? |-|,|{_of(language)})(?:'{_SHORT}|{_YEAR}|(?<!\d)(?P<plain_year>2[5-9]|[3-9]\d)(?![:.]?\d)))?"


def _on(found: re.Match[str]) -> Day:
    return day.on(int(found["month"]), int(found["day"]), _year(found))


def _year(found: re.Match[str]) -> int | None:
    """In full, or two digits of this century."""
    named = found.groupdict()
    if short := named.get("short") or named.get("plain_year"):  # 27 is no hour
        return 2000 + int(short)
    return int(named["year"]) if named.get("year") else None
