"""The outbox: hands out what is to be sent and keeps what became of it.

Claim, send, settle. A claim is a lease: whoever dies between claiming and settling is followed by another, so
a message is repeated with the same nonce, never lost; ``ToSend.first_tried_at`` says since when to look for one that
arrived without a word. Only the owner of a claim can settle it.
"""

from datetime import datetime, timedelta

from sqlmodel import Session, and_, col, func, or_, select, update

from models import coalition, notice, telling, trouble, unreached
from models.sheets import ToSend
from models.tables import Delivery, Notice
from models.terms import DeliveryState, NoticeKind, Place

LEASE = timedelta(seconds=90)
BACK_OFF = (
    timedelta(seconds=5),
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(minutes=30),
)
"""Waits between the tries; after the last one a delivery has failed."""
TRIES = len(BACK_OFF) + 1
UNTIL_A_CHANNEL_IS_THERE = timedelta(minutes=15)
"""How often someone's request to be let in looks for the moderators' channel."""
_ROUNDS = 10
"""So many claims in which nothing is left to say are settled in one transaction before others get their turn."""


def claim(session: Session, now: datetime, owner: str, limit: int = 10) -> tuple[ToSend, ...]:
    """Take what is due, for 90 seconds, each with the notice as it is true now.

    What has no reason any more is settled on the way. An empty answer means that nothing is due, unless
    ``due.next_moment`` is not after ``now``: then ask again.
    """
    for _ in range(_ROUNDS):
        claimed = _take(session, now, owner, limit)
        to_send = tuple(sendable for row in claimed if (sendable := _prepared(session, row, now)))
        if to_send or not claimed:
            return to_send
    return ()


def settle_sent(session: Session, now: datetime, delivery_id: int, owner: str, message_id: int) -> None:
    """It arrived as this message."""
    row = _owned(session, delivery_id, owner)
    if row is not None:
        row.message_id = message_id
        _settle(row, DeliveryState.SENT, now)


def settle_failed(
    session: Session, now: datetime, delivery_id: int, owner: str, error: str, retry_after: float | None = None
) -> None:
    """It failed and may work later: tried again after a growing wait, or ``retry_after`` seconds where Discord
    asks for more; after six tries it has failed for good. ``error`` is in words, without a token."""
    row = _owned(session, delivery_id, owner)
    if row is None:
        return
    if row.tries >= TRIES:
        _lost(session, row, DeliveryState.FAILED, error, now)
        return
    row.error = error
    row.state = DeliveryState.PENDING
    row.due_at = now + max(BACK_OFF[row.tries - 1], timedelta(seconds=retry_after or 0))


def settle_undeliverable(session: Session, now: datetime, delivery_id: int, owner: str, error: str) -> None:
    """It can never arrive. Of a channel the moderators are told, once a day; of a closed DM where they must take over.
    What only moderators can grant waits until their channel is there."""
    row = _owned(session, delivery_id, owner)
    if row is not None:
        _lost(session, row, DeliveryState.UNDELIVERABLE, error, now)


def _take(session: Session, now: datetime, owner: str, limit: int) -> list[Delivery]:
    """Mark up to ``limit`` due deliveries as ours. Two processes never get the same: PostgreSQL skips locked
    rows, SQLite has one writer."""
    due = (
        select(Delivery.id)
        .where(
            or_(
                and_(col(Delivery.state) == DeliveryState.PENDING, col(Delivery.due_at) <= now),
                and_(col(Delivery.state) == DeliveryState.CLAIMED, col(Delivery.lease_until) <= now),
            )
        )
        .order_by(col(Delivery.due_at), col(Delivery.id))
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    ids = session.exec(due).all()
    session.exec(
        update(Delivery)
        .where(col(Delivery.id).in_(ids))
        .values(
            state=DeliveryState.CLAIMED,
            owner=owner,
            lease_until=now + LEASE,
            tries=Delivery.tries + 1,
            first_tried_at=func.coalesce(Delivery.first_tried_at, now),
        )
    )
    rows = session.exec(
        select(Delivery).where(col(Delivery.id).in_(ids)).order_by(col(Delivery.due_at), col(Delivery.id))
    )
    return list(rows)


def _prepared(session: Session, row: Delivery, now: datetime) -> ToSend | None:
    """The delivery with its sheet, or None after settling what cannot or need not be sent."""
    if row.tries > TRIES:
        _lost(session, row, DeliveryState.FAILED, "whoever sent it was cut off each time", now)
        return None
    reason = session.get_one(Notice, row.notice_id)
    if row.place is Place.CHANNEL:
        # Moderators may have chosen another channel since this was written.
        row.recipient_id = (
            notice.channel_for(coalition.of(session, reason.guild_id), reason.kind) or notice.NO_CHANNEL
        )
    prepared = telling.prepare(session, reason, row, now)
    if isinstance(prepared, telling.Silence):
        row.error = prepared.words
        _settle(row, prepared.state, now)
        return None
    if row.recipient_id == notice.NO_CHANNEL:
        _lost(session, row, DeliveryState.UNDELIVERABLE, "no channel is chosen for this", now)
        return None
    return ToSend(row.id, row.place, row.recipient_id, row.tries, row.first_tried_at or now, prepared)


def _lost(session: Session, row: Delivery, state: DeliveryState, error: str, now: datetime) -> None:
    """It will not arrive any more. Where it was for all, moderators are told; what only they can grant waits."""
    row.error = error
    reason = session.get_one(Notice, row.notice_id)
    if reason.kind is NoticeKind.ASKED:
        row.state, row.due_at, row.tries = DeliveryState.PENDING, now + UNTIL_A_CHANNEL_IS_THERE, 0
        return
    _settle(row, state, now)
    if row.place is Place.USER and state is DeliveryState.UNDELIVERABLE:
        unreached.note(session, reason, now)
    if row.place is Place.CHANNEL and reason.kind not in notice.FOR_MODERATORS:
        trouble.tell(
            session, now, reason.guild_id, row.recipient_id, error, reason.kind.value, reason.letter_id
        )


def _owned(session: Session, delivery_id: int, owner: str) -> Delivery | None:
    """The claim, if it is still this owner's; someone else's is left alone."""
    return session.exec(
        select(Delivery).where(
            Delivery.id == delivery_id, Delivery.owner == owner, Delivery.state == DeliveryState.CLAIMED
        )
    ).first()


def _settle(row: Delivery, state: DeliveryState, now: datetime) -> None:
    row.state, row.settled_at = state, now
