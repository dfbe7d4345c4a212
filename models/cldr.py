"""Dates and lists as the reader's language writes them, from the Unicode CLDR as Babel carries it.

Instants are aware; they are written in the zone that they are in. English is written as it always was here, without
the comma behind the weekday. Discord's own timestamps (``<t:…>``) need none of this.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from math import inf
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton, format_timedelta
from babel.lists import format_list

from models.translation import ENGLISH, _, isolated, language, locale

_IN_ENGLISH = {"full": "EEEE d MMMM y", "long": "d MMMM y", "medium": "d MMM y", "short": "d MMM"}
_BETWEEN_SENTENCES = {"ja": ""}
"""A full stop as wide as a letter brings its space."""
_SEMICOLON = {"ar": "؛ ", "fr": "\u202f; ", "ja": "；"}
"""The CLDR has no semicolon for lists."""


def day(at: datetime, length: Literal["full", "long", "medium", "short"] = "full") -> str:
    """``Thursday 20 February 2025``; ``long`` leaves out the weekday, ``medium`` shortens the month as well, ``short``
    leaves out the year too."""
    if language() == ENGLISH:
        return format_date(at, _IN_ENGLISH[length], locale="en")  # that of Great Britain abbreviates to "Sept"
    if length == "short":
        return format_skeleton("MMMd", at, locale=locale())
    return format_date(at, length, locale=locale())


def day_and_time(at: datetime, length: Literal["full", "long", "medium"] = "full") -> str:
    """``Thursday 20 February 2025, 23:59``, on the clock of 24 hours in every language."""
    # Translators: a date, then the time of day. Swap or join them as your language does.
    return _("{day}, {time}", day=day(at, length), time=f"{at:%H:%M}")


def weekday_and_time(at: datetime) -> str:
    """``Thursday 23:59``, for an instant whose date is beside it."""
    weekday, time = format_date(at, "EEEE", locale=locale()), f"{at:%H:%M}"
    # Translators: a date, then the time of day. Swap or join them as your language does.
    return f"{weekday} {time}" if language() == ENGLISH else _("{day}, {time}", day=weekday, time=time)


def in_days(count: int) -> str:
    """``in 1 day``, ``in 12 days``: never in weeks or months."""
    days = timedelta(days=count)
    return str(format_timedelta(days, "day", threshold=inf, add_direction=True, locale=locale()))


def within(span: timedelta) -> str:
    """``in 20 hours``, ``in 90 minutes``: what is shorter than a day."""
    return str(format_timedelta(span, "minute", threshold=2, add_direction=True, locale=locale()))


def listed(items: Iterable[str], style: Literal["standard", "or"] = "standard") -> str:
    """Several texts as one list: ``a, b and c``, or with ``or`` ``a, b or c``."""
    return format_list([isolated(one) for one in items], style, locale=locale())


def sentences(parts: Iterable[str]) -> str:
    """Sentences that stand alone, one behind the other; empty ones are left out."""
    return _BETWEEN_SENTENCES.get(language(), " ").join(filter(None, parts))


def clauses(parts: Iterable[str]) -> str:
    """Texts that may hold commas themselves, parted by the language's semicolon: ``a; b``; empty ones are left out."""
    return _SEMICOLON.get(language(), "; ").join(filter(None, parts))


def labelled(label: str, text: str) -> str:
    """What something is, or is about, then the text: ``Organisation: Harbour Watch``."""
    # Translators: what it is, then a text: "Organisation: Harbour Watch", "9:00: reminder", "name approved: Hill Fund"
    return _("{label}: {text}", label=label, text=text)


def language_name(tag: str) -> str:
    """What a language calls itself, as a line by itself: ``Français``, ``Português (Brasil)``."""
    name = Locale.parse(tag, sep="-").get_display_name() or tag
    return name[:1].upper() + name[1:]
