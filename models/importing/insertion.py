"""Insertion: many names written at once, as ``models.signatories.registration`` does. What does not depend on the
moment of writing is worked out before, so that the writer is held for the rows alone."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlmodel import Session, col, func, select

from models import journal
from models.acts import Act
from models.database.bulk import Bulk
from models.database.tables import Batch, Consent, Contact, Letter, NameMark, Signatory
from models.letters import wordings
from models.names import blocking, collation
from models.names.identity import Identity
from models.outbox import cards
from models.refusal import Refusal
from models.sealed_entries import Sealed, canonical, seal
from models.sheets import Actor
from models.sheets.batches import Judged
from models.sheets.findings import KEPT, Finding, Found
from models.signatories import lookalikes
from models.strings import plain_text
from models.terms import CardKind, Kind, Like, Means, SignatoryState, Way

_COLUMNS = (
    "kind", "name", "name_key", "sort_key", "alphabetical", "country", "website", "affiliation", "meant", "aliases",
    "note", "found", "guild_id", "letter_id", "way", "added_by",
)  # fmt: skip
"""What is known of a row before it is written, in the order in which it is."""
_LONGEST_NOTE = 1000
_AT_WRITING = ("id", "twin", "batch_id", "state", "late", "added_at", "text_version_id")


class NewName(Struct, frozen=True):
    """One row of a list, ready to be written."""

    judged: Judged
    identity: Identity
    key: str
    """Its exact key."""
    marks: tuple[str, ...]
    columns: tuple[Any, ...]
    """What is known of its row, as the driver takes it."""
    authorised_by: str
    said: Sealed
    """Its entry in the journal, but for what was done."""


def ready(
    session: Session,
    actor: Actor,
    letter: Letter,
    taken: Sequence[Judged],
    agreed: tuple[str, str],
    *,
    signed: bool,
) -> tuple[NewName, ...]:
    """Work out of each row what can be known before it is written, ``agreed`` being who vouches for the list and how we
    know. Changes nothing."""
    into = Bulk(session, Signatory, *_COLUMNS)
    by = actor.user_id or None
    common = {"guild_id": letter.guild_id, "letter_id": letter.id, "way": Way.IMPORTED, "added_by": by}
    consent = dict(zip(("authorised_by", "evidence"), agreed, strict=True)) if signed else {}
    new = []
    for one in taken:
        read = one.identity
        if read is not None:
            columns = _columns(one, read)
            said = {name: columns[name] for name in ("name", "country", "website", "affiliation")} | consent
            new.append(
                NewName(
                    one,
                    read,
                    columns["name_key"],
                    tuple(sorted(blocking.of(read.kind, read.name))),
                    into.row(**columns, **common),
                    _authorised_by(agreed[0], one),
                    seal(by, said, about_name=True),
                )
            )
    return tuple(new)


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
    text_version_id = wording.id if wording is not None else None
    into = Bulk(session, Signatory, *_AT_WRITING, *_COLUMNS)
    state = into.value("state", SignatoryState.LATE if late else SignatoryState.PROPOSED)
    at = into.value("added_at", now)
    by, letter_id, batch_id = actor.user_id or None, letter.id, batch.id
    ids = _ids(session, len(new))
    rows, entries, done = [], [], dict[tuple[Kind, int], str]()
    for row_id, one in zip(ids, new, strict=True):
        twin = twins[one.key] = twins.get(one.key, -1) + 1
        rows.append((row_id, twin, batch_id, state, late, at, text_version_id, *one.columns))
        kind = one.identity.kind
        if (kind, twin) not in done:
            done[kind, twin] = canonical({"kind": kind.value, "late": late, "twin": twin, "batch": batch_id})
        said = Sealed(done[kind, twin], one.said.sections, one.said.digests)
        entries.append((Act.IMPORTED, letter_id, row_id, said))
    into.write(session, rows)
    if batch.signed:
        consent = Bulk(
            session, Consent, "signatory_id", "authorised_by", "means", "evidence", "recorded_by", "recorded_at",
            "text_version_id",
        )  # fmt: skip
        rest = (consent.value("means", Means.STATED), batch.evidence, by, at, text_version_id)
        consent.write(
            session, ((row_id, one.authorised_by, *rest) for row_id, one in zip(ids, new, strict=True))
        )
    Bulk(session, Contact, "signatory_id", "address", "recorded_by", "recorded_at").write(
        session,
        (
            (row_id, one.judged.given.contact, by, at)
            for row_id, one in zip(ids, new, strict=True)
            if one.judged.given.contact
        ),
    )
    Bulk(session, NameMark, "signatory_id", "mark", "letter_id").write(
        session,
        ((row_id, mark, letter_id) for row_id, one in zip(ids, new, strict=True) for mark in one.marks),
    )
    lookalikes.note_all(session, _alike(new, ids))
    journal.chain(session, letter.guild_id, now, entries)
    cards.mark_stale(session, CardKind.STATUS, letter_id)
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
    said = "; ".join(filter(None, (one.given.note, one.given.branch or one.given.place)))
    try:
        return plain_text.optional(
            said if len(said) <= _LONGEST_NOTE else f"{said[: _LONGEST_NOTE - 1]}…", "note", _LONGEST_NOTE
        )
    except Refusal:
        return ""


def _found(one: Judged, read: Identity) -> list[dict[str, Any]]:
    """What is kept beside the name, the country as it was typed where it is none in any case."""
    kept = [found for found in one.found if found.finding in KEPT]
    typed = one.given.country.strip()
    if typed and not read.country and not any("country" in found.values for found in kept):
        kept.append(Found(Finding.NO_COUNTRY, {"country": typed}))
    return [found.document() for found in kept]


def _authorised_by(vouches: str, one: Judged) -> str:
    """Who vouches for the list; whoever filled in a form for an organisation is named before."""
    person = " ".join(one.given.person.split())[:150]
    return f"{person}; {vouches}"[:300] if person else vouches


def _alike(new: Sequence[NewName], ids: Sequence[int]) -> list[tuple[int, int, Like]]:
    """What each was found to look like, on the letter or in the list itself; each pair once."""
    by_row = {one.judged.given.where: row_id for row_id, one in zip(ids, new, strict=True)}
    found: dict[frozenset[int], tuple[int, int, Like]] = {}
    for row_id, one in zip(ids, new, strict=True):
        for about in one.judged.found:
            if about.finding in (Finding.LIKE, Finding.ELSEWHERE):
                other = about.values.get("id") or by_row.get(about.values["row"])
                if other is not None and other != row_id:
                    pair = frozenset((row_id, other))
                    found.setdefault(pair, (row_id, other, about.values.get("like", Like.PLACE)))
    return list(found.values())
