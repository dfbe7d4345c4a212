"""The moderators' decisions on a name as facts; ``models.review`` makes them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, insert, or_, select, update

from models.acts import Act
from models.database.tables import Decision, Signatory
from models.signatories import lifecycle
from models.terms import ERASED, SignatoryState, Verdict

_WRITE = insert(Decision).returning(col(Decision.signatory_id), col(Decision.id))


def current(session: Session, ids: Collection[int]) -> dict[int, Decision]:
    """The newest decision on each of these names that was not undone, by the name's id."""
    return {one.signatory_id: one for one in session.exec(_CURRENT, params={"ids": list(ids)})}


_CURRENT = (
    select(Decision)
    .where(col(Decision.signatory_id).in_(bindparam("ids", expanding=True)), col(Decision.undone_at).is_(None))
    .order_by(col(Decision.id))
)


def current_decision(session: Session, signatory_id: int) -> Decision | None:
    """The newest decision on a name that was not undone; None before the first."""
    return current(session, [signatory_id]).get(signatory_id)


def told(session: Session, signatory_id: int) -> str:
    """The words that stand with a name that is not on the list: those of the last decision that held it or left it out
    and was not undone."""
    last = (
        select(Decision.told)
        .where(
            Decision.signatory_id == signatory_id,
            col(Decision.undone_at).is_(None),
            col(Decision.verdict) != Verdict.APPROVE,
        )
        .order_by(col(Decision.id).desc())
    )
    return session.exec(last.limit(1)).first() or ""


def waiting_for_second(row: Signatory, last: Decision | None) -> Decision | None:
    """Where two must approve: the approval that waits for a second. ``last`` is the newest decision that stands. One of
    somebody who was erased since is nobody's: the second could be their own."""
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
    values = [{"signatory_id": row.id, "before": row.state, "meant": row.meant, **common} for row in rows]
    return dict(session.connection().execute(_WRITE, values).all())


def void_first_approvals(session: Session, letter_id: int, now: datetime) -> None:
    """Void the first approvals of every name of a letter: its text has changed. The journal says so of those that wait
    for a second."""
    approved = select(col(Decision.signatory_id)).where(*_standing_approval())
    waiting = select(Signatory).where(
        Signatory.letter_id == letter_id,
        col(Signatory.state).in_(lifecycle.DECIDABLE),
        col(Signatory.id).in_(approved),
    )
    for row in session.exec(waiting).all():
        void_first_approval(session, row, now)
    session.exec(_VOID_IN_LETTER, params={"which": letter_id, "now": now})


def void_first_approval(session: Session, row: Signatory, now: datetime) -> None:
    """An approval that waits for a second no longer counts: what was approved has changed. The journal says so."""
    waits = first_approval(session, row) is not None
    session.exec(_VOID_ONE, params={"which": row.id, "now": now})
    if waits:
        lifecycle.changed(session, row, now, Act.APPROVAL_VOID, None)


def _standing_approval() -> tuple[Any, ...]:
    return col(Decision.verdict) == Verdict.APPROVE, col(Decision.undone_at).is_(None)


def _void(which: Any) -> Any:
    """The statement that voids every approval of these names that waits for a second, or would again, were a later
    decision taken back; what put a name on the list stays."""
    later = aliased(Decision)
    newest = (
        select(func.max(later.id))
        .where(later.signatory_id == Decision.signatory_id, col(later.undone_at).is_(None))
        .correlate(Decision)
        .scalar_subquery()
    )
    listed = select(Signatory.id).where(which, Signatory.state == SignatoryState.APPROVED)
    return (
        update(Decision)
        .where(
            col(Decision.signatory_id).in_(select(Signatory.id).where(which)),
            *_standing_approval(),
            or_(col(Decision.id) != newest, col(Decision.signatory_id).not_in(listed)),
        )
        .values(undone_at=bindparam("now"))
        .execution_options(synchronize_session="fetch")
    )


_VOID_ONE = _void(Signatory.id == bindparam("which"))
_VOID_IN_LETTER = _void(Signatory.letter_id == bindparam("which"))
