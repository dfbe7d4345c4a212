"""Who is entitled to vote: all who take part at the end, and all whose ballot counts, each once."""

from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from sqlmodel import Session

from models.database.tables import Letter, Participant, Signatory
from models.operations import personal_data
from models.participants import participants
from models.refusal import Reason, Refusal
from models.rules.voting_policy import Policy
from models.sheets import Actor, ParticipantAnswers
from models.signatories.summary import result_of
from models.terms import Preset, SignatoryState
from models.voting import ballots, electorate, votes
from tests import databases
from tests.conftest import GUILD, NOW
from tests.long import EXAMPLES
from tests.models import makers
from tests.models.polling import AGAINST, DAY, ENDS, FOR, MOMENT, press, tally

HALF = Policy(preset=Preset.QUORUM_VOTE, quorum=Fraction(1, 2))
PEOPLE = range(2, 12)


def gone(session: Session, user_id: int) -> None:
    assert participants.gone(session, NOW + MOMENT, GUILD, user_id)


def leaves(session: Session, user_id: int) -> None:
    participants.leave(session, makers.member(user_id), NOW + MOMENT)


def ten(session: Session, policy: Policy = HALF) -> Signatory:
    """A name under vote in a server where ten take part."""
    makers.participants(session, *PEOPLE)
    return makers.proposal(session, makers.letter(session), "Example", policy=policy)


@pytest.mark.parametrize("secret", [True, False])
@pytest.mark.parametrize("per_organisation", [True, False])
@pytest.mark.parametrize("go", [leaves, gone])
def test_nobody_reaches_a_quorum_by_leaving(
    session: Session, go: Callable[[Session, int], None], per_organisation: bool, secret: bool
) -> None:
    row = ten(
        session, Policy(HALF.preset, quorum=HALF.quorum, per_organisation=per_organisation, secret=secret)
    )
    for user_id in (2, 3, 4, 5):
        press(session, row, user_id, FOR, user_id)
    for user_id in (2, 3, 4):
        go(session, user_id)
    votes.end(session, row, ENDS)
    assert tally(session, row) == (4, 0, 0, 10)
    result = makers.present(result_of(makers.vote_on(session, row)))
    assert (result.quorum_needed, result.quorum_met, row.state) == (5, False, SignatoryState.UNDECIDED)


def test_who_left_without_a_vote_that_counts_is_not_entitled(session: Session) -> None:
    row = ten(session)
    press(session, row, 2, FOR, 1)
    ballots.take_back(session, makers.member(2), NOW, row.id, 2)
    for user_id in (2, 3):
        leaves(session, user_id)
    votes.end(session, row, ENDS)
    assert tally(session, row) == (0, 0, 0, 8)


def test_a_role_that_is_lost_later_takes_no_vote_away(session: Session) -> None:
    row = ten(session)
    press(session, row, 2, FOR, 1)
    without = Actor(GUILD, 2)
    assert makers.refused(ballots.cast, session, without, NOW, row.id, AGAINST, 2).reason is Reason.MEMBERS_ONLY
    votes.end(session, row, ENDS)
    assert tally(session, row) == (1, 0, 0, 10)


def test_an_organisation_whose_only_voter_left_is_entitled_once_with_its_vote(session: Session) -> None:
    row = ten(session, Policy(per_organisation=True))
    makers.participant(session, 20, "Organisation 2")
    press(session, row, 2, FOR, 1)
    leaves(session, 2)
    votes.end(session, row, ENDS)
    assert tally(session, row) == (1, 0, 0, 10)


def test_moderators_see_who_is_entitled_and_nobody_else_does(session: Session) -> None:
    row = ten(session)
    press(session, row, 2, FOR, 1)
    refusal = makers.refused(electorate.show, session, makers.member(3), NOW, row.id)
    assert refusal.reason is Reason.MODERATORS_ONLY
    sheet = electorate.show(session, makers.moderator(3), NOW, row.id)
    assert ([one.user_id for one in sheet.people], sheet.others, sheet.voted) == (list(PEOPLE), 0, None)


def test_of_a_secret_vote_nobody_is_told_who_left_after_voting(session: Session) -> None:
    row = ten(session)
    press(session, row, 2, FOR, 1)
    for user_id in (2, 3):
        leaves(session, user_id)
    running = electorate.show(session, makers.moderator(4), NOW + MOMENT, row.id)
    assert (running.entitled, running.others) == (8, 0), "a count that stayed would tell that somebody voted"
    votes.end(session, row, ENDS)
    sheet = electorate.show(session, makers.moderator(4), ENDS, row.id)
    assert ([one.user_id for one in sheet.people], sheet.others, sheet.voted) == (list(range(4, 12)), 1, None)


def test_of_a_named_vote_moderators_see_who_voted_those_who_left_among_them(session: Session) -> None:
    row = ten(session, Policy(secret=False))
    press(session, row, 2, FOR, 1)
    press(session, row, 3, AGAINST, 2)
    leaves(session, 2)
    votes.end(session, row, ENDS)
    sheet = electorate.show(session, makers.moderator(4), ENDS, row.id)
    assert [one.user_id for one in sheet.people] == list(PEOPLE)
    assert sheet.others == 0
    assert sheet.voted == frozenset({2, 3})


def test_who_left_after_the_end_or_came_back_since_is_still_shown_as_entitled(session: Session) -> None:
    makers.server(session)
    joined = ParticipantAnswers("Index", "", "", direct_messages=False)
    for user_id in (2, 3, 4):
        participants.take_part(session, makers.member(user_id), NOW, joined)
    row = makers.proposal(session, makers.letter(session), "Example")
    votes.end(session, row, ENDS)
    for user_id in (2, 3):
        participants.leave(session, makers.member(user_id), ENDS + DAY)
    participants.take_part(session, makers.member(3), ENDS + DAY * 2, joined)
    participants.take_part(session, makers.member(5), ENDS + DAY * 2, joined)
    sheet = electorate.show(session, makers.moderator(4), ENDS + DAY * 3, row.id)
    assert ([one.user_id for one in sheet.people], sheet.others) == ([2, 3, 4], 0)


def test_who_was_erased_since_is_counted_and_not_named(session: Session) -> None:
    row = ten(session)
    votes.end(session, row, ENDS)
    personal_data.erase(session, makers.member(2), ENDS + DAY)
    sheet = electorate.show(session, makers.moderator(4), ENDS + DAY * 3, row.id)
    assert ([one.user_id for one in sheet.people], sheet.others) == (list(PEOPLE)[1:], 1)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(("join", "leave", "gone", "erase", "vote", "take back", "lose role", "get role")),
        st.integers(2, 6),
    ),
    max_size=25,
)


@settings(max_examples=30 * EXAMPLES)
@given(acts=ACTS, secret=st.booleans(), per_organisation=st.booleans())
def test_entitled_are_all_who_take_part_and_all_whose_ballot_counts_whatever_people_do(
    acts: list[tuple[str, int]], secret: bool, per_organisation: bool
) -> None:
    with databases.a_session() as session:
        policy = Policy(HALF.preset, quorum=HALF.quorum, secret=secret, per_organisation=per_organisation)
        makers.server(session)
        here, without_role = {2, 3, 4}, set[int]()
        for user_id in here:
            makers.participant(session, user_id)
        row = makers.proposal(session, makers.letter(session), "Example", policy=policy)
        count: set[int] = set()
        spoke = set(here)  # where organisations vote, only one that stood when the vote opened speaks
        for number, (what, user_id) in enumerate(acts, start=1):
            now = NOW + timedelta(minutes=number)
            actor = Actor(GUILD, user_id) if user_id in without_role else makers.member(user_id)
            _do(session, row, actor, now, what, number)
            role = user_id not in without_role
            votes_now = role and user_id in here and (not per_organisation or user_id in spoke)
            match what:
                case "join" if role and user_id not in here:
                    here.add(user_id)
                    spoke.discard(user_id)
                case "leave" | "gone":
                    here.discard(user_id)
                case "erase":
                    here.discard(user_id)
                    count.discard(user_id)
                    spoke.discard(user_id)
                case "vote" if votes_now:
                    count.add(user_id)
                case "take back" if votes_now:
                    count.discard(user_id)
                case "lose role":
                    without_role.add(user_id)
                case "get role":
                    without_role.discard(user_id)
        votes.end(session, row, ENDS)
        entitled = len(count | {one for one in here if not per_organisation or one in spoke})
        assert tally(session, row) == (len(count), 0, 0, entitled)
        result = makers.present(result_of(makers.vote_on(session, row)))
        assert result.quorum_met == (len(count) >= max(1, -(-entitled // 2)))


def _do(session: Session, row: Signatory, actor: Any, now: Any, what: str, number: int) -> None:
    """What somebody does, or tries to do."""
    answers = ParticipantAnswers(f"Organisation {actor.user_id}", "", "", direct_messages=False)
    try:
        match what:
            case "join":
                participants.take_part(session, actor, now, answers)
            case "leave":
                participants.leave(session, actor, now)
            case "gone":
                participants.gone(session, now, GUILD, actor.user_id)
            case "erase":
                personal_data.erase(session, actor, now)
            case "vote":
                ballots.cast(session, actor, now, row.id, FOR, number)
            case "take back":
                ballots.take_back(session, actor, now, row.id, number)
    except Refusal:
        pass


def test_a_letter_of_another_server_has_no_electorate_here(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Example")
    stranger = Actor(GUILD + 1, 2, manages_server=True)
    makers.another_server(session)
    assert makers.refused(electorate.show, session, stranger, NOW, row.id).reason is Reason.NOT_FOUND
    assert session.get(Participant, 1) is not None
