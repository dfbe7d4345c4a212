"""The state table: every step of everyone, and what follows from a state."""

from datetime import timedelta
from itertools import product

import pytest
from sqlmodel import Session, select

from models.database.tables import JournalEntry, PublicCard
from models.refusal import Reason
from models.signatories import lifecycle
from models.signatories.lifecycle import MOVES, Who
from models.terms import CardKind, SignatoryState
from tests.conftest import GUILD, NOW
from tests.models import makers
from tests.models.makers import refused

S = SignatoryState
WAITING = {S.PROPOSED, S.PASSED, S.UNDECIDED, S.OPPOSED, S.HOLD}
EVERY_STEP = {
    Who.BOT: {(S.PROPOSED, S.VOTING), (S.VOTING, S.PASSED), (S.VOTING, S.UNDECIDED), (S.VOTING, S.OPPOSED)},
    Who.MEMBER: {
        *product({*WAITING, S.LATE, S.VOTING}, {S.CANCELLED}),
        *product({S.PASSED, S.UNDECIDED, S.OPPOSED, S.HOLD}, {S.VOTING}),
        (S.APPROVED, S.REMOVED),
    },
    Who.MODERATOR: {
        *product({*WAITING, S.LATE}, {S.APPROVED, S.DECLINED}),
        *product({*WAITING, S.LATE, S.VOTING}, {S.CANCELLED, S.DUPLICATE}),
        (S.APPROVED, S.DUPLICATE),
        *product({*WAITING, S.LATE} - {S.HOLD}, {S.HOLD}),
        *product({S.APPROVED, S.DECLINED}, {*WAITING, S.LATE}),
        *product({S.HOLD}, {S.PROPOSED, S.PASSED, S.UNDECIDED, S.OPPOSED, S.LATE}),
        (S.APPROVED, S.REMOVED),
        (S.LATE, S.PROPOSED),
        *product({S.HOLD, S.DECLINED}, {S.VOTING}),  # an undo lets the vote go on
    },
}
"""Written out a second time, so that a slip in the table shows."""


@pytest.mark.parametrize("who", Who)
def test_the_table_holds_these_steps_and_no_other(who: Who) -> None:
    assert {(before, to) for before, ends in MOVES[who].items() for to in ends} == EVERY_STEP[who]


@pytest.mark.parametrize("who", Who)
def test_a_step_outside_the_table_is_refused(session: Session, who: Who) -> None:
    letter = makers.letter(session)
    for number, (before, to) in enumerate(product(S, S)):
        row = makers.signatory(session, letter, f"Example {number}", state=before)
        if (before, to) in EVERY_STEP[who]:
            lifecycle.move(session, row, to, NOW, 1, by=who)
            assert row.state is to, (before, to)
            continue
        assert refused(lifecycle.move, session, row, to, NOW, 1, by=who).reason is Reason.WRONG_STEP, (
            before,
            to,
        )
        assert row.state is before, (before, to)


def test_an_approval_sets_since_when_it_is_on_the_list(session: Session) -> None:
    row = makers.signatory(session, makers.letter(session), "Example", state=S.PASSED, approved_at=None)
    lifecycle.move(session, row, S.APPROVED, NOW, 1, by=Who.MODERATOR)
    assert (row.approved_at, row.live) == (NOW, True)


def test_a_removal_keeps_since_when_it_was_on_the_list(session: Session) -> None:
    row = makers.signatory(session, makers.letter(session), "Example", leaving_at=NOW)
    later = NOW + timedelta(hours=1)
    lifecycle.move(session, row, S.REMOVED, later, 1, by=Who.MODERATOR)
    assert (row.approved_at, row.removed_at, row.leaving_at, row.live) == (NOW, later, None, False)


@pytest.mark.parametrize("back", sorted(WAITING))
def test_an_approval_undone_was_never_on_the_list(session: Session, back: S) -> None:
    row = makers.signatory(session, makers.letter(session), "Example")
    lifecycle.move(session, row, back, NOW, 1, by=Who.MODERATOR)
    assert row.approved_at is None


def test_a_name_that_came_to_an_end_is_free_again(session: Session) -> None:
    letter = makers.letter(session)
    row = makers.signatory(session, letter, "Example", state=S.PASSED)
    lifecycle.move(session, row, S.DECLINED, NOW, 1, by=Who.MODERATOR)
    makers.signatory(session, letter, "Example")


def test_every_step_is_in_the_journal_with_before_and_after(session: Session) -> None:
    row = makers.signatory(session, makers.letter(session), "Example", state=S.PASSED)
    lifecycle.move(session, row, S.APPROVED, NOW, 7, by=Who.MODERATOR, told="yes")
    entry = session.exec(select(JournalEntry)).one()
    assert (entry.act, entry.letter_id, entry.signatory_id) == ("approved", row.letter_id, row.id)
    assert entry.facts == {"actor": 7, "before": "passed", "after": "approved", "told": "yes"}


def test_a_step_has_both_public_cards_redrawn(session: Session) -> None:
    row = makers.signatory(session, makers.letter(session), "Example", state=S.PASSED)
    makers.card(session, CardKind.PROPOSAL, row.id)
    makers.card(session, CardKind.STATUS, row.letter_id)
    lifecycle.move(session, row, S.HOLD, NOW, 1, by=Who.MODERATOR)
    session.expire_all()
    assert all(card.stale for card in session.exec(select(PublicCard)))


def test_an_id_of_another_server_is_not_found(session: Session) -> None:
    row = makers.signatory(session, makers.letter(session), "Example")
    assert lifecycle.find(session, GUILD, row.id) is row
    for guild_id, signatory_id in ((GUILD + 1, row.id), (GUILD, row.id + 1)):
        assert refused(lifecycle.find, session, guild_id, signatory_id).reason is Reason.NOT_FOUND
