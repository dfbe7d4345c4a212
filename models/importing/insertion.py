"""Insertion: many names written at once, as ``models.signatories.registration`` does, without a query for each."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, func, select

from models import journal
from models.acts import Act
from models.database.tables import Batch, Consent, Contact, Letter, NameMark, Signatory
from models.journal import Entry
from models.letters import wordings
from models.names import blocking
from models.names.identity import Identity
from models.refusal import Refusal
from models.sheets import Actor
from models.sheets.batches import Judged
from models.sheets.findings import KEPT, Finding, Found
from models.signatories import lifecycle, lookalikes
from models.strings import plain_text
from models.terms import Like, Means, SignatoryState, Way


def add_all(
    session: Session,
    actor: Actor,
    now: datetime,
    letter: Letter,
    batch: Batch,
    taken: Sequence[Judged],
    *,
    late: bool,
) -> list[Signatory]:
    """Write a row for each, with the batch's note as its consent where they signed already."""
    twins = _twins(session, letter)
    wording = wordings.current(session, letter.id)
    rows = []
    for one in taken:
        read = one.identity
        if read is None:
            continue
        twin = twins[read.key] = twins.get(read.key, -1) + 1
        rows.append(
            Signatory(
                letter_id=letter.id,
                guild_id=letter.guild_id,
                kind=read.kind,
                name=read.name,
                name_key=read.key,
                sort_key=read.sort_key,
                twin=twin,
                country=read.country,
                website=read.website,
                affiliation=read.affiliation,
                meant=read.document(),
                note=_note(one),
                found=_found(one, read),
                state=SignatoryState.LATE if late else SignatoryState.PROPOSED,
                way=Way.IMPORTED,
                added_by=actor.user_id or None,
                added_at=now,
                late=late,
                batch_id=batch.id,
                text_version_id=wording.id if wording is not None and batch.signed else None,
            )
        )
    session.add_all(rows)
    session.flush()
    if batch.signed:
        session.add_all(_consent(batch, one, row, now, actor) for one, row in zip(taken, rows, strict=True))
    session.add_all(
        Contact(
            signatory_id=row.id, address=one.given.contact, recorded_by=actor.user_id or None, recorded_at=now
        )
        for one, row in zip(taken, rows, strict=True)
        if one.given.contact
    )
    _index(session, taken, rows)
    entries = (Entry(Act.IMPORTED, _facts(batch, row), letter.id, row.id) for row in rows)
    journal.append_all(session, letter.guild_id, now, entries, actor_id=actor.user_id or None)
    if rows:
        lifecycle.mark_counts_stale(session, rows[0])
    return rows


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


def _consent(batch: Batch, one: Judged, row: Signatory, now: datetime, actor: Actor) -> Consent:
    """The batch's note; whoever filled in a form for an organisation is named before who vouches for the list."""
    person = " ".join(one.given.person.split())[:150]
    return Consent(
        signatory_id=row.id,
        means=Means.STATED,
        authorised_by=f"{person}; {batch.authorised_by}"[:300] if person else batch.authorised_by,
        evidence=batch.evidence,
        recorded_by=actor.user_id or None,
        recorded_at=now,
        text_version_id=row.text_version_id,
    )


def _index(session: Session, taken: Sequence[Judged], rows: Sequence[Signatory]) -> None:
    """Their marks, and what each was found to look like, on the letter or in the list itself."""
    by_row = {one.row: row.id for one, row in zip(taken, rows, strict=True)}
    known: set[frozenset[int]] = set()
    for one, row in zip(taken, rows, strict=True):
        for found in one.found:
            if found.finding not in (Finding.LIKE, Finding.ELSEWHERE):
                continue
            other = found.values.get("id") or by_row.get(found.values["row"])
            pair = frozenset((row.id, other)) if other is not None else frozenset()
            if len(pair) == 2 and pair not in known and other is not None:
                known.add(pair)
                lookalikes.note(session, row.id, other, found.values.get("like", Like.PLACE))
    session.add_all(
        NameMark(signatory_id=row.id, mark=mark, letter_id=row.letter_id)
        for row in rows
        for mark in blocking.of(row.kind, row.name)
    )
    session.flush()


def _facts(batch: Batch, row: Signatory) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "kind": row.kind.value,
        "name": row.name,
        "country": row.country,
        "website": row.website,
        "affiliation": row.affiliation,
        "late": row.late,
        "twin": row.twin,
        "batch": batch.id,
    }
    return facts | ({"authorised_by": batch.authorised_by, "evidence": batch.evidence} if batch.signed else {})
