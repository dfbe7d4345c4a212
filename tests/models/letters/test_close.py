"""The close of the signing window, closing early, and reopening."""

from datetime import timedelta
from typing import Any

from sqlmodel import Session, col, select

from models.database.tables import Letter, Notice
from models.letters import window
from models.outbox import notices
from models.refusal import Reason
from models.terms import LetterState, NoticeKind, NoticeState, SignatoryState
from tests.conftest import NOW
from tests.models import makers
from tests.models.makers import payloads, refused

MODERATOR = makers.moderator(9)
CLOSE = makers.CLOSE
DAY = timedelta(days=1)
LATER = CLOSE + 2 * DAY
MOMENT = timedelta(microseconds=1)


def closed(session: Session, **changes: Any) -> Letter:
    values = {"state": LetterState.CLOSED, "closed_at": CLOSE, "review_until": CLOSE + DAY}
    return makers.letter(session, **(values | changes))


def reminders(session: Session) -> int:
    planned = (col(Notice.state) == NoticeState.PLANNED, col(Notice.kind).in_(notices.REMINDERS))
    return len(session.exec(select(Notice).where(*planned)).all())


def test_the_clock_closes_some_seconds_after_the_close_for_presses_under_way(session: Session) -> None:
    letter = makers.letter(session)
    assert window.close_due(session, CLOSE + window.GRACE - MOMENT) == 0
    assert window.close_due(session, CLOSE + window.GRACE) == 1
    assert (letter.state, letter.closed_at) == (LetterState.CLOSED, CLOSE)
    assert letter.review_until == CLOSE + DAY
    assert window.close_due(session, CLOSE + DAY) == 0
    assert len(payloads(session, NoticeKind.CLOSE)) == 1


def test_a_bot_that_was_down_closes_at_the_deadline_and_gives_moderators_their_whole_time(
    session: Session,
) -> None:
    letter = makers.letter(session, review_hours=48)
    returns = CLOSE + timedelta(days=3)
    window.close_due(session, returns)
    assert (letter.closed_at, letter.review_until) == (CLOSE, returns - window.GRACE + timedelta(hours=48))


def test_a_paused_letter_is_closed_as_well(session: Session) -> None:
    letter = makers.letter(session, paused_at=NOW)
    window.close_due(session, CLOSE + DAY)
    assert (letter.state, letter.paused_at) == (LetterState.CLOSED, None)


def test_at_the_close_a_vote_under_way_goes_to_review(session: Session) -> None:
    letter = makers.letter(session)
    proposal = makers.proposal(session, letter, "Example", opened_at=CLOSE - DAY / 2, ends_at=CLOSE)
    window.close_due(session, CLOSE + window.GRACE)
    assert proposal.state is not SignatoryState.VOTING
    assert makers.vote_on(session, proposal).cut_short
    assert payloads(session, NoticeKind.CLOSE)[0]["waits"] == 1
    assert payloads(session, NoticeKind.QUEUE)[0]["waits"] == 1


def test_moderators_hear_nothing_at_the_close_when_nothing_waits(session: Session) -> None:
    makers.letter(session)
    window.close_due(session, CLOSE + window.GRACE)
    assert not payloads(session, NoticeKind.QUEUE)


def test_closing_early_moves_the_close_to_now_and_the_clock_does_the_rest(session: Session) -> None:
    letter = makers.letter(session, state=LetterState.DRAFT)
    window.open_(session, MODERATOR, NOW, letter.id)
    assert reminders(session)
    sheet = window.close_early(session, MODERATOR, NOW + DAY, letter.id)
    assert (sheet.closes_at, sheet.deadline_version) == (NOW + DAY, 2)
    assert reminders(session) == 0
    window.close_due(session, NOW + DAY + window.GRACE)
    assert (letter.state, letter.closed_at) == (LetterState.CLOSED, NOW + DAY)
    assert len(payloads(session, NoticeKind.CLOSE)) == 1
    assert not payloads(session, NoticeKind.DEADLINE)


def test_closing_early_ends_the_votes_under_way_at_the_same_instant(session: Session) -> None:
    letter = makers.letter(session)
    proposal = makers.proposal(session, letter, "Example")
    window.close_early(session, MODERATOR, NOW + timedelta(hours=1), letter.id)
    assert makers.vote_on(session, proposal).ends_at == NOW + timedelta(hours=1)


def test_a_reopened_letter_takes_in_until_its_new_close(session: Session) -> None:
    letter = closed(session, final_at=CLOSE + DAY)
    sheet = window.reopen(session, MODERATOR, CLOSE + DAY, letter.id, LATER)
    assert (sheet.state, sheet.closes_at, sheet.deadline_version) == (LetterState.OPEN, LATER, 2)
    assert (sheet.closed_at, sheet.review_until, sheet.final_at) == (None, None, None)
    assert payloads(session, NoticeKind.DEADLINE)[0]["change"] == "reopened"
    assert reminders(session)
    window.close_due(session, LATER + window.GRACE)
    assert len(payloads(session, NoticeKind.CLOSE)) == 1


def test_a_letter_is_reopened_until_an_instant_to_come(session: Session) -> None:
    letter = closed(session)
    refusal = refused(window.reopen, session, MODERATOR, CLOSE + DAY, letter.id, CLOSE)
    assert refusal.reason is Reason.IN_THE_PAST


def test_each_close_of_a_letter_that_was_reopened_is_announced(session: Session) -> None:
    letter = makers.letter(session)
    window.close_due(session, CLOSE + window.GRACE)
    window.reopen(session, MODERATOR, CLOSE + DAY, letter.id, LATER)
    window.close_due(session, LATER + window.GRACE)
    assert len(payloads(session, NoticeKind.CLOSE)) == 2
