"""Texts that the code puts together: they are joined as the reader's language joins them."""

import re
from collections.abc import Iterator

import pytest

from cogs.ui import findings, results, words
from cogs.ui.cards import acts, batch
from locales import catalogues
from models import translation
from models.acts import Act
from models.importing import assessment
from models.importing.batches import PASTED
from models.rules.voting_policy import Policy, Tally, result
from models.sheets import ActLine, VoteSheet
from models.sheets.batches import Given
from models.terms import Kind
from tests import languages
from tests.conftest import NOW

ORG = Kind.ORGANISATION
BARE = re.compile(r'f"(?:- )?\{[^"]*\}[:;] |f"[:;] \{|"[:;] "\.join')
"""A colon or semicolon between two texts, as English writes it."""


@pytest.fixture(autouse=True)
def _our_catalogues(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with languages.made_up(catalogues.ROOT / "locales", monkeypatch):
        yield


def plain(text: str) -> str:
    return re.sub("[\u00a0\u202f]", " ", text)


@pytest.mark.parametrize("folder", ["cogs/ui/cards", "models/publishing/exports"])
def test_no_text_for_people_is_joined_with_the_punctuation_of_english(folder: str) -> None:
    found = [
        f"{file.name}: {line.strip()}"
        for file in sorted((catalogues.ROOT / folder).glob("*.py"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if BARE.search(line)
    ]
    assert found == []


def test_an_act_and_its_name_are_parted_as_french_parts_them() -> None:
    line = ActLine(NOW, Act.CONSENT_RECORDED, 7, False, "Hill Fund", "", False, False)
    with translation.speaking("fr"):
        assert "accord noté : Hill Fund" in plain(acts._line(line))


def test_what_was_found_about_a_row_is_parted_as_french_parts_it() -> None:
    judged = assessment.judge(
        [Given(1, "Harbour Watch Ltd", ORG), Given(2, "Harbour Watch", ORG, country="x")]
    )[1]
    with translation.speaking("fr"):
        said = plain(findings.reason(judged))
    assert len(judged.found) > 1
    assert said.count(" ; ") == len(judged.found) - 1


@pytest.mark.parametrize("language", translation.languages())
def test_names_that_were_pasted_are_called_so_in_every_language(language: str) -> None:
    with translation.speaking(language):
        assert PASTED not in (said := batch.called(PASTED))
        assert said != "Pasted names" or language == "en"
    assert batch.called("list.csv") == "list.csv"


@pytest.mark.parametrize(
    ("language", "sentence", "within"),
    [
        ("en", "Nobody voted.", "nobody voted"),
        ("fr", "Personne n’a voté.", "personne n’a voté"),
        ("tr", "Işık yok.", "ışık yok"),
        ("tr", "İtiraz yok.", "itiraz yok"),
        ("ja", "だれも投票しませんでした。", "だれも投票しませんでした"),
    ],
)
def test_a_sentence_between_semicolons_begins_small(language: str, sentence: str, within: str) -> None:
    with translation.speaking(language):
        assert words.within(sentence) == within


@pytest.mark.parametrize("language", translation.languages())
def test_how_a_vote_ended_begins_small_among_other_reasons_in_every_language(language: str) -> None:
    policy = Policy()
    tallies = Tally(2, 2, 1, 10), Tally(0, 0, 0, 10), Tally(0, 0, 5, 10), Tally(1, 4, 1, 10)
    with translation.speaking(language):
        for tally in tallies:
            ended = VoteSheet(policy, NOW, NOW, cut_short=True, voted=0, result=result(policy, tally))
            for said in (results.reason(ended), results.cut(ended)):
                assert said[:1] == said[:1].lower()
