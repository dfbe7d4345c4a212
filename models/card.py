"""Public cards: where each stands, and whether it is to be redrawn.

A verb marks its cards stale in its own transaction; whoever draws asks :func:`to_draw` and answers with
:func:`drawn`, :func:`failed` or :func:`gone`.
"""

from datetime import datetime

from sqlmodel import Session, col, select, update

from models import letter as letters
from models import notice, standing
from models.sheets import CardPlace, CardTask, LetterSheet, ProposalSheet
from models.tables import Card, Letter, Signatory
from models.terms import CardKind

TRIES = 10
"""A card that failed so often rests until what it shows changes again."""


def post(session: Session, guild_id: int, kind: CardKind, subject_id: int, channel_id: int) -> None:
    """Have a card posted in a channel. Where it stands there already it is redrawn; where someone deleted it,
    it is posted anew."""
    row = session.exec(
        select(Card).where(Card.kind == kind, Card.subject_id == subject_id, Card.channel_id == channel_id)
    ).first()
    if row is None:
        session.add(Card(guild_id=guild_id, kind=kind, subject_id=subject_id, channel_id=channel_id))
    elif row.gone:
        row.gone, row.message_id = False, None
    session.flush()
    mark_stale(session, kind, subject_id)


def mark_stale(session: Session, kind: CardKind, *subject_ids: int) -> None:
    """Have every card of these subjects redrawn: signatories or letters, by kind."""
    session.exec(
        update(Card)
        .where(col(Card.kind) == kind, col(Card.subject_id).in_(subject_ids), col(Card.gone).is_(False))
        .values(stale=True, version=Card.version + 1, tries=0)
    )


def to_draw(session: Session, now: datetime, limit: int = 10) -> tuple[CardTask, ...]:
    """The cards that are to be posted or redrawn, with what they show now; those that failed before come last."""
    rows = session.exec(
        select(Card)
        .where(col(Card.stale).is_(True), col(Card.gone).is_(False), col(Card.tries) < TRIES)
        .order_by(col(Card.tries), col(Card.id))
        .limit(limit)
    ).all()
    return tuple(
        CardTask(row.id, row.kind, row.channel_id, row.message_id, row.version, _sheet(session, row, now))
        for row in rows
    )


def drawn(session: Session, card_id: int, message_id: int, token: int) -> None:
    """The card stands as this message. What changed after ``token`` was given keeps it stale."""
    session.exec(update(Card).where(col(Card.id) == card_id).values(message_id=message_id, tries=0))
    session.exec(update(Card).where(col(Card.id) == card_id, col(Card.version) == token).values(stale=False))


def failed(session: Session, card_id: int) -> None:
    """Discord failed; the card stays stale and is tried again after the others, ten times at most."""
    session.exec(update(Card).where(col(Card.id) == card_id).values(tries=Card.tries + 1))


def gone(session: Session, card_id: int) -> None:
    """Someone deleted the message: it is not drawn again by itself."""
    session.exec(update(Card).where(col(Card.id) == card_id).values(gone=True, stale=False))


def unreachable(session: Session, now: datetime, card_id: int, error: str) -> None:
    """Its channel was deleted, or the bot may not write there: as :func:`gone`, and moderators are told, once a
    day."""
    row = session.get_one(Card, card_id)
    row.gone, row.stale = True, False
    session.flush()
    notice.trouble(session, now, row.guild_id, row.channel_id, error, f"{row.kind} card")


def place(session: Session, kind: CardKind, subject_id: int) -> CardPlace | None:
    """Where the newest card of this subject stands, to link to; None while it stands nowhere."""
    row = session.exec(
        select(Card)
        .where(
            Card.kind == kind,
            Card.subject_id == subject_id,
            col(Card.gone).is_(False),
            col(Card.message_id).is_not(None),
        )
        .order_by(col(Card.id).desc())
    ).first()
    return CardPlace(row.channel_id, row.message_id) if row and row.message_id else None


def _sheet(session: Session, row: Card, now: datetime) -> LetterSheet | ProposalSheet:
    if row.kind is CardKind.STATUS:
        return letters.sheet(session, session.get_one(Letter, row.subject_id), now)
    return standing.proposal(session, session.get_one(Signatory, row.subject_id))
