"""Zones that are written as abbreviations: what they say, and when that is not clear."""

import pytest

from models.refusal import Reason
from tests.models.deadlines.reading import read, readings, refused, utc


@pytest.mark.parametrize("zone", ["EST", "est", "ET", "Eastern", "New York", "UTC-5"])
def test_an_abbreviation_counts_as_what_it_says_while_clocks_there_show_it(zone: str) -> None:
    assert read("20 Feb", "17:00", zone).instant == utc(2025, 2, 20, 22)


def test_an_abbreviation_out_of_its_season_has_two_readings() -> None:
    refusal = refused("1 July", "17:00", "EST")
    assert refusal.reason is Reason.AMBIGUOUS_ZONE
    assert readings(refusal) == [utc(2025, 7, 1, 21), utc(2025, 7, 1, 22)]


def test_an_abbreviation_says_which_of_two_equal_hours_is_meant() -> None:
    assert read("2 Nov 2025 1:30 am EDT").instant == utc(2025, 11, 2, 5, 30)
    assert read("2 Nov 2025 1:30 am EST").instant == utc(2025, 11, 2, 6, 30)
