"""Ownership: which of several names are a moderator's own, also where that person was erased since."""

from collections.abc import Collection, Iterable

from msgspec import Struct
from sqlmodel import Session

from models.database.tables import Consent, Signatory, Use
from models.sheets import Actor
from models.signatories import allowance
from models.terms import ERASED, Means, Way


class Ownership(Struct, frozen=True):
    """The ids of the names that one moderator may not decide on."""

    proposals: Collection[int]
    """What they proposed: a proposer may vote, not review."""
    names: Collection[int]
    """Their own name, which somebody else proposed."""


def of(session: Session, actor: Actor, names: Iterable[tuple[Signatory, Consent | None]]) -> Ownership:
    """What the actor owns of these names of one server, each with its consent."""
    proposals, own, by_erased, asked_erased = set[int](), set[int](), set[int](), set[int]()
    for row, agreed in names:
        if row.way is Way.PROPOSED:
            if row.added_by == actor.user_id:
                proposals.add(row.id)
            elif row.added_by == ERASED:
                by_erased.add(row.id)
        if row.person_id == actor.user_id:
            own.add(row.id)
        elif row.person_id is None and row.way is not Way.SIGNED and _by_own_press(agreed):
            asked_erased.add(row.id)
    used = allowance.used(session, actor, by_erased | asked_erased)
    proposals |= {one for one in by_erased if (one, Use.ADDED) in used}
    own |= {one for one in asked_erased if (one, Use.WAS_ASKED) in used}
    return Ownership(frozenset(proposals), frozenset(own))


def _by_own_press(agreed: Consent | None) -> bool:
    return agreed is not None and agreed.means is Means.OWN_CLICK
