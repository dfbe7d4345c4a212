"""Which public cards are to be posted or redrawn, and what each shows now."""

from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, and_, case, col, or_, select

from models.database.tables import Coalition, Letter, PublicCard, Signatory
from models.letters import letters
from models.sheets import CardTask, LetterSheet, ProposalSheet
from models.signatories import summary, todo
from models.terms import CardKind, LetterState


def to_draw(session: Session, now: datetime, limit: int = 10) -> tuple[CardTask, ...]:
    """The cards that are to be posted or redrawn, with what they show now; those that failed before come last."""
    stands = col(PublicCard.message_id).is_not(None)
    channel = case(
        (stands, col(PublicCard.channel_id)),
        (col(PublicCard.kind) == CardKind.STATUS, col(Coalition.announcements_id)),
        else_=col(Coalition.proposals_id),
    )
    rows = session.exec(
        select(PublicCard, channel)
        .join(Coalition, col(Coalition.guild_id) == col(PublicCard.guild_id))
        .where(
            col(PublicCard.stale).is_(True),
            col(PublicCard.gone).is_(False),
            or_(stands, _still_tells()),
            channel.is_not(None),
            col(Coalition.left_at).is_(None),
            or_(
                col(PublicCard.again_at).is_(None),
                col(PublicCard.again_at) <= now,
                channel != col(PublicCard.channel_id),
            ),
        )
        .order_by(col(PublicCard.tries), col(PublicCard.id))
        .limit(limit)
    ).all()
    return tuple(
        CardTask(row.id, row.kind, channel_id, row.message_id, row.version, _sheet(session, row, now))
        for row, channel_id in rows
    )


def _still_tells() -> ColumnElement[bool]:
    """Worth posting: a channel chosen late shall not be filled with what was decided long ago."""
    undecided = select(Signatory.id).where(Signatory.id == PublicCard.subject_id, *todo.unsettled())
    running = select(Letter.id).where(
        Letter.id == PublicCard.subject_id, col(Letter.state).in_((LetterState.OPEN, LetterState.CLOSED))
    )
    return or_(
        and_(col(PublicCard.kind) == CardKind.PROPOSAL, undecided.exists()),
        and_(col(PublicCard.kind) == CardKind.STATUS, running.exists()),
    )


def _sheet(session: Session, row: PublicCard, now: datetime) -> LetterSheet | ProposalSheet:
    if row.kind is CardKind.STATUS:
        return letters.sheet(session, session.get_one(Letter, row.subject_id), now)
    return summary.proposal(session, session.get_one(Signatory, row.subject_id))
