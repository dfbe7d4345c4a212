"""The outbox: claim, send, settle. Each delivery has one owner and one outcome."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from models.database.tables import Coalition, Delivery, Notice
from models.delivery import claims
from models.outbox import notices
from models.sheets import Arrived, ToSend, Unsaid, Unsent
from models.terms import DeliveryState, NoticeKind, Place
from tests.conftest import GUILD, NOW
from tests.models import makers, sender
from tests.statements import counted

SECOND = timedelta(seconds=1)
FIRST = datetime(2025, 2, 18, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def coalition(session: Session) -> Coalition:
    return makers.server(session)


def say(session: Session, dedupe: str = "deadline:1", kind: NoticeKind = NoticeKind.DEADLINE) -> None:
    notices.announce(session, kind, NOW, GUILD, dedupe=dedupe)


def claimed(session: Session, now: datetime = NOW, owner: str = "one", limit: int = 10) -> ToSend:
    (found,) = sender.claim(session, now, owner, limit)
    return found


def delivery(session: Session, delivery_id: int) -> Delivery:
    session.flush()
    session.expire_all()
    return session.get_one(Delivery, delivery_id)


def test_what_is_due_is_handed_out_once(session: Session) -> None:
    say(session)
    found = claimed(session)
    assert (found.place, found.recipient_id, found.tries) == (Place.CHANNEL, makers.ANNOUNCEMENTS, 1)
    assert sender.claim(session, NOW, "two") == ()


def test_what_is_not_due_stays(session: Session) -> None:
    notices.plan(session, makers.letter(session), NOW)
    notices.make_due(session, FIRST - SECOND)
    assert sender.claim(session, FIRST - SECOND, "one") == ()
    assert claimed(session, FIRST).notice.kind is NoticeKind.REMINDER


def test_the_oldest_come_first_and_no_more_than_asked_for(session: Session) -> None:
    for number in range(3):
        say(session, f"deadline:{number}")
    ids = [found.delivery_id for found in sender.claim(session, NOW, "one", 2)]
    assert ids == sorted(ids)
    assert len(ids) == 2


def test_a_claim_runs_out_after_ninety_seconds_and_another_takes_over(session: Session) -> None:
    say(session)
    claimed(session)
    assert sender.claim(session, NOW + claims.LEASE - SECOND, "two") == ()
    assert claimed(session, NOW + claims.LEASE, "two").tries == 2


def test_a_message_that_takes_its_sender_down_each_time_is_given_up(session: Session) -> None:
    say(session)
    for lease in range(claims.TRIES + 1):
        deadly = claimed(session, NOW + lease * claims.LEASE).delivery_id
    [trouble] = sender.claim(session, NOW + (claims.TRIES + 1) * claims.LEASE, "one")
    assert delivery(session, deadly).state is DeliveryState.FAILED
    assert (trouble.notice.kind, trouble.recipient_id) == (NoticeKind.TROUBLE, makers.MODERATORS)


def test_who_lost_the_claim_cannot_settle_it(session: Session) -> None:
    say(session)
    lost = claimed(session).delivery_id
    claimed(session, NOW + claims.LEASE, "two")
    sender.sent(session, NOW, lost, "one", 5)
    claims.settle_failed(session, NOW, lost, "one", "timeout")
    claims.settle_undeliverable(session, NOW, lost, "one", "gone")
    row = delivery(session, lost)
    assert (row.state, row.owner, row.message_id) == (DeliveryState.CLAIMED, "two", None)


def test_what_was_sent_keeps_its_message_and_is_not_sent_again(session: Session) -> None:
    say(session)
    sent = claimed(session).delivery_id
    sender.sent(session, NOW, sent, "one", 77)
    row = delivery(session, sent)
    assert (row.state, row.message_id, row.settled_at) == (DeliveryState.SENT, 77, NOW)
    assert sender.claim(session, NOW + timedelta(days=1), "one") == ()


def test_a_failure_is_tried_again_after_growing_waits_and_then_given_up(session: Session) -> None:
    say(session)
    now, waits = NOW, []
    for _ in range(5):
        failed = claimed(session, now).delivery_id
        claims.settle_failed(session, now, failed, "one", "server error")
        again = delivery(session, failed).due_at
        waits.append((again - now).total_seconds())
        assert sender.claim(session, again - SECOND, "one") == ()
        now = again
    assert waits == [5, 30, 120, 600, 1800]
    failed = claimed(session, now).delivery_id
    claims.settle_failed(session, now, failed, "one", "server error")
    row = delivery(session, failed)
    assert (row.state, row.error) == (DeliveryState.FAILED, "server error")


def test_a_rate_limit_that_asks_for_more_is_obeyed(session: Session) -> None:
    say(session)
    failed = claimed(session).delivery_id
    claims.settle_failed(session, NOW, failed, "one", "rate limited", retry_after=42.5)
    assert delivery(session, failed).due_at == NOW + timedelta(seconds=42.5)


def test_moderators_are_told_once_a_day_of_a_channel_that_cannot_be_reached(session: Session) -> None:
    say(session, "deadline:1")
    say(session, "deadline:2")
    for found in sender.claim(session, NOW, "one"):
        claims.settle_undeliverable(session, NOW, found.delivery_id, "one", "the channel is gone")
    told = claimed(session)
    assert (told.notice.kind, told.recipient_id) == (NoticeKind.TROUBLE, makers.MODERATORS)
    assert told.notice.facts == {
        "channel_id": makers.ANNOUNCEMENTS,
        "error": "the channel is gone",
        "kind_not_sent": "deadline",
    }


def test_a_moderators_channel_that_cannot_be_reached_is_not_reported_to_itself(session: Session) -> None:
    say(session, kind=NoticeKind.TROUBLE)
    claims.settle_undeliverable(session, NOW, claimed(session).delivery_id, "one", "the channel is gone")
    assert len(session.exec(select(Notice)).all()) == 1


def test_a_closed_dm_is_kept_and_nobody_is_told(session: Session) -> None:
    makers.participant(session, 7)
    notices.tell(session, 7, NoticeKind.DECIDED, NOW, GUILD, dedupe="decided:1")
    closed = claimed(session).delivery_id
    claims.settle_undeliverable(session, NOW, closed, "one", "takes no direct messages")
    assert delivery(session, closed).state is DeliveryState.UNDELIVERABLE
    assert sender.claim(session, NOW, "one") == ()


def test_without_a_channel_it_is_undeliverable_and_moderators_are_told(session: Session) -> None:
    makers.server(session, announcements_id=None)
    say(session)
    assert sender.claim(session, NOW, "one")[0].notice.kind is NoticeKind.TROUBLE
    row = makers.present(session.exec(select(Delivery).order_by(col(Delivery.id))).first())
    assert (row.state, row.error) == (DeliveryState.UNDELIVERABLE, Unsent.NO_CHANNEL)


def test_a_channel_that_was_changed_meanwhile_gets_the_message(session: Session, coalition: Coalition) -> None:
    coalition.announcements_id = None
    say(session)
    coalition.announcements_id = 99
    assert claimed(session).recipient_id == 99


def test_what_has_no_reason_any_more_is_settled_claim_by_claim_so_that_others_get_their_turn(
    session: Session, coalition: Coalition
) -> None:
    for number in range(12):
        say(session, f"deadline:{number}")
    coalition.left_at = NOW
    ids = claims.claim(session, NOW, "one", 10)
    made = claims.render(session, NOW, "one", ids)
    assert (len(ids), made.to_send, len(made.unsaid)) == (10, (), 10)
    claims.settle_unsaid(session, NOW, "one", made.unsaid)
    states = session.exec(select(col(Delivery.state)).order_by(col(Delivery.id))).all()
    assert states == [DeliveryState.SKIPPED] * 10 + [DeliveryState.PENDING] * 2


def test_what_is_not_ours_any_more_is_neither_made_nor_settled_nor_put_back(session: Session) -> None:
    say(session)
    ids = claims.claim(session, NOW, "one")
    lost = claims.render(session, NOW, "one", ids)
    claims.claim(session, NOW + claims.LEASE, "two")
    assert claims.render(session, NOW + claims.LEASE, "one", ids).to_send == ()
    silent = [Unsaid(one.delivery_id, DeliveryState.SKIPPED, Unsent.CALLED_OFF) for one in lost.to_send]
    claims.settle_unsaid(session, NOW, "one", silent)
    claims.put_back(session, "one", ids)
    row = delivery(session, ids[0])
    assert (row.state, row.owner, row.tries) == (DeliveryState.CLAIMED, "two", 2)


def test_what_was_not_begun_is_due_at_once_and_was_not_tried(session: Session) -> None:
    say(session)
    claims.put_back(session, "one", claims.claim(session, NOW, "one"))
    found = claimed(session, NOW + SECOND, "two")
    assert (found.tries, found.first_tried_at) == (1, NOW + SECOND)


def test_what_was_not_begun_again_may_still_stand_since_its_first_try(session: Session) -> None:
    say(session)
    claimed(session)
    again = NOW + claims.LEASE
    claims.put_back(session, "two", claims.claim(session, again, "two"))
    found = claimed(session, again, "three")
    assert (found.tries, found.first_tried_at) == (2, NOW)


def test_what_a_dead_sender_left_comes_before_what_is_due(session: Session) -> None:
    say(session, "deadline:1")
    left = claimed(session).delivery_id
    say(session, "deadline:2")
    found = sender.claim(session, NOW + claims.LEASE, "two")
    assert [one.delivery_id for one in found] == [left, left + 1]
    assert {one.claimed_until for one in found} == {NOW + 2 * claims.LEASE}


@pytest.mark.parametrize("kind", [NoticeKind.QUEUE, NoticeKind.TROUBLE])
def test_moderators_notices_ping_nobody(session: Session, kind: NoticeKind) -> None:
    say(session, kind=kind)
    assert claimed(session).notice.ping_role_id is None


def test_many_that_arrived_are_written_down_with_as_many_statements_as_few(session: Session) -> None:

    def statements(count: int) -> Counter[str]:
        for number in range(count):
            say(session, f"deadline:{count}:{number}")
        found = sender.claim(session, NOW, "one", count)
        session.flush()
        session.expunge_all()
        with counted(session.get_bind().engine) as took:
            claims.settle_sent(
                session, "one", [Arrived(one.delivery_id, one.delivery_id, NOW) for one in found]
            )
            session.flush()
        return took

    assert statements(2) == statements(9)
