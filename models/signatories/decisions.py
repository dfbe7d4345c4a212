"""The moderators' decisions on a name as facts; ``models.review`` makes them."""

from datetime import datetime

from sqlmodel import Session, col, select, update

from models.database.tables import Decision, Signatory
from models.signatories import lifecycle
from models.terms import Verdict


def current_decision(session: Session, signatory_id: int) -> Decision | None:
    """The newest decision on a name that was not undone; None before the first."""
    return session.exec(
        select(Decision)
        .where(Decision.signatory_id == signatory_id, col(Decision.undone_at).is_(None))
        .order_by(col(Decision.id).desc())
    ).first()


def first_approval(session: Session, row: Signatory) -> Decision | None:
    """Where two must approve: the approval that waits for a second."""
    last = current_decision(session, row.id)
    waits = last is not None and last.verdict is Verdict.APPROVE and row.state in lifecycle.DECIDABLE
    return last if waits else None


def void_first_approval(session: Session, row: Signatory, now: datetime) -> None:
    """An approval that waits for a second no longer counts: the name means someone else now."""
    if row.state in lifecycle.DECIDABLE:
        session.exec(
            update(Decision)
            .where(
                col(Decision.signatory_id) == row.id,
                col(Decision.verdict) == Verdict.APPROVE,
                col(Decision.undone_at).is_(None),
            )
            .values(undone_at=now)
        )
