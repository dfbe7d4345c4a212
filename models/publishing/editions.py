"""An edition: a roster frozen with its text version, its counts and a digest."""

import hashlib
import json
from datetime import datetime
from typing import Any

from msgspec.structs import asdict
from sqlmodel import Session, col, select

from models import journal
from models.acts import Act
from models.database.tables import Edition, Letter, TextVersion
from models.letters import embargo, lookup, wordings
from models.publishing import roster
from models.refusal import Reason, Refusal
from models.sheets import Actor, Counts, EditionChoice, EditionSheet, RosterEntry
from models.signatories import counting
from models.terms import EditionName, Kind

PRINTED = ("number", "kind", "name", "country", "affiliation")
"""What of an entry is printed, and so covered by the digest."""


def cut(
    session: Session,
    letter: Letter,
    name: EditionName,
    now: datetime,
    actor_id: int | None = None,
    correction: str = "",
) -> Edition:
    """Freeze the list as it is at ``now`` under the letter's next number.

    ``actor_id`` is None if the bot cuts by itself. Never changed afterwards: a correction is a new edition, and
    says in one line what it corrects.
    """
    wording = wordings.current(session, letter.id)
    newest = _newest(session, letter.id)
    row = Edition(
        letter_id=letter.id,
        number=1 if newest is None else newest.number + 1,
        name=name,
        title=letter.title,
        addressee=letter.addressee,
        cut_at=now,
        correction=correction,
        text_version_id=wording.id if wording else None,
        counts=_counts_document(counting.count(session, letter.id, now)),
        entries=[_stored(entry) for entry in roster.entries(session, letter.id, now)],
        digest="",
        contact=letter.contact,
    )
    row.digest = digest_of(document(_sheet(row, wording, frozenset())))
    session.add(row)
    session.flush()
    journal.append(
        session,
        letter.guild_id,
        now,
        Act.EDITION_CUT,
        actor_id=actor_id,
        letter_id=letter.id,
        number=row.number,
        name=name.value,
        counts=row.counts,
        digest=row.digest,
    )
    return row


def as_it_stands(session: Session, letter: Letter, now: datetime) -> EditionSheet:
    """The list at this instant as an edition would be, without number and digest."""
    wording = wordings.current(session, letter.id)
    return EditionSheet(
        letter_id=letter.id,
        title=letter.title,
        addressee=letter.addressee,
        number=0,
        name=None,
        cut_at=now,
        correction="",
        counts=counting.count(session, letter.id, now),
        text_number=wording.number if wording else None,
        text_digest=wording.digest if wording else "",
        text_language=wording.language if wording else "",
        text_body=wording.body if wording else "",
        entries=roster.entries(session, letter.id, now),
        first=first(session, letter.id),
        digest="",
        embargo=embargo.of(letter),
        contact=letter.contact,
    )


def last_cut(session: Session, letter_id: int) -> tuple[int, datetime] | None:
    """Number and instant of the newest edition, without what is in it; None before the first was cut."""
    newest = select(col(Edition.number), col(Edition.cut_at)).where(Edition.letter_id == letter_id)
    return session.exec(newest.order_by(col(Edition.number).desc()).limit(1)).first()


def latest(session: Session, letter_id: int) -> EditionSheet | None:
    """The newest edition of this letter, or None before the first was cut."""
    row = _newest(session, letter_id)
    return sheet(session, row) if row else None


def show(
    session: Session, actor: Actor, letter_id: int | None = None, number: int | None = None
) -> EditionSheet:
    """One edition, the newest if no number is given. Refusals: NO_EDITION before the first was cut,
    NOT_FOUND for a number that does not exist, and those of ``lookup.choose``."""
    letter = lookup.choose(session, actor, letter_id)
    found = latest(session, letter.id) if number is None else numbered(session, letter.id, number)
    if found is None:
        raise Refusal(Reason.NO_EDITION if number is None else Reason.NOT_FOUND)
    return found


def numbered(session: Session, letter_id: int, number: int) -> EditionSheet | None:
    """The edition of this number, or None."""
    row = session.exec(select(Edition).where(Edition.letter_id == letter_id, Edition.number == number)).first()
    return sheet(session, row) if row else None


def list_(session: Session, actor: Actor, letter_id: int | None = None) -> tuple[EditionChoice, ...]:
    """Every edition of a letter that the actor may read, newest first; refuses as ``lookup.choose`` does."""
    letter = lookup.choose(session, actor, letter_id)
    rows = session.exec(
        select(col(Edition.number), col(Edition.name), col(Edition.cut_at))
        .where(Edition.letter_id == letter.id)
        .order_by(col(Edition.number).desc())
    )
    return tuple(EditionChoice(*columns) for columns in rows)


def sheet(session: Session, row: Edition) -> EditionSheet:
    """An edition as a sheet."""
    wording = session.get(TextVersion, row.text_version_id) if row.text_version_id else None
    return _sheet(row, wording, first(session, row.letter_id))


def first(session: Session, letter_id: int) -> frozenset[int]:
    """Ids of those who were on the first published list; nobody before there is one."""
    found = session.exec(
        select(col(Edition.entries)).where(Edition.letter_id == letter_id, Edition.number == 1)
    ).first()
    return frozenset(entry["signatory_id"] for entry in found or ())


def document(edition: EditionSheet) -> dict[str, Any]:
    """What the digest covers, as plain JSON values; a list without a contact has the digest that it always had."""
    contact = {"contact": edition.contact} if edition.contact else {}
    return contact | {
        "letter": edition.letter_id,
        "title": edition.title,
        "addressee": edition.addressee,
        "number": edition.number,
        "name": edition.name.value if edition.name else None,
        "cut_at": edition.cut_at.isoformat(),
        "correction": edition.correction,
        "text": edition.text_digest,
        "earlier_text": edition.earlier,
        "counts": _counts_document(edition.counts),
        "entries": [{name: getattr(entry, name) for name in PRINTED} for entry in edition.entries],
    }


def digest_of(document: dict[str, Any]) -> str:
    """SHA-256 over the document as JSON with sorted keys, no spaces and characters as they are, in UTF-8."""
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _newest(session: Session, letter_id: int) -> Edition | None:
    return session.exec(
        select(Edition).where(Edition.letter_id == letter_id).order_by(col(Edition.number).desc()).limit(1)
    ).first()


def _stored(entry: RosterEntry) -> dict[str, Any]:
    return asdict(entry) | {"added_at": entry.added_at.isoformat()}


def _restored(stored: dict[str, Any]) -> RosterEntry:
    added_at = datetime.fromisoformat(stored["added_at"])
    return RosterEntry(**stored | {"kind": Kind(stored["kind"]), "added_at": added_at})


def _sheet(row: Edition, wording: TextVersion | None, first: frozenset[int]) -> EditionSheet:
    return EditionSheet(
        letter_id=row.letter_id,
        title=row.title,
        addressee=row.addressee,
        number=row.number,
        name=row.name,
        cut_at=row.cut_at,
        correction=row.correction,
        counts=Counts.by_kind(row.cut_at, row.counts),
        text_number=wording.number if wording else None,
        text_digest=wording.digest if wording else "",
        text_language=wording.language if wording else "",
        text_body=wording.body if wording else "",
        entries=tuple(map(_restored, row.entries)),
        first=first,
        digest=row.digest,
        contact=row.contact,
    )


def _counts_document(counts: Counts) -> dict[str, int]:
    return {kind.value: counts.of(kind) for kind in counting.PRINTED_ORDER}
