"""The words with which people name days and hours. They are in ``vocabulary.toml``, one table a language.

Ways to say the same are parted by a bar; what follows an equals sign is what the word means.
"""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from models.strings import data_files


class Vocabulary(Struct, frozen=True):
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
    """What is before a month, a week or a year to mean its last day."""
    oclock: str
    """After a number to make it an hour of twenty-four."""
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
    """One, two, three and so on, parted by commas."""
    this: str
    """Beside a weekday: the first one ahead, today included."""
    next: str
    """Beside a weekday: the first one ahead to some, that of next week to others."""
    next_week: str
    fill: str
    """Words that say nothing about when."""
    by: str = ""
    """Those of ``within`` with which hours and minutes are no length of time: *d'ici 17h30*."""
    on: str = ""
    """Before a number to make it a day of the month."""
    end_of_month: str = ""
    morning: str = ""
    """After an hour: before noon."""
    afternoon: str = ""
    evening: str = ""
    """After an hour: after noon."""
    night: str = ""
    """After an hour: late in the evening, or before the morning."""
    coming: str = ""
    """Beside a weekday: the first one after today."""
    this_week: str = ""
    week_after_next: str = ""
    end_after: str = ""
    """What is after a month to mean its last day."""
    oclock_before: str = ""
    """Before a number to make it an hour of twenty-four; they are among the words of ``at`` too."""
    parts: str = ""
    """Parts of a day that are before an hour, with the half of the day: ``soir=pm``; ``night`` is late."""
    today_parts: str = ""
    """Parts of this day: ``this morning=am``."""
    before: str = ""
    """Beside a day: the deadline is the end of the day before it."""
    perhaps_before: str = ""
    """Beside a day: the deadline is the end of that day to some, of the day before it to others. They are among the
    words of ``fill`` too."""
    inclusive: str = ""
    """Behind a day: it is a part of the time that is left."""
    later: str = ""
    """After a length of time: from now."""
    lengths: str = ""
    """Lengths of time that are one word or one expression, in minutes or days: ``half an hour=30m``, ``fortnight=14d``;
    ``huit jours=7d/8d`` is one to some and another to others."""
    and_half: str = ""
    """After a number or a unit: a half more."""
    spoken: str = ""
    """Further words for hours of the clock: ``piatej=5``."""
    before_hour: str = ""
    """Before an hour, with the minutes to add: ``quarter to=-15``."""
    after_hour: str = ""
    """After an hour, with the minutes to add: ``y media=30``."""
    past: str = ""
    """Between a number of minutes and an hour: after it."""
    to: str = ""
    """Between a number of minutes and an hour: before it."""
    and_: str = ""
    """Between an hour and a number of minutes."""
    tens: str = ""
    """Further words for minutes: ``trente=30``."""
    ordinals: str = ""
    """First, second, third, fourth and last, parted by commas."""
    week_after: str = ""
    """Beside a weekday, with the days to add: ``week=7`` for *Friday week*."""
    from_: str = ""
    """Between a length of time and the day from which it is counted."""
    feasts: str = ""
    """``easter monday=+1`` counts from Easter Sunday, ``christmas eve=12-24`` is a day of the year."""
    zones: str = ""
    """Clocks that have a name in this language: ``hora peninsular=europe/madrid``."""
    endings: str = ""
    """Of weekdays, months and hours, after an apostrophe or none: ``17'de``, ``cumaya``."""
    extra: str = ""
    """Spellings of months and weekdays that the CLDR lacks: ``maerz=3`` for a month, ``sonnabend=sat``."""


@cache
def languages() -> Mapping[str, Vocabulary]:
    """All of them, by the code of the language; English is the first."""
    return {code: Vocabulary(**words) for code, words in data_files.read(__file__).items()}
