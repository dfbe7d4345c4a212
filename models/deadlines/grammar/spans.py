"""How lengths of time are spelled in one language."""

import re
from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct

from models.deadlines.grammar.language import Language
from models.deadlines.grammar.pattern import END_OF_WORD, Pattern, Slot, any_, meanings, number_words

_HOURS_OF_A_DAY = 24
_HOUR = timedelta(hours=1)
_DAY_OF_MONTH = "日"
"""20日 is the 20th, 20日後 in twenty days."""


class Span(Struct, frozen=True):
    """A length of time from now: calendar months and days, then exact hours and minutes."""

    months: int = 0
    days: int = 0
    exact: timedelta = timedelta()
    or_days: int = 0
    """The days that it is to others: "quinze jours" is two weeks or fifteen days."""

    def plus(self, number: float, unit: "Span") -> "Span":
        """With so many of a unit more; halves of hours only."""
        return Span(
            self.months + int(number) * unit.months,
            self.days + int(number) * unit.days,
            self.exact + number * unit.exact,
            self.or_days + int(number) * unit.or_days,
        )


def patterns(language: Language) -> Iterator[Pattern]:
    """With a word such as *in* before it or *later* after it, or bare: "48h"."""
    words = language.vocabulary
    units = {
        spelling: unit
        for spellings, unit in (
            (words.years, Span(months=12)),
            (words.months, Span(months=1)),
            (words.weeks, Span(days=7)),
            (words.days, Span(days=1)),
            (words.hours, Span(exact=_HOUR)),
            (words.minutes, Span(exact=timedelta(minutes=1))),
        )
        for spelling in filter(None, spellings.split("|"))
    }
    hours = {spelling for spelling, unit in units.items() if unit.exact == _HOUR}
    fixed = {spelling: _fixed(value) for spelling, value in meanings(words.lengths).items()}
    numbers = {**number_words(language), **{word: int(value) for word, value in meanings(words.tens).items()}}
    number = rf"(?:\d{{1,4}} ?|{_spaced(*numbers)})"
    unit, of_hours, half = any_(*units), any_(*hours), any_(words.and_half)
    halved = rf"(?:(?:\d{{1,3}}|{any_(*numbers)}) {half} ?|\d{{1,3}}[.,]5 ?)"
    one = rf"(?:{any_(*fixed)}|{halved}{of_hours}|{number}{of_hours} ?{half}|{number}{unit}){END_OF_WORD}"
    amount = rf"(?<![^\W\d_]){one}"
    each = re.compile(
        rf"(?:(?P<fixed>{any_(*fixed)})|(?<![^\W\d_])(?:(?P<number>\d{{1,4}}(?:[.,]5)?) ?|(?P<word>{any_(*numbers)}) )"
        rf"(?:(?P<half>{half}) ?)?(?P<unit>{unit})(?: ?(?P<more>{half}))?){END_OF_WORD}"
    )

    def length(found: re.Match[str]) -> Span | None:
        """The sum of its parts; "3 days in 4 days" is none."""
        span, added = Span(), set[Span]()
        for part in each.finditer(found[0]):
            unit = fixed[part["fixed"]] if part["fixed"] else units[part["unit"]]
            if unit in added:
                return None
            added.add(unit)
            if part["fixed"]:
                span = span.plus(1, fixed[part["fixed"]])
                continue
            count = numbers[part["word"]] if part["word"] else float(part["number"].replace(",", "."))
            span = span.plus(count + 0.5 * bool(part["half"] or part["more"]), units[part["unit"]])
        return span

    def bare(found: re.Match[str]) -> Span | None:
        """ "48h" is in two days. "17h" is an hour of the day, but perhaps not to anyone who writes English."""
        span = length(found)
        if span is None or span.or_days or found[0].endswith(_DAY_OF_MONTH):
            return None
        of_day = any(found[0].endswith(word) for word in words.oclock.split("|"))
        is_hour = of_day and span.exact <= timedelta(hours=_HOURS_OF_A_DAY) and span == Span(exact=span.exact)
        return None if is_hour and language.code != "en" else span

    fill = any_(*({*words.fill.split("|")} - {*words.within.split("|")}))
    more = rf"(?:(?:,| |{fill})* ?{amount})*"
    within = rf"(?!{any_(words.by)}){any_(words.within)}"  # "d'ici 17h30" is an hour of the day
    h_minutes = (
        rf"{within} (?P<hours>\d{{1,2}}(?= ?h)|\d|1[0-2])(?: ?h ?|:)(?P<minutes>[0-5]\d)(?: ?{of_hours})?"
    )
    yield Pattern(Slot.SPAN, h_minutes, lambda found: _exact(int(found["hours"]), int(found["minutes"])))
    ahead = rf"(?P<within>{any_(words.within)} ?)?{amount}{more}(?P<later> ?{any_(words.later)})?"
    yield Pattern(
        Slot.SPAN, ahead, lambda found: (length if found["within"] or found["later"] else bare)(found)
    )


def _exact(hours: int, minutes: int) -> Span:
    return Span(exact=timedelta(hours=hours, minutes=minutes))


def _spaced(*words: str) -> str:
    """Number words with the space behind them."""
    return rf"(?:{any_(*words)} )"


def _fixed(value: str) -> Span:
    """``90m`` or ``14d``; ``7d/8d`` is either."""
    first, _, other = value.partition("/")
    if first.endswith("mon"):
        return Span(months=int(first[:-3]))
    if first.endswith("m"):
        return Span(exact=timedelta(minutes=int(first[:-1])))
    return Span(days=int(first[:-1]), or_days=int(other[:-1]) if other else 0)
