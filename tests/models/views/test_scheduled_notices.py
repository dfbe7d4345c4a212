"""Coming up, and what happened to it."""

from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from models.delivery import claims
from models.outbox import notices
from models.terms import DeliveryState, LetterState, NoticeKind
from models.views.scheduled_notices import scheduled
from tests.conftest import NOW
from tests.models import makers, sender

SECOND = datetime(2025, 2, 19, 10, tzinfo=UTC)


def test_planned_reminders_come_soonest_first_with_where_they_go(session: Session) -> None:
    makers.participant(session, 7)
    notices.plan(session, makers.letter(session), NOW)
    *planned, last = scheduled(session, makers.member(7), NOW).planned
    assert (last.kind, last.due_at) == (NoticeKind.CLOSE, makers.CLOSE)
    assert [line.due_at.day for line in planned] == [18, 19, 20, 20, 20]
    assert [line.direct for line in planned] == [False, True, True, False, True]
    assert {line.channel_id for line in planned} == {makers.ANNOUNCEMENTS}


def test_past_reminders_say_what_became_of_them(session: Session) -> None:
    makers.participants(session, 7, 8, 9)
    makers.participant(session, 10, muted_until=makers.CLOSE)
    notices.plan(session, makers.letter(session), NOW)
    notices.make_due(session, SECOND)
    later = SECOND + timedelta(minutes=1)
    for found in sender.claim(session, SECOND, "one"):
        if found.recipient_id == 9:
            claims.settle_undeliverable(session, later, found.delivery_id, "one", "takes no direct messages")
        else:
            sender.sent(session, later, found.delivery_id, "one", 5)
    newest = scheduled(session, makers.moderator(1), later).past[0]
    assert (newest.due_at, newest.channel, newest.sent_at) == (SECOND, DeliveryState.SENT, later)
    assert newest.people == {DeliveryState.SENT: 2, DeliveryState.UNDELIVERABLE: 1, DeliveryState.SKIPPED: 1}
    assert newest.troubles == ("takes no direct messages",)
    assert scheduled(session, makers.member(7), later).past[0].troubles == ()


def test_superseded_reminders_and_those_of_letters_put_away_are_not_shown(session: Session) -> None:
    letter, other = makers.letter(session), makers.letter(session)
    notices.plan(session, letter, NOW)
    notices.plan(session, other, NOW)
    notices.call_off(session, letter.id, NOW)
    other.state = LetterState.ARCHIVED
    (close,) = scheduled(session, makers.moderator(1), NOW).planned
    assert (close.id, close.letter_id) == (0, letter.id)


def test_the_course_of_a_letter_is_shown_with_what_is_said_at_its_steps(session: Session) -> None:
    letter = makers.letter(session, publish_at=SECOND)
    shown = scheduled(session, makers.moderator(1), NOW).planned
    assert [(one.kind, one.due_at) for one in shown] == [
        (NoticeKind.PUBLICATION, SECOND),
        (NoticeKind.CLOSE, makers.CLOSE),
    ]
    letter.state, letter.published_at = LetterState.CLOSED, SECOND
    letter.review_until = makers.CLOSE + timedelta(days=1)
    (final,) = scheduled(session, makers.moderator(1), makers.CLOSE).planned
    assert (final.kind, final.due_at) == (NoticeKind.REPORT, letter.review_until)
    letter.final_at = makers.CLOSE
    assert scheduled(session, makers.moderator(1), makers.CLOSE).planned == ()


def test_before_publication_others_see_no_letters_reminders(session: Session) -> None:
    letter = makers.letter(session)
    notices.plan(session, letter, NOW)
    sheet = scheduled(session, makers.member(8), NOW)
    assert (sheet.planned, sheet.direct_messages) == ((), None)
    letter.published_at = NOW
    assert len(scheduled(session, makers.member(8), NOW).planned) == 6


def test_the_reader_sees_whether_direct_messages_come_and_until_when_they_are_muted(session: Session) -> None:
    makers.participant(session, 7, muted_until=SECOND)
    sheet = scheduled(session, makers.member(7), NOW)
    assert (sheet.direct_messages, sheet.muted_until) == (True, SECOND)
    assert scheduled(session, makers.member(7), SECOND).muted_until is None


def test_another_servers_reminders_are_not_shown(session: Session) -> None:
    elsewhere = makers.another_server(session)
    notices.plan(session, makers.letter(session, guild_id=elsewhere, published_at=NOW), NOW)
    assert scheduled(session, makers.moderator(1), NOW).planned == ()
