"""The verdict on a file in words, for whoever asks at the command line."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from models import proof, schema
from models.config import ConfigError, shown
from models.exports import sentences
from models.exports.arrange import which
from models.sheets import EditionSheet, ProofSheet
from models.store import Store
from models.terms import Finding


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is printed, and whether the file is a published list."""

    lines: tuple[str, ...]
    proved: bool


def verify(database: str, file: Path) -> Verdict:
    """Compare a file with the published lists of a database, which it does not change.

    Raises ConfigError where the database is not there, or of another version.
    """
    standing = schema.standing(database)
    if not standing.stored:
        raise ConfigError(f"The database {shown(database)} holds nothing yet.")
    if not standing.current:
        raise ConfigError(
            f"The database {shown(database)} is of an earlier version: run the verb migrate first."
        )
    found = asyncio.run(_found(database, file.read_bytes(), file.name))
    return Verdict(words(found), found.finding in (Finding.EXACT, Finding.SAME_WORDS))


async def _found(database: str, data: bytes, name: str) -> ProofSheet:
    store = Store(database)
    try:
        return await store.read(proof.verify, data, name)
    finally:
        store.close()


def words(found: ProofSheet) -> tuple[str, ...]:
    """What was found, in one sentence, then which list it is, then what differs."""
    handed_over = sentences.instant(found.handed_over_at) if found.handed_over_at else ""
    said = {
        Finding.EXACT: f"A published list, exactly as it was handed over on {handed_over}.",
        Finding.SAME_WORDS: "A published list: every word is the same. The file itself was saved anew.",
        Finding.CHANGED: "Not a published list: it says that it is this one, and differs.",
        Finding.NAMED: "Not proved: it says that it is this list, but it is no file that was handed over, and a PDF "
        "that was saved anew cannot be compared. Ask for the list as text, CSV or JSON.",
        Finding.UNPUBLISHED: f"Not a published list: it was handed over on {handed_over} for work on the letter.",
        Finding.UNKNOWN: "Not a published list of this database.",
    }[found.finding]
    return (said, *(_about(found.edition) if found.edition else ()), *found.differences)


def _about(edition: EditionSheet) -> tuple[str, ...]:
    text = (
        (f"Text version {edition.text_number}, SHA-256 {edition.text_digest}",) if edition.text_digest else ()
    )
    return (
        f"{which(edition)}: {edition.title}",
        f"{sentences.count(edition.counts)}.",
        *text,
        f"List SHA-256 {edition.digest}",
    )
