"""The roster: the approved signatories of one letter, in printed order.

Headline, card, list and edition all ask here, so they cannot disagree. A count is a query at an instant: who
was approved by then and not removed by then.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, or_
from sqlmodel import Session, col, func, select

from models import letter as letters
from models.sheets import Actor, Counts, RosterEntry, RosterPage
from models.tables import Signatory
from models.terms import Kind

PRINTED_ORDER = (Kind.ORGANISATION, Kind.COMPANY, Kind.INDIVIDUAL)
PAGE = 20
"""Entries a page: with ordinary names they fit into one message."""


def count(session: Session, letter_id: int, at: datetime) -> Counts:
    """How many were on the list at this instant, by kind. The one count function of the house."""
    found = dict(
        session.exec(
            select(Signatory.kind, func.count()).where(_listed(letter_id, at)).group_by(col(Signatory.kind))
        ).all()
    )
    return Counts(
        as_of=at,
        organisations=found.get(Kind.ORGANISATION, 0),
        companies=found.get(Kind.COMPANY, 0),
        individuals=found.get(Kind.INDIVIDUAL, 0),
    )


def entries(
    session: Session,
    letter_id: int,
    at: datetime,
    *,
    kind: Kind | None = None,
    after: int = 0,
    limit: int | None = None,
    first_number: int = 1,
) -> tuple[RosterEntry, ...]:
    """The list at this instant by kind and sort key: ``limit`` entries after the first ``after``.

    ``first_number`` is the printed number of the first entry that is returned.
    """
    rank = case({kind: rank for rank, kind in enumerate(PRINTED_ORDER)}, value=col(Signatory.kind))
    columns: Any = (
        Signatory.kind,
        Signatory.name,
        Signatory.country,
        Signatory.affiliation,
        Signatory.id,
        Signatory.collation,
        Signatory.added_at,
    )
    query = (
        select(*columns)
        .where(_listed(letter_id, at))
        .order_by(rank, col(Signatory.collation), col(Signatory.name), col(Signatory.id))
        .offset(after)
        .limit(limit)
    )
    if kind is not None:
        query = query.where(Signatory.kind == kind)
    return tuple(
        RosterEntry(number, *columns) for number, columns in enumerate(session.exec(query), first_number)
    )


def page(
    session: Session,
    actor: Actor,
    now: datetime,
    letter_id: int | None = None,
    kind: Kind | None = None,
    page: int = 1,
) -> RosterPage:
    """One page of the list as it stands now, all kinds or one; a page out of range gives the nearest one.

    Before publication only participants and moderators may read it (``letter.choose``).
    """
    letter = letters.choose(session, actor, letter_id)
    counts = count(session, letter.id, now)
    before = 0 if kind is None else sum(map(counts.of, PRINTED_ORDER[: PRINTED_ORDER.index(kind)]))
    shown = counts.total if kind is None else counts.of(kind)
    pages = max(1, -(-shown // PAGE))
    page = min(max(page, 1), pages)
    after = (page - 1) * PAGE
    return RosterPage(
        letter_id=letter.id,
        title=letter.title,
        kind=kind,
        page=page,
        pages=pages,
        counts=counts,
        entries=entries(
            session, letter.id, now, kind=kind, after=after, limit=PAGE, first_number=before + after + 1
        ),
    )


def _listed(letter_id: int, at: datetime) -> ColumnElement[bool]:
    """Approved by then and not removed by then."""
    return and_(
        col(Signatory.letter_id) == letter_id,
        col(Signatory.approved_at) <= at,
        or_(col(Signatory.removed_at).is_(None), col(Signatory.removed_at) > at),
    )
