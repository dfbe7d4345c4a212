"""Days as people name them: each is a rule that says which dates it can be, seen from today.

None is guessed: a name that means one date to some and another date to others gives both.
"""

import calendar
from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta

from dateutil import easter as computus
from msgspec import Struct

Find = Callable[[date], tuple[date, ...]]
DAY = timedelta(days=1)


class Day(Struct, frozen=True):
    """From the local date of today to the dates that were perhaps meant, the likeliest first; none where there is
    none. ``floats``: it is counted from today, so that it matters whose today."""

    find: Find
    floats: bool = False

    def __call__(self, today: date) -> tuple[date, ...]:
        """The dates, seen from today."""
        return self.find(today)


def on(month: int, day: int, year: int | None) -> Day:
    """A day of the year; without a year the next such day, today included."""

    def find(today: date) -> tuple[date, ...]:
        for candidate in (year,) if year else range(today.year, today.year + 9):  # 29 February
            found = _date(candidate, month, day)
            if found is not None and (year or found >= today):
                return (found,)
        return ()

    return Day(find)


def feast(after_easter: int, year: int | None = None) -> Day:
    """The feast so many days after Easter Sunday of the Western churches; without a year the next one."""

    def find(today: date) -> tuple[date, ...]:
        years = (year,) if year else (today.year, today.year + 1)
        found = (computus.easter(candidate) + after_easter * DAY for candidate in years)
        return next(((day,) for day in found if year or day >= today), ())

    return Day(find)


def either(*days: Day) -> Day:
    """Two readings of the same numbers: 03/04 is in March and in April."""
    return Day(
        lambda today: tuple(dict.fromkeys(found for day in days for found in day(today))),
        any(day.floats for day in days),
    )


def after(days: int, months: int = 0) -> Day:
    """This many days and months after today; the last of the month where it is too short. OverflowError beyond the
    calendar."""

    def find(today: date) -> tuple[date, ...]:
        year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
        if year > MAXYEAR:
            raise OverflowError
        last = calendar.monthrange(year, month + 1)[1]
        return (date(year, month + 1, min(today.day, last)) + days * DAY,)

    return Day(find, floats=True)


def later(day: Day, days: int) -> Day:
    """This many days after a day: *a week from Friday*; before it where ``days`` is negative."""
    return Day(lambda today: tuple(found + days * DAY for found in day(today)), day.floats)


def weekday(number: int) -> Day:
    """The first such day ahead, 0 for Monday; on that very day it is today or in a week."""
    return Day(
        lambda today: (today, today + 7 * DAY) if today.weekday() == number else coming_weekday(number)(today),
        floats=True,
    )


def this_weekday(number: int) -> Day:
    """*This Friday*: the first one ahead; on a Friday it is today."""
    return Day(lambda today: weekday(number)(today)[:1], floats=True)


def coming_weekday(number: int) -> Day:
    """The first such day after today."""
    return Day(lambda today: (today + ((number - today.weekday() - 1) % 7 + 1) * DAY,), floats=True)


def weekday_of_week(number: int, ahead: int = 1) -> Day:
    """That day of the calendar week so many weeks after this one; weeks begin on Monday (ISO 8601)."""
    return Day(lambda today: (today + (7 * ahead - today.weekday() + number) * DAY,), floats=True)


def next_weekday(number: int) -> Day:
    """*Next Friday*: the first Friday ahead to some, the Friday of next week to others."""
    return either(coming_weekday(number), weekday_of_week(number))


def nth_weekday(number: int, nth: int, month: int | None, year: int | None = None, ahead: int = 0) -> Day:
    """*The second Tuesday of March*; the last one where ``nth`` is 0. Of this month or one ``ahead`` if none is
    named; without a year the next such."""

    def find(today: date) -> tuple[date, ...]:
        found = (_nth_weekday(number, nth, *each) for each in _months(today, month, year, ahead))
        days = [day for day in found if day is not None]
        return tuple(days[:1] if year or month is None else [day for day in days if day >= today][:1])

    return Day(find, floats=month is None)


def of_month(day: int) -> Day:
    """*The 20th*: the next such day, today included."""

    def find(today: date) -> tuple[date, ...]:
        for ahead in range(12):
            year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
            found = _date(year, month + 1, day)
            if found is not None and found >= today:
                return (found,)
        return ()

    return Day(find)


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

    return Day(find, day.floats)


def end_of_month(month: int | None = None, year: int | None = None, ahead: int = 0) -> Day:
    """The last day of a month: of this one, of one ``ahead``, or of one that is named, the next such."""

    def find(today: date) -> tuple[date, ...]:
        [(in_year, named), *_] = _months(today, month, year, ahead)
        return (date(in_year, named, calendar.monthrange(in_year, named)[1]),)

    return Day(find, floats=month is None)


def end_of_week(ahead: int = 0) -> Day:
    """A week ends on Friday for those who work and on Sunday in the calendar."""

    def find(today: date) -> tuple[date, ...]:
        monday = today + (7 * ahead - today.weekday()) * DAY
        return tuple(found for found in (monday + 4 * DAY, monday + 6 * DAY) if found >= today)

    return Day(find, floats=True)


def of_week(ahead: int) -> Day:
    """A week as a deadline: its first day to some, its end to others."""
    return either(weekday_of_week(0, ahead), end_of_week(ahead))


def end_of_year(ahead: int = 0) -> Day:
    """31 December of this year, or of one so many years ``ahead``."""
    return Day(lambda today: (date(today.year + ahead, 12, 31),), floats=True)


def _months(today: date, month: int | None, year: int | None, ahead: int) -> list[tuple[int, int]]:
    """(year, month): the one so many months ahead, or the next ones of that name, this one included."""
    if month is None:
        in_year, first = divmod(today.year * 12 + today.month - 1 + ahead, 12)
        return [(in_year, first + 1)]
    first_year = year or (today.year if month >= today.month else today.year + 1)
    return [(first_year, month), (first_year + 1, month)]


def _nth_weekday(number: int, nth: int, year: int, month: int) -> date | None:
    """The last one where ``nth`` is 0; None if the month has fewer."""
    days = [week[number] for week in calendar.Calendar().monthdayscalendar(year, month) if week[number]]
    return date(year, month, days[nth - 1]) if nth <= len(days) else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
