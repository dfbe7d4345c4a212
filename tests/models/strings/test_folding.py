"""What is the same text to a search, an order, a country, a zone and a deadline."""

import pytest

from models.deadlines.grammar import places
from models.deadlines.grammar.language import plain
from models.geography import countries, time_zones
from models.importing.columns import wording
from models.importing.columns.listing import Role
from models.strings import folding


@pytest.mark.parametrize(
    "fold", [folding.SORT, folding.SEARCH, folding.COUNTRIES, folding.ZONES, folding.DEADLINES]
)
@pytest.mark.parametrize(
    ("text", "folded"),
    [("  Łódź  ", "lodz"), ("Ǿre", "ore"), ("Þórsæð", "thorsaed"), ("Αθήνα", "αθηνα"), ("Йоркшир", "иоркшир")],
)
def test_a_letter_with_a_mark_or_a_stroke_is_the_letter_in_every_folding(
    fold: folding.Folding, text: str, folded: str
) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("fold", [folding.SEARCH, folding.COUNTRIES, folding.ZONES, folding.DEADLINES])
@pytest.mark.parametrize(
    ("text", "folded"), [("Ｌｏｎｄｏｎ", "london"), ("𝐋𝐨𝐧𝐝𝐨𝐧", "london"), ("ﬁrm ３", "firm 3")]
)
def test_another_form_of_a_letter_is_the_letter(fold: folding.Folding, text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(("text", "folded"), [("Acme™", "acme"), ("O´Brien", "obrien"), ("Naʻau", "naau")])
def test_signs_add_no_letters_to_a_name(text: str, folded: str) -> None:
    assert folding.SEARCH(text) == folding.SORT(text) == folded


@pytest.mark.parametrize("text", ["গোপন চিঠি", "भारत", "ガーナ", "한국"])
def test_marks_that_spell_a_word_stay(text: str) -> None:
    assert folding.SEARCH(text) == folding.COUNTRIES(text) == text


def test_a_zone_and_a_country_in_full_width_or_bold_letters_are_known() -> None:
    assert time_zones.known("Ｅｕｒｏｐｅ／Ｌｏｎｄｏｎ") == "Europe/London"
    assert countries.find("𝐆𝐞𝐫𝐦𝐚𝐧𝐲") == "DE"
    assert countries.known("Eþíópía") == "ET"


def test_a_heading_in_full_width_letters_is_read() -> None:
    assert wording.exact(wording.plain("Ｅ－ｍａｉｌ")) is Role.EMAIL


def test_an_acute_that_was_typed_for_an_apostrophe_is_one_in_a_deadline() -> None:
    assert plain("aujourd´hui") == plain("aujourd'hui") == plain("Aujourd’hui")


@pytest.mark.parametrize(("typed", "language"), [("영국", "ko"), ("英國", "zh"), ("ＵＫ", "en")])
def test_a_deadline_knows_a_country_by_two_characters(typed: str, language: str) -> None:
    assert places.zone_of(plain(typed), language) == "Europe/London"
