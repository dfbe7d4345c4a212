"""Deadlines as people type them."""

from datetime import UTC, datetime, timedelta

import pytest

from models import deadline
from models.refusal import Reason, Refusal
from models.sheets import Deadline
from tests.conftest import NOW  # Thursday 13 February 2025, 09:00 UTC


def read(day: str, hour: str = "", zone: str = "Europe/London", now: datetime = NOW) -> Deadline:
    return deadline.read(day, hour, zone, now)


def refused(day: str, hour: str = "", zone: str = "Europe/London", now: datetime = NOW) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read(day, hour, zone, now)
    return caught.value


def utc(*parts: int) -> datetime:
    year, month, day, hour, minute, second = (*parts, 0, 0, 0)[:6]
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)


@pytest.mark.parametrize(
    "day",
    [
        "2025-02-20",
        "20 February 2025",
        "20 february 2025",
        "20 Feb 2025",
        "20th of February, 2025",
        "20 Feb",
        "February 20",
        "Feb. 20, 2025",
        "20.2.2025",
        "20.02.2025",
        "20. 2. 2025",
        "20.2.",
        "  20 Feb  ",
    ],
)
def test_one_day_can_be_typed_in_many_ways(day: str) -> None:
    assert read(day, "12:00").instant == utc(2025, 2, 20, 12)


@pytest.mark.parametrize(
    ("hour", "shown"),
    [
        ("23:59", (23, 59)),
        ("23.59", (23, 59)),
        ("9:05", (9, 5)),
        ("11pm", (23, 0)),
        ("11 PM", (23, 0)),
        ("11:30 pm", (23, 30)),
        ("11:30 p.m.", (23, 30)),
        ("12pm", (12, 0)),
        ("12:30 am", (0, 30)),
        ("17h", (17, 0)),
        ("17h30", (17, 30)),
        ("noon", (12, 0)),
        ("00:00", (0, 0)),
    ],
)
def test_one_hour_can_be_typed_in_many_ways(hour: str, shown: tuple[int, int]) -> None:
    assert read("2025-02-20", hour).instant == utc(2025, 2, 20, *shown)


def test_a_bare_day_is_the_end_of_that_day_in_its_zone() -> None:
    assert read("20 Feb", zone="America/New_York") == Deadline(
        utc(2025, 2, 21, 4, 59, 59), "America/New_York", date_only=True
    )


def test_with_an_hour_it_is_no_bare_day() -> None:
    assert not read("20 Feb", "23:59").date_only


def test_a_city_will_do_and_nothing_is_the_zone_of_the_letter() -> None:
    assert read("20 Feb", "noon", "tokyo").zone == "Asia/Tokyo"
    assert deadline.read("20 Feb", "noon", "", NOW, otherwise="Asia/Tokyo").instant == utc(2025, 2, 20, 3)


@pytest.mark.parametrize(
    "day", ["2025-03-01T12:00Z", "2025-03-01T13:00+01:00", "<t:1740830400>", "<t:1740830400:F>"]
)
def test_a_whole_instant_is_taken_as_it_is(day: str) -> None:
    found = read(day, zone="Asia/Tokyo")
    assert found.instant == utc(2025, 3, 1, 12)
    assert found.instant.tzinfo is UTC
    assert not found.date_only


def test_an_iso_day_and_hour_without_an_offset_are_local() -> None:
    assert read("2025-03-01 12:00", zone="Asia/Tokyo").instant == utc(2025, 3, 1, 3)


def test_an_hour_beside_a_whole_instant_is_refused() -> None:
    assert refused("<t:1740830400>", "noon").reason is Reason.HOUR_GIVEN_TWICE


def test_without_a_year_it_is_the_next_such_day() -> None:
    assert read("12 Feb").instant == utc(2026, 2, 12, 23, 59, 59)
    assert read("13 Feb").instant == utc(2025, 2, 13, 23, 59, 59)


def test_today_is_the_local_day() -> None:
    late_in_tokyo = utc(2025, 2, 13, 22)  # 14 February there
    assert read("13 Feb", zone="Asia/Tokyo", now=late_in_tokyo).instant == utc(2026, 2, 13, 14, 59, 59)


def test_an_hour_of_today_that_has_passed_is_past_and_not_next_year() -> None:
    assert refused("13 Feb", "8:00").reason is Reason.IN_THE_PAST


@pytest.mark.parametrize(
    "day", ["", "friday", "1", "may", "31 Feb 2025", "20/2/2025", "2025-13-01", "20 ma 2025x"]
)
def test_what_is_no_day_is_refused(day: str) -> None:
    assert refused(day).reason is Reason.BAD_DAY


@pytest.mark.parametrize(
    "day", ["<t:999999999999>", "2025-02-20T99:00", "0001-01-01", "0001-01-01T00:00+14:00", "9999-12-31"]
)
def test_an_absurd_day_is_refused(day: str) -> None:
    assert refused(day, zone="Asia/Tokyo").reason in (Reason.BAD_DAY, Reason.IN_THE_PAST, Reason.TOO_FAR)


@pytest.mark.parametrize("hour", ["25:00", "24:00", "23:60", "13pm", "0am", "17", "late", "5pmm"])
def test_what_is_no_hour_is_refused(hour: str) -> None:
    assert refused("20 Feb", hour).reason is Reason.BAD_HOUR


@pytest.mark.parametrize("hour", ["midnight", "Midnight", "12am", "12:00 a.m."])
def test_midnight_belongs_to_two_days(hour: str) -> None:
    refusal = refused("20 Feb", hour)
    assert refusal.reason is Reason.MIDNIGHT
    assert refusal.values["readings"] == [utc(2025, 2, 20), utc(2025, 2, 20, 23, 59, 59)]


def test_an_hour_that_the_clocks_skip_is_refused_with_both_readings() -> None:
    refusal = refused("30 March 2025", "1:30")
    assert refusal.reason is Reason.NO_SUCH_HOUR
    assert refusal.values["readings"] == [utc(2025, 3, 30, 0, 30), utc(2025, 3, 30, 1, 30)]


def test_an_hour_that_comes_twice_is_refused_with_both_readings() -> None:
    refusal = refused("26 Oct 2025", "1:30")
    assert refusal.reason is Reason.HOUR_TWICE
    assert refusal.values["readings"] == [utc(2025, 10, 26, 0, 30), utc(2025, 10, 26, 1, 30)]


def test_the_hours_beside_a_change_of_clocks_are_plain() -> None:
    assert read("30 March 2025", "0:59").instant == utc(2025, 3, 30, 0, 59)
    assert read("30 March 2025", "2:00").instant == utc(2025, 3, 30, 1)


def test_a_bare_day_ends_at_its_last_second_where_that_comes_twice() -> None:
    """Chile puts its clocks back at midnight: 23:59:59 comes twice."""
    assert read("5 April 2025", zone="America/Santiago").instant == utc(2025, 4, 6, 3, 59, 59)


def test_an_abbreviation_is_refused_with_suggestions() -> None:
    refusal = refused("20 Feb", "9 am", "EST")
    assert refusal.reason is Reason.UNKNOWN_ZONE
    assert "America/New_York" in refusal.values["suggestions"]


def test_now_is_past_and_a_second_later_is_not() -> None:
    with pytest.raises(Refusal) as caught:
        deadline.require_ahead(NOW, NOW)
    assert caught.value.reason is Reason.IN_THE_PAST
    assert deadline.require_ahead(NOW + timedelta(seconds=1), NOW) == NOW + timedelta(seconds=1)


def test_more_than_two_years_ahead_is_too_far() -> None:
    assert read("13 Feb 2027", "8:00").instant == utc(2027, 2, 13, 8)
    assert refused("20 Feb 2027").reason is Reason.TOO_FAR
