"""Patterns: what the spellings of days, hours and lengths of time have in common.

A pattern matches plain text (``models.deadlines.grammar.language.plain``); its maker turns the match into a
value, or into nothing
where the numbers in it are none.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from models.deadlines.grammar.language import plain

END_OF_WORD = (
    r"(?:(?<=\d)(?!\d)|(?<=[^\W\d_])(?![^\W\d_])|(?<=[\W_])|(?<=[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af]))"
)
"""Neither a word nor a number is cut in two; "17h30" and "5pm" need no space, nor do East Asian scripts."""

Maker = Callable[[re.Match[str]], Any]


class Slot(Enum):
    """What a piece says; a phrase has one of each at most."""

    DAY = "day"
    WEEKDAY = "weekday"
    OF_MONTH = "of_month"
    SPAN = "span"
    HOUR = "hours"
    PART = "part"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One spelling, and what it makes."""

    slot: Slot
    spelling: str
    maker: Maker


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text up to ``end``."""

    slot: Slot
    end: int
    value: Any
    evening: bool = False
    """Names the evening of its day."""


def any_(*words: str) -> str:
    """A pattern for one of the words, which stand parted by bars, the longest first; without words it matches
    nothing."""
    parts = sorted(filter(None, "|".join(words).split("|")), key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, parts))})" if parts else r"(?!)"


def east_asian(pattern: str) -> str:
    """The marks of Chinese, Japanese and Korean for year, month, day, hour and minute, for each of their own."""
    marks = {"年": "年년", "月": "月월", "日": "日号號일", "時": "時时点點시", "分": "分분"}
    return "".join(f"(?:{'|'.join(map(plain, marks[c]))})" if c in marks else c for c in pattern)
