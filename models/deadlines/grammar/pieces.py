"""The pieces of a deadline as it is typed: all spellings of one language, compiled once, when they are needed."""

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property

from msgspec.structs import asdict

from models.deadlines.grammar import clock, dates, hours, spans
from models.deadlines.grammar.language import Language
from models.deadlines.grammar.pattern import (
    END_OF_WORD,
    OF_ALL_LANGUAGES,
    Pattern,
    Piece,
    any_,
    meanings,
    number_words,
)

_BEGINS_WITH_DIGIT = re.compile(r"(?:\(\?P<\w+>|\(\?:|\(\?!19\|2\[01\]\))*(?:\\d|19\|)")
"""Spellings that need not be tried where a word begins."""
_WORD = re.compile(r"[^\W\d_]+")
_SKIPPED = re.compile(r"(?:[\s,;.!?()|·]+|-(?=\s))*")


def skip(text: str, at: int) -> int:
    """Past spaces and punctuation."""
    found = _SKIPPED.match(text, at)
    return found.end() if found else at


_Matching = tuple[Pattern, Callable[[str, int], re.Match[str] | None]]


class Pieces:
    """The patterns of one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._words = _first_words(language)
        self._first = re.compile(any_(*self._words))
        words = language.vocabulary
        makes_hours = words.at.split("|")
        fill = [word for word in words.fill.split("|") if word not in makes_hours]
        beside_hours = [word for word in words.fill.split("|") if word in makes_hours]
        of_spans = {word for word in fill if word in words.within.split("|")}
        no_span = rf"{any_(*of_spans)}(?! {any_(*number_words(language))} )"
        others = any_(*(word for word in fill if word not in of_spans))
        self._fill = re.compile(rf"(?:{others}|{no_span}|{any_(*beside_hours)}(?![. ]*\d)){END_OF_WORD}")

    def may_read(self, text: str) -> bool:
        """Whether a word of the text is one of the language's, or begins with one; a text of other letters than Latin
        may always be. Its patterns are worth making then: that takes a twentieth of a second."""
        typed = _WORD.findall(text)
        long = tuple(word for word in self._words if len(word) > 2)
        return not text.isascii() or any(word in self._words or word.startswith(long) for word in typed)

    @cached_property
    def _patterns(self) -> list[_Matching]:
        language = self._language
        patterns = [one for each in (dates, hours, spans, clock) for one in each.patterns(language)]
        parts = any_(*meanings(language.vocabulary.parts), language.vocabulary.noon)
        end_of_word = rf"(?:{END_OF_WORD}|(?={parts}{END_OF_WORD}))"  # Freitagabend
        return [
            (pattern, re.compile(pattern.spelling + end_of_word).match)
            for pattern in patterns
            if not pattern.spelling.startswith(any_())  # the language has no such words
        ]

    @cached_property
    def _of_letters(self) -> list[_Matching]:
        return [one for one in self._patterns if not _BEGINS_WITH_DIGIT.match(one[0].spelling)]

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
