"""Proposer notices: what the proposer of a name is told of the decisions on it. Whoever was told of one decision is
told of each later one, or they would go on believing the earlier."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from models.database.tables import Decision, Notice, Signatory
from models.outbox import notices
from models.sheets import Actor
from models.terms import NoticeKind


def tell(session: Session, actor: Actor, now: datetime, row: Signatory, decision: Decision) -> None:
    """Tell of a decision that comes with words, or after one that was told."""
    if decision.told or _of_any(session, row):
        _tell(session, actor, now, row, decision, undone=False)


def tell_undone(session: Session, actor: Actor, now: datetime, row: Signatory, decision: Decision) -> None:
    """Tell that a decision was taken back, where it was told."""
    if _told(session, [decision.id]):
        _tell(session, actor, now, row, decision, undone=True)


def _of_any(session: Session, row: Signatory) -> bool:
    """Whether any decision on this name was told."""
    return _told(session, session.exec(select(Decision.id).where(Decision.signatory_id == row.id)).all())


def _told(session: Session, decisions: Sequence[int]) -> bool:
    names = [_dedupe(one) for one in decisions]
    return session.exec(select(Notice.id).where(col(Notice.dedupe).in_(names))).first() is not None


def _tell(
    session: Session, actor: Actor, now: datetime, row: Signatory, decision: Decision, *, undone: bool
) -> None:
    """Unless they decided themselves."""
    if row.added_by is None or row.added_by == actor.user_id:
        return
    notices.tell(
        session,
        row.added_by,
        NoticeKind.DECIDED,
        now,
        row.guild_id,
        letter_id=row.letter_id,
        signatory_id=row.id,
        dedupe=_dedupe(decision.id) + ("undone" if undone else ""),
        decision=decision.id,
        verdict=decision.verdict.value,
        told="" if undone else decision.told,
        undone=undone,
    )


def _dedupe(decision_id: int) -> str:
    return f"decided:{decision_id}:"
