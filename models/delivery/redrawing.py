"""Redrawing: messages that were sent and are to say something else now. One whose question is answered loses its
buttons, by whatever way it was answered; one that names somebody who was erased names them no more."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import ColumnElement, Select, bindparam
from sqlmodel import Session, col, delete, or_, select

from models.consents import person_requests
from models.database.tables import Consent, Delivery, Letter, Notice, Participant, Signatory
from models.database.tables.outbox import MessageState
from models.delivery import rendering
from models.letters import endorsements
from models.outbox import safeguards
from models.sheets import ToRedraw
from models.terms import NoticeKind, NoticeState

AGAIN = timedelta(minutes=5)
"""The wait after Discord failed to redraw one."""
LOOKED_AT = 100
"""So many messages that ask something are looked at in one round: those that nobody answers are there for weeks."""
Asking = Sequence[tuple[Delivery, Notice]]
"""Messages of one kind whose question was not answered when it was looked at last."""


class RedrawRound(Struct, frozen=True):
    """What one round redraws."""

    messages: tuple[ToRedraw, ...]
    next_after: int
    """The delivery after which the next round looks for messages that ask something; 0 once all were looked at."""


def asking(notices: Iterable[Notice]) -> frozenset[int]:
    """Ids of those of these notices that ask something, with buttons that answer it; one about more names than have
    buttons does not, nor one that tells of a safeguard which was changed."""
    return frozenset(
        one.id
        for one in notices
        if one.kind in _ANSWERED
        and one.payload.get("ids") != []
        and (one.kind is not NoticeKind.SAFEGUARD or "wanted" in one.payload)
    )


def to_redraw(session: Session, now: datetime, after: int = 0, limit: int = 10) -> RedrawRound:
    """What is to be redrawn now, each with what it says now. Of messages that ask something the next :data:`LOOKED_AT`
    after the delivery of this number are looked at; the round says where the next begins."""
    stale = session.execute(_STALE, {"now": now, "most": limit}).all()
    looked = session.execute(_ASKS, {"now": now, "most": LOOKED_AT, "after": after}).all()
    answered: set[int] = set()
    for kind, look in _ANSWERED.items():
        those = [(row, notice) for row, notice in looked if notice.kind is kind and _asks(notice)]
        answered |= look(session, now, those) if those else set()
    due = [*stale, *((row, notice) for row, notice in looked if row.id in answered or not _asks(notice))]
    left = due[limit:]
    # What is left over is looked at again; otherwise the next goes on behind these, or begins anew.
    ends = looked[-1][0].id if len(looked) == LOOKED_AT else 0
    return RedrawRound(
        tuple(_drawn(session, row, notice, now, answered) for row, notice in due[:limit]),
        after if left else ends,
    )


def _standing(*where: ColumnElement[bool]) -> Select[Delivery, Notice]:
    """The query for messages that may be redrawn now, the oldest first."""
    return (
        select(Delivery, Notice)
        .join(Notice, col(Notice.id) == col(Delivery.notice_id))
        .where(
            *where,
            col(Delivery.message_id).is_not(None),
            or_(col(Delivery.lease_until).is_(None), col(Delivery.lease_until) <= bindparam("now")),
        )
        .order_by(col(Delivery.id))
        .limit(bindparam("most"))
    )


_STALE = _standing(col(Delivery.message_state) == MessageState.STALE)
_ASKS = _standing(col(Delivery.message_state) == MessageState.ASKS, col(Delivery.id) > bindparam("after"))


def redrawn(session: Session, delivery_id: int) -> None:
    """Write down that a message was redrawn, or is gone. What was kept only to do so is deleted."""
    row = session.get(Delivery, delivery_id)
    if row is None:
        return
    row.message_state = MessageState.STANDS
    notice = session.get_one(Notice, row.notice_id)
    if notice.state is NoticeState.ERASED:
        session.exec(delete(Delivery).where(col(Delivery.id) == delivery_id))
        others = session.exec(select(Delivery.id).where(Delivery.notice_id == notice.id)).first()
        if others is None and notice.kind is not NoticeKind.ASKED:
            session.delete(notice)
    session.flush()


def not_redrawn(session: Session, now: datetime, delivery_id: int) -> None:
    """Write down that Discord failed; it is tried again in five minutes."""
    row = session.get(Delivery, delivery_id)
    if row is not None:
        row.lease_until = now + AGAIN


def _asks(notice: Notice) -> bool:
    return notice.state is not NoticeState.ERASED


def _drawn(session: Session, row: Delivery, notice: Notice, now: datetime, answered: set[int]) -> ToRedraw:
    """As it was true when it was sent: redrawing makes no news."""
    sheet = None
    if notice.state is not NoticeState.ERASED:
        at = row.settled_at or now
        sheet = rendering.sent(session, notice, row, at, answered=row.id in answered)
    return ToRedraw(row.id, row.place, row.recipient_id, row.message_id or 0, notice.guild_id, sheet)


def _asked(session: Session, _now: datetime, rows: Asking) -> set[int]:
    """Who asked to be let in asks no more."""
    people = _people(session, rows)
    waits = {key for key, one in people.items() if one.asked_at is not None and one.left_at is None}
    return {row.id for row, notice in rows if (notice.guild_id, notice.payload["user_id"]) not in waits}


def _burst(session: Session, _now: datetime, rows: Asking) -> set[int]:
    """Their proposals are stopped."""
    stopped = {key for key, one in _people(session, rows).items() if one.blocked_at is not None}
    return {row.id for row, notice in rows if (notice.guild_id, notice.payload["user_id"]) in stopped}


def _people(session: Session, rows: Asking) -> dict[tuple[int, int], Participant]:
    ids = {notice.payload["user_id"] for _, notice in rows}
    found = session.exec(select(Participant).where(col(Participant.user_id).in_(ids)))
    return {(one.guild_id, one.user_id): one for one in found}


def _lock(session: Session, _now: datetime, rows: Asking) -> set[int]:
    """The letter is not locked any more."""
    letters = _letters(session, rows)
    return {row.id for row, notice in rows if letters[notice.letter_id].locked_at is None}


def _outage(session: Session, _now: datetime, rows: Asking) -> set[int]:
    """The close was moved, names are accepted until an hour, or the final list is out."""
    letters = _letters(session, rows)
    return {
        row.id
        for row, notice in rows
        if (letter := letters[notice.letter_id]).deadline_version != notice.payload["version"]
        or letter.accepts_until is not None
        or letter.final_at is not None
    }


def _letters(session: Session, rows: Asking) -> dict[int | None, Letter]:
    ids = {notice.letter_id for _, notice in rows}
    return {one.id: one for one in session.exec(select(Letter).where(col(Letter.id).in_(ids)))}


def _confirm(session: Session, _now: datetime, rows: Asking) -> set[int]:
    """The person answered, is not asked any more, or the name ended."""
    ids = [notice.signatory_id for _, notice in rows]
    names = {one.id: one for one in session.exec(select(Signatory).where(col(Signatory.id).in_(ids)))}
    agreed = {
        one.signatory_id: one for one in session.exec(select(Consent).where(col(Consent.signatory_id).in_(ids)))
    }
    return {
        row.id
        for row, notice in rows
        if notice.signatory_id is not None
        and not person_requests.waits_for(
            names[notice.signatory_id], agreed.get(notice.signatory_id), row.recipient_id
        )
    }


def _text_changed(session: Session, _now: datetime, rows: Asking) -> set[int]:
    """Each name agreed to the new text, or ended."""
    ids = {one for _, notice in rows for one in notice.payload["ids"]}
    names = session.exec(select(Signatory).where(col(Signatory.id).in_(ids), col(Signatory.live))).all()
    wordings = {one: endorsements.counting(session, one) for one in {name.letter_id for name in names}}
    lags = {name.id for name in names if endorsements.is_earlier(name, wordings[name.letter_id])}
    return {row.id for row, notice in rows if lags.isdisjoint(notice.payload["ids"])}


def _safeguard(session: Session, now: datetime, rows: Asking) -> set[int]:
    """It was confirmed or changed, or was wanted too long ago."""
    return {row.id for row, notice in rows if not safeguards.stands(session, now, notice.payload["wanted"])}


_ANSWERED: dict[NoticeKind, Callable[[Session, datetime, Asking], set[int]]] = {
    NoticeKind.ASKED: _asked,
    NoticeKind.BURST: _burst,
    NoticeKind.LOCK: _lock,
    NoticeKind.OUTAGE: _outage,
    NoticeKind.CONFIRM: _confirm,
    NoticeKind.TEXT_CHANGED: _text_changed,
    NoticeKind.SAFEGUARD: _safeguard,
}
"""The kinds that ask something, each with what says which of them are answered."""
