"""Deadlines as people type them."""

from datetime import UTC, datetime, timedelta

import pytest

from models.deadlines import reader
from models.deadlines.grammar import language, pieces
from models.refusal import Reason
from models.sheets import Deadline
from tests.conftest import NOW  # Thursday 13 February 2025, 09:00 UTC
from tests.models import makers
from tests.models.deadlines.reading import read, readings, refused, utc


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
    assert reader.read("20 Feb", "noon", "", NOW, otherwise="Asia/Tokyo").instant == utc(2025, 2, 20, 3)


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
    "day",
    [
        "1",
        "may",
        "31 Feb 2025",
        "2025-13-01",
        "13/13/2025",
        "20-21 Feb",
        "next month",
        "-5 days",
    ],
)
def test_what_is_no_day_is_refused(day: str) -> None:
    assert refused(day).reason is Reason.BAD_DAY


@pytest.mark.parametrize(
    "day", ["<t:999999999999>", "2025-02-20T99:00", "0001-01-01", "0001-01-01T00:00+14:00", "9999-12-31"]
)
def test_an_absurd_day_is_refused(day: str) -> None:
    assert refused(day, zone="Asia/Tokyo").reason in (Reason.BAD_DAY, Reason.IN_THE_PAST, Reason.TOO_FAR)


@pytest.mark.parametrize("hour", ["25:00", "24:01", "23:60", "13pm", "0am", "17", "late", "5pmm"])
def test_what_is_no_hour_is_refused(hour: str) -> None:
    assert refused("20 Feb", hour).reason is Reason.BAD_HOUR


@pytest.mark.parametrize("hour", ["midnight", "Midnight", "12am", "12:00 a.m."])
def test_midnight_belongs_to_two_days(hour: str) -> None:
    refusal = refused("20 Feb", hour)
    assert refusal.reason is Reason.MIDNIGHT
    assert readings(refusal) == [utc(2025, 2, 20), utc(2025, 2, 20, 23, 59, 59)]


def test_an_hour_that_the_clocks_skip_is_refused_with_both_readings() -> None:
    refusal = refused("30 March 2025", "1:30")
    assert refusal.reason is Reason.NO_SUCH_HOUR
    assert readings(refusal) == [utc(2025, 3, 30, 0, 30), utc(2025, 3, 30, 1, 30)]


def test_an_hour_that_comes_twice_is_refused_with_both_readings() -> None:
    refusal = refused("26 Oct 2025", "1:30")
    assert refusal.reason is Reason.HOUR_TWICE
    assert readings(refusal) == [utc(2025, 10, 26, 0, 30), utc(2025, 10, 26, 1, 30)]


def test_the_hours_beside_a_change_of_clocks_are_plain() -> None:
    assert read("30 March 2025", "0:59").instant == utc(2025, 3, 30, 0, 59)
    assert read("30 March 2025", "2:00").instant == utc(2025, 3, 30, 1)


def test_a_bare_day_ends_at_its_last_second_where_that_comes_twice() -> None:
    """Chile puts its clocks back at midnight: 23:59:59 comes twice."""
    assert read("5 April 2025", zone="America/Santiago").instant == utc(2025, 4, 6, 3, 59, 59)


def test_now_is_past_and_a_second_later_is_not() -> None:
    assert makers.refused(reader.require_ahead, NOW, NOW).reason is Reason.IN_THE_PAST
    assert reader.require_ahead(NOW + timedelta(seconds=1), NOW) == NOW + timedelta(seconds=1)


def test_more_than_two_years_ahead_is_too_far() -> None:
    assert read("13 Feb 2027", "8:00").instant == utc(2027, 2, 13, 8)
    assert refused("20 Feb 2027").reason is Reason.TOO_FAR


def test_what_is_said_in_one_field_is_the_same_as_in_three() -> None:
    assert read("20 Feb 17:00 Tokyo") == read("20 Feb", "17:00", "Tokyo") == read("20 Feb", "5pm Tokyo")


@pytest.mark.parametrize(
    ("day", "hour"), [("20 Feb 17:00", "18:00"), ("in 3 hours", "noon"), ("<t:1740830400>", "5pm")]
)
def test_an_hour_in_both_fields_is_refused(day: str, hour: str) -> None:
    assert refused(day, hour).reason is Reason.HOUR_GIVEN_TWICE


def test_two_zones_are_refused_unless_one_only_says_where_it_is_shown() -> None:
    assert refused("20 Feb 17:00 London", zone="Paris").reason is Reason.ZONE_GIVEN_TWICE
    assert refused("20 Feb London", "17:00 Paris").reason is Reason.ZONE_GIVEN_TWICE
    assert read("20 Feb 17:00 London", zone="london").zone == "Europe/London"
    assert read("20 Feb 17:00 UTC+2", zone="Tokyo") == Deadline(
        utc(2025, 2, 20, 15), "Asia/Tokyo", date_only=False, clock="UTC+2"
    )


@pytest.mark.parametrize(("day", "zone"), [("", "Paris"), ("AoE", "")])
def test_a_zone_alone_is_no_deadline_and_nothing_is_empty(day: str, zone: str) -> None:
    assert refused(day, zone=zone).reason is Reason.DAY_MISSING
    assert refused(" ").reason is Reason.EMPTY


def test_an_hour_without_a_day_is_the_next_time_that_it_strikes_there() -> None:
    assert read("", "5pm").instant == utc(2025, 2, 13, 17)
    assert read("", "8:00").instant == utc(2025, 2, 14, 8)
    assert read("", "8:00", "Tokyo").instant == utc(2025, 2, 13, 23)
    assert read("", "17:00", now=utc(2025, 2, 13, 17)).instant == utc(2025, 2, 14, 17)


def test_days_keep_the_hour_of_the_clock_and_hours_are_exact_over_a_change_of_clocks() -> None:
    evening = utc(2025, 3, 29, 18, 30)
    assert read("in 1 day", now=evening).instant == utc(2025, 3, 30, 17, 30)
    assert read("in 24 hours", now=evening).instant == utc(2025, 3, 30, 18, 30)


def test_a_last_day_in_seven_days_is_the_end_of_that_day_and_hours_stay_exact() -> None:
    now = utc(2025, 2, 13, 9)
    for typed, instant in (
        ("in 7 days", utc(2025, 2, 20, 23, 59, 59)),
        ("in 7 days at noon", utc(2025, 2, 20, 12)),
        ("in 7 hours", utc(2025, 2, 13, 16)),
    ):
        assert reader.read(typed, "", "", now, last_day=True).instant == instant
    assert reader.read("in 7 days", "", "", now, last_day=True).date_only


def test_a_span_with_an_hour_is_that_hour_of_that_day() -> None:
    assert read("in 7 days", "noon").instant == utc(2025, 2, 20, 12)


def test_a_reading_that_has_passed_is_none() -> None:
    assert read("13 Feb at 5").instant == utc(2025, 2, 13, 17)
    assert read("13 Feb midnight").instant == utc(2025, 2, 13, 23, 59, 59)


def test_on_a_thursday_thursday_is_today_or_in_a_week_until_its_hour_has_passed() -> None:
    assert readings(refused("Thursday", "17:00")) == [utc(2025, 2, 13, 17), utc(2025, 2, 20, 17)]
    assert read("Thursday", "8:00").instant == utc(2025, 2, 20, 8)


@pytest.mark.parametrize("now", [utc(2025, 2, 14, 9), utc(2025, 2, 15, 9), utc(2025, 2, 16, 9)])
def test_next_friday_is_clear_from_friday_on(now: datetime) -> None:
    assert read("next Friday 5pm", now=now).instant == utc(2025, 2, 21, 17)


def test_the_language_decides_what_its_own_words_mean_and_english_is_always_read() -> None:
    assert read("3/4/2025", "12:00", locale="fr").instant == utc(2025, 4, 3, 11)
    assert refused("3/4/2025", "12:00", locale="en-GB").reason is Reason.AMBIGUOUS_DAY
    assert read("20 Feb 5pm", locale="fr").instant == utc(2025, 2, 20, 17)
    assert read("lundi 3 mars", "17h", locale="de").instant == utc(2025, 3, 3, 17)
    assert read("20 Feb 5pm", locale="xx").instant == utc(2025, 2, 20, 17)


@pytest.mark.parametrize(
    "day", ["1 " * 70, "at 5 " * 30, "friday " * 20, "20." * 50, "a " * 70, "- " * 70, "x" * 150]
)
def test_a_senseless_text_is_refused(day: str) -> None:
    assert refused(day).reason is Reason.BAD_DAY


def test_a_text_that_is_too_long_is_not_read() -> None:
    assert refused("1" * 151).reason is Reason.TOO_LONG


@pytest.mark.parametrize(
    "day", ["in 9999 years", "in 9999 months", "9999 weeks", "20 Feb 9999 24:00", "31.12.9999 AoE"]
)
def test_the_end_of_the_calendar_is_too_far(day: str) -> None:
    assert refused(day).reason in (Reason.BAD_DAY, Reason.TOO_FAR, Reason.UNREAD)


def test_twelve_in_a_part_of_the_day_is_noon_or_midnight() -> None:
    assert refused("20 de febrero a las 12 de la noche", locale="es").reason is Reason.AMBIGUOUS_HOUR
    assert read("20 de febrero a las 11 de la noche", locale="es").instant == utc(2025, 2, 20, 23)
    assert read("20 Feb at 3 at night").instant == utc(2025, 2, 20, 3)
    assert read("20 Feb 12:30 am").instant == utc(2025, 2, 20, 0, 30)


@pytest.mark.parametrize("code", ["fr", "pl"])
def test_patterns_of_a_language_are_only_made_for_a_text_with_one_of_its_words(code: str) -> None:
    one = pieces.of(language.named(code))
    vars(one).pop("_patterns", None)
    refused("7 qwfp")
    assert "_patterns" not in vars(one)
    read("mar. 18 fevr.") if code == "fr" else read("18 lutego")
    assert "_patterns" in vars(one)
