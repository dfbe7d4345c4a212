"""Threads under proposals: when each is opened, greeted and closed, and what a failure leaves for later."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from models.database.tables import Letter, Notice, Signatory, Talk
from models.letter_parts import Part
from models.outbox import alerts
from models.rules.voting_policy import Policy
from models.sheets.talk import TalkStep, TalkTask
from models.talk import threads
from models.terms import CardKind, Kind, LetterState, NoticeKind, SignatoryState
from tests.conftest import GUILD, NOW
from tests.models import makers

CARD = 777


@pytest.fixture
def letter(session: Session) -> Letter:
    return makers.letter(session, parts=[Part.TALK.value])


def proposed(session: Session, letter: Letter, name: str = "Hill Fund", **changes: Any) -> Signatory:
    """A proposal whose card is posted."""
    message_id = changes.pop("message_id", CARD)
    row = makers.proposal(session, letter, name, **changes)
    makers.card(session, CardKind.PROPOSAL, row.id, message_id=message_id)
    return row


def next_(session: Session, now: datetime = NOW) -> TalkTask | None:
    return next(iter(threads.to_follow(session, now)), None)


def steps(session: Session, now: datetime = NOW) -> list[TalkStep]:
    """What is done until nothing is left."""
    found = []
    while (task := next_(session, now)) is not None:
        found.append(task.step)
        threads.followed(session, task)
    return found


def test_a_thread_follows_its_proposal_from_the_card_to_the_decision_and_back(
    session: Session, letter: Letter
) -> None:
    row = proposed(session, letter)
    assert steps(session) == [TalkStep.OPEN, TalkStep.GREET]
    row.state = SignatoryState.APPROVED
    assert steps(session) == [TalkStep.CLOSE]
    row.state = SignatoryState.PASSED
    assert steps(session) == [TalkStep.REOPEN], "the decision was undone"


def test_nothing_is_opened_unless_a_moderator_wants_it_or_where_no_card_stands(
    session: Session, letter: Letter
) -> None:
    proposed(session, makers.letter(session))
    proposed(session, letter, "Not posted", message_id=None)
    proposed(session, letter, "Decided before", state=SignatoryState.DECLINED, live=False)
    assert next_(session) is None


def test_a_thread_that_stands_is_closed_although_talk_was_switched_off(
    session: Session, letter: Letter
) -> None:
    row = proposed(session, letter)
    steps(session)
    letter.parts = []
    row.state = SignatoryState.DECLINED
    assert steps(session) == [TalkStep.CLOSE]


def test_no_thread_is_opened_once_talk_was_switched_off_although_one_was_tried(
    session: Session, letter: Letter
) -> None:
    proposed(session, letter)
    task = makers.present(next_(session))
    threads.failed(session, NOW, task)
    letter.parts = []
    session.flush()
    assert next_(session, NOW + timedelta(hours=1)) is None


def test_the_threads_of_a_cancelled_letter_are_closed_with_it(session: Session, letter: Letter) -> None:
    proposed(session, letter)
    steps(session)
    letter.state = LetterState.CANCELLED
    session.flush()
    assert steps(session) == [TalkStep.CLOSE]


def test_a_person_is_never_the_name_of_a_thread(session: Session, letter: Letter) -> None:
    proposed(session, letter, "Ada Example", kind=Kind.INDIVIDUAL)
    task = makers.present(next_(session))
    assert task.name == ""


def test_the_thread_of_a_secret_vote_knows_it(session: Session, letter: Letter) -> None:
    proposed(session, letter, policy=Policy(secret=True))
    task = makers.present(next_(session))
    assert task.secret


def test_what_failed_is_tried_again_in_five_minutes(session: Session, letter: Letter) -> None:
    proposed(session, letter)
    task = makers.present(next_(session))
    threads.failed(session, NOW, task)
    assert next_(session, NOW + timedelta(minutes=4)) is None
    again = makers.present(next_(session, NOW + timedelta(minutes=5)))
    assert (again.step, again.tried) == (TalkStep.OPEN, True)


def test_moderators_are_told_once_a_day_what_the_bot_lacks(session: Session, letter: Letter) -> None:
    proposed(session, letter)
    for hour in range(3):
        task = makers.present(next_(session, NOW + timedelta(hours=hour)))
        threads.forbidden(session, NOW + timedelta(hours=hour), task, "the bot lacks *Manage Threads* there")
    [told] = session.exec(select(Notice).where(Notice.kind == NoticeKind.TROUBLE)).all()
    assert "Manage Threads" in told.payload["error"]


def test_a_missing_thread_hides_no_card_that_cannot_be_posted_in_the_same_channel(
    session: Session, letter: Letter
) -> None:
    proposed(session, letter)
    task = makers.present(next_(session))
    threads.forbidden(session, NOW, task, "the bot lacks *Manage Threads* there")
    alerts.tell(session, NOW, GUILD, task.channel_id, "it is gone", "proposal card", letter.id)
    told = session.exec(select(Notice).where(Notice.kind == NoticeKind.TROUBLE)).all()
    assert [one.payload["error"] for one in told] == ["the bot lacks *Manage Threads* there", "it is gone"]


def test_a_thread_that_somebody_deleted_is_not_made_again(session: Session, letter: Letter) -> None:
    row = proposed(session, letter)
    task = makers.present(next_(session))
    threads.gone(session, task)
    assert next_(session, NOW + timedelta(days=1)) is None
    assert session.get_one(Talk, row.id).thread_id == CARD
