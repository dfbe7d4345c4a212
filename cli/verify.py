"""``bot.py verify``: says in words whether a file is a published list, and whether a journal was altered."""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from cli import named_files
from cli.queries import asked, require_current
from models import journal
from models.config import ConfigError
from models.operations import reconciliation
from models.publishing import verification
from models.publishing.exports import sentences
from models.publishing.exports.arrange import which
from models.sheets import ChainSheet, EditionSheet, Proof, ReconciliationSheet, Recorded, VerificationSheet
from models.sheets.exports import Authenticity

MOST = 20
"""This many contradictions are named; the others are counted."""
NOT_IN_IT = (
    "The journal can't prove the votes and who cast them, addresses, who takes part, the settings, what members say "
    "about a letter, or what the bot sent."
)
_DIGEST = re.compile(r"[0-9a-f]{64}")


class VerifyReport(Struct, frozen=True):
    """What is printed about a file or a journal, and whether what was asked is proved."""

    lines: tuple[str, ...]
    proved: bool


def verify(database: str, file: Path) -> VerifyReport:
    """Compare a file with the published lists of a database, which it does not change.

    Raises ConfigError where the file or the database is not there or can't be read, or the database is of another
    version.
    """
    named_files.require(file)
    require_current(database)
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
        raise ConfigError("--since: a digest has 64 characters, 0 to 9 and a to f. Copy it again.")
    require_current(database)
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
        lines.append(
            "No journal has your digest. Somebody changed or removed the entry it belongs to, or an earlier one."
        )
        unbroken = False
    return VerifyReport(tuple(lines) or ("The journals are still empty.",), unbroken)


def chain_words(sheet: ChainSheet) -> tuple[str, ...]:
    """What one server's journal proves, in lines."""
    server = f"Server {sheet.guild_id}"
    if sheet.broken_at:
        first = (
            f"{server}: BROKEN at entry {sheet.broken_at:,}. Somebody changed it, or removed one just before it. "
            "Everything earlier is intact."
        )
    else:
        last = f", from {sentences.instant(sheet.last_at)}" if sheet.last_at else ""
        first = f"{server}: the journal is intact. Its last entry is number {sheet.entries:,}{last}."
    return (
        first,
        *(
            (f"Entries that were erased, with only their digest left: {sheet.erased:,}.",)
            if sheet.erased
            else ()
        ),
        *((f"Entries that no longer say which person or name: {sheet.blanked:,}.",) if sheet.blanked else ()),
        *((f"Your digest belongs to entry {sheet.held_at:,}.",) if sheet.held_at else ()),
        f"The journal's digest (SHA-256): {sheet.digest}",
    )


_NOUNS = {
    Recorded.TEXT: ("text", "texts"),
    Recorded.LIST: ("published list", "published lists"),
    Recorded.NAME: ("name", "names"),
    Recorded.STATE: ("status of a name", "statuses of names"),
    Recorded.CONSENT: ("record of who agreed", "records of who agreed"),
    Recorded.DECISION: ("decision by moderators", "decisions by moderators"),
}
_ONE = {
    Recorded.TEXT: "text #{id}",
    Recorded.LIST: "published list #{id}",
    Recorded.NAME: "name #{id}",
    Recorded.STATE: "the status of name #{id}",
    Recorded.CONSENT: "who agreed for name #{id}",
    Recorded.DECISION: "a decision on name #{id}",
}


def compared_words(sheet: ReconciliationSheet) -> tuple[str, ...]:
    """What of one server's tables is as its journal says, what is not, and what nobody can say any more."""

    def counted(numbers: Mapping[Recorded, int]) -> str:
        return ", ".join(f"{number:,} {_NOUNS[what][number > 1]}" for what, number in numbers.items() if number)

    against = [_ONE[one.what].format(id=one.id) for one in sheet.against]
    more = f", and {len(against) - MOST:,} more" if len(against) > MOST else ""
    return (
        *(
            (f"ALTERED: these no longer match the journal: {', '.join(against[:MOST])}{more}.",)
            if against
            else ()
        ),
        *((f"These match the journal: {said}.",) if (said := counted(sheet.proved)) else ()),
        *(
            (f"These can't be proved, because their entries were erased: {said}.",)
            if (said := counted(sheet.unproved))
            else ()
        ),
    )


def words(found: VerificationSheet) -> tuple[str, ...]:
    """What was found, in one sentence, then which list it is, then what differs."""
    handed_over = sentences.instant(found.handed_over_at) if found.handed_over_at else ""
    said = {
        Authenticity.EXACT: f"This is a published list, exactly as it was exported on {handed_over}.",
        Authenticity.SAME_WORDS: "This is a published list. Somebody saved the file again, but the words are the same.",
        Authenticity.REWORDED: "This can't be proved. The sentences below aren't the ones we published, but every "
        "other line is. An earlier version of the bot may have written them.",
        Authenticity.CHANGED: "This isn't a published list. It claims to be the one below, but it's different.",
        Authenticity.NAMED: "This can't be proved. It claims to be the list below, but the bot didn't export this "
        "file, and can't compare a PDF that somebody saved again. Ask for the list as text, CSV or JSON.",
        Authenticity.UNPUBLISHED: f"This isn't a published list, but a working list from {handed_over}.",
        Authenticity.UNKNOWN: "This isn't a published list, as far as this database knows.",
    }[found.finding]
    proof = {
        Proof.HOLDS: (),
        Proof.CONTRADICTED: (
            "ALTERED: the journal says that a different list was published. Below, your file is compared with the list "
            "in the database.",
        ),
        Proof.UNPROVED: ("The journal can't say what was on this list, because its entry was erased.",),
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
        f"SHA-256 of the list: {edition.digest}",
    )
