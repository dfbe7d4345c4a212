"""Suggestions of a wording: before the first signature, beside their passage, and heard of by who made them."""

from typing import Any

import pytest
from sqlmodel import Session, select

from models.database.tables import JournalEntry, Letter, Suggestion
from models.letter_parts import Part, SuggestionState
from models.letters import parts, texts
from models.operations import personal_data
from models.refusal import Reason
from models.sheets import Actor
from models.sheets.suggestions import SuggestionSheet
from models.submissions import proposals
from models.suggestions import suggestions
from models.terms import LetterState, NoticeKind
from tests.conftest import NOW
from tests.models import makers

ANA, BEN, MODERATOR = makers.member(1), makers.member(2), makers.moderator(9)
BODY = "We ask that the **notice** be withdrawn.\n\nIt breaks what it\nclaims to protect."


@pytest.fixture
def letter(session: Session) -> Letter:
    """An open letter with a text and with suggestions; Ana, Ben and a moderator take part."""
    makers.participants(session, 1, 2, 9)
    letter = makers.letter(session, parts=[Part.SUGGESTIONS.value])
    texts.write(session, MODERATOR, NOW, letter.id, BODY)
    return letter


def suggest(
    session: Session, letter: Letter, passage: str = "It breaks what it claims", by: Actor = ANA, **more: Any
) -> int:
    about = (letter.id, passage, more.get("wording", "It breaks all it claims"), more.get("reason", "Stronger"))
    suggestions.suggest(session, by, NOW, *about)
    return session.exec(select(Suggestion.id).order_by(Suggestion.id.desc())).first() or 0  # type: ignore[attr-defined]


def first(session: Session, letter: Letter, number: int = 1) -> SuggestionSheet:
    return makers.present(suggestions.waiting(session, MODERATOR, letter.id, number))


def test_a_suggestion_is_read_beside_its_passage(session: Session, letter: Letter) -> None:
    suggest(session, letter)
    sheet = first(session, letter)
    assert (sheet.passage, sheet.wording, sheet.reason, sheet.stands) == (
        "It breaks what it claims", "It breaks all it claims", "Stronger", True
    )  # fmt: skip
    assert [(one.sort, one.text) for one in sheet.pieces] == [
        ("same", "It breaks "), ("gone", "what"), ("new", "all"), ("same", " it claims")
    ]  # fmt: skip


def test_a_passage_counts_as_it_is_read_too(session: Session, letter: Letter) -> None:
    assert suggest(session, letter, "the notice be withdrawn")
    assert makers.refused(suggest, session, letter, "the warrant be withdrawn").reason is Reason.NO_SUCH_PASSAGE


def test_nobody_suggests_before_a_moderator_wants_it_or_without_a_text(
    session: Session, letter: Letter
) -> None:
    bare = makers.letter(session, parts=[Part.SUGGESTIONS.value])
    assert makers.refused(suggest, session, bare).reason is Reason.NO_TEXT
    parts.switch(session, MODERATOR, NOW, letter.id, Part.SUGGESTIONS, wanted=False)
    assert makers.refused(suggest, session, letter).reason is Reason.PART_OFF
    assert not texts.show(session, ANA, letter.id).suggestible


def test_after_the_first_signature_a_suggestion_is_refused_and_open_ones_stay(
    session: Session, letter: Letter
) -> None:
    assert texts.show(session, ANA, letter.id).suggestible
    kept = suggest(session, letter)
    version = texts.show(session, ANA, letter.id).version.id
    proposals.sign(session, BEN, NOW, letter.id, makers.signing(version_id=version))
    assert makers.refused(suggest, session, letter).reason is Reason.TEXT_SIGNED
    assert not texts.show(session, ANA, letter.id).suggestible
    assert (
        suggestions.decide(session, MODERATOR, NOW, kept, SuggestionState.ACCEPTED).state
        is SuggestionState.ACCEPTED
    )


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"wording": "it  breaks what it claims"}, Reason.UNCHANGED),
        ({"reason": " "}, Reason.EMPTY),
        ({"passage": ""}, Reason.EMPTY),
        ({"wording": "x" * 1001}, Reason.TOO_LONG),
    ],
)
def test_what_is_no_suggestion_is_refused(
    session: Session, letter: Letter, more: dict[str, Any], why: Reason
) -> None:
    assert makers.refused(suggest, session, letter, **more).reason is why


def test_one_member_has_ten_undecided_at_most(session: Session, letter: Letter) -> None:
    for number in range(10):
        last = suggest(session, letter, wording=f"Wording {number}")
    assert makers.refused(suggest, session, letter).reason is Reason.TOO_MANY_SUGGESTIONS
    assert suggest(session, letter, by=BEN)
    suggestions.decide(session, MODERATOR, NOW, last, SuggestionState.ACCEPTED)
    assert suggest(session, letter)


def test_who_suggested_hears_what_was_decided_and_why(session: Session, letter: Letter) -> None:
    kept, other = suggest(session, letter), suggest(session, letter, by=BEN)
    refusal = makers.refused(suggestions.decide, session, MODERATOR, NOW, kept, SuggestionState.DECLINED, " ")
    assert (refusal.reason, refusal.values["field"]) == (Reason.EMPTY, "told")
    suggestions.decide(session, MODERATOR, NOW, kept, SuggestionState.DECLINED, "Too strong")
    suggestions.decide(session, MODERATOR, NOW, other, SuggestionState.ACCEPTED)
    told = [(one.get("state"), one.get("told")) for one in makers.payloads(session, NoticeKind.SUGGESTION)]
    assert told == [(None, None), ("declined", "Too strong"), ("accepted", "")], (
        "moderators once a day, then each"
    )
    [mine] = suggestions.mine(session, ANA, letter.id).suggestions
    assert (mine.state, mine.told) == (SuggestionState.DECLINED, "Too strong")
    again = makers.refused(suggestions.decide, session, MODERATOR, NOW, kept, SuggestionState.ACCEPTED)
    assert (again.reason, again.values) == (Reason.DECIDED_SUGGESTION, {"state": "declined"})


def test_only_moderators_read_what_others_suggest(session: Session, letter: Letter) -> None:
    kept = suggest(session, letter)
    for act in (
        lambda: suggestions.waiting(session, BEN, letter.id),
        lambda: suggestions.one(session, BEN, kept),
        lambda: suggestions.decide(session, BEN, NOW, kept, SuggestionState.ACCEPTED),
    ):
        assert makers.refused(act).reason is Reason.MODERATORS_ONLY
    assert suggestions.mine(session, BEN, letter.id).suggestions == ()


def test_a_suggestion_says_when_the_text_no_longer_has_its_passage(session: Session, letter: Letter) -> None:
    suggest(session, letter)
    texts.write(session, MODERATOR, NOW, letter.id, "We ask for something else.")
    assert not first(session, letter).stands


def test_open_ones_are_numbered_and_a_number_beyond_is_the_last(session: Session, letter: Letter) -> None:
    for number in range(3):
        suggest(session, letter, wording=f"Wording {number}")
    assert [(first(session, letter, n).number, first(session, letter, n).wording) for n in (1, 3, 9)] == [
        (1, "Wording 0"), (3, "Wording 2"), (3, "Wording 2")
    ]  # fmt: skip
    assert suggestions.waiting(session, MODERATOR, makers.letter(session).id) is None


def test_a_closed_letter_takes_no_suggestion(session: Session, letter: Letter) -> None:
    letter.state = LetterState.CLOSED
    assert makers.refused(suggest, session, letter).reason is Reason.WRONG_STATE


def test_the_journal_has_no_word_of_it_and_an_erased_member_no_name(session: Session, letter: Letter) -> None:
    kept = suggest(session, letter)
    assert len(personal_data.export(session, ANA).kept["wordings suggested"]) == 1
    suggestions.decide(session, MODERATOR, NOW, kept, SuggestionState.DECLINED, "Too strong")
    said = str([entry.facts for entry in session.exec(select(JournalEntry)) if "wording" in entry.act])
    assert "claims" not in said
    assert "strong" not in said
    personal_data.erase(session, ANA, NOW)
    row = session.get_one(Suggestion, kept)
    assert (row.suggested_by, row.passage) == (None, "It breaks what it claims")
    assert len(makers.payloads(session, NoticeKind.SUGGESTION)) == 1, "what was said to her is gone"
