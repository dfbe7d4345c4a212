"""Days as people name them: each is a rule that says which dates it can be, seen from today.

None is guessed: a name that means one date to some and another date to others gives both.
"""

import calendar
from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta

Day = Callable[[date], tuple[date, ...]]
"""From the local date of today to the dates that were perhaps meant, the likeliest first; none where there is none."""

DAY = timedelta(days=1)


def on(month: int, day: int, year: int | None) -> Day:
    """A day of the year; without a year the next such day, today included."""

    def find(today: date) -> tuple[date, ...]:
        for candidate in (year,) if year else range(today.year, today.year + 9):  # 29 February
            found = _date(candidate, month, day)
            if found is not None and (year or found >= today):
                return (found,)
        return ()

    return find


def either(*days: Day) -> Day:
    """Two readings of the same numbers: 03/04 is in March and in April."""
    return lambda today: tuple(dict.fromkeys(found for day in days for found in day(today)))


def after(days: int, months: int = 0) -> Day:
    """So many days and months after today; the last of the month where it is too short. OverflowError beyond the
    calendar."""

    def find(today: date) -> tuple[date, ...]:
        year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
        if year > MAXYEAR:
            raise OverflowError
        last = calendar.monthrange(year, month + 1)[1]
        return (date(year, month + 1, min(today.day, last)) + days * DAY,)

    return find


def weekday(number: int) -> Day:
    """The first such day ahead, 0 for Monday; on that very day it is today or in a week."""
    return lambda today: (
        (today, today + 7 * DAY) if today.weekday() == number else coming_weekday(number)(today)
    )


def coming_weekday(number: int) -> Day:
    """The first such day after today."""
    return lambda today: (today + ((number - today.weekday() - 1) % 7 + 1) * DAY,)


def weekday_next_week(number: int) -> Day:
    """That day of the calendar week after this one; weeks begin on Monday (ISO 8601)."""
    return lambda today: (today + (7 - today.weekday() + number) * DAY,)


def next_weekday(number: int) -> Day:
    """*Next Friday*: the first Friday ahead to some, the Friday of next week to others."""
    return either(coming_weekday(number), weekday_next_week(number))


def of_month(day: int) -> Day:
    """*The 20th*: the next such day, today included."""

    def find(today: date) -> tuple[date, ...]:
        for ahead in range(12):
            year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
            found = _date(year, month + 1, day)
            if found is not None and found >= today:
                return (found,)
        return ()

    return find


def checked(number: int, day: Day) -> Day:
    """A date with its weekday. Where they contradict each other: the date, and the nearest such weekday."""

    def find(today: date) -> tuple[date, ...]:
        found: list[date] = []
        for candidate in day(today):
            apart = (number - candidate.weekday() + 3) % 7 - 3
            if not apart:
                return (candidate,)
            found += [candidate, candidate + apart * DAY]
        return tuple(found)

    return find


def end_of_month(month: int | None = None, year: int | None = None, ahead: int = 0) -> Day:
    """The last day of a month: of this one, of one ``ahead``, or of one that is named, the next such."""

    def find(today: date) -> tuple[date, ...]:
        if month is None:
            first_year, first = divmod(today.year * 12 + today.month - 1 + ahead, 12)
            return (date(first_year, first + 1, calendar.monthrange(first_year, first + 1)[1]),)
        in_year = year or (today.year if month >= today.month else today.year + 1)
        return (date(in_year, month, calendar.monthrange(in_year, month)[1]),)

    return find


def end_of_week(ahead: int = 0) -> Day:
    """A week ends on Friday for those who work and on Sunday in the calendar."""

    def find(today: date) -> tuple[date, ...]:
        monday = today + (7 * ahead - today.weekday()) * DAY
        return tuple(found for found in (monday + 4 * DAY, monday + 6 * DAY) if found >= today)

    return find


def end_of_year(ahead: int = 0) -> Day:
    """31 December of this year, or of one so many years ``ahead``."""
    return lambda today: (date(today.year + ahead, 12, 31),)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
