"""Taking a decision back."""

from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from models.database.tables import Decision, Letter
from models.publishing import editions
from models.refusal import Reason
from models.review import review
from models.sheets import ReviewSheet
from models.terms import EditionName, LetterState, Verdict
from tests.conftest import GUILD, NOW
from tests.models import makers
from tests.models.deciding import FIRST, LATER, SECOND, S, approve, decline, told, waiting
from tests.models.makers import present, refused

VERBS: dict[Verdict, Callable[..., ReviewSheet]] = {
    Verdict.APPROVE: review.approve,
    Verdict.DECLINE: review.decline,
    Verdict.HOLD: review.hold,
}


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("at", [S.PROPOSED, S.PASSED, S.UNDECIDED, S.LATE])
def test_an_undo_leads_back_to_where_it_was(session: Session, letter: Letter, verdict: Verdict, at: S) -> None:
    row = waiting(session, letter, state=at)
    decision = present(VERBS[verdict](session, FIRST, NOW, [row.id], "Sorry").answers[0].decision_id)
    assert review.undo(session, SECOND, LATER, decision).state is at
    assert (row.approved_at, row.approved_by, row.live, row.told) == (None, None, True, "")


def test_who_was_told_nothing_hears_of_no_undo(session: Session, letter: Letter) -> None:
    letter.two_person = True
    row = waiting(session, letter)
    first = present(review.approve(session, FIRST, NOW, [row.id], "Welcome").answers[0].decision_id)
    review.undo(session, FIRST, LATER, first)
    assert told(session) == [], "the first of two approvals is told to nobody"


def test_nothing_is_undone_once_the_next_list_was_published(session: Session, letter: Letter) -> None:
    decision = present(approve(session, waiting(session, letter)).decision_id)
    editions.cut(session, letter, EditionName.OPENING, LATER)
    refusal = refused(review.undo, session, FIRST, LATER, decision)
    assert (refusal.reason, refusal.values["number"]) == (Reason.EDITION_CUT, 1)


def test_only_the_last_decision_that_stands_is_undone(session: Session, letter: Letter) -> None:
    row = waiting(session, letter)
    held = review.hold(session, FIRST, NOW, [row.id], "Wait").answers[0].decision_id
    approved = approve(session, row).decision_id
    assert held is not None
    assert approved is not None
    assert refused(review.undo, session, FIRST, NOW, held).reason is Reason.UNDONE_BEFORE
    assert review.undo(session, FIRST, NOW, approved).state is S.HOLD
    assert refused(review.undo, session, FIRST, NOW, approved).reason is Reason.UNDONE_BEFORE
    assert review.undo(session, FIRST, NOW, held).state is S.PASSED


def test_the_first_of_two_approvals_is_undone_without_a_step(session: Session, letter: Letter) -> None:
    letter.two_person = True
    row = waiting(session, letter)
    first = present(approve(session, row, by=3).decision_id)
    assert review.undo(session, FIRST, NOW, first).state is S.PASSED
    assert approve(session, row, by=4).second_needed


def test_a_decline_is_not_undone_when_the_name_was_taken_meanwhile(session: Session, letter: Letter) -> None:
    row = waiting(session, letter)
    decision = present(decline(session, row).decision_id)
    makers.signatory(session, letter, "Example")
    assert refused(review.undo, session, FIRST, NOW, decision).reason is Reason.DUPLICATE


def test_a_decision_of_another_server_is_not_found(session: Session, letter: Letter) -> None:
    row = waiting(session, letter)
    decision = present(approve(session, row).decision_id)
    row.guild_id = GUILD + 1
    assert refused(review.undo, session, FIRST, NOW, decision).reason is Reason.NOT_FOUND
    assert refused(review.undo, session, FIRST, NOW, 999).reason is Reason.NOT_FOUND
    assert session.exec(select(Decision.undone_at)).one() is None


@pytest.mark.parametrize("at", [LetterState.ARCHIVED, LetterState.CANCELLED])
def test_nothing_is_undone_on_a_letter_that_was_put_away(
    session: Session, letter: Letter, at: LetterState
) -> None:
    decision = present(decline(session, waiting(session, letter)).decision_id)
    letter.state = at
    assert refused(review.undo, session, FIRST, LATER, decision).reason is Reason.WRONG_STATE
