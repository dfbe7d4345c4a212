"""Who was asked about a name before somebody else was asked in their place. Their answer still counts, as long as it is
the same name: another spelling of it, not another signatory."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from models.database.tables import ReplacedPerson, Signatory
from models.names.identity import Identity
from models.sheets import AskedBefore


def keep(session: Session, row: Signatory, now: datetime) -> None:
    """The person who is asked now is not asked any more: it is kept that they were. Does nothing if nobody is."""
    if row.person_id is not None:
        session.add(
            ReplacedPerson(
                signatory_id=row.id,
                user_id=row.person_id,
                about=_about(row),
                asked_at=row.person_asked_at or now,
                replaced_at=now,
            )
        )
    row.person_id = row.person_asked_at = None
    session.flush()


def restore(session: Session, row: Signatory, at: datetime) -> None:
    """Whoever was asked until this instant is asked again: what took the name from them is taken back."""
    asked = session.exec(
        select(ReplacedPerson).where(
            ReplacedPerson.signatory_id == row.id,
            ReplacedPerson.replaced_at == at,
            ReplacedPerson.about == _about(row),
        )
    ).first()
    if asked is not None and row.person_id is None:
        row.person_id, row.person_asked_at = asked.user_id, asked.asked_at
        session.delete(asked)
        session.flush()


def of(session: Session, row: Signatory, user_id: int) -> ReplacedPerson | None:
    """That this person was asked about the name before somebody else; the last time."""
    return session.exec(
        select(ReplacedPerson)
        .where(
            ReplacedPerson.signatory_id == row.id,
            ReplacedPerson.user_id == user_id,
            ReplacedPerson.about == _about(row),
        )
        .order_by(col(ReplacedPerson.id).desc())
        .limit(1)
    ).first()


def shown(session: Session, rows: Sequence[Signatory]) -> dict[int, tuple[AskedBefore, ...]]:
    """Everybody who was asked before about each of these names, oldest first, by the name's id; the person who is
    asked now stands elsewhere."""
    asked = session.exec(
        select(ReplacedPerson)
        .where(col(ReplacedPerson.signatory_id).in_([row.id for row in rows]))
        .order_by(col(ReplacedPerson.id))
    ).all()
    return {
        row.id: tuple(
            AskedBefore(one.user_id, one.asked_at, one.refused_at)
            for one in asked
            if one.signatory_id == row.id and one.user_id != row.person_id and one.about == _about(row)
        )
        for row in rows
    }


def among(session: Session, ids: Collection[int]) -> frozenset[int]:
    """Of these names, those about which somebody else was asked before."""
    found = select(Signatory, ReplacedPerson.about, ReplacedPerson.user_id).join(ReplacedPerson)
    return frozenset(
        row.id
        for row, about, user_id in session.exec(found.where(col(ReplacedPerson.signatory_id).in_(ids)))
        if about == _about(row) and user_id != row.person_id
    )


def _about(row: Signatory) -> str:
    return Identity.kept(row.meant).key
