"""The pieces of a deadline as it is typed: all spellings of one language, compiled once."""

import re
from collections.abc import Iterator
from functools import cache

from models.deadlines.grammar import dates, hours, spans
from models.deadlines.grammar.language import Language
from models.deadlines.grammar.pattern import END_OF_WORD, Piece, Slot, any_

_SKIPPED = re.compile(r"(?:[\s,;.()|·]+|-(?=\s))*")


def skip(text: str, at: int) -> int:
    """Past spaces and punctuation."""
    found = _SKIPPED.match(text, at)
    return found.end() if found else at


class Pieces:
    """The patterns of one language."""

    def __init__(self, language: Language) -> None:
        patterns = (*dates.patterns(language), *hours.patterns(language), *spans.patterns(language))
        self._patterns = [
            (pattern.slot, re.compile(pattern.spelling + END_OF_WORD), pattern.maker) for pattern in patterns
        ]
        words = language.vocabulary
        makes_hours = words.at.split("|")
        fill = [word for word in words.fill.split("|") if word not in makes_hours]
        self._fill = re.compile(any_(*fill) + END_OF_WORD)

    def at(self, text: str, start: int) -> Iterator[Piece]:
        """Every piece that begins here."""
        for slot, spelling, maker in self._patterns:
            found = spelling.match(text, start)
            value = maker(found) if found else None
            if found and value is not None:
                evening = slot is Slot.DAY and found.lastgroup == "tonight"
                yield Piece(slot, found.end(), value, evening)

    def fill(self, text: str, start: int) -> int:
        """Past one word that says nothing about when; ``start`` where there is none."""
        found = self._fill.match(text, start)
        return found.end() if found else start


@cache
def of(language: Language) -> Pieces:
    """The pieces of a language."""
    return Pieces(language)
