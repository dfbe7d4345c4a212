"""The pieces of a deadline as it is typed: all spellings of one language, compiled once."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache

from models.deadlines.grammar import clock, dates, hours, spans
from models.deadlines.grammar.language import Language
from models.deadlines.grammar.pattern import END_OF_WORD, OF_ALL_LANGUAGES, Piece, any_, meanings, number_words

_BEGINS_WITH_DIGIT = re.compile(r"(?:\(\?P<\w+>|\(\?:|\(\?!19\|2\[01\]\))*(?:\\d|19\|)")
"""Spellings that need not be tried where a word begins."""
_SKIPPED = re.compile(r"(?:[\s,;.()|·]+|-(?=\s))*")


def skip(text: str, at: int) -> int:
    """Past spaces and punctuation."""
    found = _SKIPPED.match(text, at)
    return found.end() if found else at


class Pieces:
    """The patterns of one language."""

    def __init__(self, language: Language) -> None:
        patterns = [one for each in (dates, hours, spans, clock) for one in each.patterns(language)]
        parts = any_(*meanings(language.vocabulary.parts), language.vocabulary.noon)
        end_of_word = rf"(?:{END_OF_WORD}|(?={parts}{END_OF_WORD}))"  # Freitagabend
        self._patterns = [
            (pattern, re.compile(pattern.spelling + end_of_word).match)
            for pattern in patterns
            if not pattern.spelling.startswith(any_())  # the language has no such words
        ]
        self._of_letters = [one for one in self._patterns if not _BEGINS_WITH_DIGIT.match(one[0].spelling)]
        self._first = re.compile(any_(*_first_words(language)))
        words = language.vocabulary
        makes_hours = words.at.split("|")
        fill = [word for word in words.fill.split("|") if word not in makes_hours]
        beside_hours = [word for word in words.fill.split("|") if word in makes_hours]
        of_spans = {word for word in fill if word in words.within.split("|")}
        no_span = rf"{any_(*of_spans)}(?! {any_(*number_words(language))} )"
        others = any_(*(word for word in fill if word not in of_spans))
        self._fill = re.compile(rf"(?:{others}|{no_span}|{any_(*beside_hours)}(?![. ]*\d)){END_OF_WORD}")

    def at(self, text: str, start: int) -> Iterator[Piece]:
        """Every piece that begins here."""
        begins_with_letter = text[start].isalpha()
        if begins_with_letter and not self._first.match(text, start):
            return
        for pattern, match in self._of_letters if begins_with_letter else self._patterns:
            if (found := match(text, start)) and (value := pattern.maker(found)) is not None:
                yield Piece(pattern.slot, found.end(), value, pattern.part, pattern.size)

    def fill(self, text: str, start: int) -> int:
        """Past one word that says nothing about when; ``start`` if there is none."""
        found = self._fill.match(text, start)
        return found.end() if found else start


def _first_words(language: Language) -> set[str]:
    """With one of these every piece begins that begins with a letter."""
    said = re.split(r"[|,]", "|".join(asdict(language.vocabulary).values()))
    words = (*said, *language.months, *language.weekdays, *OF_ALL_LANGUAGES)
    return {word.strip().partition(" ")[0].partition("=")[0] for word in words} - {""}


@cache
def of(language: Language) -> Pieces:
    """The pieces of a language."""
    return Pieces(language)
