"""Zones as people type them."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from models.deadlines.grammar import places
from models.deadlines.grammar.language import plain
from models.geography import time_zones
from models.refusal import Reason
from models.strings import data_files, folding
from models.translation import speaking
from tests.models import makers


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Europe/London", "Europe/London"),
        ("europe/london", "Europe/London"),
        ("  London ", "Europe/London"),
        ("paris", "Europe/Paris"),
        ("new york", "America/New_York"),
        ("New_York", "America/New_York"),
        ("São Paulo", "America/Sao_Paulo"),
        ("buenos aires", "America/Argentina/Buenos_Aires"),
        ("US/Eastern", "US/Eastern"),
        ("utc", "UTC"),
        ("GMT", "UTC"),
        ("Z", "UTC"),
    ],
)
def test_a_zone_is_an_iana_name_or_a_city(typed: str, name: str) -> None:
    assert time_zones.zone_of(typed, "Asia/Tokyo") == name


def test_every_town_of_the_file_is_known_in_a_field_and_in_a_deadline() -> None:
    towns = data_files.read(time_zones.__file__)["towns"]
    for zone, same in towns.items():
        for town in same.split("|"):
            assert time_zones.zone_of(town, "UTC") == places.zone_of(plain(town), "en") == zone, town


def test_nothing_typed_is_the_zone_of_the_coalition() -> None:
    assert time_zones.zone_of("  ", "Asia/Tokyo") == "Asia/Tokyo"


@pytest.mark.parametrize("typed", ["EST", "CST", "PST", "pst", "BST", "IST", "MST", "HST", "CET"])
def test_an_abbreviation_is_refused_with_the_zones_it_may_mean(typed: str) -> None:
    refusal = makers.refused(time_zones.zone_of, typed, "UTC")
    assert refusal.reason is Reason.UNKNOWN_ZONE
    assert refusal.values["zone"] == typed
    assert set(refusal.values["suggestions"]) <= available_timezones()
    assert refusal.values["suggestions"]


@pytest.mark.parametrize(
    "typed", ["Atlantis", "UTC+2", "localtime", "Eastern", "../../etc/passwd", "\0", "é" * 500]
)
def test_what_is_no_zone_is_refused(typed: str) -> None:
    assert makers.refused(time_zones.zone_of, typed, "UTC").reason is Reason.UNKNOWN_ZONE


@pytest.mark.parametrize(("typed", "zones"), [("AKST", ["America/Anchorage"]), ("mez", ["Europe/Paris"])])
def test_what_a_deadline_takes_as_an_abbreviation_is_suggested_its_zones(typed: str, zones: list[str]) -> None:
    assert time_zones.suggestions(typed) == zones


def test_a_slip_of_the_pen_has_suggestions() -> None:
    assert makers.refused(time_zones.zone_of, "Lodnon", "UTC").values["suggestions"][0] == "Europe/London"


def test_where_one_city_names_two_zones_they_show_the_same_clock() -> None:
    """Else a city alone would be ambiguous, and the longer name no safe choice."""
    cities = defaultdict(set)
    for name in available_timezones():
        if name.split("/")[0] in time_zones._CITIES_IN:
            cities[folding.ZONES(name.rsplit("/", 1)[1])].add(name)
    instants = [datetime(2025, 1, 1, tzinfo=UTC) + timedelta(weeks=week) for week in range(104)]
    for names in cities.values():
        clocks = {
            tuple(instant.astimezone(ZoneInfo(name)).utcoffset() for instant in instants) for name in names
        }
        assert len(clocks) == 1, names


def test_the_search_shows_cities_that_begin_with_the_text_first() -> None:
    assert time_zones.search("lon")[0] == "Europe/London"
    assert "America/Los_Angeles" in time_zones.search("pst")
    assert len(time_zones.search("")) == 25


@pytest.mark.catalogues
@pytest.mark.parametrize(
    ("language", "city", "zone"),
    [("ja", "東京", "Asia/Tokyo"), ("es", "Nueva York", "America/New_York"), ("de", "Kiew", "Europe/Kyiv")],
)
def test_a_city_is_known_by_its_name_in_the_readers_language(language: str, city: str, zone: str) -> None:
    with speaking(language):
        assert time_zones.zone_of(city, "UTC") == zone
        assert time_zones.search(city)[0] == zone
    assert time_zones.known(city) is None
