"""The roster: the approved signatories of one letter, in printed order.

Headline, card, list and edition all ask here, so they cannot disagree. A count is a query at an instant: who
was approved by then and not removed by then.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from msgspec.structs import asdict
from sqlmodel import Session, col, select

from models.database.tables import Signatory
from models.letters import endorsements, lookup
from models.sheets import Actor, Counts, RosterEntry, RosterPage
from models.signatories.counting import PRINTED_ORDER, count, listed, names
from models.terms import Kind

PAGE = 20
"""Entries a page: with ordinary names they fit into one message."""


def entries(session: Session, letter_id: int, at: datetime) -> tuple[RosterEntry, ...]:
    """The whole list at this instant, by kind and sort key."""
    wordings = endorsements.counting(session, letter_id)
    rows = (row for kind in PRINTED_ORDER for row in session.exec(_of_kind(letter_id, at, kind, wordings)))
    return tuple(RosterEntry(number, *row) for number, row in enumerate(rows, 1))


def _part(
    session: Session, letter_id: int, counts: Counts, kinds: Sequence[Kind], after: int
) -> Iterator[tuple[Any, ...]]:
    """The rows of one page of these kinds, which begins after so many. One query a kind, so that each walks its index
    from whichever end of the kind is nearer and stops where the page ends: the last page is as quick as the first."""
    wordings = endorsements.counting(session, letter_id)
    left = PAGE
    for kind in kinds:
        size = counts.of(kind)
        taken = min(left, size - after)
        if taken > 0:
            behind = size - after - taken
            backwards = behind < after
            of_kind = _of_kind(letter_id, counts.as_of, kind, wordings, backwards=backwards)
            rows = session.exec(of_kind.offset(min(after, behind)).limit(taken)).all()
            yield from reversed(rows) if backwards else rows
            left -= taken
        after = max(0, after - size)


def _of_kind(
    letter_id: int, at: datetime, kind: Kind, wordings: tuple[int, ...], *, backwards: bool = False
) -> Any:
    columns: Any = (
        Signatory.kind,
        Signatory.name,
        Signatory.country,
        Signatory.affiliation,
        Signatory.id,
        Signatory.alphabetical,
        Signatory.added_at,
        endorsements.earlier(wordings),
    )
    order = (col(Signatory.alphabetical), col(Signatory.name), col(Signatory.id))
    return (
        select(*columns)
        .where(listed(letter_id, at), Signatory.kind == kind)
        .order_by(*(one.desc() if backwards else one for one in order))
    )


def added(session: Session, letter_id: int, since: datetime, until: datetime) -> tuple[str, ...]:
    """The names that are on the list at ``until`` and were not at ``since``, in printed order."""
    rows = session.exec(
        select(Signatory.kind, Signatory.name)
        .where(listed(letter_id, until), col(Signatory.approved_at) > since)
        .order_by(col(Signatory.alphabetical), col(Signatory.name), col(Signatory.id))
    ).all()
    return tuple(name for one in PRINTED_ORDER for kind, name in rows if kind is one)


def removed(session: Session, letter_id: int, since: datetime, until: datetime) -> int:
    """How many were on the list at ``since`` and were removed from it by ``until``."""
    return names(session, listed(letter_id, since), col(Signatory.removed_at) <= until)


def digest(session: Session, letter_id: int, at: datetime) -> str:
    """Tells this list from any other: 16 hexadecimal digits over its entries as they are printed."""
    whole = repr([asdict(entry) for entry in entries(session, letter_id, at)])
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


def page(
    session: Session,
    actor: Actor,
    now: datetime,
    letter_id: int | None = None,
    kind: Kind | None = None,
    page: int = 1,
) -> RosterPage:
    """One page of the list as it is now, all kinds or one; a page out of range gives the nearest one.

    Before publication only participants and moderators may read it (``lookup.choose``).
    """
    letter = lookup.choose(session, actor, letter_id)
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
        entries=tuple(
            RosterEntry(number, *row)
            for number, row in enumerate(
                _part(session, letter.id, counts, PRINTED_ORDER if kind is None else (kind,), after),
                before + after + 1,
            )
        ),
    )
