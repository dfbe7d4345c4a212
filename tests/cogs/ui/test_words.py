"""What someone typed is shown as typed, and instants as people read them."""

from datetime import UTC, datetime

import pytest

from cogs.ui import words
from cogs.ui.cards import revision
from models.strings import diff


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Left|Right *Institute*", r"Left\|Right \*Institute\*"),
        ("@everyone <@12>", r"\@everyone \<\@12\>"),
        ("[here](x)", r"\[here\]\(x\)"),
        ("- Privat", r"\- Privat"),
        ("9.19.29", r"9\.19.29"),
        ("1. Verein\n2. Verein", "1\\. Verein\n2\\. Verein"),
        ("42 Lanes", "42 Lanes"),
        ("Back\\slash", r"Back\\slash"),
    ],
)
def test_markup_is_shown_and_does_nothing(typed: str, written: str) -> None:
    assert words.escape(typed) == written


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "English"),
        ("fr", "French"),
        ("pt-br", "Portuguese (Brazil)"),
        ("xx", "xx"),
        ("qaa-zz-9", "qaa-zz-9"),
    ],
)
def test_a_language_is_called_by_its_name(code: str, name: str) -> None:
    assert words.language(code) == name


def test_a_line_begins_large_and_the_rest_stays() -> None:
    assert words.begun("organisation, Côte d’Ivoire") == "Organisation, Côte d’Ivoire"


@pytest.mark.parametrize(
    ("hour", "minute", "zone", "said"),
    [
        (16, 30, "Europe/Rome", "half past 5 in the afternoon in Rome (Italy, UTC+1)"),
        (4, 15, "Asia/Kolkata", "quarter to 10 in the morning in Kolkata (India, UTC+5:30)"),
        (22, 15, "America/New_York", "quarter past 5 in the afternoon in New York (United States, UTC-5)"),
        (12, 0, "Europe/Kyiv", "2 in the afternoon in Kyiv (Ukraine, UTC+2)"),
        (12, 0, "UTC", "noon in UTC"),
        (0, 0, "Europe/London", "midnight, when that day begins, in London (United Kingdom, UTC)"),
        (20, 7, "Europe/Madrid", "9:07 in the evening in Madrid (Spain, UTC+1)"),
    ],
)
def test_what_was_understood_is_said_aloud_with_its_country(
    hour: int, minute: int, zone: str, said: str
) -> None:
    assert words.aloud(datetime(2025, 2, 20, hour, minute, tzinfo=UTC), zone) == said


def test_an_instant_is_said_in_its_zone_with_its_weekday() -> None:
    at = datetime(2025, 7, 20, 22, 59, tzinfo=UTC)
    assert words.local(at, "Europe/London") == "Sunday 20 July 2025, 23:59 in Europe/London"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("It is for Harbour e.V.", "It is for Harbour e.V."),
        ("It is for **Harbour Inc.**", "It is for **Harbour Inc.**"),
        ("It is for **Harbour**", "It is for **Harbour**."),
    ],
)
def test_a_sentence_that_ends_in_a_name_has_one_full_stop(sentence: str, said: str) -> None:
    assert words.ended(sentence) == said


def test_what_went_and_what_came_do_not_touch() -> None:
    shown = revision.marked(diff.pieces("We ask that they stop.", "We demand that they stop."))
    assert shown == "We ~~ask~~ **demand** that they stop."
