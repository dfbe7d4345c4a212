"""Patterns: what the spellings of days, hours and lengths of time have in common.

A pattern matches plain text (``models.deadlines.grammar.language.plain``); its maker turns the match into a
value, or into nothing
where the numbers in it are none.
"""

import re
from collections.abc import Callable
from enum import Enum
from typing import Any

from msgspec import Struct

from models.deadlines.grammar.language import Language, plain

END_OF_WORD = r"(?:(?<=\d)(?!\d)|(?<=[^\W\d_])(?![^\W\d_])|(?<=[\W_])|(?<=[^\x00-\u10ff]))"
"""Neither a word nor a number is cut in two; "17h30" and "5pm" need no space, nor do East Asian scripts. These are told
by what they are not: ``re`` compiles a long range character by character."""

OF_ALL_LANGUAGES = ("cob", "close", "end", "eom", "eow", "上午", "午前", "下午", "午後")
"""The first words of what is understood in every language."""
Maker = Callable[[re.Match[str]], Any]


class Slot(Enum):
    """What a piece says; a phrase has one of each at most."""

    DAY = "day"
    WEEKDAY = "weekday"
    OF_MONTH = "of_month"
    SPAN = "span"
    HOUR = "hours"
    PART = "part"
    BEFORE = "before"
    CLOCK = "clock"


class Pattern(Struct, frozen=True):
    """One spelling, and what it makes."""

    slot: Slot
    spelling: str
    maker: Maker
    part: str = ""
    """The part of its day that it names."""
    size: int = 1
    """Of how many pieces it counts; a doubtful spelling counts of none, so that what it contradicts is asked."""


class Piece(Struct, frozen=True):
    """A part of the text up to ``end``."""

    slot: Slot
    end: int
    value: Any
    part: str = ""
    size: int = 1


def any_(*words: str) -> str:
    """A pattern for one of the words, which stand parted by bars, the longest first; without words it matches
    nothing."""
    parts = sorted(filter(None, "|".join(words).split("|")), key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, parts))})" if parts else r"(?!)"


def meanings(words: str) -> dict[str, str]:
    """What words mean: ``soir=pm|matin=am``."""
    return dict(word.rsplit("=", 1) for word in words.split("|") if word)


def number_words(language: Language) -> dict[str, int]:
    """The numbers of a language from one on, by each of their words."""
    numbers = enumerate(language.vocabulary.numbers.split(","), 1)
    return {word: number for number, same in numbers for word in same.strip().split("|")}


def east_asian(pattern: str) -> str:
    """The marks of Chinese, Japanese and Korean for year, month, day, hour and minute, for each of their own."""
    marks = {"年": "年년", "月": "月월", "日": "日号號일", "時": "時时点點시", "分": "分분"}
    return "".join(f"(?:{'|'.join(map(plain, marks[c]))})" if c in marks else c for c in pattern)
