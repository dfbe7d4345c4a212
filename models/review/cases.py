"""Cases: names before a moderator, each with everything that a decision on it looks at, brought by one read."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from models.database.tables import Consent, Decision, Letter, Signatory, Vote
from models.signatories import decisions, summary


@dataclass(frozen=True, slots=True)
class Case:
    """One name, and what there is about it."""

    row: Signatory
    letter: Letter
    vote: Vote | None
    agreed: Consent | None
    last: Decision | None
    """The newest decision that was not undone."""
    opposed: bool
    """The vote was against the name."""

    @property
    def first_approval(self) -> Decision | None:
        """Where two must approve: the approval that waits for a second."""
        return decisions.waiting_for_second(self.row, self.last)


def of(session: Session, guild_id: int, ids: Collection[int], *, lock: bool = False) -> dict[int, Case]:
    """Those of these names that this server has, by id. ``lock`` holds them against other writers until the transaction
    ends (PostgreSQL)."""
    return among(session, col(Signatory.id).in_(ids), Signatory.guild_id == guild_id, lock=lock)


def among(session: Session, *where: Any, lock: bool = False) -> dict[int, Case]:
    """The names of which all of this holds, by id, in the order of their ids; ``lock`` as in :func:`of`."""
    query = (
        select(Signatory, Letter, Vote, Consent)
        .join(Letter, col(Letter.id) == col(Signatory.letter_id))
        .outerjoin(Vote, col(Vote.signatory_id) == col(Signatory.id))
        .outerjoin(Consent, col(Consent.signatory_id) == col(Signatory.id))
        .where(*where)
        .order_by(col(Signatory.id))
    )
    if lock:
        query = query.with_for_update(of=Signatory).execution_options(populate_existing=True)
    found = session.exec(query).all()
    last = decisions.current(session, [row.id for row, *_ in found])
    return {
        row.id: Case(row, letter, vote, agreed, last.get(row.id), summary.is_opposed(vote))
        for row, letter, vote, agreed in found
    }
