"""Counts of signatories and votes: each is counted here alone, so that no two places disagree."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, or_
from sqlmodel import Session, col, func, select

from models.database.queries import rows
from models.database.tables import Ballot, Signatory
from models.sheets import Counts
from models.signatories import lifecycle
from models.terms import Kind, SignatoryState

PRINTED_ORDER = (Kind.ORGANISATION, Kind.COMPANY, Kind.INDIVIDUAL)


def names(session: Session, *where: Any) -> int:
    """How many names meet these conditions."""
    return session.exec(select(func.count()).select_from(Signatory).where(*where)).one()


def voting(session: Session, letter_id: int) -> int:
    """How many names of the letter are under vote at this moment."""
    return session.exec(_VOTING, params={"of_letter": letter_id}).one()


class InReview(Struct, frozen=True):
    """How many names of a letter a moderator must decide on, by why."""

    waits: int
    """They hold the final list back; those on hold are among them."""
    late: int
    leaving: int
    """They are on the list, and their proposer asked that they be taken off."""


def reviewed(letter_id: int | BindParameter[int]) -> ColumnElement[bool]:
    """The condition for what is in review: all that ``/review`` shows and each count says."""
    leaving = and_(col(Signatory.state) == SignatoryState.APPROVED, col(Signatory.leaving_at).is_not(None))
    return and_(
        col(Signatory.letter_id) == letter_id, or_(col(Signatory.state).in_(lifecycle.DECIDABLE), leaving)
    )


def in_review(session: Session, letter_id: int) -> InReview:
    """How many names are in review now."""
    by_state = dict(session.exec(_REVIEWED, params={"of_letter": letter_id}).all())
    return InReview(
        waits=sum(count for state, count in by_state.items() if state in lifecycle.WAITING),
        late=by_state.get(SignatoryState.LATE, 0),
        leaving=by_state.get(SignatoryState.APPROVED, 0),
    )


def waiting(session: Session, letter_id: int) -> int:
    """How many hold the final list back: they wait for a moderator's decision, and came on time."""
    return in_review(session, letter_id).waits


def count(session: Session, letter_id: int, at: datetime) -> Counts:
    """How many were on the list at this instant, by kind. The one count function of the house."""
    found = dict(session.exec(_LISTED, params={"of_letter": letter_id, "at": at}).all())
    return Counts.by_kind(at, found)


def listed(letter_id: int | BindParameter[int], at: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    """Approved by then and not removed by then."""
    return and_(
        col(Signatory.letter_id) == letter_id,
        col(Signatory.approved_at) <= at,
        or_(col(Signatory.removed_at).is_(None), col(Signatory.removed_at) > at),
    )


def voted(session: Session, ids: Collection[int]) -> dict[int, int]:
    """How many have voted on each of these names, by its id; a ballot taken back does not count, and a name without
    ballots is missing."""
    return {row[0]: row[1] for row in rows(session, _VOTED, ids=list(ids))} if ids else {}


_OF_LETTER: BindParameter[int] = bindparam("of_letter")
_VOTING = (
    select(func.count())
    .select_from(Signatory)
    .where(Signatory.letter_id == _OF_LETTER, Signatory.state == SignatoryState.VOTING)
)
_REVIEWED = select(Signatory.state, func.count()).where(reviewed(_OF_LETTER)).group_by(col(Signatory.state))
_LISTED = (
    select(Signatory.kind, func.count())
    .where(listed(_OF_LETTER, bindparam("at")))
    .group_by(col(Signatory.kind))
)
_VOTED = (
    select(Ballot.signatory_id, func.count())
    .where(col(Ballot.signatory_id).in_(bindparam("ids", expanding=True)), col(Ballot.choice).is_not(None))
    .group_by(col(Ballot.signatory_id))
)
