"""``bot.py verify``: says in words whether a file is a published list, and whether a journal was altered."""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from cli.queries import asked
from models import journal
from models.config import ConfigError, shown
from models.database import schema
from models.operations import reconciliation
from models.publishing import verification
from models.publishing.exports import sentences
from models.publishing.exports.arrange import which
from models.sheets import ChainSheet, EditionSheet, Proof, ReconciliationSheet, Recorded, VerificationSheet
from models.sheets.exports import Authenticity

MOST = 20
"""This many contradictions are named; the others are counted."""
NOT_IN_IT = (
    "The journal can't prove votes and who cast them, addresses, who takes part, settings, what members say about a "
    "letter, or what was sent."
)
_DIGEST = re.compile(r"[0-9a-f]{64}")


class VerifyReport(Struct, frozen=True):
    """What is printed about a file or a journal, and whether what was asked is proved."""

    lines: tuple[str, ...]
    proved: bool


def verify(database: str, file: Path) -> VerifyReport:
    """Compare a file with the published lists of a database, which it does not change.

    Raises ConfigError where the file or the database is not there, or the database is of another version.
    """
    if not file.is_file():
        raise ConfigError(f"There is no file {str(file)!r}.")
    _require_current(database)
    found = asked(database, verification.verify, file.read_bytes(), file.name)
    same = found.finding in (Authenticity.EXACT, Authenticity.SAME_WORDS)
    return VerifyReport(words(found), same and found.proof is not Proof.CONTRADICTED)


def verify_journal(database: str, since: str = "") -> VerifyReport:
    """Compute every server's journal again, and compare what it says with the tables. ``since`` is a digest that
    somebody holds: one journal must have it.

    Raises ConfigError as :func:`verify` does, and for a ``since`` that is no digest.
    """
    held = since.strip().lower()
    if held and not _DIGEST.fullmatch(held):
        raise ConfigError("--since: a digest has 64 hexadecimal digits. Copy it again.")
    _require_current(database)
    found = asked(
        database,
        lambda session: tuple(
            (journal.verify_chain(session, one, held), reconciliation.compare(session, one))
            for one in journal.servers(session)
        ),
    )
    lines = [line for chain, compared in found for line in (*chain_words(chain), *compared_words(compared))]
    unbroken = not any(chain.broken_at or compared.against for chain, compared in found)
    if found:
        lines.append(NOT_IN_IT)
    if held and not any(chain.held_at for chain, _ in found):
        lines.append("No journal has your digest: entries up to it were altered or removed.")
        unbroken = False
    return VerifyReport(tuple(lines) or ("The journals are still empty.",), unbroken)


def chain_words(sheet: ChainSheet) -> tuple[str, ...]:
    """What one server's journal proves, in lines."""
    server = f"Server {sheet.guild_id}"
    if sheet.broken_at:
        first = (
            f"{server}: BROKEN at entry {sheet.broken_at:,}: it was altered, or one before it was removed. "
            f"The {sheet.entries:,} before it are intact."
        )
    else:
        last = f", the last of {sentences.instant(sheet.last_at)}" if sheet.last_at else ""
        first = f"{server}: intact, entries: {sheet.entries:,}{last}."
    return (
        first,
        *((f"Erased, only the digest left: {sheet.erased:,}.",) if sheet.erased else ()),
        *((f"Person or name erased, the rest is there: {sheet.blanked:,}.",) if sheet.blanked else ()),
        *((f"Your digest is entry {sheet.held_at:,}.",) if sheet.held_at else ()),
        f"Journal SHA-256 {sheet.digest}",
    )


def compared_words(sheet: ReconciliationSheet) -> tuple[str, ...]:
    """What of one server's tables is as its journal says, what is not, and what nobody can say any more."""

    def counted(numbers: Mapping[Recorded, int]) -> str:
        return ", ".join(f"{what}: {number:,}" for what, number in numbers.items() if number)

    against = [f"{one.what} of #{one.id}" for one in sheet.against]
    more = f", and {len(against) - MOST:,} more" if len(against) > MOST else ""
    return (
        *((f"ALTERED, different from the journal: {', '.join(against[:MOST])}{more}.",) if against else ()),
        *((f"Matches the journal: {said}.",) if (said := counted(sheet.proved)) else ()),
        *(
            (f"Can't be proved, because the entries are erased: {said}.",)
            if (said := counted(sheet.unproved))
            else ()
        ),
    )


def _require_current(database: str) -> None:
    state = schema.state_of(database)
    if not state.stored:
        raise ConfigError(
            f"The database {shown(database)} doesn't exist or is empty. Run this where the bot runs, or "
            "name its settings with --config."
        )
    if not state.current:
        raise ConfigError(
            f"The database {shown(database)} is from an earlier version. Run bot.py migrate first."
        )


def words(found: VerificationSheet) -> tuple[str, ...]:
    """What was found, in one sentence, then which list it is, then what differs."""
    handed_over = sentences.instant(found.handed_over_at) if found.handed_over_at else ""
    said = {
        Authenticity.EXACT: f"A published list, exactly as exported on {handed_over}.",
        Authenticity.SAME_WORDS: "A published list. The words are the same, but the file was saved again.",
        Authenticity.REWORDED: "Not proved. Every other line is as published, but the sentences below differ. An "
        "earlier version of the bot may have worded them so.",
        Authenticity.CHANGED: "Not a published list. It claims to be this one, but differs.",
        Authenticity.NAMED: "Not proved. It claims to be this list, but it isn't a file we exported, and a "
        "PDF that was saved again can't be compared. Ask for the list as text, CSV or JSON.",
        Authenticity.UNPUBLISHED: f"Not a published list: it was exported on {handed_over} for work on the letter.",
        Authenticity.UNKNOWN: "Not a published list of this database.",
    }[found.finding]
    proof = {
        Proof.HOLDS: (),
        Proof.CONTRADICTED: (
            "ALTERED: the list in the database isn't the one the journal says was published. What follows "
            "compares your file with the altered list.",
        ),
        Proof.UNPROVED: ("The journal no longer says what was on this list, because its entry is erased.",),
    }[found.proof]
    return (*proof, said, *(_about(found.edition) if found.edition else ()), *found.differences)


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
