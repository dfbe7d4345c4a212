"""The moderators' decision: what it needs, who may make it, what it does, and how it is taken back."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from sqlmodel import Session, select

from models.consents import consents, person_requests
from models.database.tables import Ballot, JournalEntry, Letter, Signatory
from models.letters import texts
from models.operations import personal_data
from models.refusal import Reason
from models.review import review
from models.rules.voting_policy import Policy
from models.signatories import counting, decisions
from models.submissions import entries, proposals
from models.terms import Kind, LetterState, Preset, Way
from tests.conftest import GUILD, NOW
from tests.models import makers
from tests.models.deciding import (
    FIRST,
    OPPOSED,
    PROPOSER,
    SECOND,
    S,
    approve,
    decline,
    reason_of,
    told,
    waiting,
)
from tests.models.makers import present, refused

# Deciding


@pytest.mark.parametrize("at", [S.PROPOSED, S.PASSED, S.UNDECIDED, S.HOLD, S.LATE])
def test_an_approval_puts_it_on_the_list_from_now_on(session: Session, letter: Letter, at: S) -> None:
    row = waiting(session, letter, state=at)
    answer = approve(session, row)
    assert (answer.state, answer.refusal, answer.alone) == (S.APPROVED, None, False)
    assert (row.approved_at, row.approved_by) == (NOW, 3)


def test_an_accepted_late_one_stays_marked_late(session: Session, letter: Letter) -> None:
    letter.state = LetterState.CLOSED
    row = waiting(session, letter, state=S.LATE, late=True)
    approve(session, row)
    assert (row.state, row.late) == (S.APPROVED, True)


def test_several_are_decided_at_once_and_each_is_answered(session: Session, letter: Letter) -> None:
    ready = waiting(session, letter, "Ready")
    declined = waiting(session, letter, "Declined", state=S.DECLINED, live=False)
    sheet = review.approve(session, FIRST, NOW, [declined.id, 999, ready.id, ready.id])
    assert [(answer.signatory_id, reason_of(answer)) for answer in sheet.answers] == [
        (declined.id, Reason.DECIDED_BEFORE),
        (999, Reason.NOT_FOUND),
        (ready.id, None),
    ]
    assert [answer.name for answer in sheet.done] == ["Ready"]
    assert len(sheet.refused) == 2


def test_only_moderators_decide(session: Session, letter: Letter) -> None:
    row = waiting(session, letter)
    member = makers.member(3)
    for act in (
        lambda: review.approve(session, member, NOW, [row.id]),
        lambda: review.decline(session, member, NOW, [row.id], "No"),
        lambda: review.hold(session, member, NOW, [row.id], "Wait"),
        lambda: review.undo(session, member, NOW, 1),
    ):
        assert refused(act).reason is Reason.MODERATORS_ONLY


def test_a_name_of_another_server_is_not_found(session: Session, letter: Letter) -> None:
    row = waiting(session, letter, guild_id=GUILD + 1)
    assert reason_of(approve(session, row)) is Reason.NOT_FOUND


def test_without_consent_nobody_is_approved(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Example", state=S.PASSED, added_by=PROPOSER)
    assert reason_of(approve(session, row)) is Reason.NO_CONSENT
    assert row.state is S.PASSED
    assert decline(session, row).refusal is None


def test_the_proposer_does_not_review(session: Session, letter: Letter) -> None:
    row = waiting(session, letter, added_by=3)
    assert reason_of(approve(session, row)) is Reason.OWN_PROPOSAL
    assert reason_of(decline(session, row)) is Reason.OWN_PROPOSAL
    assert approve(session, row, by=4).refusal is None


@pytest.mark.parametrize("way", [Way.ENTERED, Way.SIGNED])
def test_what_one_entered_oneself_is_marked_as_approved_by_one_person(
    session: Session, letter: Letter, way: Way
) -> None:
    row = waiting(session, letter, way=way, added_by=3)
    assert approve(session, row).alone
    assert row.alone


def test_against_the_vote_an_approval_needs_a_reason(session: Session, letter: Letter) -> None:
    row = waiting(session, letter, **OPPOSED)
    refusal = present(approve(session, row).refusal)
    assert refusal.reason is Reason.OVERRIDE_NEEDS_REASON
    assert refusal.values == {"name": "Example", "votes_for": 1, "votes_against": 2}
    assert approve(session, row, reason="The votes mistook it for another").state is S.APPROVED


def test_also_after_it_was_on_hold(session: Session, letter: Letter) -> None:
    row = waiting(session, letter, **(OPPOSED | {"state": S.HOLD}))
    assert reason_of(approve(session, row)) is Reason.OVERRIDE_NEEDS_REASON


def test_an_override_is_in_the_journal_with_its_reason(session: Session, letter: Letter) -> None:
    approve(session, waiting(session, letter, **OPPOSED), reason="Mistaken")
    payload = session.exec(select(JournalEntry)).one().facts
    assert (payload["override"], payload["note"], payload["before"]) == (True, "Mistaken", "opposed")


def test_the_second_of_two_moderators_is_told_who_decided(session: Session, letter: Letter) -> None:
    row = waiting(session, letter)
    approve(session, row, by=3)
    refusal = present(approve(session, row, by=4).refusal)
    assert refusal.reason is Reason.DECIDED_BEFORE
    assert refusal.values == {"name": "Example", "state": S.APPROVED, "by": 3, "at": NOW}


def test_a_running_vote_cannot_be_approved(session: Session, letter: Letter) -> None:
    row = waiting(session, letter, state=S.VOTING)
    assert reason_of(approve(session, row)) is Reason.STILL_VOTING


def test_while_the_letter_is_paused_nobody_is_told_an_end_of_the_vote(session: Session, letter: Letter) -> None:
    row = waiting(session, letter, state=S.VOTING)
    ends = makers.vote_on(session, row).ends_at
    assert present(approve(session, row).refusal).values["until"] == ends
    letter.paused_at = NOW
    assert present(approve(session, row).refusal).values["until"] is None


def test_declining_a_running_secret_vote_ends_it_uncounted(session: Session, letter: Letter) -> None:
    row = waiting(session, letter, state=S.VOTING)
    makers.ballot(session, row, 4)
    assert decline(session, row).state is S.DECLINED
    vote = makers.vote_on(session, row)
    assert (vote.votes_for, vote.cut_short) == (None, True)
    assert session.exec(select(Ballot)).all() == []


@pytest.mark.parametrize(
    ("state", "decides"),
    [
        (LetterState.DRAFT, True),
        (LetterState.CLOSED, True),
        (LetterState.ARCHIVED, False),
        (LetterState.CANCELLED, False),
    ],
)
def test_decisions_are_possible_until_the_letter_is_put_away(
    session: Session, letter: Letter, state: LetterState, decides: bool
) -> None:
    letter.state, letter.final_at = state, NOW
    assert reason_of(approve(session, waiting(session, letter))) is (None if decides else Reason.WRONG_STATE)


# Two persons


def test_with_two_persons_the_first_approval_waits_for_a_second(session: Session, letter: Letter) -> None:
    letter.two_person = True
    row = waiting(session, letter)
    first = approve(session, row, by=3)
    assert (first.second_needed, first.state) == (True, S.PASSED)
    assert reason_of(approve(session, row, by=3)) is Reason.SECOND_NEEDED
    second = approve(session, row, by=4)
    assert (second.second_needed, second.state) == (False, S.APPROVED)


def test_with_two_persons_nobody_approves_alone(session: Session, letter: Letter) -> None:
    letter.two_person = True
    row = waiting(session, letter, way=Way.ENTERED, added_by=3)
    approve(session, row, by=3)
    assert not approve(session, row, by=4).alone


def test_a_hold_in_between_voids_the_first_approval(session: Session, letter: Letter) -> None:
    letter.two_person = True
    row = waiting(session, letter)
    approve(session, row, by=3)
    review.hold(session, SECOND, NOW, [row.id], "Wait")
    assert approve(session, row, by=4).second_needed


# Telling


@pytest.mark.parametrize("verb", [review.decline, review.hold])
def test_declining_and_holding_tell_the_proposer_but_never_the_note(
    session: Session, letter: Letter, verb: Callable[..., object]
) -> None:
    row = waiting(session, letter)
    verb(session, FIRST, NOW, [row.id], "Please send a source", "I do not trust them")
    assert told(session) == [(PROPOSER, [row.id])]
    assert row.told == "Please send a source"


def test_declining_without_a_sentence_is_refused(session: Session, letter: Letter) -> None:
    row = waiting(session, letter)
    assert refused(review.decline, session, FIRST, NOW, [row.id], " ").reason is Reason.EMPTY


def test_nobody_is_told_of_their_own_decision(session: Session, letter: Letter) -> None:
    approve(session, waiting(session, letter, way=Way.ENTERED, added_by=3), told="Welcome")
    assert told(session) == []


# Waiting


def test_what_waits_are_the_undecided_ones_late_ones_apart(session: Session, letter: Letter) -> None:
    for at in S:
        waiting(session, letter, at.value, state=at)
    assert counting.waiting(session, letter.id) == 5


def test_once_two_are_not_wanted_any_more_the_first_may_approve_again(session: Session, letter: Letter) -> None:
    letter.two_person = True
    row = waiting(session, letter)
    approve(session, row)
    letter.two_person = False
    assert approve(session, row).state is S.APPROVED


@pytest.mark.parametrize(
    "change",
    [
        lambda session, row: consents.add(session, SECOND, NOW, row.id, "Its chair", "On the phone"),
        lambda session, row: entries.edit(session, SECOND, NOW, row.id, {"name": "EXAMPLE"}),
        lambda session, row: texts.write(session, SECOND, NOW, row.letter_id, "We ask for another thing."),
    ],
    ids=["another consent", "another spelling", "another text"],
)
def test_whatever_changes_what_was_approved_voids_the_first_approval(
    session: Session, letter: Letter, change: Callable[[Session, Signatory], object]
) -> None:
    letter.two_person = True
    row = waiting(session, letter, state=S.PROPOSED)
    approve(session, row, by=3)
    change(session, row)
    assert approve(session, row, by=4).second_needed
    acts = session.exec(select(JournalEntry.act)).all()
    assert acts.count("approval void") == 1


def test_nobody_undoes_a_decision_on_what_they_proposed(session: Session, letter: Letter) -> None:
    row = waiting(session, letter, added_by=3)
    decision = review.decline(session, SECOND, NOW, [row.id], "Not a fit").answers[0].decision_id
    refusal = refused(review.undo, session, FIRST, NOW, decision or 0)
    assert (refusal.reason, row.state) == (Reason.OWN_PROPOSAL, S.DECLINED)


def test_nobody_decides_on_their_own_name(session: Session, letter: Letter) -> None:
    row = waiting(session, letter, kind=Kind.INDIVIDUAL, person_id=3)
    assert reason_of(approve(session, row, by=3)) is Reason.OWN_NAME
    assert reason_of(decline(session, row)) is Reason.OWN_NAME
    decision = approve(session, row, by=4).decision_id
    assert refused(review.undo, session, FIRST, NOW, decision or 0).reason is Reason.OWN_NAME


@pytest.mark.parametrize("later", [review.approve, partial(review.decline, told="Because")])
@pytest.mark.parametrize("change", ["text", "consent", "erasure"])
def test_a_first_approval_does_not_come_back_with_an_undo_after_what_it_was_for_changed(
    session: Session, letter: Letter, later: Callable[..., Any], change: str
) -> None:
    letter.two_person = True
    one = entries.enter(session, makers.moderator(5), NOW, letter.id, makers.agreed()).id
    review.approve(session, makers.moderator(3), NOW, [one])
    [done] = later(session, makers.moderator(4), NOW, [one]).answers
    if change == "text":
        texts.write(session, makers.moderator(4), NOW, letter.id, "We ask for two.")
    elif change == "erasure":
        personal_data.erase(session, makers.moderator(3), NOW)
    review.undo(session, makers.moderator(3), NOW, done.decision_id or 0)
    if change == "consent":
        consents.add(session, makers.moderator(4), NOW, one, "Somebody else", "On the phone")
    again = makers.moderator(3 if change == "erasure" else 4)
    [answer] = review.approve(session, again, NOW, [one]).answers
    assert answer.second_needed


def test_who_was_erased_and_comes_back_as_a_moderator_decides_on_nothing_of_their_own(
    session: Session, letter: Letter
) -> None:
    letter.policy = Policy(preset=Preset.MODERATORS_ONLY).document()
    makers.participants(session, 30, 31)
    person = makers.answers("Ada Brook", Kind.INDIVIDUAL)
    theirs = proposals.propose(session, makers.member(30), NOW, letter.id, makers.agreed("Riverlight")).id
    name = proposals.propose(session, makers.member(31), NOW, letter.id, person).id
    person_requests.ask(session, makers.member(31), NOW, name, 30)
    person_requests.confirm(session, makers.member(30), NOW, name, makers.shown_of(session, name))
    personal_data.erase(session, makers.member(30), NOW)
    back, reasons = makers.moderator(30), (Reason.OWN_PROPOSAL, Reason.OWN_NAME)
    for verb in (review.approve, partial(review.decline, told="Because"), partial(review.hold, told="Because")):
        answers = verb(session, back, NOW, [theirs, name]).answers
        assert tuple(answer.refusal and answer.refusal.reason for answer in answers) == reasons
    for user_id in (3, 4):
        review.approve(session, makers.moderator(user_id), NOW, [theirs, name])
    for one, reason in zip((theirs, name), reasons, strict=True):
        assert session.get_one(Signatory, one).state is S.APPROVED
        last = decisions.current_decision(session, one)
        assert makers.refused(review.undo, session, back, NOW, last.id if last else 0).reason is reason


def test_a_name_whose_proposer_was_erased_takes_two(session: Session, letter: Letter) -> None:
    row = waiting(session, letter, added_by=3)
    decision = review.decline(session, SECOND, NOW, [row.id], "Not a fit").answers[0].decision_id
    personal_data.erase(session, FIRST, NOW)
    review.undo(session, FIRST, NOW, decision or 0)
    assert approve(session, row, by=3).second_needed
    assert reason_of(approve(session, row, by=3)) is Reason.SECOND_NEEDED
    assert approve(session, row, by=4).state is S.APPROVED
