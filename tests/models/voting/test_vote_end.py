"""How a vote ends: when, with which count, and what is erased."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from models.database.tables import Ballot, Decision, JournalEntry, Letter, Signatory
from models.letters import window
from models.refusal import Reason
from models.review import merging, review
from models.rules.voting_policy import Policy
from models.signatories.summary import proposal
from models.submissions import proposals
from models.terms import Choice, SignatoryState
from models.voting import votes
from tests.conftest import NOW
from tests.models import makers
from tests.models.polling import ABSTAIN, AGAINST, DAY, ENDS, FOR, MOMENT, press, refused, take_back, tally
from tests.sheets import vote_of

MO = makers.moderator(50)
LATER = NOW + timedelta(hours=1)


def end(session: Session, row: Signatory) -> tuple[datetime | None, bool]:
    """When its vote ended, and whether it was cut short."""
    vote = makers.vote_on(session, row)
    return vote.ended_at, vote.cut_short


@pytest.mark.parametrize(
    ("choices", "state"),
    [
        ((FOR, FOR, AGAINST), SignatoryState.PASSED),
        ((FOR, AGAINST, ABSTAIN), SignatoryState.UNDECIDED),
        ((AGAINST, AGAINST, FOR), SignatoryState.OPPOSED),
        ((), SignatoryState.UNDECIDED),
    ],
)
def test_the_count_decides_where_it_goes(
    session: Session, row: Signatory, choices: tuple[Choice, ...], state: SignatoryState
) -> None:
    for user_id, choice in enumerate(choices, start=2):
        press(session, row, user_id, choice, user_id)
    votes.end(session, row, ENDS)
    assert row.state is state
    assert tally(session, row) == (*(choices.count(choice) for choice in Choice), 3)


def test_the_tally_is_hidden_until_the_end(session: Session, row: Signatory) -> None:
    press(session, row, 2, FOR, 1)
    running = vote_of(proposal(session, row))
    assert (running.voted, running.result) == (1, None)
    votes.end(session, row, ENDS)
    ended = makers.present(vote_of(proposal(session, row)).result)
    assert (ended.outcome, ended.tally.for_, ended.tally.entitled) == (SignatoryState.PASSED, 1, 3)


def test_the_end_of_a_secret_vote_forgets_who_chose_what(session: Session, row: Signatory) -> None:
    press(session, row, 2, FOR, 1)
    votes.end(session, row, ENDS)
    assert session.exec(select(Ballot)).all() == []


def test_the_end_of_a_named_vote_keeps_who_chose_what(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Example", policy=Policy(secret=False))
    press(session, row, 2, FOR, 1)
    press(session, row, 3, FOR, 2)
    take_back(session, row, 3, 3)
    votes.end(session, row, ENDS)
    assert [kept.user_id for kept in session.exec(select(Ballot))] == [2]


def test_no_choice_is_ever_in_the_journal(session: Session, row: Signatory) -> None:
    press(session, row, 2, AGAINST, 1, reason="Secret words")
    assert session.exec(select(JournalEntry)).all() == []
    votes.end(session, row, ENDS)
    entry = session.exec(select(JournalEntry)).one()
    assert entry.facts == {
        "actor": None,
        "before": "voting",
        "after": "opposed",
        "votes": {"for": 0, "against": 1, "abstained": 0},
        "entitled": 3,
        "cut_short": False,
    }


def test_those_who_came_after_the_end_were_not_entitled(session: Session, row: Signatory) -> None:
    makers.participant(session, 8, joined_at=ENDS + MOMENT)
    makers.participant(session, 9, left_at=ENDS)
    makers.participant(session, 10, left_at=ENDS + MOMENT)
    makers.participant(session, 11, joined_at=None)
    votes.end(session, row, ENDS + DAY)
    assert (tally(session, row)[3], end(session, row)[0]) == (4, ENDS)


def test_the_person_who_voted_was_entitled_even_if_they_left(session: Session, row: Signatory) -> None:
    for user_id in (2, 3, 4):
        press(session, row, user_id, FOR, user_id)
    makers.participant(session, 5, left_at=NOW)
    leaver = makers.participant(session, 6)
    press(session, row, 6, FOR, 6)
    leaver.left_at = NOW + MOMENT
    session.flush()
    votes.end(session, row, ENDS)
    assert tally(session, row) == (4, 0, 0, 4)


def test_votes_end_some_seconds_after_their_time(session: Session, row: Signatory) -> None:
    assert votes.end_due(session, ENDS + votes.GRACE - MOMENT) == 0
    assert votes.end_due(session, ENDS + votes.GRACE) == 1
    assert votes.end_due(session, ENDS + votes.GRACE) == 0
    assert end(session, row) == (ENDS, False)


def test_the_vote_on_a_name_that_is_cancelled_ends_then_without_a_count(
    session: Session, letter: Letter
) -> None:
    row = makers.proposal(session, letter, "Example", added_by=2)
    press(session, row, 3, FOR, 1)
    proposals.cancel(session, makers.member(2), NOW + MOMENT, row.id)
    assert (end(session, row), tally(session, row)) == ((NOW + MOMENT, False), (None,) * 4)
    assert session.exec(select(Ballot)).all() == []
    refusal = refused(session, row, NOW + MOMENT)
    assert (refusal.reason, refusal.values) == (Reason.VOTE_ENDED, {"ended_at": NOW + MOMENT})


def test_the_close_ends_every_vote_of_its_letter_and_no_other(
    session: Session, letter: Letter, row: Signatory
) -> None:
    other = makers.proposal(session, makers.letter(session), "Example")
    assert votes.cut_short(session, letter, NOW + DAY / 2) == 1
    assert end(session, row) == (NOW + DAY / 2, True)
    assert other.state is SignatoryState.VOTING


def test_a_vote_that_the_close_bounds_is_cut_short_no_matter_who_ends_it(
    session: Session, letter: Letter
) -> None:
    opened = makers.CLOSE - DAY / 2
    row = makers.proposal(session, letter, "Example", opened_at=opened, ends_at=makers.CLOSE)
    votes.end_due(session, makers.CLOSE + DAY)
    assert end(session, row) == (makers.CLOSE, True)


def test_a_vote_that_ran_its_time_up_to_the_close_is_not_cut_short(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Example", opened_at=makers.CLOSE - DAY, ends_at=makers.CLOSE)
    votes.cut_short(session, letter, makers.CLOSE + DAY)
    assert not makers.vote_on(session, row).cut_short


def test_deciding_early_waits_for_the_minimum_time(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Example", policy=Policy(secret=False, early_after_minutes=60))
    press(session, row, 2, FOR, 1)
    assert makers.vote_on(session, row).ends_at == ENDS
    press(session, row, 3, FOR, 2)
    assert makers.vote_on(session, row).ends_at == NOW + timedelta(minutes=60)
    assert votes.end_due(session, NOW + timedelta(minutes=60) + votes.GRACE) == 1
    assert not makers.vote_on(session, row).cut_short


def test_a_vote_that_is_open_again_gets_its_time_back(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Example", policy=Policy(secret=False, early_after_minutes=60))
    press(session, row, 2, FOR, 1)
    press(session, row, 3, FOR, 2)
    take_back(session, row, 3, 3)
    assert makers.vote_on(session, row).ends_at == ENDS


def test_by_default_no_vote_ends_early(session: Session, row: Signatory) -> None:
    for user_id in (2, 3, 4):
        press(session, row, user_id, FOR, user_id)
    assert makers.vote_on(session, row).ends_at == ENDS


def _withdraw(session: Session, row: Signatory) -> None:
    proposals.cancel(session, makers.member(row.added_by or 0), LATER, row.id)


def _merge(session: Session, row: Signatory) -> None:
    letter = session.get_one(Letter, row.letter_id)
    into = makers.signatory(session, letter, "Another")
    merging.merge(session, MO, LATER, row.id, into.id)


def _close(session: Session, row: Signatory) -> None:
    window.close_early(session, MO, LATER, row.letter_id)
    window.close_due(session, LATER + window.GRACE)


BY_HAND: dict[str, Callable[[Session, Signatory], object]] = {
    "decline": lambda session, row: review.decline(session, MO, LATER, [row.id], "Because"),
    "hold": lambda session, row: review.hold(session, MO, LATER, [row.id], "Because"),
    "merge": _merge,
    "withdraw": _withdraw,
    "close the letter early": _close,
    "give the letter up": lambda session, row: window.cancel(session, MO, LATER, row.letter_id, "No more"),
}


@pytest.mark.parametrize("deed", BY_HAND.values(), ids=BY_HAND)
@pytest.mark.parametrize("choice", [FOR, AGAINST])
def test_of_a_secret_vote_that_is_ended_by_hand_no_tally_is_kept_or_shown(
    session: Session, row: Signatory, deed: Callable[[Session, Signatory], object], choice: Choice
) -> None:
    makers.participant(session, row.added_by or 0)
    press(session, row, 2, choice, 1, reason="Secret words" if choice is AGAINST else "")
    deed(session, row)
    assert session.exec(select(Ballot)).all() == []
    assert (tally(session, row), makers.vote_on(session, row).objections) == ((None,) * 4, [])
    assert vote_of(proposal(session, row)).result is None
    entries = session.exec(select(JournalEntry.payload)).all()
    assert not any("votes" in entry for entry in entries if entry is not None)
    decided = session.exec(select(Decision)).first()
    if decided is not None:
        review.undo(session, MO, LATER, decided.id)
    assert row.state not in (SignatoryState.PASSED, SignatoryState.OPPOSED)


def test_a_named_vote_that_a_moderator_ends_keeps_its_tally(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Example", policy=Policy(secret=False))
    press(session, row, 2, FOR, 1)
    review.hold(session, MO, LATER, [row.id], "Because")
    assert tally(session, row) == (1, 0, 0, 3)


def test_a_secret_vote_whose_time_is_over_is_counted_no_matter_who_decides_on_it(
    session: Session, row: Signatory
) -> None:
    press(session, row, 2, FOR, 1)
    review.hold(session, MO, ENDS, [row.id], "Because")
    assert tally(session, row) == (1, 0, 0, 3)


@pytest.mark.parametrize("deed", BY_HAND.values(), ids=BY_HAND)
def test_nor_of_one_whose_clock_stands_still_however_long_the_pause(
    session: Session, row: Signatory, deed: Callable[[Session, Signatory], object]
) -> None:
    makers.participant(session, row.added_by or 0)
    press(session, row, 2, FOR, 1)
    window.pause(session, MO, NOW + timedelta(minutes=10), row.letter_id)
    makers.vote_on(session, row).ends_at = NOW + timedelta(minutes=20)  # long past when a moderator acts
    deed(session, row)
    assert (tally(session, row), session.exec(select(Ballot)).all()) == ((None,) * 4, [])
