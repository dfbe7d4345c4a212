"""An undo restores everything that the decision changed: act, undo, compare."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from sqlmodel import Session, select

from models.database.tables import Ballot, Consent, Letter, Participant, Signatory, Vote
from models.letters import window
from models.publishing.exports import mail_merge
from models.review import queue, review
from models.rules.voting_policy import Policy
from models.sheets import ReviewSheet
from models.terms import Kind, SignatoryState, Verdict, Way
from models.views import outreach
from models.voting import votes
from tests import databases
from tests.conftest import NOW
from tests.long import EXAMPLES
from tests.models import deciding, makers
from tests.models.polling import AGAINST, DAY, FOR, press

FIRST, SECOND = makers.moderator(3), makers.moderator(4)
HOUR = timedelta(hours=1)
VERBS: dict[Verdict, Callable[..., ReviewSheet]] = {
    Verdict.APPROVE: review.approve,
    Verdict.DECLINE: review.decline,
    Verdict.HOLD: review.hold,
}
NAMED = Policy(secret=False)


def stands(session: Session, letter: Letter, row: Signatory) -> list[Any]:
    """Everything about a name that a decision could change: its columns, vote, ballots, consent and signer, what the
    review says of it and what a mail merge would tell."""
    session.flush()
    session.expire_all()
    tables: tuple[Any, ...] = (Signatory, Vote, Ballot, Consent, Participant)
    every = (one.model_dump() for table in tables for one in session.exec(select(table)))
    rows = sorted(repr(sorted(one.items())) for one in every)  # PostgreSQL keeps no order
    shown = queue.queue(session, FIRST, letter.id)
    looked = [(one.id, one.name) for one in shown.ready], [(one.proposal, one.why) for one in shown.items]
    return [rows, looked, mail_merge.write(outreach.due(session, FIRST, letter.id))]


def decide(session: Session, row: Signatory, verdict: Verdict, by: Any, told: str, at: Any = NOW) -> int | None:
    """The decision's id; None where it is refused."""
    return VERBS[verdict](session, by, at, [row.id], told).answers[0].decision_id


ACTS = st.lists(
    st.tuples(
        st.sampled_from(list(Verdict)), st.sampled_from((FIRST, SECOND)), st.sampled_from(("", "Wait", "No"))
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=20 * EXAMPLES)
@given(
    acts=ACTS,
    at=st.sampled_from(
        (SignatoryState.PASSED, SignatoryState.UNDECIDED, SignatoryState.LATE, SignatoryState.VOTING)
    ),
    two=st.booleans(),
    signed=st.booleans(),
)
def test_whatever_was_decided_before_an_undo_leads_back_to_it(
    acts: list[tuple[Verdict, Any, str]], at: SignatoryState, two: bool, signed: bool
) -> None:
    with databases.a_session() as session:
        letter = deciding.a_letter(session)
        letter.two_person = two
        way = {"way": Way.SIGNED} if signed else {}
        row = deciding.waiting(session, letter, "Access Now", state=at, policy=NAMED, country="KE", **way)
        if at is SignatoryState.VOTING:
            press(session, row, 3, FOR, 1)
            press(session, row, 4, AGAINST, 2)
        row.meant = row.meant | {"country": ""}
        for verdict, by, told in acts:
            before = stands(session, letter, row)
            words = told or ("" if verdict is Verdict.APPROVE else "Sorry")
            done = decide(session, row, verdict, by, words)
            if done is None:
                continue
            review.undo(session, FIRST, NOW, done)
            assert stands(session, letter, row) == before
            decide(session, row, verdict, by, words)


def test_the_reason_of_a_hold_comes_back_with_the_undo_of_the_approval_that_replaced_it(
    session: Session, letter: Letter
) -> None:
    row = deciding.waiting(session, letter)
    decide(session, row, Verdict.HOLD, FIRST, "Waits for your board")
    approved = makers.present(decide(session, row, Verdict.APPROVE, FIRST, ""))
    review.undo(session, SECOND, NOW, approved)
    assert (row.state, row.told) == (SignatoryState.HOLD, "Waits for your board")
    assert b"Waits for your board" in mail_merge.write(outreach.due(session, FIRST, letter.id))


def test_an_undone_approval_confirms_nobody(session: Session, letter: Letter) -> None:
    row = deciding.waiting(session, letter, "Access Now", way=Way.SIGNED, kind=Kind.ORGANISATION)
    signer = session.exec(select(Participant).where(Participant.user_id == deciding.PROPOSER)).one()
    signer.organisation_key = row.name_key
    approved = makers.present(decide(session, row, Verdict.APPROVE, FIRST, ""))
    assert signer.confirmed_key == row.name_key
    review.undo(session, SECOND, NOW, approved)
    assert signer.confirmed_key == ""


def test_who_was_confirmed_otherwise_stays_confirmed(session: Session, letter: Letter) -> None:
    row = deciding.waiting(session, letter, "Access Now", way=Way.SIGNED)
    signer = session.exec(select(Participant).where(Participant.user_id == deciding.PROPOSER)).one()
    signer.organisation_key = signer.confirmed_key = row.name_key
    approved = makers.present(decide(session, row, Verdict.APPROVE, FIRST, ""))
    review.undo(session, SECOND, NOW, approved)
    assert signer.confirmed_key == row.name_key


@pytest.mark.parametrize("verdict", [Verdict.DECLINE, Verdict.HOLD])
def test_a_named_vote_that_a_decision_ended_goes_on_with_the_time_it_had_left(
    session: Session, letter: Letter, verdict: Verdict
) -> None:
    row = deciding.waiting(session, letter, state=SignatoryState.VOTING, policy=NAMED)
    press(session, row, 3, FOR, 1)
    done = makers.present(decide(session, row, verdict, FIRST, "Sorry", NOW + HOUR))
    review.undo(session, SECOND, NOW + HOUR * 5, done)
    vote = makers.vote_on(session, row)
    assert (row.state, vote.ended_at, vote.votes_for) == (SignatoryState.VOTING, None, None)
    assert vote.ends_at == NOW + DAY + HOUR * 4
    votes.end_due(session, vote.ends_at + votes.GRACE)
    assert (row.state, vote.votes_for, vote.cut_short) == (SignatoryState.PASSED, 1, False)


def test_a_secret_vote_that_a_decision_ended_starts_over(session: Session, letter: Letter) -> None:
    row = deciding.waiting(session, letter, state=SignatoryState.VOTING)
    press(session, row, 3, FOR, 1)
    done = makers.present(decide(session, row, Verdict.DECLINE, FIRST, "Sorry", NOW + HOUR))
    assert review.undo(session, SECOND, NOW + HOUR * 5, done).state is SignatoryState.VOTING
    vote = makers.vote_on(session, row)
    assert (vote.ended_at, vote.ends_at, vote.cut_short) == (None, NOW + HOUR * 5 + DAY, False)
    assert session.exec(select(Ballot)).all() == []


def test_a_vote_goes_on_only_while_its_letter_takes_votes(session: Session, letter: Letter) -> None:
    row = deciding.waiting(session, letter, state=SignatoryState.VOTING, policy=NAMED)
    done = makers.present(decide(session, row, Verdict.DECLINE, FIRST, "Sorry", NOW + HOUR))
    window.close_due(session, makers.CLOSE + window.GRACE)
    assert review.undo(session, SECOND, makers.CLOSE + HOUR, done).state is SignatoryState.UNDECIDED


def test_a_vote_that_goes_on_in_a_pause_has_its_time_after_it(session: Session, letter: Letter) -> None:
    row = deciding.waiting(session, letter, state=SignatoryState.VOTING, policy=NAMED)
    done = makers.present(decide(session, row, Verdict.DECLINE, FIRST, "Sorry", NOW + HOUR))
    window.pause(session, FIRST, NOW + HOUR * 2, letter.id)
    review.undo(session, SECOND, NOW + HOUR * 5, done)
    window.resume(session, FIRST, NOW + HOUR * 8, letter.id)
    assert makers.vote_on(session, row).ends_at == NOW + HOUR * 8 + DAY - HOUR
