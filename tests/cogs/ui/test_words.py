"""What someone typed is shown as typed, and instants as people read them."""

from datetime import UTC, datetime, timedelta

import pytest

from cogs.ui import words
from cogs.ui.cards import revision
from models import translation
from models.geography import countries
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


@pytest.mark.parametrize("limit", [12, 14, 20])
def test_what_only_discord_can_read_is_whole_or_left_out(limit: int) -> None:
    assert words.clip("Closes on <t:1740095940:F> and that is all", limit) == "Closes on…"
    assert words.clip(r"Closes on \<t:1740095940:F\>", 14) == r"Closes on \<t…"


def test_a_line_begins_large_and_the_rest_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    assert words.begun("\u2068still\u2069 a draft") == "\u2068Still\u2069 a draft"
    assert words.begun("") == ""
    monkeypatch.setattr(translation, "known", str)
    with translation.speaking("tr"):
        assert words.begun("iptal edildi") == "İptal edildi"
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


def test_an_instant_in_two_zones_says_its_date_once() -> None:
    at = datetime(2025, 7, 20, 22, 59, tzinfo=UTC)
    assert words.in_both(at, "Europe/London") == (
        "<t:1753052340:F> (<t:1753052340:R>), Sunday 23:59 in Europe/London"
    )


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("It is for Harbour e.V.", "It is for Harbour e.V."),
        ("It is for **Harbour Inc.**", "It is for **Harbour Inc.**"),
        ("It is for **Harbour**", "It is for **Harbour**."),
        ("It is for **Harbour Inc.**.", "It is for **Harbour Inc.**"),
        ("It is for \u2068Harbour e.V.\u2069.", "It is for \u2068Harbour e.V.\u2069"),
        ("هل هذا لك؟", "هل هذا لك؟"),
        ("港のためです。", "港のためです。"),
        ("यह बंदरगाह के लिए है।", "यह बंदरगाह के लिए है।"),
    ],
)
def test_a_sentence_that_ends_in_a_name_has_one_full_stop(sentence: str, said: str) -> None:
    assert words.ended(sentence) == said


@pytest.mark.parametrize("limit", range(1, 14))
def test_what_is_cut_keeps_to_the_limit_and_leaves_no_isolate_open(limit: int) -> None:
    cut = words.clip("a \u2068bc \u2068def\u2069 g\u2069 hij", limit)
    assert len(cut) <= limit
    assert cut.count("\u2068") == cut.count("\u2069")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "half past 5 in the afternoon in Rome (Italy, UTC+1)"),
        ("de", "5:30 nachmittags in Rom (Italien, UTC+1)"),
        ("ja", "夕方5:30 in ローマ (イタリア, UTC+1)"),
    ],
)
def test_an_hour_is_said_in_the_readers_language(
    monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    monkeypatch.setattr(translation, "known", str)
    with translation.speaking(language):
        assert words.aloud(datetime(2025, 2, 20, 16, 30, tzinfo=UTC), "Europe/Rome") == said


def test_noon_is_no_single_letter_in_turkish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "known", str)
    with translation.speaking("tr"):
        noon = words.aloud(datetime(2025, 2, 20, 12, tzinfo=UTC), "UTC")
    assert noon == "12:00 in UTC"


def test_names_of_languages_and_countries_are_the_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert words.language("fr") == "French"
    assert countries.called("DE") == "Germany"
    assert countries.called("MM") == "Myanmar"
    monkeypatch.setattr(translation, "known", str)
    with translation.speaking("fr"):
        assert words.language("fr") == "français"
        assert countries.called("DE") == "Allemagne"
        assert countries.called("") == ""


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (timedelta(days=1, hours=3, minutes=4), "1 day 3 hours"),
        (timedelta(days=2), "2 days"),
        (timedelta(hours=1, minutes=1), "1 hour 1 minute"),
        (timedelta(seconds=59), "less than a minute"),
    ],
)
def test_a_length_of_time_is_said_in_its_two_largest_units(span: timedelta, said: str) -> None:
    assert words.lasting(span) == said


def test_a_country_is_found_by_its_name_in_the_readers_language_and_in_english(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(translation, "known", str)
    with translation.speaking("fr"):
        assert countries.search("allem")[0] == countries.search("germany")[0] == ("DE", "Allemagne")


def test_september_is_abbreviated_as_ever() -> None:
    assert words.utc(datetime(2025, 9, 2, 8, 5, tzinfo=UTC)) == "2 Sep 2025, 08:05 UTC"


def test_what_went_and_what_came_do_not_touch() -> None:
    shown = revision.marked(diff.pieces("We ask that they stop.", "We demand that they stop."))
    assert shown == "We ~~ask~~ **demand** that they stop."
