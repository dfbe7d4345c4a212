"""An edition: a roster frozen with its text version, its counts and a digest."""

import hashlib
import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from models import country, journal, roster, text
from models import letter as letters
from models.refusal import Reason, Refusal
from models.sheets import Actor, Counts, EditionSheet, RosterEntry
from models.tables import Edition, Letter, TextVersion
from models.terms import EditionName, Kind

HEADINGS = {
    Kind.ORGANISATION: "Organisations",
    Kind.COMPANY: "Companies",
    Kind.INDIVIDUAL: "Individuals (affiliation for identification only)",
}


def cut(
    session: Session, letter: Letter, name: EditionName, now: datetime, actor_id: int | None = None
) -> Edition:
    """Freeze the list as it stands at ``now`` under the letter's next number.

    ``actor_id`` is None where the bot cuts by itself. Never changed afterwards: a correction is a new edition.
    """
    wording = text.current(session, letter.id)
    newest = _newest(session, letter.id)
    row = Edition(
        letter_id=letter.id,
        number=1 if newest is None else newest.number + 1,
        name=name,
        cut_at=now,
        text_version_id=wording.id if wording else None,
        counts=_counts_document(roster.count(session, letter.id, now)),
        entries=[asdict(entry) for entry in roster.entries(session, letter.id, now)],
        digest="",
    )
    row.digest = digest_of(document(_sheet(letter, row, wording)))
    session.add(row)
    session.flush()
    journal.append(
        session,
        letter.guild_id,
        now,
        "edition cut",
        actor_id=actor_id,
        letter_id=letter.id,
        number=row.number,
        name=name.value,
        counts=row.counts,
        digest=row.digest,
    )
    return row


def latest(session: Session, letter_id: int) -> EditionSheet | None:
    """The newest edition of this letter, or None before the first was cut."""
    row = _newest(session, letter_id)
    return sheet(session, row) if row else None


def show(
    session: Session, actor: Actor, letter_id: int | None = None, number: int | None = None
) -> EditionSheet:
    """One edition, the newest where no number is given. Refusals: NO_EDITION before the first was cut,
    NOT_FOUND for a number that does not exist, and those of ``letter.choose``."""
    letter = letters.choose(session, actor, letter_id)
    query = select(Edition).where(Edition.letter_id == letter.id).order_by(col(Edition.number).desc())
    if number is not None:
        query = query.where(Edition.number == number)
    row = session.exec(query).first()
    if row is None:
        raise Refusal(Reason.NO_EDITION if number is None else Reason.NOT_FOUND)
    return sheet(session, row)


def sheet(session: Session, row: Edition) -> EditionSheet:
    """An edition as upstairs sees it."""
    wording = session.get(TextVersion, row.text_version_id) if row.text_version_id else None
    return _sheet(session.get_one(Letter, row.letter_id), row, wording)


def document(edition: EditionSheet) -> dict[str, Any]:
    """What the digest covers, as plain JSON values."""
    return {
        "letter": edition.letter_id,
        "number": edition.number,
        "name": edition.name.value,
        "cut_at": edition.cut_at.isoformat(),
        "text": edition.text_digest,
        "counts": _counts_document(edition.counts),
        "entries": [asdict(entry) for entry in edition.entries],
    }


def digest_of(document: dict[str, Any]) -> str:
    """SHA-256 over the document as JSON with sorted keys, no spaces and characters as they are, in UTF-8."""
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def plain(edition: EditionSheet) -> str:
    """The list as plain text with a heading for each kind; each line begins with the signatory's number."""
    counts = edition.counts
    lines = [
        edition.title,
        f"To: {edition.addressee}",
        f"Published list no. {edition.number} ({edition.name.value}): {counts.total} signatories, "
        f"as of {edition.cut_at:%d %B %Y %H:%M} UTC",
    ]
    for kind, heading in HEADINGS.items():
        printed = [_line(entry) for entry in edition.entries if entry.kind is kind]
        if printed:
            lines += ["", f"{heading}: {counts.of(kind)}", *printed]
    lines += ["", "In alphabetical order within each kind."]
    if edition.text_digest:
        lines.append(f"Text version {edition.text_number}, SHA-256 {edition.text_digest}")
    lines.append(f"List SHA-256 {edition.digest}")
    return "\n".join(lines) + "\n"


def _line(entry: RosterEntry) -> str:
    after = [part for part in (entry.affiliation, entry.country and country.name_of(entry.country)) if part]
    return f"{entry.number}. {entry.name}" + (f" ({', '.join(after)})" if after else "")


def _newest(session: Session, letter_id: int) -> Edition | None:
    return session.exec(
        select(Edition).where(Edition.letter_id == letter_id).order_by(col(Edition.number).desc()).limit(1)
    ).first()


def _sheet(letter: Letter, row: Edition, wording: TextVersion | None) -> EditionSheet:
    return EditionSheet(
        letter_id=row.letter_id,
        title=letter.title,
        addressee=letter.addressee,
        number=row.number,
        name=row.name,
        cut_at=row.cut_at,
        counts=Counts(
            as_of=row.cut_at,
            organisations=row.counts[Kind.ORGANISATION],
            companies=row.counts[Kind.COMPANY],
            individuals=row.counts[Kind.INDIVIDUAL],
        ),
        text_number=wording.number if wording else None,
        text_digest=wording.digest if wording else "",
        entries=tuple(RosterEntry(**{**entry, "kind": Kind(entry["kind"])}) for entry in row.entries),
        digest=row.digest,
    )


def _counts_document(counts: Counts) -> dict[str, int]:
    return {kind.value: counts.of(kind) for kind in roster.PRINTED_ORDER}
