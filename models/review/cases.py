"""Cases: names before a moderator, each with everything that a decision on it looks at, brought by one read."""

from collections.abc import Collection
from typing import Any

from msgspec import Struct
from sqlmodel import Session, col, select

from models.database.tables import Consent, Decision, Letter, Signatory, Vote
from models.review import ownership
from models.sheets import Actor
from models.signatories import decisions, summary


class Case(Struct, frozen=True):
    """One name, and what there is about it."""

    row: Signatory
    letter: Letter
    vote: Vote | None
    agreed: Consent | None
    last: Decision | None
    """The newest decision that was not undone."""
    opposed: bool
    """The vote was against the name."""
    own_proposal: bool
    """The moderator proposed it."""
    own_name: bool
    """It is the moderator's own name, which somebody else proposed."""

    @property
    def first_approval(self) -> Decision | None:
        """Where two must approve: the approval that waits for a second."""
        return decisions.waiting_for_second(self.row, self.last)


def of(session: Session, actor: Actor, ids: Collection[int], *, lock: bool = False) -> dict[int, Case]:
    """Those of these names that the actor's server has, by id. ``lock`` holds them against other writers until the
    transaction ends (PostgreSQL)."""
    return among(session, actor, col(Signatory.id).in_(ids), lock=lock)


def among(session: Session, actor: Actor, *where: Any, lock: bool = False) -> dict[int, Case]:
    """The names of the actor's server of which all of this holds, by id, in that order; ``lock`` as in :func:`of`."""
    query = (
        select(Signatory, Letter, Vote, Consent)
        .join(Letter, col(Letter.id) == col(Signatory.letter_id))
        .outerjoin(Vote, col(Vote.signatory_id) == col(Signatory.id))
        .outerjoin(Consent, col(Consent.signatory_id) == col(Signatory.id))
        .where(Signatory.guild_id == actor.guild_id, *where)
        .order_by(col(Signatory.id))
    )
    if lock:
        query = query.with_for_update(of=Signatory).execution_options(populate_existing=True)
    found = session.exec(query).all()
    last = decisions.current(session, [row.id for row, *_ in found])
    own = ownership.of(session, actor, [(row, agreed) for row, _, _, agreed in found])
    return {
        row.id: Case(
            row,
            letter,
            vote,
            agreed,
            last.get(row.id),
            opposed=summary.is_opposed(vote),
            own_proposal=row.id in own.proposals,
            own_name=row.id in own.names,
        )
        for row, letter, vote, agreed in found
    }
