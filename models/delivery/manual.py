"""Manual notices: a moderator sends a planned notice now, skips it, or looks at what it would say now.

Each refuses MODERATORS_ONLY, and NOT_FOUND for what is not this server's, or only somebody's own reminder.
"""

from datetime import datetime

from sqlmodel import Session, col, select, update

from models import journal
from models.acts import Act
from models.coalitions import access
from models.database.tables import Delivery, Letter, Notice
from models.delivery import rendering
from models.outbox import dedupe, mornings, notices
from models.refusal import Reason, Refusal
from models.sheets import Actor, PickedNotice, RehearsedNotice, Unsent
from models.terms import DeliveryState, NoticeKind, NoticeState, Place
from models.views import scheduled_notices

LOST = (DeliveryState.FAILED, DeliveryState.UNDELIVERABLE)


def pick(session: Session, actor: Actor, now: datetime, notice_id: int) -> PickedNotice:
    """One notice with what can be done about it."""
    return _picked(session, actor, _find(session, actor, notice_id), now)


def send_now(session: Session, actor: Actor, now: datetime, notice_id: int) -> PickedNotice:
    """Send it now instead of in its time, or once more to whom it did not arrive. Of what comes each morning an extra
    one is sent, and the planned one stays.

    Refuses NOTHING_TO_SAY(why) if it would not be sent now, NOTICE_OVER for what was sent, skipped or called off.
    """
    row = _find(session, actor, notice_id, lock=True)
    if not _is_open(session, row) and not _lost(session, row):
        raise Refusal(Reason.NOTICE_OVER)
    if row.kind in mornings.KINDS and row.state is NoticeState.PLANNED:
        row = _extra(session, row, now)
    elif _is_open(session, row):
        row.due_at = row.make_at = now
        if row.state is NoticeState.PLANNED:
            notices.make_due(session, now)
    waits = (DeliveryState.PENDING, *LOST)
    session.exec(
        update(Delivery)
        .where(col(Delivery.notice_id) == row.id, col(Delivery.state).in_(waits))
        .values(state=DeliveryState.PENDING, due_at=now, tries=0, settled_at=None, error="")
    )
    session.flush()
    session.expire_all()
    why = rendering.rehearse(session, row, Place.CHANNEL, None, now).objection
    if why and _for_channel(session, row):
        raise Refusal(Reason.NOTHING_TO_SAY, why=why)
    _record(session, actor, row, now, Act.NOTICE_SENT_BY_HAND)
    return _picked(session, actor, row, now)


def skip(session: Session, actor: Actor, now: datetime, notice_id: int) -> PickedNotice:
    """Do not send it; of what comes each morning the next one is planned. Refuses NOTICE_OVER as
    :func:`send_now` does."""
    row = _find(session, actor, notice_id, lock=True)
    if not _is_open(session, row):
        raise Refusal(Reason.NOTICE_OVER)
    was_planned, row.state = row.state is NoticeState.PLANNED, NoticeState.SKIPPED
    session.exec(
        update(Delivery)
        .where(col(Delivery.notice_id) == row.id, col(Delivery.state) == DeliveryState.PENDING)
        .values(state=DeliveryState.SKIPPED, settled_at=now, error=Unsent.SKIPPED)
    )
    session.flush()
    session.expire_all()
    if row.kind in mornings.KINDS and was_planned:
        mornings.follow(session, session.get_one(Letter, row.letter_id), row.kind, now)
    _record(session, actor, row, now, Act.NOTICE_SKIPPED)
    return _picked(session, actor, row, now)


def preview(session: Session, actor: Actor, now: datetime, notice_id: int) -> tuple[RehearsedNotice, ...]:
    """What it would say now: in the channel, and by direct message to the actor where it goes out so as well."""
    row = _find(session, actor, notice_id)
    shown = [rendering.rehearse(session, row, Place.CHANNEL, None, now)] if _for_channel(session, row) else []
    if not shown or (row.kind in notices.REMINDERS and notices.is_direct(row)):
        shown.append(rendering.rehearse(session, row, Place.USER, actor.user_id, now))
    return tuple(shown)


def _find(session: Session, actor: Actor, notice_id: int, *, lock: bool = False) -> Notice:
    access.require_moderator(session, actor)
    row = session.get(Notice, notice_id, with_for_update=lock or None)
    if row is None or row.guild_id != actor.guild_id or row.kind is NoticeKind.SNOOZE:
        raise Refusal(Reason.NOT_FOUND)
    return row


def _picked(session: Session, actor: Actor, row: Notice, now: datetime) -> PickedNotice:
    is_open = _is_open(session, row)
    return PickedNotice(
        guild_id=actor.guild_id,
        line=scheduled_notices.line(session, actor, row),
        as_of=now,
        can_send=is_open or _lost(session, row),
        can_skip=is_open,
    )


def _is_open(session: Session, row: Notice) -> bool:
    """Something of it is still to be sent."""
    if row.state in (NoticeState.SUPERSEDED, NoticeState.SKIPPED):
        return False
    return row.state is NoticeState.PLANNED or _has(session, row, DeliveryState.PENDING)


def _lost(session: Session, row: Notice) -> bool:
    return row.state is NoticeState.MADE and _has(session, row, *LOST)


def _has(session: Session, row: Notice, *states: DeliveryState) -> bool:
    found = select(Delivery.id).where(Delivery.notice_id == row.id, col(Delivery.state).in_(states))
    return session.exec(found).first() is not None


def _for_channel(session: Session, row: Notice) -> bool:
    """Whether it goes to a channel; what is not made yet does."""
    found = session.exec(select(Delivery.place).where(Delivery.notice_id == row.id)).all()
    return not found or Place.CHANNEL in found


def _extra(session: Session, planned: Notice, now: datetime) -> Notice:
    extra = Notice(
        guild_id=planned.guild_id,
        letter_id=planned.letter_id,
        kind=planned.kind,
        due_at=now,
        make_at=now,
        state=NoticeState.MADE,
        dedupe=dedupe.dedupe(session, f"{planned.kind}:{planned.letter_id}:by hand"),
    )
    session.add(extra)
    session.flush()
    notices.post(session, extra, now)
    session.flush()
    return extra


def _record(session: Session, actor: Actor, row: Notice, now: datetime, act: Act) -> None:
    journal.append(
        session, row.guild_id, now, act, actor_id=actor.user_id, letter_id=row.letter_id, kind=row.kind.value
    )
