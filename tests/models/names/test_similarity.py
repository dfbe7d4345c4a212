"""Which names may mean the same body, and why; which may not."""

from pathlib import Path

import pytest

from benchmarks import names as benchmark
from models.names import blocking, similarity
from models.terms import Kind, Like


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Attac Norway", "ATTAC  Norway", Like.SAME),
        ("Aztlan Media", "Áztlan Media", Like.SPELLING),
        ("Women & Work", "Women and Work", Like.SPELLING),
        ("Centre for Press Freedom", "Center for Press Freedom", Like.SPELLING),
        ("Harbour Watch", "Harbour Wacth", Like.SPELLING),
        ("Hearing Care, Inc.", "The Hearing Care LLC", Like.LEGAL_FORM),
        ("Stichting Vrije Pers", "Vrije Pers", Like.LEGAL_FORM),
        ("Rivers Network Kenya", "Kenya Rivers Network", Like.ORDER),
        ("Правозащитный центр", "Pravozashchitnyi tsentr", Like.TRANSLITERATION),
        ("EFF", "Electronic Frontier Foundation", Like.ACRONYM),
        ("FEMNET - African Women's Network", "Réseau des femmes (FEMNET)", Like.ACRONYM),
        ("Bread for the World, Germany", "Bread for the World", Like.PLACE),
        ("It's Our Future NZ", "Its Our Future", Like.PLACE),
        ("NSW Nurses' Association", "New South Wales Nurses Association", Like.SPELLING),
        ("Green Peace Ltd", "Greenpeace", Like.SPELLING),
        ("Sahabat Alam (Friends of the Forest)", "Friends of the Forest", Like.SPELLING),
        ("Larkspur Foundation", "Fundacja Larkspur", Like.WORDS),
        ("Red Larkspur de Kenia", "Larkspur Network, Kenya", Like.WORDS),
        ("ONG Larkspur Digital", "Larkspur Digital", Like.LEGAL_FORM),
    ],
)
def test_names_that_may_mean_the_same_body_say_why(one: str, other: str, why: Like) -> None:
    assert similarity.compare(one, other) is why
    assert similarity.compare(other, one) is why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jönköping University", "Linköping University"),
        ("University of Geneva", "University of Genoa"),
        ("Swedish Reproducibility Network", "Swiss Reproducibility Network"),
        ("Friends of the River Kassel", "Friends of the River Essen"),
        ("Article 19", "Article 21"),
        ("Friends of the River Scotland", "Friends of the River Wales"),
        ("Institute Suffolk West", "Institute Suffolk East"),
        ("Austrian Science Fund", "Australian Science Fund"),
        ("Comisión Nacional de Enlace (CNE)", "Central Union of Employees (CNE)"),
        ("Medical University of Vienna", "University of Vienna"),
        ("Lake Trust", "Mountain Fund"),
        ("Nova Institute", "Savonia Institute"),
    ],
)
def test_names_of_different_bodies_raise_no_warning(one: str, other: str) -> None:
    assert similarity.compare(one, other) is None
    assert similarity.compare(other, one) is None


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Dr. Ann Lee", "Ann Lee, PhD", Like.PERSON),
        ("Lee, Ann", "Ann Lee", Like.PERSON),
        ("Nguyen Van An", "An Van Nguyen", Like.ORDER),
        ("A. Lee", "Ann Lee", Like.SPELLING),
        ("Daniel", "Daniel", None),
        ("Ann Lee", "Ann Leigh", None),
    ],
)
def test_people_are_told_by_their_names(one: str, other: str, why: Like | None) -> None:
    assert blocking.compare(Kind.INDIVIDUAL, one, other) is why


def test_a_word_that_many_share_says_less() -> None:
    weigh = blocking.rarity(1000, {"w:rvrs": 300, "w:hvn": 1})
    assert weigh("rivers") < weigh("haven") == 1


def test_pairs_that_were_written_without_looking_at_the_rules_are_told_well() -> None:
    figures, _ = benchmark.measured(Path(benchmark.__file__).with_name("held-out-pairs.tsv"))
    assert min(figures["same_pairs"], figures["different_pairs"]) > 40
    assert figures["same_warned"] >= 0.9
    assert figures["different_warned"] <= 0.25
