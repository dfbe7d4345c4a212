"""Which public cards should be posted or redrawn, and what each shows now."""

from datetime import datetime

from sqlalchemy import ColumnElement, bindparam
from sqlmodel import Session, and_, case, col, or_, select

from models.database.tables import Coalition, Delivery, Letter, Notice, PublicCard, Signatory
from models.delivery import rendering
from models.letters import letters
from models.outbox import embargo, posted
from models.sheets import CardTask, LetterSheet, NoticeSheet, PostedNotice, WelcomeSheet
from models.signatories import summary, todo
from models.terms import CardKind, LetterState

SHOWN = 4
"""This many published letters are in the welcome channel: with five buttons each, more would pass the 40 components of
a message."""

AT_ONCE = 10
"""This many cards are drawn in one round at most."""


def to_draw(session: Session, now: datetime, limit: int = AT_ONCE) -> tuple[CardTask, ...]:
    """The cards that should be posted or redrawn, with what they show now; those that failed before come last."""
    rows = session.execute(_STALE, {"now": now, "limit": limit}).all()
    proposed = [row.subject_id for row, _, _ in rows if row.kind is CardKind.PROPOSAL]
    # Held until all is made, or the session would forget them and ask for each again.
    about = session.exec(_PROPOSED, params={"ids": proposed}).all() if proposed else ()
    _held = [session.get_one(Letter, one) for one in {name.letter_id for name in about}]
    names = summary.proposals(session, about) if about else {}
    return tuple(
        CardTask(
            row.id,
            row.kind,
            channel_id,
            row.message_id,
            row.version,
            names[row.subject_id] if row.kind is CardKind.PROPOSAL else _sheet(session, row, now),
            embargo=embargo.holds(server, _letter(session, row)),
        )
        for row, channel_id, server in rows
    )


def _still_tells() -> ColumnElement[bool]:
    """Worth posting: a channel chosen late must not be filled with what was decided long ago."""
    undecided = select(Signatory.id).where(Signatory.id == PublicCard.subject_id, *todo.unsettled())
    running = select(Letter.id).where(
        Letter.id == PublicCard.subject_id, col(Letter.state).in_((LetterState.OPEN, LetterState.CLOSED))
    )
    return or_(
        col(PublicCard.kind) == CardKind.WELCOME,
        and_(col(PublicCard.kind) == CardKind.PROPOSAL, undecided.exists()),
        and_(col(PublicCard.kind) == CardKind.STATUS, running.exists()),
    )


_STANDS = col(PublicCard.message_id).is_not(None)
_IS_NOTICE = col(PublicCard.kind) == CardKind.NOTICE
_CHANNEL = case(
    (_STANDS, col(PublicCard.channel_id)),
    (col(PublicCard.kind) == CardKind.STATUS, col(Coalition.announcements_id)),
    (col(PublicCard.kind) == CardKind.WELCOME, col(Coalition.welcome_id)),
    else_=col(Coalition.proposals_id),
)
_PROPOSED = select(Signatory).where(col(Signatory.id).in_(bindparam("ids", expanding=True)))
_STALE = (
    select(PublicCard, _CHANNEL, Coalition)
    .join(Coalition, col(Coalition.guild_id) == col(PublicCard.guild_id))
    .where(
        col(PublicCard.stale).is_(True),
        col(PublicCard.gone).is_(False),
        or_(_STANDS, _still_tells()),
        _CHANNEL.is_not(None),
        col(Coalition.left_at).is_(None),
        or_(
            col(PublicCard.again_at).is_(None),
            col(PublicCard.again_at) <= bindparam("now"),
            col(PublicCard.channel_id) != _CHANNEL,
        ),
    )
    .order_by(
        col(PublicCard.tries),
        # Cards first, then what was posted, the newest first: that is what people read.
        case((_IS_NOTICE, 1), else_=0),
        case((_IS_NOTICE, -col(PublicCard.id)), else_=col(PublicCard.id)),
    )
    .limit(bindparam("limit"))
)


def _letter(session: Session, row: PublicCard) -> Letter | None:
    """What the card is about; None for the welcome, which tells of published letters alone."""
    if row.kind is CardKind.WELCOME:
        return None
    if row.kind is CardKind.STATUS:
        return session.get_one(Letter, row.subject_id)
    if row.kind is CardKind.NOTICE:
        return session.get_one(Letter, _notice(session, row)[0].letter_id)
    return session.get_one(Letter, session.get_one(Signatory, row.subject_id).letter_id)


def _welcome(session: Session, guild_id: int, now: datetime) -> WelcomeSheet:
    published = session.exec(
        select(Letter)
        .where(Letter.guild_id == guild_id, col(Letter.published_at).is_not(None))
        .order_by(col(Letter.published_at).desc(), col(Letter.id).desc())
        .limit(SHOWN)
    )
    return WelcomeSheet(guild_id, tuple(letters.sheet(session, letter, now) for letter in published))


def _notice(session: Session, row: PublicCard) -> tuple[Notice, Delivery]:
    """The notice that stands as this card, and the delivery that posted it."""
    delivery = session.get_one(Delivery, row.subject_id)
    return session.get_one(Notice, delivery.notice_id), delivery


def _redrawn(session: Session, row: PublicCard, now: datetime) -> NoticeSheet:
    notice, delivery = _notice(session, row)
    said = {
        name: datetime.fromisoformat(value) if (value := (row.stated or {}).get(name)) else None
        for name in ("closes_at", "review_until")
    }
    stood = PostedNotice(
        delivery_id=delivery.id,
        sent_at=delivery.settled_at or notice.due_at,
        leaves_older=posted.leaves_older(session, notice.letter_id or 0, row.id),
        **said,
    )
    return rendering.redraw(session, notice, delivery, stood, now)


def _sheet(session: Session, row: PublicCard, now: datetime) -> LetterSheet | WelcomeSheet | NoticeSheet:
    if row.kind is CardKind.NOTICE:
        return _redrawn(session, row, now)
    if row.kind is CardKind.WELCOME:
        return _welcome(session, row.guild_id, now)
    return letters.sheet(session, session.get_one(Letter, row.subject_id), now)
