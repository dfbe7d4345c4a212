"""Direct messages to several people at once, with as many statements as for one."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlmodel import Session, col, insert, select

from models.database.tables import Delivery, Notice
from models.outbox import notices
from models.terms import NoticeKind, NoticeState, Place


class Direct(Struct, frozen=True):
    """What one person is told."""

    user_id: int
    letter_id: int | None
    signatory_id: int | None
    dedupe: str
    payload: Mapping[str, Any]


def tell_all(
    session: Session, guild_id: int, due: datetime, kind: NoticeKind, wanted: Sequence[Direct]
) -> None:
    """Say each of these once to its person by DM at this instant, if that person takes part and wants direct messages
    (``notices.tell``)."""
    if not wanted:
        return
    session.flush()
    connection = session.connection()
    reached = notices.reached(session, guild_id, {one.user_id for one in wanted})
    said = set(
        session.exec(select(Notice.dedupe).where(col(Notice.dedupe).in_([one.dedupe for one in wanted])))
    )
    new = {one.dedupe: one for one in wanted if one.user_id in reached and one.dedupe not in said}
    if not new:
        return
    rows = [
        {
            "guild_id": guild_id,
            "letter_id": one.letter_id,
            "signatory_id": one.signatory_id,
            "kind": kind,
            "due_at": due,
            "make_at": due,
            "state": NoticeState.MADE,
            "dedupe": one.dedupe,
            "payload": notices.packed(one.payload),
        }
        for one in new.values()
    ]
    written = connection.execute(_NOTICES, rows).all()
    deliveries = [
        {"notice_id": notice_id, "place": Place.USER, "recipient_id": new[dedupe].user_id, "due_at": due}
        for dedupe, notice_id in written
    ]
    connection.execute(insert(Delivery), deliveries)


_NOTICES = insert(Notice).returning(col(Notice.dedupe), col(Notice.id))
