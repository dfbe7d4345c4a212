"""Insertion: many names written at once, as ``models.signatories.registration`` does. What does not depend on the
moment of writing is worked out before, so that the writer is held for the rows alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, func, insert, select

from models import journal
from models.acts import Act
from models.database.tables import Batch, Consent, Contact, Letter, NameMark, Signatory
from models.journal import Entry
from models.letters import wordings
from models.names import blocking, collation
from models.names.identity import Identity
from models.outbox import cards
from models.refusal import Refusal
from models.sheets import Actor
from models.sheets.batches import Judged
from models.sheets.findings import KEPT, Finding, Found
from models.signatories import lookalikes
from models.strings import plain_text
from models.terms import CardKind, Like, Means, SignatoryState, Way


@dataclass(frozen=True, slots=True)
class NewName:
    """One row of a list, ready to be written."""

    judged: Judged
    identity: Identity
    columns: dict[str, Any]
    marks: frozenset[str]


def ready(taken: Sequence[Judged]) -> tuple[NewName, ...]:
    """Work out of each row what can be known before it is written. Without a database."""
    return tuple(
        NewName(one, read, _columns(one, read), blocking.of(read.kind, read.name))
        for one in taken
        if (read := one.identity) is not None
    )


def add_all(
    session: Session,
    actor: Actor,
    now: datetime,
    letter: Letter,
    batch: Batch,
    new: Sequence[NewName],
    *,
    late: bool,
) -> list[int]:
    """Write a row for each, with the batch's note as its consent where they signed already; their ids, in order."""
    twins = _twins(session, letter)
    wording = wordings.current(session, letter.id) if batch.signed else None
    common = {
        "letter_id": letter.id,
        "guild_id": letter.guild_id,
        "state": SignatoryState.LATE if late else SignatoryState.PROPOSED,
        "way": Way.IMPORTED,
        "added_by": actor.user_id or None,
        "added_at": now,
        "late": late,
        "batch_id": batch.id,
        "text_version_id": wording.id if wording is not None else None,
    }
    connection = session.connection()
    ids = _ids(session, len(new))
    rows = []
    for row_id, one in zip(ids, new, strict=True):
        key = one.columns["name_key"]
        twin = twins[key] = twins.get(key, -1) + 1
        rows.append({"id": row_id, **one.columns, **common, "twin": twin})
    connection.execute(insert(Signatory), rows)
    if batch.signed:
        said = {
            "means": Means.STATED,
            "evidence": batch.evidence,
            "recorded_by": actor.user_id or None,
            "recorded_at": now,
            "text_version_id": common["text_version_id"],
        }
        connection.execute(
            insert(Consent),
            [
                {"signatory_id": row_id, "authorised_by": _authorised_by(batch, one.judged), **said}
                for row_id, one in zip(ids, new, strict=True)
            ],
        )
    contacts = [
        {"signatory_id": row_id, "address": address, "recorded_by": actor.user_id or None, "recorded_at": now}
        for row_id, one in zip(ids, new, strict=True)
        if (address := one.judged.given.contact)
    ]
    if contacts:
        connection.execute(insert(Contact), contacts)
    marks = [
        {"signatory_id": row_id, "mark": mark, "letter_id": letter.id}
        for row_id, one in zip(ids, new, strict=True)
        for mark in sorted(one.marks)
    ]
    if marks:
        connection.execute(insert(NameMark), marks)
    lookalikes.note_all(session, _alike(new, ids))
    entries = (
        Entry(Act.IMPORTED, _facts(batch, one, row), letter.id, row_id)
        for row_id, one, row in zip(ids, new, rows, strict=True)
    )
    journal.append_all(session, letter.guild_id, now, entries, actor_id=actor.user_id or None)
    cards.mark_stale(session, CardKind.STATUS, letter.id)
    return ids


def _ids(session: Session, count: int) -> list[int]:
    """As many new ids of signatories, in order: rows that bring their own are written with one statement."""
    if session.get_bind().dialect.name == "postgresql":
        numbers = func.generate_series(1, count).table_valued("number")
        return list(session.connection().scalars(select(func.nextval("signatory_id_seq")).select_from(numbers)))
    last = session.connection().scalar(select(func.max(Signatory.id))) or 0  # nobody else writes meanwhile
    return list(range(last + 1, last + 1 + count))


def _columns(one: Judged, read: Identity) -> dict[str, Any]:
    sort_key = read.sort_key
    return {
        "kind": read.kind,
        "name": read.name,
        "name_key": read.key,
        "sort_key": sort_key,
        "alphabetical": collation.key(sort_key),
        "country": read.country,
        "website": read.website,
        "affiliation": read.affiliation,
        "meant": read.document(),
        "aliases": [],
        "note": _note(one),
        "found": _found(one, read),
    }


def _twins(session: Session, letter: Letter) -> dict[str, int]:
    """The highest number of each name that is taken."""
    return dict(
        session.exec(
            select(Signatory.name_key, func.max(Signatory.twin))
            .where(Signatory.letter_id == letter.id, col(Signatory.live).is_(True))
            .group_by(col(Signatory.name_key))
        ).all()
    )


def _note(one: Judged) -> str:
    """What the list says besides, for those who decide."""
    place = one.given.branch or one.given.place
    try:
        return plain_text.optional("; ".join(filter(None, (one.given.note, place))), "note", 1000)
    except Refusal:
        return ""


def _found(one: Judged, read: Identity) -> list[dict[str, Any]]:
    """What is kept beside the name, the country as it was typed where it is none in any case."""
    kept = [found for found in one.found if found.finding in KEPT]
    typed = one.given.country.strip()
    if typed and not read.country and not any("country" in found.values for found in kept):
        kept.append(Found(Finding.NO_COUNTRY, {"country": typed}))
    return [found.document() for found in kept]


def _authorised_by(batch: Batch, one: Judged) -> str:
    """Who vouches for the list; whoever filled in a form for an organisation is named before."""
    person = " ".join(one.given.person.split())[:150]
    return f"{person}; {batch.authorised_by}"[:300] if person else batch.authorised_by


def _alike(new: Sequence[NewName], ids: Sequence[int]) -> list[tuple[int, int, Like]]:
    """What each was found to look like, on the letter or in the list itself; each pair once."""
    by_row = {one.judged.row: row_id for row_id, one in zip(ids, new, strict=True)}
    found: dict[frozenset[int], tuple[int, int, Like]] = {}
    for row_id, one in zip(ids, new, strict=True):
        for about in one.judged.found:
            if about.finding in (Finding.LIKE, Finding.ELSEWHERE):
                other = about.values.get("id") or by_row.get(about.values["row"])
                if other is not None and other != row_id:
                    pair = frozenset((row_id, other))
                    found.setdefault(pair, (row_id, other, about.values.get("like", Like.PLACE)))
    return list(found.values())


def _facts(batch: Batch, one: NewName, row: dict[str, Any]) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "kind": one.identity.kind.value,
        "name": one.identity.name,
        "country": one.identity.country,
        "website": one.identity.website,
        "affiliation": one.identity.affiliation,
        "late": row["late"],
        "twin": row["twin"],
        "batch": batch.id,
    }
    return facts | ({"authorised_by": batch.authorised_by, "evidence": batch.evidence} if batch.signed else {})
