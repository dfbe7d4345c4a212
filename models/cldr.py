"""Dates and lists as the reader's language writes them, from the Unicode CLDR as Babel carries it.

Instants are aware; they are written in the zone that they are in. English is written as it always was here, without
the comma behind the weekday. Discord's own timestamps (``<t:…>``) need none of this.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from babel.dates import format_date
from babel.lists import format_list

from models.translation import ENGLISH, _, isolated, language, locale

_IN_ENGLISH = {"full": "EEEE d MMMM y", "long": "d MMMM y", "medium": "d MMM y"}


def day(at: datetime, length: Literal["full", "long", "medium"] = "full") -> str:
    """``Thursday 20 February 2025``; ``long`` leaves out the weekday, ``medium`` shortens the month as well."""
    if language() == ENGLISH:
        return format_date(at, _IN_ENGLISH[length], locale="en")  # that of Great Britain abbreviates to "Sept"
    return format_date(at, length, locale=locale())


def day_and_time(at: datetime, length: Literal["full", "long", "medium"] = "full") -> str:
    """``Thursday 20 February 2025, 23:59``, on the clock of 24 hours in every language."""
    # Translators: a date, then the time of day. Swap or join them as your language does.
    return _("{day}, {time}", day=day(at, length), time=f"{at:%H:%M}")


def listed(items: Iterable[str], style: Literal["standard", "or"] = "standard") -> str:
    """Several texts as one list: ``a, b and c``, or with ``or`` ``a, b or c``."""
    return format_list([isolated(one) for one in items], style, locale=locale())
