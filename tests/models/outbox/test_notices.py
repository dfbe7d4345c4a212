"""Notices are planned, announced, told and called off in the transaction that gives the reason."""

from datetime import UTC, datetime, timedelta

from sqlmodel import Session, col, select

from models.database.tables import Delivery, Notice
from models.outbox import notices
from models.rules import reminder_schedule
from models.terms import DeliveryState, NoticeKind, NoticeState, Place
from tests.conftest import GUILD, NOW
from tests.models import makers

LAST_MORNING = datetime(2025, 2, 20, 10, tzinfo=UTC)
AHEAD = reminder_schedule.MAKE_AHEAD


def planned(session: Session, state: NoticeState = NoticeState.PLANNED) -> list[datetime]:
    return list(session.exec(select(Notice.due_at).where(Notice.state == state).order_by(col(Notice.due_at))))


def recipients(session: Session) -> list[tuple[Place, int, DeliveryState]]:
    return list(
        session.exec(
            select(col(Delivery.place), col(Delivery.recipient_id), col(Delivery.state)).order_by(
                col(Delivery.place), col(Delivery.recipient_id)
            )
        )
    )


def test_a_week_is_planned_with_five_reminders(session: Session) -> None:
    notices.plan(session, makers.letter(session), NOW)
    assert len(planned(session)) == 5


def test_planning_twice_changes_nothing(session: Session) -> None:
    letter = makers.letter(session)
    notices.plan(session, letter, NOW)
    notices.plan(session, letter, NOW + timedelta(hours=1))
    assert len(session.exec(select(Notice)).all()) == 5


def test_a_moved_deadline_supersedes_what_was_not_sent(session: Session) -> None:
    letter = makers.letter(session)
    notices.plan(session, letter, NOW)
    letter.closes_at, letter.deadline_version = letter.closes_at + timedelta(days=1), 2
    notices.plan(session, letter, NOW)
    assert [due.day for due in planned(session, NoticeState.SUPERSEDED)] == [18, 19, 20, 20, 20]
    assert [due.day for due in planned(session)] == [19, 20, 21, 21, 21]


def test_a_moved_deadline_supersedes_deliveries_that_wait_but_not_those_that_were_sent(
    session: Session,
) -> None:
    makers.participant(session, 7)
    letter = makers.letter(session)
    notices.plan(session, letter, NOW)
    notices.make_due(session, LAST_MORNING - timedelta(days=1) - AHEAD)
    for delivery in session.exec(select(Delivery).where(Delivery.place == Place.USER)):
        delivery.state = DeliveryState.SENT
    letter.closes_at, letter.deadline_version = letter.closes_at + timedelta(days=1), 2
    notices.plan(session, letter, NOW)
    states = {(place, state) for place, _, state in recipients(session)}
    assert states == {(Place.USER, DeliveryState.SENT), (Place.CHANNEL, DeliveryState.SUPERSEDED)}


def test_a_deadline_moved_past_a_reminders_hour_does_not_send_it_late(session: Session) -> None:
    letter = makers.letter(session)
    notices.plan(session, letter, LAST_MORNING + timedelta(hours=3))
    assert [due.hour for due in planned(session)] == [17, 22]


def test_deliveries_are_made_ahead_of_any_quiet_hours(session: Session) -> None:
    notices.plan(session, makers.letter(session), NOW)
    first = planned(session)[0]
    assert notices.make_due(session, first - AHEAD - timedelta(seconds=1)) == 0
    assert notices.make_due(session, first - AHEAD) == 1


def test_the_first_reminder_reaches_the_channel_and_the_second_people_as_well(session: Session) -> None:
    makers.participant(session, 7)
    notices.plan(session, makers.letter(session), NOW)
    first, second, *_ = planned(session)
    notices.make_due(session, first)
    assert recipients(session) == [(Place.CHANNEL, makers.ANNOUNCEMENTS, DeliveryState.PENDING)]
    notices.make_due(session, second)
    assert (Place.USER, 7, DeliveryState.PENDING) in recipients(session)


def test_only_participants_who_want_direct_messages_get_one(session: Session) -> None:
    makers.participant(session, 7, direct_messages=False)
    makers.participant(session, 8, joined_at=None)
    makers.participant(session, 9, left_at=NOW)
    notices.plan(session, makers.letter(session), NOW)
    notices.make_due(session, planned(session)[1])
    assert {place for place, *_ in recipients(session)} == {Place.CHANNEL}


def test_who_comes_after_the_deliveries_were_made_is_reached_too(session: Session) -> None:
    makers.participant(session, 7)
    notices.plan(session, makers.letter(session), NOW)
    second = planned(session)[1]
    notices.make_due(session, second - AHEAD)
    makers.participant(session, 8)
    notices.make_due(session, second - timedelta(hours=1))
    notices.make_due(session, second - timedelta(minutes=1))
    assert [user for place, user, _ in recipients(session) if place is Place.USER] == [7, 8]


def test_who_comes_after_a_reminder_was_due_does_not_get_it(session: Session) -> None:
    notices.plan(session, makers.letter(session), NOW)
    second = planned(session)[1]
    notices.make_due(session, second)
    makers.participant(session, 8)
    assert notices.make_due(session, second) == 0


def test_a_dm_is_due_before_the_persons_own_night(session: Session) -> None:
    makers.participant(session, 7, time_zone="America/Los_Angeles")  # ten in London is two at night there
    notices.plan(session, makers.letter(session), NOW)
    notices.make_due(session, planned(session)[1])
    due = session.exec(select(Delivery.due_at).where(Delivery.place == Place.USER)).one()
    assert due == datetime(2025, 2, 19, 5, 45, tzinfo=UTC)


def test_a_dm_is_not_due_before_its_reminder_was_planned(session: Session) -> None:
    makers.participant(session, 7, time_zone="America/Los_Angeles")
    opened_at = datetime(2025, 2, 19, 8, tzinfo=UTC)
    notices.plan(session, makers.letter(session, opened_at=opened_at), opened_at)
    notices.make_due(session, opened_at)
    due = session.exec(select(Delivery.due_at).where(Delivery.place == Place.USER)).one()
    assert due == opened_at


def test_an_announcement_goes_to_the_announcements_channel_once(session: Session) -> None:
    makers.server(session)
    for _ in range(2):
        notices.announce(session, NoticeKind.CLOSE, NOW, GUILD, dedupe="close:1:1")
    assert recipients(session) == [(Place.CHANNEL, makers.ANNOUNCEMENTS, DeliveryState.PENDING)]


def test_what_waits_for_moderators_goes_to_their_channel(session: Session) -> None:
    makers.server(session)
    notices.announce(session, NoticeKind.QUEUE, NOW, GUILD, dedupe="queue:1")
    assert recipients(session) == [(Place.CHANNEL, makers.MODERATORS, DeliveryState.PENDING)]


def test_instants_in_a_payload_come_back_as_instants(session: Session) -> None:
    notices.announce(session, NoticeKind.DEADLINE, NOW, GUILD, dedupe="d", before=NOW, act="extended")
    session.expire_all()
    assert notices.facts(session.exec(select(Notice)).one()) == {"before": NOW, "act": "extended"}


def test_a_person_is_told_by_dm(session: Session) -> None:
    makers.participant(session, 7)
    notices.tell(session, 7, NoticeKind.DECIDED, NOW, GUILD, dedupe="decided:1")
    assert recipients(session) == [(Place.USER, 7, DeliveryState.PENDING)]


def test_who_wants_no_direct_messages_is_told_nothing(session: Session) -> None:
    makers.participant(session, 7, direct_messages=False)
    notices.tell(session, 7, NoticeKind.DECIDED, NOW, GUILD, dedupe="decided:1")
    notices.tell(session, 8, NoticeKind.DECIDED, NOW, GUILD, dedupe="decided:2")
    assert session.exec(select(Notice)).all() == []


def test_calling_off_takes_back_everything_about_the_letter_that_was_not_sent(session: Session) -> None:
    letter, other = makers.letter(session), makers.letter(session)
    notices.plan(session, letter, NOW)
    notices.plan(session, other, NOW)
    notices.announce(session, NoticeKind.OPENING, NOW, GUILD, letter_id=letter.id, dedupe="opening:1")
    notices.call_off(session, letter.id, NOW)
    left = session.exec(select(Notice.letter_id).where(Notice.state != NoticeState.SUPERSEDED)).all()
    assert set(left) == {other.id}
    assert [state for *_, state in recipients(session)] == [DeliveryState.SUPERSEDED]
