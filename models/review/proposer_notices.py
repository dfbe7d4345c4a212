"""Proposer notices: whoever put a name forward, or signed, hears of every decision on it once, good news too.

What is decided within a few minutes becomes one message, which says how each name stands when it is sent. However many
names are decided at once, the number of statements is the same.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, insert, select

from models import journal
from models.database.tables import Delivery, Notice, Participant, Signatory
from models.outbox import notices
from models.sheets import Actor
from models.terms import DeliveryState, NoticeKind, NoticeState, Place, Way

GATHERED_FOR = timedelta(minutes=5)
"""So long decisions are gathered from the first one on, so that an undo and what follows it come as one message."""


def tell(session: Session, actor: Actor, now: datetime, rows: Sequence[Signatory]) -> None:
    """Tell of a decision of ``actor`` on each of these names, or that it was taken back; it stands in the journal
    already.

    Nobody is told what they decided themselves, nor whoever imported a list how each name of it fares.
    """
    theirs: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for row in rows:
        if row.added_by not in (None, actor.user_id) and row.way is not Way.IMPORTED:
            theirs[row.letter_id, row.added_by].append(row.id)
    if not theirs:
        return
    gathering = _gathering(session, actor.guild_id, now, {user_id for _, user_id in theirs})
    wanting = set(
        session.exec(
            select(Participant.user_id).where(
                Participant.guild_id == actor.guild_id,
                col(Participant.user_id).in_({user_id for _, user_id in theirs}),
                *notices.wants_messages(),
            )
        )
    )
    due, entry = now + GATHERED_FOR, journal.newest(session, actor.guild_id)
    begun: dict[str, int] = {}
    rows_of_notices = []
    for (letter_id, user_id), ids in theirs.items():
        known = gathering.get((letter_id, user_id))
        if known is not None:
            known.payload = known.payload | {"decided": [*dict.fromkeys([*known.payload["decided"], *ids])]}
        elif user_id in wanting:
            dedupe = f"decided:{letter_id}:{user_id}:{entry}"
            begun[dedupe] = user_id
            rows_of_notices.append(
                {
                    "guild_id": actor.guild_id,
                    "letter_id": letter_id,
                    "kind": NoticeKind.DECIDED,
                    "due_at": due,
                    "make_at": due,
                    "state": NoticeState.MADE,
                    "dedupe": dedupe,
                    "payload": {"decided": ids},
                }
            )
    session.flush()
    if begun:
        _write(session, begun, rows_of_notices, due)


def _write(
    session: Session, begun: dict[str, int], rows_of_notices: list[dict[str, Any]], due: datetime
) -> None:
    """Past the ORM, which would write them one by one. ``begun``: each notice's recipient, by its ``dedupe``."""
    session.connection().execute(insert(Notice), rows_of_notices)
    made = session.exec(select(Notice.id, Notice.dedupe).where(col(Notice.dedupe).in_(begun)))
    deliveries = [
        {"notice_id": notice_id, "place": Place.USER, "recipient_id": begun[dedupe], "due_at": due}
        for notice_id, dedupe in made
    ]
    session.connection().execute(insert(Delivery), deliveries)


def _gathering(
    session: Session, guild_id: int, now: datetime, user_ids: set[int]
) -> dict[tuple[int | None, int], Notice]:
    """The messages that still gather, by letter and recipient."""
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
    )
    return {(notice.letter_id, user_id): notice for notice, user_id in found if "decided" in notice.payload}
