"""Matching: which names of a wish list are on the letter by now, whoever added them. Worked out each time, so that a
proposal that is cancelled frees its wish again."""

from collections.abc import Collection

from sqlmodel import Session, col, delete, or_, select

from models.database.tables import Signatory, Wish
from models.letter_parts import WishState
from models.names import cleaning
from models.terms import Kind

AT_ONCE = 1_000
"""Names that one statement looks up: databases limit its parameters."""


def named(session: Session, letter_id: int, wishes: Collection[Wish]) -> dict[str, Signatory]:
    """The live name on the letter for each of these wishes that has one, by the wish's key. A person counts with any
    affiliation: a wish has none."""
    found = dict[str, Signatory]()
    every = list(wishes)
    for at in range(0, len(every), AT_ONCE):
        some = every[at : at + AT_ONCE]
        people = {one.name: one.name_key for one in some if one.kind is Kind.INDIVIDUAL}
        person = (col(Signatory.kind) == Kind.INDIVIDUAL) & col(Signatory.name).in_(people)
        rows = session.exec(
            select(Signatory).where(
                Signatory.letter_id == letter_id,
                col(Signatory.live).is_(True),
                col(Signatory.name_key).in_({one.name_key for one in some}) | person,
            )
        )
        for row in rows:
            of_person = people.get(row.name) if row.kind is Kind.INDIVIDUAL else None
            found[of_person or row.name_key] = row
    return found


def forget(session: Session, names: Collection[Signatory]) -> None:
    """Take these people off the wish lists of the letters that their names were on. Called before the names are
    blanked."""
    for one in names:
        session.exec(
            delete(Wish).where(
                col(Wish.letter_id) == one.letter_id,
                col(Wish.kind) == Kind.INDIVIDUAL,
                or_(col(Wish.name) == one.name, col(Wish.name_key) == cleaning.exact_key(one.kind, one.name)),
            )
        )


def state_of(wish: Wish, signatory: Signatory | None) -> WishState:
    """Where the name is: on the letter before anything else, then what they said, then who asks."""
    if signatory is not None:
        return WishState.ON_LETTER
    if wish.refused_at is not None:
        return WishState.REFUSED
    if wish.claimed_by is None:
        return WishState.FREE
    return WishState.ASKED if wish.asked_at is not None else WishState.CLAIMED
