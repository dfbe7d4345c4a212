"""What is scheduled: the reminders of this server's letters, planned and past, with their outcomes."""

from datetime import datetime

from sqlmodel import Session, col, func, or_, select

from models import audience, coalition, notice
from models import letter as letters
from models.sheets import Actor, RemindersSheet, ScheduledNotice
from models.tables import Delivery, Letter, Notice
from models.terms import DeliveryState, LetterState, NoticeState, Place


def scheduled(session: Session, actor: Actor, now: datetime) -> RemindersSheet:
    """The reminders of every letter that the actor may read and that is not archived, and whether the actor
    gets direct messages. Why something failed is for moderators only."""
    server = coalition.of(session, actor.guild_id)
    for_moderators = coalition.is_moderator(server, actor)
    person = audience.participant(session, actor.guild_id, actor.user_id)
    sent = select(Delivery.id).where(
        Delivery.notice_id == Notice.id,
        Delivery.place == Place.CHANNEL,
        Delivery.state == DeliveryState.SENT,
    )
    rows = session.exec(
        select(Notice, Letter)
        .join(Letter, col(Letter.id) == col(Notice.letter_id))
        .where(
            Notice.guild_id == actor.guild_id,
            col(Notice.kind).in_(notice.REMINDERS),
            or_(Notice.state != NoticeState.SUPERSEDED, sent.exists()),
            col(Letter.state).in_((LetterState.OPEN, LetterState.CLOSED)),
        )
        .order_by(col(Notice.due_at), col(Notice.id))
    ).all()
    lines = [
        _line(session, row, letter, notice.channel_for(server, row.kind), for_moderators)
        for row, letter in rows
        if letters.is_readable(session, actor, letter)
    ]
    return RemindersSheet(
        as_of=now,
        planned=tuple(line for line in lines if line.due_at > now),
        past=tuple(line for line in reversed(lines) if line.due_at <= now),
        direct_messages=person.direct_messages if person else None,
        muted_until=person.muted_until if person and person.muted_until and person.muted_until > now else None,
    )


def _line(
    session: Session, row: Notice, letter: Letter, channel_id: int | None, with_troubles: bool
) -> ScheduledNotice:
    posted = session.exec(
        select(Delivery).where(Delivery.notice_id == row.id, Delivery.place == Place.CHANNEL)
    ).first()
    people = session.exec(
        select(col(Delivery.state), func.count())
        .where(Delivery.notice_id == row.id, Delivery.place == Place.USER)
        .group_by(col(Delivery.state))
    )
    return ScheduledNotice(
        letter_id=letter.id,
        title=letter.title,
        kind=row.kind,
        due_at=row.due_at,
        state=row.state,
        channel_id=posted.recipient_id or None if posted else channel_id,
        direct=notice.is_direct(row),
        channel=posted.state if posted else None,
        sent_at=posted.settled_at if posted and posted.state is DeliveryState.SENT else None,
        people=dict(people.all()),
        troubles=_troubles(session, row.id) if with_troubles else (),
    )


def _troubles(session: Session, notice_id: int) -> tuple[str, ...]:
    return tuple(
        session.exec(
            select(Delivery.error)
            .distinct()
            .where(
                Delivery.notice_id == notice_id,
                col(Delivery.state).in_((DeliveryState.FAILED, DeliveryState.UNDELIVERABLE)),
                Delivery.error != "",
            )
            .order_by(Delivery.error)
        )
    )
