"""The words with which people name days and hours. They stand in ``vocabulary.toml``, one table a language.

All are in plain form (``models.deadlines.grammar.language.plain``), ways to say the same parted by a bar.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language."""

    yesterday: str
    today: str
    tonight: str
    tomorrow: str
    after_tomorrow: str
    noon: str
    midnight: str
    end_of_day: str
    """The end of a day, said where the hour stands."""
    end_of: str
    """What stands before a month, a week or a year to mean its last day."""
    morning: str
    """After an hour: before noon."""
    evening: str
    """After an hour: after noon."""
    night: str
    """After an hour: late in the evening, or before the morning."""
    oclock: str
    """After a number to make it an hour of twenty-four."""
    on: str
    """Before a number to make it a day of the month."""
    at: str
    """Before a number to make it an hour."""
    within: str
    """Before a length of time from now."""
    hours: str
    minutes: str
    days: str
    weeks: str
    months: str
    years: str
    numbers: str
    """One to ten, in order, parted by spaces."""
    this: str
    """Beside a weekday: the first one ahead."""
    next: str
    """Beside a weekday: the first one ahead to some, that of next week to others."""
    next_week: str
    fill: str
    """Words that say nothing about when."""
    parts: str = ""
    """Parts of a day that stand before an hour, with the half of the day: ``soir=pm``; ``night`` is late."""
    half_hour: str = ""
    """Thirty minutes, with their article."""
    fortnight: str = ""
    """Two weeks, as a unit."""
    extra: str = ""
    """Spellings of months and weekdays that the CLDR lacks: ``maerz=3`` for a month, ``sonnabend=sat``."""


@cache
def languages() -> Mapping[str, Vocabulary]:
    """All of them, by the code of the language; English is the first."""
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return {code: Vocabulary(**words) for code, words in tomllib.loads(text).items()}
