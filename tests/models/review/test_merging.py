"""Merging two that are one: one stands, the other ends, nothing is taken off the list by it."""

from datetime import timedelta

from sqlmodel import Session

from models.database.tables import Letter
from models.refusal import Reason
from models.review import merging
from models.sheets import ProposalSheet
from models.signatories import counting
from models.terms import Choice, Kind, Like, SignatoryState
from models.voting import ballots
from tests.conftest import NOW
from tests.models import makers
from tests.models.makers import refused
from tests.models.naming import MEMBER, MODERATOR, propose, stored
from tests.sheets import vote_of

S = SignatoryState
LATER = NOW + timedelta(hours=1)


def merged(session: Session, one: ProposalSheet, into: ProposalSheet) -> tuple[ProposalSheet, ProposalSheet]:
    return merging.merge(session, MODERATOR, LATER, one.id, into.id)


def test_one_ends_as_a_duplicate_and_the_other_stands(session: Session, letter: Letter) -> None:
    one, into = propose(session, "Hafenwacht"), propose(session, "Harbour Watch")
    ballots.cast(session, MEMBER, NOW, one.id, Choice.FOR, 1)
    gone, stands = merged(session, one, into)
    assert (gone.state, vote_of(gone).voted, stands.state) == (S.DUPLICATE, 0, S.VOTING)
    assert (stored(session, one).duplicate_of, stored(session, one).live) == (into.id, False)


def test_it_is_remembered_that_they_are_the_same(session: Session, letter: Letter) -> None:
    merged(session, propose(session, "Hafenwacht"), propose(session, "Harbour Watch"))
    again = propose(session, "Hafenwacht", note="Once more")
    assert [one.like for one in again.lookalikes] == [Like.MARKED]


def test_counts_change_from_then_on_and_not_before(session: Session, letter: Letter) -> None:
    one, into = (makers.signatory(session, letter, name) for name in ("Hafenwacht", "Harbour Watch"))
    merging.merge(session, MODERATOR, LATER, one.id, into.id)
    assert [counting.count(session, letter.id, at).total for at in (NOW, LATER)] == [2, 1]


def test_what_is_on_the_list_is_not_merged_into_what_is_not(session: Session, letter: Letter) -> None:
    one, into = makers.signatory(session, letter, "Hafenwacht"), propose(session, "Harbour Watch")
    refusal = refused(merging.merge, session, MODERATOR, LATER, one.id, into.id)
    assert (refusal.reason, one.state) == (Reason.MERGE_THE_OTHER, S.APPROVED)
    assert merging.merge(session, MODERATOR, LATER, into.id, one.id)[1].state is S.APPROVED


def test_only_a_moderator_merges_and_only_two_live_ones_of_one_letter(session: Session, letter: Letter) -> None:
    one, into = propose(session, "Hafenwacht"), propose(session, "Harbour Watch")
    elsewhere = makers.proposal(session, makers.letter(session), "Harbour", kind=Kind.COMPANY)
    ended = makers.signatory(session, letter, "Gone", state=S.DECLINED, live=False)
    for actor, pair, reason in (
        (MEMBER, (one.id, into.id), Reason.MODERATORS_ONLY),
        (MODERATOR, (one.id, one.id), Reason.NOT_FOUND),
        (MODERATOR, (one.id, elsewhere.id), Reason.NOT_FOUND),
        (MODERATOR, (one.id, ended.id), Reason.ENDED_ALREADY),
    ):
        assert refused(merging.merge, session, actor, LATER, *pair).reason is reason
    assert stored(session, one).live
