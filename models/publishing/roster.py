"""The roster: the approved signatories of one letter, in printed order.

Headline, card, list and edition all ask here, so they cannot disagree. A count is a query at an instant: who
was approved by then and not removed by then.
"""

import hashlib
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from models.database.tables import Signatory
from models.letters import endorsements, lookup
from models.sheets import Actor, RosterEntry, RosterPage
from models.signatories.counting import PRINTED_ORDER, count, listed, names
from models.terms import Kind

PAGE = 20
"""Entries a page: with ordinary names they fit into one message."""


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

    ``first_number`` is the printed number of the first entry that is returned. One query a kind, so that each walks
    its index in order and stops where the page ends.
    """
    found: list[RosterEntry] = []
    wordings = endorsements.counting(session, letter_id)
    sizes = count(session, letter_id, at) if after else None
    for one in PRINTED_ORDER if kind is None else (kind,):
        if limit is not None and len(found) >= limit:
            break
        if sizes is not None and after >= sizes.of(one):
            after -= sizes.of(one)
            continue
        left = None if limit is None else limit - len(found)
        rows = session.exec(_of_kind(letter_id, at, one, wordings).offset(after).limit(left))
        found += (RosterEntry(number, *row) for number, row in enumerate(rows, first_number + len(found)))
        after = 0
    return tuple(found)


def _of_kind(letter_id: int, at: datetime, kind: Kind, wordings: tuple[int, ...]) -> Any:
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
    return (
        select(*columns)
        .where(listed(letter_id, at), Signatory.kind == kind)
        .order_by(col(Signatory.alphabetical), col(Signatory.name), col(Signatory.id))
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
        entries=entries(
            session, letter.id, now, kind=kind, after=after, limit=PAGE, first_number=before + after + 1
        ),
    )
