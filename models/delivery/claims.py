"""The outbox: hands out what should be sent and keeps what happened to it.

Claim, send, settle. A claim is a lease: a process that dies between claiming and settling is followed by another, so
a message is repeated with the same nonce, never lost; ``ToSend.first_tried_at`` says since when to look for one that
arrived without a word. Only the owner of a claim can settle it.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy
from sqlalchemy import ColumnElement, Select, bindparam
from sqlmodel import Session, and_, col, func, or_, select, update

from models.coalitions import records
from models.database.queries import rows
from models.database.tables import Delivery, Notice
from models.database.tables.outbox import MessageState
from models.delivery import redrawing, rendering
from models.outbox import alerts, channels, notices, posted, unreached
from models.sheets import Arrived, RenderedRound, ToSend, Unsaid, Unsent
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
"""After so many, a message whose sender died each time is only looked for, once: it may have arrived."""
UNTIL_A_CHANNEL_IS_THERE = timedelta(minutes=15)
"""How often someone's request to be let in looks for the moderators' channel."""


def claim(session: Session, now: datetime, owner: str, limit: int = 10) -> tuple[int, ...]:
    """Take what is due, for 90 seconds: the ids, oldest first; :func:`render` says what of it there is to send.

    An empty answer means that nothing is due.
    """
    ids = _take(session, now, owner, limit)
    to_look_at = select(Delivery, Notice).where(
        col(Delivery.id).in_(ids),
        Delivery.notice_id == Notice.id,
        or_(Delivery.place == Place.CHANNEL, col(Delivery.tries) > TRIES + 1),
    )
    for row, reason in session.exec(to_look_at.order_by(col(Delivery.id))).all():
        if row.tries > TRIES + 1:
            _lost(session, row, reason, DeliveryState.FAILED, Unsent.CUT_OFF, now)
        elif row.place is Place.CHANNEL:
            # Moderators may have chosen another channel since this was written.
            server = records.coalition_of(session, reason.guild_id)
            row.recipient_id = channels.channel_for(server, reason.kind) or notices.NO_CHANNEL
    return ids


def render(session: Session, now: datetime, owner: str, ids: Collection[int]) -> RenderedRound:
    """What was claimed, each with its notice as it is true now, or why it is not sent: :func:`settle_unsaid` wants to
    know. A query: nobody who votes waits for texts."""
    rows = session.exec(
        select(Notice, Delivery)
        .where(Delivery.notice_id == Notice.id, *_is_owned(ids, owner))
        .order_by(col(Delivery.due_at), col(Delivery.id))
    ).all()
    to_send, unsaid = [], []
    for (_, row), prepared in zip(rows, rendering.prepare(session, rows, now), strict=True):
        if isinstance(prepared, Unsent):
            called_off = prepared is Unsent.CALLED_OFF
            state = DeliveryState.SUPERSEDED if called_off else DeliveryState.SKIPPED
            unsaid.append(Unsaid(row.id, state, prepared))
        elif row.recipient_id == notices.NO_CHANNEL:
            unsaid.append(Unsaid(row.id, DeliveryState.UNDELIVERABLE, Unsent.NO_CHANNEL))
        else:
            first, until = row.first_tried_at or now, row.lease_until or now
            to_send.append(ToSend(row.id, row.place, row.recipient_id, row.tries, first, until, prepared))
    return RenderedRound(tuple(to_send), tuple(unsaid))


def settle_unsaid(session: Session, now: datetime, owner: str, unsaid: Sequence[Unsaid]) -> None:
    """Write down that these deliveries are not sent, each with its reason: they have nothing to say any more, or
    nowhere to go."""
    why = {one.delivery_id: one for one in unsaid}
    for row, notice in _owned(session, why, owner):
        one = why[row.id]
        if one.state is DeliveryState.UNDELIVERABLE:
            _lost(session, row, notice, one.state, one.why, now)
        else:
            row.error = one.why
            _settle(row, one.state, now)


def settle_sent(session: Session, owner: str, arrived: Sequence[Arrived]) -> None:
    """Write down that these deliveries arrived, each as which message."""
    came = {one.delivery_id: one for one in arrived}
    rows = _owned(session, came, owner)
    asking = redrawing.asking([notice for _, notice in rows])
    for row, notice in rows:
        row.message_id, row.lease_until = came[row.id].message_id, None
        if row.message_state is not MessageState.STALE:  # somebody was erased while it was on its way
            row.message_state = MessageState.ASKS if row.notice_id in asking else MessageState.STANDS
        _settle(row, DeliveryState.SENT, came[row.id].at)
        posted.keep(session, row, notice, came[row.id].stated)


def put_back(session: Session, owner: str, ids: Collection[int]) -> None:
    """Give back deliveries that were claimed and not begun because the bot stops; they are due at once for the next
    process."""
    for row, _ in _owned(session, ids, owner):
        row.state, row.tries = DeliveryState.PENDING, row.tries - 1
        if row.tries == 0:
            row.first_tried_at = None


def settle_failed(
    session: Session, now: datetime, delivery_id: int, owner: str, error: str, retry_after: float | None = None
) -> None:
    """Write down that a delivery failed and may work later. It is tried again after a growing wait, or after
    ``retry_after`` seconds where Discord asks for more; after six tries it has failed for good. ``error`` is in
    words, without a token."""
    for row, notice in _owned(session, (delivery_id,), owner):
        if row.tries >= TRIES:
            _lost(session, row, notice, DeliveryState.FAILED, error, now)
            continue
        row.error = error
        row.state = DeliveryState.PENDING
        row.due_at = now + max(BACK_OFF[row.tries - 1], timedelta(seconds=retry_after or 0))


def settle_undeliverable(session: Session, now: datetime, delivery_id: int, owner: str, error: str) -> None:
    """Write down that a delivery can never arrive. Moderators are told of a channel once a day, and of a closed DM
    where they must take over. What only moderators can grant waits until their channel is there."""
    for row, notice in _owned(session, (delivery_id,), owner):
        _lost(session, row, notice, DeliveryState.UNDELIVERABLE, error, now)


def settle_overheard(session: Session, now: datetime, delivery_id: int, owner: str, error: str) -> None:
    """It is not said, because everyone in the server reads that channel. Moderators are told, once a day for each
    channel, and of no letter: it may be theirs that everyone reads."""
    for row, reason in _owned(session, (delivery_id,), owner):
        row.error = error
        _settle(row, DeliveryState.UNDELIVERABLE, now)
        alerts.tell(session, now, reason.guild_id, row.recipient_id, error, reason.kind.value)


def _take(session: Session, now: datetime, owner: str, limit: int) -> tuple[int, ...]:
    """Mark up to ``limit`` due deliveries as ours. Two processes never get the same: PostgreSQL skips locked
    rows, SQLite has one writer.

    What a dead sender left comes first: it was due before. Two searches, because one with *or* would sort all that
    is due, each time.
    """
    ids: list[int] = []
    for due in (_CUT_OFF, _WAITING):
        ids += rows(session, due, now=now, most=limit - len(ids)).scalars()
    if ids:
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
    return tuple(ids)


def _due(condition: ColumnElement[bool]) -> Select[int]:
    """The query for up to so many of these, the earliest first, held against other processes."""
    found = (
        sqlalchemy.select(col(Delivery.id)).where(condition).order_by(col(Delivery.due_at), col(Delivery.id))
    )
    return found.limit(bindparam("most")).with_for_update(skip_locked=True)


_CUT_OFF = _due(
    and_(col(Delivery.state) == DeliveryState.CLAIMED, col(Delivery.lease_until) <= bindparam("now"))
)
_WAITING = _due(and_(col(Delivery.state) == DeliveryState.PENDING, col(Delivery.due_at) <= bindparam("now")))


def _lost(
    session: Session, row: Delivery, reason: Notice, state: DeliveryState, error: str, now: datetime
) -> None:
    """It will not arrive any more. Where it was for all, moderators are told; what only they can grant waits."""
    row.error = error
    if reason.kind is NoticeKind.ASKED:
        row.state, row.due_at, row.tries = DeliveryState.PENDING, now + UNTIL_A_CHANNEL_IS_THERE, 0
        return
    _settle(row, state, now)
    if row.place is Place.USER and state is DeliveryState.UNDELIVERABLE:
        unreached.note(session, reason, now)
    if row.place is Place.CHANNEL and reason.kind not in channels.FOR_MODERATORS:
        alerts.tell(session, now, reason.guild_id, row.recipient_id, error, reason.kind.value, reason.letter_id)


def _is_owned(ids: Collection[int], owner: str) -> tuple[Any, ...]:
    """The condition for claims that are still this owner's; someone else's are left alone."""
    return (
        col(Delivery.id).in_(ids),
        Delivery.owner == owner,
        Delivery.state == DeliveryState.CLAIMED,
    )


def _owned(session: Session, ids: Collection[int], owner: str) -> Sequence[tuple[Delivery, Notice]]:
    """The claims that are still this owner's, each with its notice."""
    owned = select(Delivery, Notice).join(Notice, col(Notice.id) == col(Delivery.notice_id))
    owned = owned.where(*_is_owned(ids, owner)).order_by(col(Delivery.id))
    return session.exec(owned.with_for_update(of=Delivery)).all()


def _settle(row: Delivery, state: DeliveryState, now: datetime) -> None:
    row.state, row.settled_at = state, now
