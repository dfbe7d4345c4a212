"""What is scheduled: what the bot says of its own accord in this server, planned and past, with the outcomes."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, func, or_, select

from models.coalitions import access, records
from models.database.tables import Coalition, Delivery, Letter, Notice
from models.letters import lookup
from models.outbox import channels, notices, unreached
from models.sheets import Actor, RemindersSheet, ScheduledNotice
from models.terms import DeliveryState, LetterState, NoticeKind, NoticeState, Place

FOR_ALL = notices.REMINDERS | {NoticeKind.BULLETIN}
"""What everyone who may read the letter sees here; all else is for moderators, one's own reminder for oneself."""
MOST_PAST = 100
"""This many of what is past are listed."""


def scheduled(session: Session, actor: Actor, now: datetime) -> RemindersSheet:
    """What is planned and what happened to what was sent, for letters that the actor may read and that are not put
    away, and whether the actor gets direct messages. Why something failed is for moderators only."""
    server = records.coalition_of(session, actor.guild_id)
    for_moderators = access.is_moderator(server, actor)
    person = access.taking_part(session, actor)
    seen = _seen(actor, for_moderators=for_moderators)
    planned = session.exec(seen.where(col(Notice.due_at) > now).order_by(col(Notice.due_at), col(Notice.id)))
    past = session.exec(
        seen.where(col(Notice.due_at) <= now)
        .order_by(col(Notice.due_at).desc(), col(Notice.id).desc())
        .limit(MOST_PAST)
    )
    return RemindersSheet(
        as_of=now,
        planned=tuple(
            sorted(
                [
                    *_lines(session, actor, server, planned, for_moderators),
                    *_course(session, actor, server, now),
                ],
                key=lambda one: (one.due_at, one.id),
            )
        ),
        past=tuple(_lines(session, actor, server, past, for_moderators)),
        direct_messages=person.direct_messages if person else None,
        muted_until=person.muted_until if person and person.muted_until and person.muted_until > now else None,
        for_moderators=for_moderators,
        time_zone=person.time_zone if person else server.time_zone,
        unreached=unreached.people(session, actor.guild_id) if for_moderators else (),
    )


def line(session: Session, actor: Actor, row: Notice) -> ScheduledNotice:
    """One of them as a moderator sees it."""
    server = records.coalition_of(session, actor.guild_id)
    letter = session.get(Letter, row.letter_id) if row.letter_id is not None else None
    return _sheets(session, server, [(row, letter)], with_troubles=True)[0]


def _seen(actor: Actor, *, for_moderators: bool) -> Any:
    """The rows that this reader may see, each with its letter where it has one; what was called off only where some
    of it was sent."""
    sent = select(Delivery.id).where(
        Delivery.notice_id == Notice.id,
        Delivery.place == Place.CHANNEL,
        Delivery.state == DeliveryState.SENT,
    )
    own = select(Delivery.id).where(
        Delivery.notice_id == Notice.id,
        Delivery.place == Place.USER,
        Delivery.recipient_id == actor.user_id,
    )
    kinds = set(NoticeKind) - {NoticeKind.SNOOZE} if for_moderators else FOR_ALL
    return (
        select(Notice, Letter)
        .outerjoin(Letter, col(Letter.id) == col(Notice.letter_id))
        .where(
            Notice.guild_id == actor.guild_id,
            or_(
                col(Notice.kind).in_(kinds),
                (col(Notice.kind) == NoticeKind.SNOOZE) & own.exists(),
            ),
            or_(Notice.state != NoticeState.SUPERSEDED, sent.exists()),
            or_(col(Letter.id).is_(None), col(Letter.state).in_((LetterState.OPEN, LetterState.CLOSED))),
        )
    )


def _lines(
    session: Session, actor: Actor, server: Coalition, rows: Any, for_moderators: bool
) -> list[ScheduledNotice]:
    inside = lookup.is_inside(session, actor)
    return _sheets(
        session,
        server,
        [
            (row, letter)
            for row, letter in rows.all()
            if letter is None or inside or letter.published_at is not None
        ],
        with_troubles=for_moderators,
    )


def _course(session: Session, actor: Actor, server: Coalition, now: datetime) -> Iterator[ScheduledNotice]:
    """What each letter's own course will say: no row yet, because that is written when it happens."""
    running = select(Letter).where(
        Letter.guild_id == actor.guild_id, col(Letter.state).in_((LetterState.OPEN, LetterState.CLOSED))
    )
    inside = lookup.is_inside(session, actor)
    for letter in session.exec(running.order_by(col(Letter.id))):
        if not inside and letter.published_at is None:
            continue
        moments: dict[NoticeKind, datetime | None] = {}
        if letter.published_at is None:
            moments[NoticeKind.PUBLICATION] = letter.publish_at
        if letter.state is LetterState.OPEN:
            moments[NoticeKind.CLOSE] = letter.closes_at
        elif letter.final_at is None:
            moments[NoticeKind.REPORT] = letter.review_until
        for kind, at in moments.items():
            if at is not None and at > now:
                yield ScheduledNotice(
                    id=0,
                    letter_id=letter.id,
                    title=letter.title,
                    kind=kind,
                    due_at=at,
                    state=NoticeState.PLANNED,
                    channel_id=channels.channel_for(server, kind),
                    direct=False,
                    channel=None,
                    sent_at=None,
                    people={},
                    troubles=(),
                )


def _sheets(
    session: Session, server: Coalition, rows: Sequence[tuple[Notice, Letter | None]], *, with_troubles: bool
) -> list[ScheduledNotice]:
    """As many statements for a hundred as for one."""
    ids = [row.id for row, _ in rows]
    posts = session.exec(
        select(Delivery)
        .where(col(Delivery.notice_id).in_(ids), Delivery.place == Place.CHANNEL)
        .order_by(col(Delivery.id).desc())
    )
    posted = {one.notice_id: one for one in posts}
    people: dict[int, list[tuple[DeliveryState, int, int]]] = {}
    for notice_id, state, count, person_id in session.exec(
        select(col(Delivery.notice_id), col(Delivery.state), func.count(), func.min(Delivery.recipient_id))
        .where(col(Delivery.notice_id).in_(ids), Delivery.place == Place.USER)
        .group_by(col(Delivery.notice_id), col(Delivery.state))
    ):
        people.setdefault(notice_id, []).append((state, count, person_id))
    troubles = _troubles(session, ids) if with_troubles else {}
    return [
        _line(server, row, letter, posted.get(row.id), people.get(row.id, []), troubles.get(row.id, ()))
        for row, letter in rows
    ]


def _line(
    server: Coalition,
    row: Notice,
    letter: Letter | None,
    posted: Delivery | None,
    people: list[tuple[DeliveryState, int, int]],
    troubles: tuple[str, ...],
) -> ScheduledNotice:
    alone = posted is None and sum(count for _, count, _ in people) == 1
    return ScheduledNotice(
        id=row.id,
        letter_id=letter.id if letter is not None else 0,
        title=letter.title if letter is not None else "",
        kind=row.kind,
        due_at=row.due_at,
        state=row.state,
        channel_id=posted.recipient_id or None if posted else channels.channel_for(server, row.kind),
        direct=row.kind in notices.REMINDERS and notices.is_direct(row),
        channel=posted.state if posted else None,
        sent_at=posted.settled_at if posted and posted.state is DeliveryState.SENT else None,
        people={state: count for state, count, _ in people},
        troubles=troubles,
        person_id=people[0][2] if alone else None,
    )


def _troubles(session: Session, ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """What went wrong with each of these notices, each trouble once."""
    found: dict[int, tuple[str, ...]] = {}
    for notice_id, error in session.exec(
        select(col(Delivery.notice_id), col(Delivery.error))
        .distinct()
        .where(
            col(Delivery.notice_id).in_(ids),
            col(Delivery.state).in_((DeliveryState.FAILED, DeliveryState.UNDELIVERABLE)),
            Delivery.error != "",
        )
        .order_by(Delivery.error)
    ):
        found[notice_id] = (*found.get(notice_id, ()), error)
    return found
