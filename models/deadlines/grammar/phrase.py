"""The grammar of deadlines: every way to read a text as a day, an hour and a clock, and nothing of it left over.

A text is taken apart into pieces from left to right. All ways are tried; of those that use up the whole text the ones
with the fewest pieces count, because "5 de la mañana" is one hour, not an hour and tomorrow. What is in no
piece must be a word that says nothing about when; otherwise the text is not read at all.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from models.deadlines.grammar import LONGEST, clock, day, pieces
from models.deadlines.grammar.clock import Clock
from models.deadlines.grammar.dates import EVENING, OfMonth, Weekday
from models.deadlines.grammar.day import Day
from models.deadlines.grammar.hours import Hour, in_part
from models.deadlines.grammar.language import Language, plain
from models.deadlines.grammar.pattern import Piece, Slot
from models.deadlines.grammar.spans import Span
from models.refusal import Reason, Refusal

_HOURS = 24
_BARE_NUMBER = re.compile(r"(?<![\d:.])\d{1,2}$")
"""The -02 of 19-02 is a month, that of 17:00-02 an offset."""
_LONGEST_ZONE = 5
"""Words in the name of a place."""


@dataclass(frozen=True)
class Phrase:
    """One way to read a text. What it does not say is None or empty."""

    day: Day | None = None
    weekday: Weekday | None = None
    of_month: OfMonth | None = None
    span: Span | None = None
    hours: tuple[Hour, ...] = ()
    """The hours that were perhaps meant."""
    part: str = ""
    """The half of the day that a word before the hour names, while it is read."""
    evening: bool = False
    """It names the evening of its day, so an hour without a half of the day is after noon."""
    before: bool = False
    """*Before Friday*: without an hour the day before it."""
    clock: Clock | None = None
    size: int = field(default=0, compare=False)
    """Of how many pieces it is made."""

    @property
    def rule(self) -> Day | None:
        """The rule for its date; None if it names none."""
        named = self.day or (self.of_month.day if self.of_month else None)
        if self.weekday is not None:
            named = day.checked(self.weekday.number, named) if named is not None else self.weekday.alone
        if named is None or not self.before or self.hours:
            return named
        return day.later(named, -1)

    @property
    def may_be_hour(self) -> int | None:
        """The number beside a weekday that may be an hour as well: *Friday 5*."""
        if self.of_month is None or self.weekday is None or self.of_month.alone or self.hours:
            return None
        return self.of_month.number if self.of_month.number < _HOURS else None

    def contradicts_itself(self, today: date) -> bool:
        """Its weekday is not that of its date."""
        named = self.day or (self.of_month.day if self.of_month else None)
        if named is None or self.weekday is None:
            return False
        return all(found.weekday() != self.weekday.number for found in named(today))

    @property
    def is_whole(self) -> bool:
        """Says something, and nothing twice or against itself."""
        if self.part and not self.hours:
            return False
        if self.of_month is not None and not (self.of_month.alone or self.weekday):
            return False
        dates = sum(part is not None for part in (self.day, self.of_month, self.span))
        span_and_more = self.span is not None and (
            self.weekday is not None or self.before or (self.hours and self.span.exact)
        )
        return dates <= 1 and not span_and_more and self != Phrase()


def read(text: str, language: Language) -> list[Phrase]:
    """The ways to read it, each a whole one; empty if there is none. Refuses TOO_LONG(field, length, limit)."""
    if len(text) > LONGEST:
        raise Refusal(Reason.TOO_LONG, field="day", length=len(text), limit=LONGEST)
    typed = plain(text)
    begun = cache(lambda at: tuple(dict.fromkeys(_at(typed, at, language))))
    found = [_in_its_part(phrase) for phrase in _from(typed, 0, Phrase(), language, begun) if phrase.is_whole]
    found = [phrase for phrase in found if not phrase.part]
    fewest = min((phrase.size for phrase in found), default=0)
    return [phrase for phrase in found if phrase.size == fewest]


def _from(
    text: str, at: int, so_far: Phrase, language: Language, begun: Callable[[int], tuple[Piece, ...]]
) -> Iterator[Phrase]:
    """All readings of the rest of the text, which begin as ``so_far``; ``begun``: the pieces that begin somewhere."""
    at = pieces.skip(text, at)
    if at == len(text):
        yield so_far
        return
    for piece in begun(at):
        longer = _with(so_far, piece)
        if longer is not None:
            yield from _from(text, piece.end, longer, language, begun)
    filled = pieces.of(language).fill(text, at)
    if filled > at:
        yield from _from(text, filled, so_far, language, begun)


def _in_its_part(phrase: Phrase) -> Phrase:
    """*Monday morning at 9* is one hour; where the two contradict each other the part stays, and it is no reading."""
    hours = in_part(phrase.hours, phrase.part) if phrase.part else ()
    return replace(phrase, hours=hours, part="") if hours else phrase


def _at(text: str, at: int, language: Language) -> Iterator[Piece]:
    """The pieces that begin here."""
    yield from pieces.of(language).at(text, at)
    if not text[at].isalpha() and (text[at] not in "+-" or _BARE_NUMBER.search(text, 0, at)):
        return  # no clock's name begins so
    words = text[at:].split(" ")[:_LONGEST_ZONE]
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        if name.rstrip(".,") in language.weekdays:  # "pt." is a Friday in Polish
            continue
        found = clock.find(name, language.code)
        if found is not None:
            yield Piece(Slot.CLOCK, at + len(name), found)


def _with(phrase: Phrase, piece: Piece) -> Phrase | None:
    """The phrase with one piece more, or None if it has one of its sort already."""
    name = piece.slot.value
    if getattr(phrase, name):
        return None
    said: dict[str, Any] = {name: piece.value, "size": phrase.size + piece.size}
    if piece.part == EVENING:
        said["evening"] = True
    elif piece.part:
        if phrase.part:
            return None
        said["part"] = piece.part
    return Phrase(**(vars(phrase) | said))
