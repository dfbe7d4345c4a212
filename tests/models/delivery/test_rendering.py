"""What a notice says at the moment of sending, and when nothing is left to say."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from models.database.tables import Delivery, Letter, Notice
from models.delivery import claims
from models.letters import window
from models.outbox import notices
from models.publishing import editions
from models.review import review
from models.sheets import NoticeSheet, Unsent
from models.terms import (
    CardKind,
    DeliveryState,
    EditionName,
    LetterState,
    NoticeKind,
    NoticeState,
    Place,
    SignatoryState,
)
from tests.conftest import GUILD, NOW
from tests.models import makers, sender

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
FIRST = datetime(2025, 2, 18, 10, tzinfo=UTC)
SECOND, THIRD = FIRST + timedelta(days=1), FIRST + timedelta(days=2)
LAST = makers.CLOSE - HOUR


def planned(session: Session, **changes: object) -> Letter:
    letter = makers.letter(session, **changes)
    notices.plan(session, letter, NOW)
    return letter


def said(session: Session, now: datetime) -> list[NoticeSheet]:
    """What is sent at this instant; it is settled as sent."""
    notices.make_due(session, now)
    return [ready.notice for ready in sender.deliver(session, now)]


def skipped(session: Session) -> list[str]:
    return list(session.exec(select(col(Delivery.error)).where(Delivery.state == DeliveryState.SKIPPED)))


def places(session: Session, state: DeliveryState) -> list[Place]:
    return list(
        session.exec(select(col(Delivery.place)).where(Delivery.state == state).order_by(col(Delivery.place)))
    )


def test_a_week_sends_five_reminders_to_the_channel_and_three_to_each_person(session: Session) -> None:
    planned(session)
    makers.participant(session, 7)
    now = NOW
    while now <= makers.CLOSE + HOUR:
        said(session, now)
        now += HOUR
    assert places(session, DeliveryState.SENT) == [Place.CHANNEL] * 5 + [Place.USER] * 3


def test_a_reminder_carries_the_letter_as_it_is_now(session: Session) -> None:
    letter = planned(session)
    makers.signatory(session, letter, "Access Now", approved_at=SECOND)
    assert [sheet.letter.counts.total for sheet in said(session, FIRST) if sheet.letter] == [0]
    assert [sheet.letter.counts.total for sheet in said(session, SECOND) if sheet.letter] == [1]


def test_reminders_and_the_opening_ping_the_member_role_in_the_channel_only(session: Session) -> None:
    letter = planned(session)
    makers.participant(session, 7)
    notices.announce(session, NoticeKind.OPENING, NOW, GUILD, letter_id=letter.id, dedupe="opening")
    assert [sheet.ping_role_id for sheet in said(session, NOW)] == [makers.MEMBER_ROLE]
    assert sorted(sheet.ping_role_id or 0 for sheet in said(session, SECOND)) == [0, makers.MEMBER_ROLE]


def test_after_an_outage_only_the_newest_due_reminder_is_sent_and_says_that_it_is_late(
    session: Session,
) -> None:
    planned(session)
    (sheet,) = said(session, SECOND + 6 * MINUTE)
    assert (sheet.due_at, sheet.late) == (SECOND, True)
    assert skipped(session) == [Unsent.LATER_DUE]


def test_after_an_outage_a_person_gets_one_dm_as_well(session: Session) -> None:
    planned(session)
    makers.participant(session, 7)
    sheets = said(session, THIRD + MINUTE)
    assert [sheet.due_at for sheet in sheets if sheet.left] == [THIRD]


def test_a_reminder_for_the_channel_alone_does_not_stand_in_for_a_dm(session: Session) -> None:
    planned(session)
    makers.participant(session, 7)
    sheets = said(session, THIRD + 7 * HOUR)  # the afternoon's reminder is due as well, in the channel
    assert [(sheet.due_at, sheet.late) for sheet in sheets if sheet.left] == [(THIRD, True)]


def test_two_dms_moved_to_the_same_evening_are_one(session: Session) -> None:
    closes_at = datetime(
        2025, 2, 20, 12, tzinfo=UTC
    )  # its last morning and last hour are one night in California
    planned(session, closes_at=closes_at)
    makers.participant(session, 7, time_zone="America/Los_Angeles")
    evening = datetime(2025, 2, 20, 5, 45, tzinfo=UTC)
    said(session, SECOND)
    sheets = [sheet for sheet in said(session, evening) if sheet.left]
    assert [(sheet.kind, sheet.late) for sheet in sheets] == [(NoticeKind.LAST_HOUR, False)]


def test_nothing_is_reminded_of_at_or_after_the_close(session: Session) -> None:
    planned(session)
    assert said(session, makers.CLOSE) == []
    assert set(skipped(session)) == {Unsent.CLOSED}


def test_a_paused_letter_reminds_nobody(session: Session) -> None:
    letter = planned(session)
    letter.paused_at = NOW
    assert said(session, FIRST) == []
    assert skipped(session) == [Unsent.PAUSED]


def test_a_dm_says_what_is_left_to_do(session: Session) -> None:
    letter = planned(session)
    makers.participant(session, 7)
    makers.proposal(session, letter, "Index", ends_at=makers.CLOSE)
    (left,) = [sheet.left for sheet in said(session, SECOND) if sheet.left]
    assert (left.organisation_missing, left.votes, left.lacking_consent) == (True, 1, 0)


def test_who_has_nothing_left_to_do_gets_no_dm(session: Session) -> None:
    letter = planned(session)
    makers.participant(session, 7, "Open Rights")
    makers.signatory(session, letter, "Open Rights")
    said(session, SECOND)
    assert Unsent.NOTHING_LEFT in skipped(session)


def test_who_did_it_after_the_delivery_was_made_gets_no_dm(session: Session) -> None:
    letter = planned(session)
    makers.participant(session, 7, "Open Rights")
    notices.make_due(session, SECOND - HOUR)
    makers.signatory(session, letter, "Open Rights")
    assert all(sheet.left is None for sheet in said(session, SECOND))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"muted_until": SECOND + MINUTE}, Unsent.MUTED),
        ({"left_at": SECOND - MINUTE}, Unsent.NO_PART),
        ({"direct_messages": False}, Unsent.NO_MESSAGES),
    ],
)
def test_who_muted_or_left_meanwhile_gets_no_dm(
    session: Session, change: dict[str, object], words: str
) -> None:
    planned(session)
    person = makers.participant(session, 7)
    notices.make_due(session, SECOND - HOUR)
    for name, value in change.items():
        setattr(person, name, value)
    said(session, SECOND)
    assert words in skipped(session)


def test_a_mute_that_has_ended_does_not_count(session: Session) -> None:
    planned(session)
    makers.participant(session, 7, muted_until=SECOND)
    assert any(sheet.left for sheet in said(session, SECOND))


def test_nobody_gets_more_than_three_reminders_by_dm_about_one_letter(session: Session) -> None:
    letter = planned(session)
    makers.participant(session, 7)
    for due in (SECOND, THIRD, LAST):
        said(session, due)
    letter.closes_at, letter.deadline_version = makers.CLOSE + timedelta(days=3), 2
    notices.plan(session, letter, LAST)
    said(session, SECOND + timedelta(days=3))
    assert Unsent.ENOUGH in skipped(session)


def test_what_was_called_off_while_it_was_on_its_way_is_not_tried_again(session: Session) -> None:
    letter = planned(session)
    notices.make_due(session, FIRST)
    sender.claim(session, FIRST, "one")
    notices.call_off(session, letter.id, FIRST)
    assert sender.claim(session, FIRST + claims.LEASE, "two") == ()
    assert places(session, DeliveryState.SUPERSEDED) == [Place.CHANNEL]


def test_a_server_that_the_bot_has_left_hears_nothing(session: Session) -> None:
    makers.server(session, left_at=NOW)
    notices.announce(session, NoticeKind.DEADLINE, NOW, GUILD, dedupe="deadline")
    assert said(session, NOW) == []
    assert skipped(session) == [Unsent.BOT_LEFT]


@pytest.mark.parametrize(
    ("kind", "change", "words"),
    [
        (NoticeKind.OPENING, {"state": LetterState.CANCELLED}, Unsent.NOT_OPEN),
        (NoticeKind.CLOSE, {"state": LetterState.OPEN}, Unsent.REOPENED),
        (NoticeKind.REPORT, {"state": LetterState.OPEN, "final_at": None}, Unsent.REOPENED),
        (NoticeKind.QUEUE, {}, Unsent.NOTHING_WAITS),
    ],
)
def test_an_announcement_whose_reason_is_gone_is_skipped(
    session: Session, kind: NoticeKind, change: dict[str, object], words: str
) -> None:
    letter = makers.letter(session, **change)
    notices.announce(session, kind, NOW, GUILD, letter_id=letter.id, dedupe="once")
    assert said(session, NOW) == []
    assert skipped(session) == [words]


def test_a_queue_notice_is_sent_while_something_waits(session: Session) -> None:
    letter = makers.letter(session)
    makers.signatory(session, letter, "Index", state=SignatoryState.PASSED, approved_at=None)
    notices.announce(session, NoticeKind.QUEUE, NOW, GUILD, letter_id=letter.id, dedupe="queue")
    assert [sheet.letter.waits for sheet in said(session, NOW) if sheet.letter] == [1]


def test_a_letter_that_nobody_published_waits_although_no_name_does(session: Session) -> None:
    letter = makers.letter(session, state=LetterState.CLOSED)
    notices.announce(
        session, NoticeKind.QUEUE, NOW, GUILD, letter_id=letter.id, dedupe="queue", waits=0, published=False
    )
    assert len(said(session, NOW)) == 1


def test_a_wish_about_one_signatory_is_told_although_nothing_waits_for_review(session: Session) -> None:
    letter = makers.letter(session)
    for name, leaving_at in (("Index", NOW), ("Settled", None)):
        row = makers.signatory(session, letter, name, leaving_at=leaving_at)
        notices.announce(
            session, NoticeKind.QUEUE, NOW, GUILD, letter_id=letter.id, signatory_id=row.id, dedupe=name
        )
    assert [sheet.proposal.name for sheet in said(session, NOW) if sheet.proposal] == ["Index"]


def test_who_was_let_in_meanwhile_is_not_asked_for(session: Session) -> None:
    person = makers.participant(session, 7, asked_at=NOW)  # took part before, and lost the member role
    for dedupe in ("asked:1", "asked:2"):
        notices.announce(session, NoticeKind.ASKED, NOW, GUILD, dedupe=dedupe, user_id=7)
    assert len(sender.claim(session, NOW, "one", 1)) == 1
    person.asked_at = None
    assert sender.claim(session, NOW, "one", 1) == ()
    assert skipped(session) == [Unsent.LET_IN]


def test_the_report_carries_the_newest_edition_and_the_place_of_the_status_card(session: Session) -> None:
    letter = makers.letter(session, state=LetterState.CLOSED, final_at=NOW)
    makers.card(session, CardKind.STATUS, letter.id, message_id=5)
    editions.cut(session, letter, EditionName.FINAL, NOW)
    notices.announce(session, NoticeKind.REPORT, NOW, GUILD, letter_id=letter.id, dedupe="report")
    (sheet,) = said(session, NOW)
    assert sheet.edition is not None
    assert sheet.edition.name is EditionName.FINAL
    assert sheet.status_card is not None
    assert sheet.status_card.message_id == 5


def test_a_superseded_reminder_is_not_counted_as_the_next(session: Session) -> None:
    planned(session)
    for row in session.exec(select(Notice).where(Notice.due_at > FIRST)):
        row.state = NoticeState.SUPERSEDED
    assert [sheet.due_at for sheet in said(session, THIRD)] == [FIRST]


def test_news_of_a_deadline_that_changed_again_is_not_sent_late(session: Session) -> None:
    planned(session)
    moderator = makers.moderator(9)
    window.pause(session, moderator, NOW)
    window.resume(session, moderator, NOW + MINUTE)
    for days in (1, 2):
        window.extend(session, moderator, NOW + days * MINUTE, None, makers.CLOSE + timedelta(days=days))
    news = [sheet.facts for sheet in said(session, NOW + HOUR) if sheet.kind is NoticeKind.DEADLINE]
    assert [(facts["change"], facts.get("after")) for facts in news] == [
        ("resumed", None),
        ("extended", makers.CLOSE + timedelta(days=2)),
    ]
    assert skipped(session) == [Unsent.CHANGED_AGAIN] * 2


def test_what_was_decided_is_told_although_the_letter_was_given_up(session: Session) -> None:
    letter = planned(session)
    makers.participant(session, 7)
    row = makers.proposal(session, letter, "Index", added_by=7, state=SignatoryState.PASSED)
    review.decline(session, makers.moderator(9), NOW, [row.id], "Please send a source")
    window.cancel(session, makers.moderator(9), NOW, None, "The notice was withdrawn")
    assert NoticeKind.DECIDED in {sheet.kind for sheet in said(session, NOW + HOUR)}
