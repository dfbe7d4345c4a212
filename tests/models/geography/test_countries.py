"""Countries: what may be typed, and what is offered."""

import pytest

from models.geography import countries
from models.refusal import Reason, Refusal
from tests.models.makers import refused


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("GB", "GB"),
        ("gb", "GB"),
        ("UK", "GB"),
        ("U.K.", "GB"),
        ("England", "GB"),
        ("the Netherlands", "NL"),
        ("Holland", "NL"),
        ("USA", "US"),
        ("United States of America", "US"),
        ("Deutschland", "DE"),
        ("DEU", "DE"),
        ("españa", "ES"),
        ("Cote d’Ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("Czech Republic", "CZ"),
        ("Bosnia & Herzegovina", "BA"),
        ("bosnia and herzegovina", "BA"),
        ("Turkey", "TR"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Kosovo", "XK"),
        ("European Union", "EU"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_country_is_known_by_code_name_and_usual_short_form(typed: str, code: str) -> None:
    assert countries.code_of(typed) == code


def test_an_unknown_country_is_refused_with_suggestions() -> None:
    refusal = refused(countries.code_of, "Germny")
    assert refusal.reason is Reason.UNKNOWN_COUNTRY
    assert refusal.values["country"] == "Germny"
    assert "Germany" in refusal.values["suggestions"]


def test_every_country_is_found_by_its_own_name() -> None:
    for code, name in countries.search("", limit=1000):
        assert countries.code_of(name) == code
        assert countries.code_of(code) == code
        assert countries.name_of(code) == name


def test_no_code_that_is_no_country_is_offered() -> None:
    codes = {code for code, _ in countries.search("", limit=1000)}
    assert not codes & {"ZZ", "UN", "XA", "EZ", "QO"}
    assert 245 < len(codes) < 256


def test_what_begins_with_the_text_comes_before_what_holds_it() -> None:
    assert [name for _, name in countries.search("ger")][:3] == ["Germany", "Algeria", "Niger"]


def test_a_short_form_finds_its_country_first() -> None:
    assert countries.search("uk")[0] == ("GB", "United Kingdom")


def test_at_most_25_are_offered() -> None:
    assert len(countries.search("a")) == 25


def test_an_unknown_code_is_its_own_name() -> None:
    assert countries.name_of("QQ") == "QQ"
    assert countries.name_of("") == ""


@pytest.mark.parametrize(("typed", "two"), [("Congo", ["CD", "CG"]), ("korea", ["KP", "KR"])])
def test_what_two_countries_are_called_is_not_guessed(typed: str, two: list[str]) -> None:
    assert refused(countries.code_of, typed).values["suggestions"] == [countries.name_of(code) for code in two]


def test_a_flag_is_its_country_and_a_dash_is_none() -> None:
    assert (countries.code_of("🇰🇪"), countries.code_of("-"), countries.code_of(" ")) == ("KE", "", "")
    with pytest.raises(Refusal):
        countries.code_of("🎉")


@pytest.mark.parametrize("typed", ["", "-", "–", " None ", "no country"])
def test_no_country_is_said_in_words_or_with_a_dash(typed: str) -> None:
    assert countries.code_of(typed) == ""


def test_what_begins_as_a_country_does_is_suggested_first() -> None:
    assert refused(countries.code_of, "united k").values["suggestions"][0] == "United Kingdom"
    assert refused(countries.code_of, "papua n").values["suggestions"][0] == "Papua New Guinea"
