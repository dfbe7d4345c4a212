"""Proposer notices: someone who proposed a name or signed hears of every decision on it once, good news too.

What is decided within a few minutes becomes one message, which says how each name stands when it is sent. However many
names are decided at once, the number of statements is the same.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from models import journal
from models.database.tables import Delivery, Notice, Signatory
from models.outbox import direct
from models.sheets import Actor
from models.terms import DeliveryState, NoticeKind, NoticeState, Place, Way

GATHERED_FOR = timedelta(minutes=5)
"""This long decisions are gathered from the first one on, so that an undo and what follows it come as one message."""


def tell(session: Session, actor: Actor, now: datetime, rows: Sequence[Signatory]) -> None:
    """Tell of a decision of ``actor`` on each of these names, or that it was taken back; it is in the journal
    already.

    Nobody is told what they decided themselves. The person who imported a list isn't told about each of its names.
    """
    theirs: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for row in rows:
        if row.added_by not in (None, actor.user_id) and row.way is not Way.IMPORTED:
            theirs[row.letter_id, row.added_by].append(row.id)
    if not theirs:
        return
    gathering = _gathering(session, actor.guild_id, now, {user_id for _, user_id in theirs})
    entry = journal.newest(session, actor.guild_id)
    begun = []
    for (letter_id, user_id), ids in theirs.items():
        known = gathering.get((letter_id, user_id))
        if known is not None:
            known.payload = known.payload | {"decided": [*dict.fromkeys([*known.payload["decided"], *ids])]}
        else:
            dedupe = f"decided:{letter_id}:{user_id}:{entry}"
            begun.append(direct.Direct(user_id, letter_id, None, dedupe, {"decided": ids}))
    direct.tell_all(session, actor.guild_id, now + GATHERED_FOR, NoticeKind.DECIDED, begun)
    session.flush()


def _gathering(
    session: Session, guild_id: int, now: datetime, user_ids: set[int]
) -> dict[tuple[int | None, int], Notice]:
    """The messages that still gather, by letter and recipient. They are held until this transaction ends: one that is
    being sent meanwhile says nothing more (PostgreSQL)."""
    found = session.exec(
        select(Notice, Delivery.recipient_id)
        .join(Delivery, col(Delivery.notice_id) == col(Notice.id))
        .where(
            Notice.guild_id == guild_id,
            Notice.kind == NoticeKind.DECIDED,
            Notice.state == NoticeState.MADE,
            Delivery.place == Place.USER,
            col(Delivery.recipient_id).in_(user_ids),
            Delivery.state == DeliveryState.PENDING,
            col(Delivery.first_tried_at).is_(None),
            Delivery.due_at > now,
        )
        .with_for_update(of=Delivery)
        .execution_options(populate_existing=True)
    )
    return {(notice.letter_id, user_id): notice for notice, user_id in found if "decided" in notice.payload}
