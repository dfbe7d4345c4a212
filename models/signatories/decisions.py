"""The moderators' decisions on a name as facts; ``models.review`` makes them."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session, col, insert, select, update

from models.acts import Act
from models.database.tables import Decision, Signatory
from models.signatories import lifecycle
from models.terms import ERASED, SignatoryState, Verdict

_WRITE = insert(Decision).returning(col(Decision.signatory_id), col(Decision.id))


def current(session: Session, ids: Collection[int]) -> dict[int, Decision]:
    """The newest decision on each of these names that was not undone, by the name's id."""
    standing = (
        select(Decision)
        .where(col(Decision.signatory_id).in_(ids), col(Decision.undone_at).is_(None))
        .order_by(col(Decision.id))
    )
    return {one.signatory_id: one for one in session.exec(standing)}


def current_decision(session: Session, signatory_id: int) -> Decision | None:
    """The newest decision on a name that was not undone; None before the first."""
    return current(session, [signatory_id]).get(signatory_id)


def waiting_for_second(row: Signatory, last: Decision | None) -> Decision | None:
    """Where two must approve: the approval that waits for a second. ``last`` is the newest decision that stands.
    One of somebody who was erased since is nobody's: the second could be their own."""
    if last is None or last.decided_by == ERASED or row.state not in lifecycle.DECIDABLE:
        return None
    return last if last.verdict is Verdict.APPROVE else None


def first_approval(session: Session, row: Signatory) -> Decision | None:
    """:func:`waiting_for_second` of one name, looked up."""
    return waiting_for_second(row, current_decision(session, row.id))


def write_all(
    session: Session,
    rows: Sequence[Signatory],
    verdict: Verdict,
    decided_by: int,
    now: datetime,
    told: str,
    note: str,
) -> dict[int, int]:
    """Write the same decision on each of these names, with one statement; its id by the name's."""
    session.flush()
    common = {"verdict": verdict, "decided_by": decided_by, "decided_at": now, "told": told, "note": note}
    values = [{"signatory_id": row.id, "before": row.state, **common} for row in rows]
    return dict(session.connection().execute(_WRITE, values).all())


def void_first_approvals(session: Session, letter_id: int, now: datetime) -> None:
    """Void the first approvals of every name of a letter, wherever it stands: its text has changed."""
    approved = select(col(Decision.signatory_id)).where(
        col(Decision.verdict) == Verdict.APPROVE, col(Decision.undone_at).is_(None)
    )
    waiting = select(Signatory).where(
        Signatory.letter_id == letter_id,
        col(Signatory.id).in_(approved),
    )
    for row in session.exec(waiting).all():
        void_first_approval(session, row, now)


def void_first_approval(session: Session, row: Signatory, now: datetime) -> None:
    """An approval that waits for a second no longer counts: what was approved has changed. The journal says so. Nor
    does one that would wait again, were a later decision taken back; what put the name on the list stays."""
    waits = first_approval(session, row) is not None
    last = current_decision(session, row.id) if row.state is SignatoryState.APPROVED else None
    session.exec(
        update(Decision)
        .where(
            col(Decision.signatory_id) == row.id,
            col(Decision.verdict) == Verdict.APPROVE,
            col(Decision.undone_at).is_(None),
            col(Decision.id) != (last.id if last is not None else 0),
        )
        .values(undone_at=now)
    )
    if waits:
        lifecycle.changed(session, row, now, Act.APPROVAL_VOID, None)
