"""Proofs: whether a text or a published list still is what the journal says was written or cut."""

import hashlib
from collections.abc import Mapping

from sqlmodel import Session, select

from models.acts import Act
from models.database.tables import Edition, JournalEntry, TextVersion
from models.publishing import editions
from models.sheets import Proof


def of_edition(session: Session, row: Edition) -> Proof:
    """Compute a list's digest again, with that of the text it is under, and compare both with the journal."""
    computed = editions.digest_of(editions.document(editions.sheet(session, row)))
    if computed != row.digest:
        return Proof.CONTRADICTED
    wording = session.get(TextVersion, row.text_version_id) if row.text_version_id is not None else None
    if wording is not None and of_text(session, wording) is Proof.CONTRADICTED:
        return Proof.CONTRADICTED
    return _said(session, row.letter_id, Act.EDITION_CUT, {"number": row.number, "digest": computed}, "digest")


def of_text(session: Session, row: TextVersion) -> Proof:
    """Compute a text's digest again and compare it with the journal."""
    computed = hashlib.sha256(row.body.encode()).hexdigest()
    if computed != row.digest:
        return Proof.CONTRADICTED
    wanted = {"language": row.language, "number": row.number, "after": computed}
    return _said(session, row.letter_id, Act.TEXT_WRITTEN, wanted, "after")


def _said(session: Session, letter_id: int, act: Act, wanted: Mapping[str, object], digest: str) -> Proof:
    """Whether an entry about this letter says all of this; where one that may have said it is erased, nobody knows."""
    entries = session.exec(
        select(JournalEntry).where(JournalEntry.letter_id == letter_id, JournalEntry.act == act)
    ).all()
    about = [
        entry.facts
        for entry in entries
        if all(entry.facts.get(name) == value for name, value in wanted.items() if name != digest)
    ]
    if any(facts[digest] == wanted[digest] for facts in about):
        return Proof.HOLDS
    return Proof.UNPROVED if not about and any(entry.erased for entry in entries) else Proof.CONTRADICTED
