"""Refusals: names to which the person said no, and what may be the same person under another name.

A no holds for its letter. While the person is kept, their name is compared with whatever comes in; once they are
erased, keyed digests of it, and of themselves, are kept for some days (``retention``), so that an erasure undoes no
no. They match what differs in title, order, particles, script, a middle name or an affiliation, and nothing else.
"""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct
from sqlmodel import Session, col, select

from models.database import keyed
from models.database.keyed import Purpose
from models.database.tables import RefusedName, ReplacedPerson, Signatory
from models.names import persons
from models.names.identity import Identity
from models.terms import ERASED, Kind, Way

ERASED_NAME = "(erased)"
"""Stands for the name of a person who had themselves erased."""


class Refusals(Struct, frozen=True):
    """Every no on one letter."""

    session: Session
    letter_id: int
    names: tuple[tuple[str, int | None], ...]
    """The names, and whose they are."""
    digests: frozenset[str]

    def are_like(self, name: str, *, signed_by: int | None = None) -> bool:
        """Whether a name, a person's or an organisation's, may mean one of those who said no. ``signed_by`` is who
        signs with it as their own: they may change their mind."""
        if any(
            persons.may_be_one_person(refused, name)
            for refused, person in self.names
            if signed_by is None or person != signed_by
        ):
            return True
        if not self.digests:
            return False
        return any(
            keyed.digest(self.session, Purpose.REFUSED_NAME, self.letter_id, variant) in self.digests
            for variant in persons.sought_variants(name)
        )

    def have(self, row: Signatory) -> bool:
        """Whether one that was proposed may mean one of those who said no."""
        own = row.way is Way.SIGNED and row.kind is Kind.INDIVIDUAL
        return self.are_like(row.name, signed_by=row.added_by if own else None)


def of(session: Session, letter_id: int) -> Refusals:
    """Every no on this letter."""
    names = session.exec(
        select(Signatory.name, Signatory.person_id).where(
            Signatory.letter_id == letter_id,
            col(Signatory.person_refused_at).is_not(None),
            Signatory.name != ERASED_NAME,
        )
    ).all()
    replaced = session.exec(
        select(Signatory, ReplacedPerson)
        .join(ReplacedPerson)
        .where(Signatory.letter_id == letter_id, col(ReplacedPerson.refused_at).is_not(None))
    )
    names = [*names, *((row.name, asked.user_id) for row, asked in replaced if is_about(asked, row))]
    digests = session.exec(select(RefusedName.digest).where(RefusedName.letter_id == letter_id))
    return Refusals(session, letter_id, tuple(names), frozenset(digests))


def by_erased(session: Session, letter_id: int, user_id: int) -> bool:
    """Whether this person said no on the letter and was erased since."""
    digest = keyed.digest(session, Purpose.REFUSED_PERSON, letter_id, user_id)
    found = select(RefusedName.id).where(RefusedName.letter_id == letter_id, RefusedName.digest == digest)
    return session.exec(found.limit(1)).first() is not None


def is_about(asked: ReplacedPerson, row: Signatory) -> bool:
    """Whether this still is the name that somebody was asked about before another was asked in their place."""
    return asked.about == Identity.kept(row.meant).key


def replaced_by_another(session: Session, guild_id: int, user_id: int) -> list[Signatory]:
    """Names to which this person said no after another was asked in their place."""
    found = session.exec(
        select(Signatory, ReplacedPerson)
        .join(ReplacedPerson)
        .where(
            Signatory.guild_id == guild_id,
            ReplacedPerson.user_id == user_id,
            col(ReplacedPerson.refused_at).is_not(None),
        )
    )
    return [row for row, asked in found if is_about(asked, row)]


def keep(session: Session, rows: Iterable[Signatory], now: datetime) -> None:
    """Before the person who said no, or one of these names, is erased: keep what recognises both."""
    for row in rows:
        people = _refusers(session, row)
        if row.name == ERASED_NAME or (row.person_refused_at is None and not people):
            continue
        digests: set[str] = {
            *(keyed.digest(session, Purpose.REFUSED_PERSON, row.letter_id, one) for one in people),
            *(
                keyed.digest(session, Purpose.REFUSED_NAME, row.letter_id, variant)
                for variant in persons.kept_variants(row.name)
            ),
        }
        kept = select(RefusedName.digest).where(
            RefusedName.letter_id == row.letter_id, col(RefusedName.digest).in_(digests)
        )
        standing = set(session.exec(kept).all())
        session.add_all(
            RefusedName(guild_id=row.guild_id, letter_id=row.letter_id, digest=digest, erased_at=now)
            for digest in sorted(digests - standing)
        )
    session.flush()


def _refusers(session: Session, row: Signatory) -> frozenset[int]:
    """Who said no to this name, and is known by id: the person who is asked about it, or was before another."""
    before = session.exec(
        select(ReplacedPerson).where(
            ReplacedPerson.signatory_id == row.id, col(ReplacedPerson.refused_at).is_not(None)
        )
    ).all()
    said = {asked.user_id for asked in before if is_about(asked, row)}
    if row.person_refused_at is not None and row.person_refused_at not in {one.refused_at for one in before}:
        said.add(row.person_id or ERASED)
    return frozenset(said - {ERASED})
