"""How lengths of time are spelled in one language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from models.deadlines.grammar.language import Language
from models.deadlines.grammar.pattern import END_OF_WORD, Pattern, Slot, any_

_HOURS_OF_A_DAY = 24


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time from now: calendar months and days, then exact hours and minutes."""

    months: int = 0
    days: int = 0
    exact: timedelta = timedelta()

    def plus(self, number: int, unit: "Span") -> "Span":
        """With so many of a unit more."""
        return Span(
            self.months + number * unit.months, self.days + number * unit.days, self.exact + number * unit.exact
        )


_HALF_HOUR = Span(exact=timedelta(minutes=30))


def patterns(language: Language) -> Iterator[Pattern]:
    """With a word such as *in* before it, or bare: "48h"."""
    words = language.vocabulary
    units = {
        spelling: unit
        for spellings, unit in (
            (words.years, Span(months=12)),
            (words.months, Span(months=1)),
            (words.fortnight, Span(days=14)),
            (words.weeks, Span(days=7)),
            (words.days, Span(days=1)),
            (words.hours, Span(exact=timedelta(hours=1))),
            (words.minutes, Span(exact=timedelta(minutes=1))),
        )
        for spelling in filter(None, spellings.split("|"))
    }
    numbers = {word: number for number, same in enumerate(words.numbers.split(), 1) for word in same.split("|")}
    number, unit, half = rf"\d{{1,4}} ?|{any_(*numbers)} ", any_(*units), any_(words.half_hour)
    amount = rf"(?<![^\W\d_])(?:(?:{number}){unit}|{half}){END_OF_WORD}"
    each = re.compile(rf"(?:(?P<number>{number})(?P<unit>{unit})|(?P<half>{half})){END_OF_WORD}")

    def length(found: re.Match[str]) -> Span:
        span = Span()
        for part in each.finditer(found[0]):
            if part["half"]:
                span = span.plus(1, _HALF_HOUR)
                continue
            number = part["number"].strip()
            span = span.plus(int(number) if number.isdecimal() else numbers[number], units[part["unit"]])
        return span

    def bare(found: re.Match[str]) -> Span | None:
        """ "48h" is in two days. "17h" is an hour of the day, but perhaps not to whoever writes English."""
        span = length(found)
        of_day = any(found[0].endswith(word) for word in words.oclock.split("|"))
        is_hour = of_day and span.exact <= timedelta(hours=_HOURS_OF_A_DAY) and span == Span(exact=span.exact)
        return None if is_hour and language.code != "en" else span

    more = rf"(?:(?:,| |{any_(words.fill)})* ?{amount})*"
    yield Pattern(Slot.SPAN, rf"{any_(words.within)} {amount}{more}", length)
    yield Pattern(Slot.SPAN, rf"{amount}{more}", bare)
