"""The vote: what a press does, what it does not, and how a vote ends."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlmodel import Session

from models.database.tables import Letter, Signatory
from models.refusal import Reason
from models.rules.voting_policy import Policy
from models.sheets import BallotSheet
from models.signatories import lookalikes, todo
from models.terms import CardKind, Preset, SignatoryState
from models.voting import votes
from tests.conftest import GUILD, NOW
from tests.models import makers, polling
from tests.models.polling import ABSTAIN, AGAINST, ENDS, FOR, MOMENT, press, refused, take_back, tally


def test_the_answer_says_what_holds_and_until_when(session: Session, row: Signatory) -> None:
    assert press(session, row, 2, FOR, 1) == BallotSheet(
        signatory_id=row.id,
        name="Example",
        choice=FOR,
        before=None,
        unchanged=False,
        until=ENDS,
        voted=1,
        secret=True,
        organisation=None,
    )


def test_another_choice_changes_the_vote(session: Session, row: Signatory) -> None:
    press(session, row, 2, FOR, 1)
    changed = press(session, row, 2, AGAINST, 2)
    assert (changed.choice, changed.before, changed.unchanged, changed.voted) == (AGAINST, FOR, False, 1)


def test_the_same_choice_changes_nothing_and_says_so(session: Session, row: Signatory) -> None:
    press(session, row, 2, FOR, 1)
    again = press(session, row, 2, FOR, 2)
    assert (again.choice, again.unchanged) == (FOR, True)


def test_a_doubled_event_changes_nothing(session: Session, row: Signatory) -> None:
    press(session, row, 2, FOR, 1)
    press(session, row, 2, AGAINST, 2)
    doubled = press(session, row, 2, FOR, 1)
    assert (doubled.choice, doubled.unchanged) == (AGAINST, True)


def test_presses_that_arrive_in_another_order_end_in_the_order_pressed(
    session: Session, row: Signatory
) -> None:
    press(session, row, 2, FOR, 1)
    press(session, row, 2, FOR, 3)
    assert press(session, row, 2, AGAINST, 2).choice is FOR


def test_a_vote_taken_back_no_longer_counts(session: Session, row: Signatory) -> None:
    press(session, row, 2, FOR, 1)
    answer = take_back(session, row, 2, 2)
    assert (answer.choice, answer.before, answer.unchanged, answer.voted) == (None, FOR, False, 0)
    votes.end(session, row, ENDS)
    assert tally(session, row) == (0, 0, 0, 3)


def test_a_late_copy_of_an_older_press_does_not_bring_a_vote_back(session: Session, row: Signatory) -> None:
    press(session, row, 2, FOR, 1)
    take_back(session, row, 2, 2)
    assert press(session, row, 2, FOR, 1).choice is None


def test_nothing_to_take_back_is_said(session: Session, row: Signatory) -> None:
    answer = take_back(session, row, 2, 1)
    assert (answer.choice, answer.unchanged) == (None, True)


def test_after_taking_it_back_one_may_vote_again(session: Session, row: Signatory) -> None:
    press(session, row, 2, FOR, 1)
    take_back(session, row, 2, 2)
    assert press(session, row, 2, ABSTAIN, 3).choice is ABSTAIN


def test_a_press_a_moment_before_the_end_counts(session: Session, row: Signatory) -> None:
    assert press(session, row, 2, FOR, 1, ENDS - MOMENT).choice is FOR


def test_a_press_at_the_end_is_late_and_told_so(session: Session, row: Signatory) -> None:
    refusal = refused(session, row, ENDS)
    assert (refusal.reason, refusal.values) == (Reason.VOTE_ENDED, {"ended_at": ENDS})


def test_a_press_on_an_ended_vote_is_late_whenever_it_was_made(session: Session, row: Signatory) -> None:
    votes.end(session, row, ENDS)
    assert refused(session, row, NOW).reason is Reason.VOTE_ENDED


def test_a_press_from_before_the_vote_started_over_does_not_count(session: Session, row: Signatory) -> None:
    assert refused(session, row, NOW - MOMENT).reason is Reason.OUTDATED


def test_nobody_votes_while_the_letter_is_paused(session: Session, letter: Letter, row: Signatory) -> None:
    letter.paused_at = NOW
    assert refused(session, row, NOW).reason is Reason.PAUSED


def test_nobody_votes_where_moderators_decide_alone(session: Session, letter: Letter) -> None:
    row = makers.signatory(session, letter, "Unvoted", state=SignatoryState.PROPOSED, approved_at=None)
    assert refused(session, row, NOW).reason is Reason.NO_VOTE


def test_only_who_takes_part_votes(session: Session, row: Signatory) -> None:
    assert makers.refused(press, session, row, 99, FOR, 1).reason is Reason.TAKE_PART_FIRST


def test_a_proposal_of_another_server_is_not_found(session: Session, row: Signatory) -> None:
    row.guild_id = GUILD + 1
    assert refused(session, row, NOW).reason is Reason.NOT_FOUND


def test_an_objection_needs_a_reason(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Example", policy=Policy(Preset.NO_OBJECTION))
    assert refused(session, row, NOW, reason="  ").reason is Reason.REASON_NEEDED
    assert press(session, row, 2, AGAINST, 1, reason="Not theirs to sign").choice is AGAINST


def test_objections_are_kept_without_names_and_without_order(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Example", policy=Policy(Preset.NO_OBJECTION))
    press(session, row, 2, AGAINST, 1, reason="Zeal")
    press(session, row, 3, AGAINST, 2, reason="Age")
    votes.end(session, row, ENDS)
    assert makers.vote_on(session, row).objections == ["Age", "Zeal"]
    assert row.state is SignatoryState.UNDECIDED


def by_organisation(session: Session, letter: Letter, **more: Any) -> Signatory:
    """A vote in which organisations have one vote each."""
    return makers.proposal(session, letter, "Example", policy=Policy(per_organisation=True, **more))


@pytest.mark.parametrize("secret", [True, False])
def test_organisations_have_one_vote_and_only_who_cast_it_changes_it(
    session: Session, letter: Letter, secret: bool
) -> None:
    makers.participant(session, 5, "Organisation 2")
    row = by_organisation(session, letter, secret=secret)
    assert press(session, row, 2, FOR, 1).organisation == "Organisation 2"
    for act in (
        lambda: press(session, row, 5, AGAINST, 2),
        lambda: press(session, row, 5, FOR, 3),
        lambda: take_back(session, row, 5, 4),
    ):
        refusal = makers.refused(act)
        assert (refusal.reason, refusal.values) == (Reason.COLLEAGUE_VOTED, {"organisation": "Organisation 2"})
    assert press(session, row, 2, ABSTAIN, 5).before is FOR
    votes.end(session, row, ENDS)
    assert tally(session, row) == (0, 0, 1, 3)


def test_once_it_is_taken_back_a_colleague_votes_and_reads_nothing_of_it(
    session: Session, letter: Letter
) -> None:
    makers.participant(session, 5, "Organisation 2")
    row = by_organisation(session, letter)
    press(session, row, 2, FOR, 1)
    take_back(session, row, 2, 2)
    colleague = press(session, row, 5, AGAINST, 3)
    assert (colleague.before, colleague.choice, colleague.voted) == (None, AGAINST, 1)
    assert makers.refused(press, session, row, 2, FOR, 4).reason is Reason.COLLEAGUE_VOTED


def test_whom_moderators_confirmed_comes_before_whom_nobody_did(session: Session, letter: Letter) -> None:
    row = by_organisation(session, letter)
    press(session, row, 2, FOR, 1)
    makers.participant(session, 5, "Organisation 2", confirmed_key="organisation2")
    confirmed = press(session, row, 5, AGAINST, 2)
    assert (confirmed.before, confirmed.choice, confirmed.voted) == (None, AGAINST, 1)
    assert makers.refused(press, session, row, 2, FOR, 3).reason is Reason.COLLEAGUE_VOTED
    makers.participant(session, 6, "Organisation 2", confirmed_key="organisation2")
    assert makers.refused(press, session, row, 6, FOR, 4).reason is Reason.COLLEAGUE_VOTED


def test_an_organisation_that_was_named_since_the_vote_opened_has_no_vote_until_it_is_confirmed(
    session: Session, letter: Letter
) -> None:
    row = by_organisation(session, letter)
    person = makers.participant(session, 5, "Newcomers", organisation_since=NOW + MOMENT)
    refusal = makers.refused(press, session, row, 5, FOR, 1)
    assert (refusal.reason, refusal.values) == (Reason.ORGANISATION_NEW, {"organisation": "Newcomers"})
    assert todo.left_to_do(session, letter, (5,), NOW)[5].votes == 0
    assert todo.open_votes(session, letter, person, NOW) == []
    person.confirmed_key = "newcomers"
    assert todo.left_to_do(session, letter, (5,), NOW)[5].votes == 1
    assert press(session, row, 5, FOR, 2).choice is FOR
    makers.participant(session, 6, "Others", organisation_since=NOW + MOMENT)
    votes.end(session, row, ENDS)
    assert tally(session, row) == (1, 0, 0, 4), "nobody raises a quorum by naming organisations"


def test_the_card_is_redrawn_when_the_number_of_voters_changes_and_only_then(
    session: Session, row: Signatory
) -> None:
    card = makers.card(session, CardKind.PROPOSAL, row.id)

    def redrawn() -> bool:
        session.refresh(card)
        was, card.stale = card.stale, False
        session.flush()
        return was

    press(session, row, 2, FOR, 1)
    assert redrawn()
    press(session, row, 2, AGAINST, 2)
    assert not redrawn()
    take_back(session, row, 2, 3)
    assert redrawn()


def test_anyone_who_changes_organisation_votes_for_the_new_one_and_not_for_both(
    session: Session, letter: Letter
) -> None:
    row = makers.proposal(session, letter, "Example", policy=Policy(per_organisation=True))
    person = makers.participant(session, 5, "Riverlight")
    press(session, row, 5, FOR, 1)
    person.organisation_key = person.votes_as = person.confirmed_key = "index"
    assert press(session, row, 5, AGAINST, 2).voted == 1
    votes.end(session, row, ENDS)
    assert tally(session, row)[:3] == (0, 1, 0)


def test_the_card_is_redrawn_when_the_end_of_the_vote_moves(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Example", policy=Policy(secret=False, early_after_minutes=60))
    press(session, row, 2, FOR, 1)
    press(session, row, 3, AGAINST, 2)
    card = makers.card(session, CardKind.PROPOSAL, row.id)
    press(session, row, 3, FOR, 3)
    session.refresh(card)
    assert makers.vote_on(session, row).ends_at == NOW + polling.DAY / 24
    assert card.stale


def joined(
    session: Session, letter: Letter, *, secret: bool = True
) -> tuple[Signatory, Callable[[bool], None]]:
    """A vote of organisations, and a moderator's word that those of two members are one, or two."""
    row = by_organisation(session, letter, secret=secret)
    pair = [
        makers.signatory(session, letter, f"Organisation {one}", name_key=f"organisation{one}")
        for one in (2, 3)
    ]

    def judge(same: bool) -> None:
        mo, ids = makers.moderator(60), [one.id for one in pair]
        lookalikes.judge(session, mo, NOW, ids[0], ids[1], same=same)

    return row, judge


@pytest.mark.parametrize("secret", [True, False])
def test_a_vote_follows_its_organisation_where_moderators_say_that_two_are_one_and_back(
    session: Session, letter: Letter, secret: bool
) -> None:
    row, judge = joined(session, letter, secret=secret)
    press(session, row, 3, FOR, 1)
    judge(True)
    assert makers.refused(press, session, row, 2, FOR, 2).reason is Reason.COLLEAGUE_VOTED
    assert press(session, row, 3, FOR, 1).unchanged, "a doubled event"
    changed = press(session, row, 3, AGAINST, 3)
    assert (changed.before, changed.voted) == (FOR, 1)
    judge(False)
    assert press(session, row, 3, ABSTAIN, 4).before is AGAINST
    assert press(session, row, 2, FOR, 5).voted == 2
    votes.end(session, row, ENDS)
    assert tally(session, row)[:3] == (1, 0, 1)


@pytest.mark.parametrize("secret", [True, False])
def test_where_both_had_voted_both_stand_and_each_changes_its_own(
    session: Session, letter: Letter, secret: bool
) -> None:
    row, judge = joined(session, letter, secret=secret)
    press(session, row, 2, FOR, 1)
    press(session, row, 3, AGAINST, 2)
    judge(True)
    assert press(session, row, 3, ABSTAIN, 3).before is AGAINST
    assert press(session, row, 2, AGAINST, 4).before is FOR
    assert take_back(session, row, 3, 5).before is ABSTAIN
    assert makers.refused(press, session, row, 3, FOR, 6).reason is Reason.COLLEAGUE_VOTED
    votes.end(session, row, ENDS)
    assert tally(session, row)[:3] == (0, 1, 0)


@pytest.mark.parametrize("secret", [True, False])
def test_where_both_had_voted_nothing_is_left_to_do_until_the_own_one_is_taken_back(
    session: Session, letter: Letter, secret: bool
) -> None:
    """What is left to do is what a press would do: it changes the own ballot, not that of the other."""
    row, judge = joined(session, letter, secret=secret)
    own = makers.participant(session, 5, "Organisation 3", confirmed_key="organisation3")
    press(session, row, 2, FOR, 1)
    press(session, row, 5, AGAINST, 2)
    judge(True)

    def left() -> list[int]:
        counted = todo.left_to_do(session, letter, (5,), NOW)[5].votes
        return [len(todo.open_votes(session, letter, own, NOW)), counted]

    assert left() == [0, 0], "whom moderators confirmed may replace the other's, but has voted"
    take_back(session, row, 5, 3)
    assert left() == [1, 1]
    assert press(session, row, 5, FOR, 4).before is None


@pytest.mark.parametrize("secret", [True, False])
def test_a_vote_that_an_unconfirmed_colleague_cast_is_still_to_do_for_whom_moderators_confirmed(
    session: Session, letter: Letter, secret: bool
) -> None:
    row = by_organisation(session, letter, secret=secret)
    confirmed = makers.participant(session, 5, "Organisation 2", confirmed_key="organisation2")
    other = makers.participant(session, 6, "Organisation 2", confirmed_key="organisation2")
    plain = makers.participant(session, 7, "Organisation 2")

    def left() -> list[int]:
        shown = [len(todo.open_votes(session, letter, one, NOW)) for one in (confirmed, other, plain)]
        counted = todo.left_to_do(session, letter, (5, 6, 7), NOW)
        assert shown == [counted[one].votes for one in (5, 6, 7)]
        return shown

    assert left() == [1, 1, 1]
    press(session, row, 2, FOR, 1)
    assert left() == [1, 1, 0]
    press(session, row, 5, AGAINST, 2)
    assert left() == [0, 0, 0]
