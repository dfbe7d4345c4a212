"""Unreached: people who want direct messages and whom Discord lets none through to; moderators hear of them.

Only sending shows it: nobody can be asked whether their messages are open.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, func, select

from models.database.tables import Delivery, Notice, Participant
from models.outbox import notices
from models.terms import DeliveryState, NoticeKind, Place

GATHERED_FOR = timedelta(minutes=2)
"""This long those whom one text does not reach are gathered, so that moderators get one message."""
MOST_NAMES = 20


def people(session: Session, guild_id: int, since: datetime | None = None) -> tuple[int, ...]:
    """Who takes part, wants direct messages, and could not be sent the last one; user ids, in order. ``since``: only
    those who could not from then on."""
    last = (
        select(Delivery.recipient_id, func.max(Delivery.settled_at).label("at"))
        .join(Notice, col(Notice.id) == col(Delivery.notice_id))
        .where(
            Notice.guild_id == guild_id,
            Delivery.place == Place.USER,
            col(Delivery.state).in_((DeliveryState.SENT, DeliveryState.UNDELIVERABLE)),
        )
        .group_by(col(Delivery.recipient_id))
        .subquery()
    )
    wanted: list[Any] = [last.c.at >= since] if since is not None else []
    return tuple(
        session.exec(
            select(Participant.user_id)
            .distinct()
            .join(last, last.c.recipient_id == col(Participant.user_id))
            .join(
                Delivery,
                (col(Delivery.recipient_id) == col(Participant.user_id))
                & (col(Delivery.settled_at) == last.c.at),
            )
            .where(
                Participant.guild_id == guild_id,
                notices.wants_messages(),
                Delivery.place == Place.USER,
                Delivery.state == DeliveryState.UNDELIVERABLE,
                *wanted,
            )
            .order_by(col(Participant.user_id))
        )
    )


def note(session: Session, missed: Notice, now: datetime) -> None:
    """A direct message was refused: of one that moderators must take over, they are told whom it concerns.

    Joins the message about those of whom it was known before, as long as nobody tried to send that.
    """
    if missed.kind is not NoticeKind.TEXT_CHANGED:
        return
    about, count = missed.payload["about"], missed.payload["count"]
    waiting = session.exec(
        select(Notice)
        .join(Delivery, col(Delivery.notice_id) == col(Notice.id))
        .where(
            Notice.kind == NoticeKind.UNREACHED,
            Notice.letter_id == missed.letter_id,
            Delivery.state == DeliveryState.PENDING,
            col(Delivery.first_tried_at).is_(None),
            Delivery.due_at > now,
        )
        .with_for_update(of=Delivery)
        .execution_options(populate_existing=True)
    ).all()
    for row in waiting:
        if row.payload["version"] == missed.payload["version"]:
            joined = [*row.payload["about"], *about][:MOST_NAMES]
            row.payload = row.payload | {"about": joined, "count": row.payload["count"] + count}
            return
    told = {name: value for name, value in notices.facts(missed).items() if name != "ids"}
    notices.announce(
        session,
        NoticeKind.UNREACHED,
        now,
        missed.guild_id,
        letter_id=missed.letter_id,
        dedupe=f"unreached:{missed.id}",
        wait=GATHERED_FOR,
        **told,
    )
