"""A pause of the letter stops the clocks of its votes."""

from datetime import timedelta

import pytest
from sqlmodel import Session, delete

from models.database.tables import Delivery, Letter, Notice, Signatory
from models.letters import window
from models.operations import due_work, health
from models.refusal import Reason
from models.review import queue, review
from models.rules.voting_policy import Policy
from models.sheets import Actor, Why
from models.signatories.summary import proposal
from models.terms import Preset, SignatoryState
from models.voting import ballots, votes
from tests.conftest import GUILD, NOW
from tests.models import deciding, makers
from tests.models.polling import AGAINST, DAY, ENDS, FOR, MOMENT, press, refused
from tests.sheets import vote_of

HOUR = timedelta(hours=1)
MODERATOR = makers.moderator(9)
OBJECTION = Policy(preset=Preset.NO_OBJECTION)


def paused(session: Session, letter: Letter, since: timedelta = HOUR) -> None:
    window.pause(session, MODERATOR, NOW + since, letter.id)


def test_a_vote_takes_up_after_a_pause_with_the_time_it_had_left(
    session: Session, letter: Letter, row: Signatory
) -> None:
    paused(session, letter)
    assert votes.end_due(session, ENDS + DAY) == 0
    window.resume(session, MODERATOR, NOW + HOUR + DAY * 2, letter.id)
    vote = makers.vote_on(session, row)
    assert (vote.ends_at, vote.full_time_at) == (ENDS + DAY * 2, ENDS + DAY * 2)
    press(session, row, 2, FOR, 1, vote.ends_at - MOMENT)
    assert votes.end_due(session, vote.ends_at + votes.GRACE) == 1
    assert (row.state, vote.cut_short) == (SignatoryState.PASSED, False)


def test_two_pauses_move_the_end_by_both(session: Session, letter: Letter, row: Signatory) -> None:
    for hour in (1, 5):
        paused(session, letter, HOUR * hour)
        window.resume(session, MODERATOR, NOW + HOUR * (hour + 2), letter.id)
    assert makers.vote_on(session, row).ends_at == ENDS + HOUR * 4


def test_no_vote_is_moved_past_the_close(session: Session, letter: Letter, row: Signatory) -> None:
    paused(session, letter)
    window.resume(session, MODERATOR, makers.CLOSE - HOUR, letter.id)
    assert makers.vote_on(session, row).ends_at == makers.CLOSE


def test_a_vote_that_was_over_before_the_pause_is_counted(
    session: Session, letter: Letter, row: Signatory
) -> None:
    paused(session, letter, DAY)
    assert votes.end_due(session, ENDS + votes.GRACE) == 1
    assert not makers.vote_on(session, row).cut_short


def test_a_vote_that_was_over_before_the_pause_is_not_moved_by_it(
    session: Session, letter: Letter, row: Signatory
) -> None:
    paused(session, letter, DAY)
    window.resume(session, MODERATOR, ENDS + DAY, letter.id)
    assert makers.vote_on(session, row).ends_at == ENDS


def test_the_minimum_time_before_an_early_end_does_not_run_in_a_pause(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Early", policy=Policy(secret=False, early_after_minutes=90))
    paused(session, letter)
    window.resume(session, MODERATOR, NOW + HOUR * 3, letter.id)
    for user_id in (2, 3):
        press(session, row, user_id, FOR, user_id, NOW + HOUR * 3)
    assert makers.vote_on(session, row).ends_at == NOW + HOUR * 3.5


def test_a_vote_about_to_end_early_keeps_that_after_a_pause(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Early", policy=Policy(secret=False, early_after_minutes=90))
    for user_id in (2, 3):
        press(session, row, user_id, FOR, user_id)
    paused(session, letter)
    window.resume(session, MODERATOR, NOW + HOUR * 3, letter.id)
    assert makers.vote_on(session, row).ends_at == NOW + HOUR * 3.5


def test_a_close_that_is_moved_in_a_pause_leaves_the_vote_its_time(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Cut", opened_at=makers.CLOSE - HOUR * 2, ends_at=makers.CLOSE)
    window.pause(session, MODERATOR, makers.CLOSE - HOUR, letter.id)
    window.extend(session, MODERATOR, makers.CLOSE - HOUR / 2, letter.id, makers.CLOSE + DAY * 3)
    window.resume(session, MODERATOR, makers.CLOSE + HOUR, letter.id)
    assert makers.vote_on(session, row).ends_at == makers.CLOSE - HOUR * 2 + DAY + HOUR * 2


@pytest.mark.parametrize("policy", [Policy(), OBJECTION])
def test_what_the_close_cuts_in_a_pause_is_for_a_human_to_look_at(
    session: Session, letter: Letter, policy: Policy
) -> None:
    row = makers.proposal(session, letter, "Example", policy=policy)
    makers.consent(session, row)
    press(session, row, 2, FOR, 1)
    paused(session, letter)
    window.close_due(session, makers.CLOSE + window.GRACE)
    vote = makers.vote_on(session, row)
    assert (row.state, vote.cut_short, vote.ended_at) == (SignatoryState.PASSED, True, makers.CLOSE)
    sheet = queue.queue(session, MODERATOR, letter.id)
    assert (sheet.ready, [item.why for item in sheet.items]) == ((), [(Why.CUT_WHILE_PAUSED,)])
    assert not vote_of(proposal(session, row)).paused
    with pytest.raises(Exception, match="ready changed"):
        deciding.approve_ready(session, MODERATOR, makers.CLOSE + HOUR, letter.id, sheet.since, sheet.digest)


def test_a_vote_that_a_resumed_letter_cuts_is_not_said_to_be_cut_in_a_pause(
    session: Session, letter: Letter, row: Signatory
) -> None:
    paused(session, letter)
    window.resume(session, MODERATOR, makers.CLOSE - HOUR, letter.id)
    window.close_due(session, makers.CLOSE + window.GRACE)
    vote = makers.vote_on(session, row)
    assert (vote.cut_short, vote.cut_while_paused) == (True, False)


def test_a_decision_in_a_pause_ends_the_vote_and_cuts_it_short(
    session: Session, letter: Letter, row: Signatory
) -> None:
    paused(session, letter)
    review.decline(session, MODERATOR, ENDS + HOUR, [row.id], "No room")
    vote = makers.vote_on(session, row)
    assert (row.state, vote.ended_at, vote.cut_short) == (SignatoryState.DECLINED, ENDS + HOUR, True)
    assert not vote.cut_while_paused


@pytest.mark.parametrize("later", [timedelta(0), DAY * 2])
def test_who_votes_in_a_pause_is_told_of_the_pause(
    session: Session, letter: Letter, row: Signatory, later: timedelta
) -> None:
    paused(session, letter)
    assert refused(session, row, NOW + HOUR + later).reason is Reason.PAUSED


def test_a_vote_that_stands_still_is_neither_due_nor_overdue(
    session: Session, letter: Letter, row: Signatory
) -> None:
    paused(session, letter)
    assert "votes to end" not in health.scheduler_health(session, ENDS + DAY).overdue
    session.exec(delete(Delivery))
    session.exec(delete(Notice))
    moment = due_work.next_moment(session, ENDS + DAY)
    assert moment is None or moment > ENDS + DAY


def test_a_sheet_says_that_its_vote_stands_still(session: Session, letter: Letter, row: Signatory) -> None:
    assert not vote_of(proposal(session, row)).paused
    paused(session, letter)
    assert vote_of(proposal(session, row)).paused


def test_no_form_for_an_objection_opens_in_vain(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Example", policy=OBJECTION)
    actor = makers.member(2)
    ballots.check_cast(session, actor, NOW, row.id)
    stranger, guest = makers.member(77), Actor(GUILD, 2)
    assert makers.refused(ballots.check_cast, session, stranger, NOW, row.id).reason is Reason.TAKE_PART_FIRST
    assert makers.refused(ballots.check_cast, session, guest, NOW, row.id).reason is Reason.MEMBERS_ONLY
    assert makers.refused(ballots.check_cast, session, actor, ENDS, row.id).reason is Reason.VOTE_ENDED
    paused(session, letter)
    assert makers.refused(ballots.check_cast, session, actor, NOW + HOUR, row.id).reason is Reason.PAUSED


def test_no_form_opens_for_anyone_who_cannot_vote_for_their_organisation(
    session: Session, letter: Letter
) -> None:
    row = makers.proposal(
        session, letter, "Example", policy=Policy(preset=Preset.NO_OBJECTION, per_organisation=True)
    )
    makers.participant(session, 20, "Organisation 2")
    makers.participant(session, 21, "New", organisation_since=NOW + MOMENT)
    press(session, row, 2, AGAINST, 1, reason="Why")
    seen = [
        makers.refused(ballots.check_cast, session, makers.member(one), NOW + HOUR, row.id).reason
        for one in (20, 21)
    ]
    assert seen == [Reason.COLLEAGUE_VOTED, Reason.ORGANISATION_NEW]
