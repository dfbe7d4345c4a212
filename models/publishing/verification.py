"""Verification: whether a file is a published list, and which. For the host; looks through all servers.

Two things are told apart. A file that the bot handed over is known by the digest of its bytes, which is in the
journal: then nothing in it was changed since. Any other file is read and compared, word for word, with the list that
it says it is. A PDF that someone saved again cannot be read so, and nothing is claimed of it. The list itself is
proved too: its digest, computed again, is the one that the journal holds.
"""

import difflib
import hashlib
import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace
from sqlmodel import Session, col, select

from models import journal, translation
from models.acts import Act
from models.database.tables import Edition, JournalEntry
from models.publishing import editions, proofs
from models.publishing.exports import csv_, export, reading
from models.publishing.exports.arrange import fixed, said
from models.publishing.page import files
from models.sheets import Arrangement, EditionSheet, Proof, VerificationSheet
from models.sheets.exports import Authenticity
from models.terms import Format, Grouping, Order

MOST_DIFFERENCES = 20


def verify(session: Session, data: bytes, name: str) -> VerificationSheet:
    """What this file is; ``name`` tells its format by its ending where its content does not."""
    entry = _handed_over(session, hashlib.sha256(data).hexdigest())
    if entry is not None:
        payload = entry.facts
        number = payload.get("edition", 0)
        listed = editions.numbered(session, entry.letter_id or 0, number) if number else None
        finding = Authenticity.EXACT if listed is not None else Authenticity.UNPUBLISHED
        return VerificationSheet(finding, listed, entry.at, (), _proof(session, listed))
    try:
        as_ = reading.format_of(data, name)
        named = _named(session, reading.digests(data, as_))
        if named is None:
            return VerificationSheet(Authenticity.UNKNOWN, None, None, ())
        if as_ is Format.PDF:
            return VerificationSheet(Authenticity.NAMED, named, None, (), _proof(session, named))
        words = reading.words(data, as_)
    except reading.Unreadable:
        return VerificationSheet(Authenticity.UNKNOWN, None, None, ())
    spoken = _language(named, words)
    wanted = {replace(one, language=spoken) for one in _arrangements(session, named)}
    lists = [(words_of(named, as_, one, words), fixed(named, one)) for one in wanted]
    ours, own = min(lists, key=lambda one: len(differences(one[0], words)))
    found = differences(ours, words)
    finding = Authenticity.SAME_WORDS
    if found:
        finding = Authenticity.REWORDED if _reworded(ours, words, own) else Authenticity.CHANGED
    return VerificationSheet(finding, named, None, tuple(found[:MOST_DIFFERENCES]), _proof(session, named))


def _proof(session: Session, named: EditionSheet | None) -> Proof:
    """Whether the list that a file is compared with is itself as it was cut; a file and a list may be altered alike."""
    if named is None:
        return Proof.HOLDS
    row = session.exec(
        select(Edition).where(Edition.letter_id == named.letter_id, Edition.number == named.number)
    ).one()
    return proofs.of_edition(session, row)


def _reworded(ours: list[str], words: list[str], own: tuple[str, ...]) -> bool:
    """Whether a file has every line of the list in its place, but for some of these sentences, which have other words
    there and the same numbers."""
    sentences = [reading.plain(one) for one in own if one]
    return len(ours) == len(words) and all(
        new == old or any(_is_in_place_of(new, old, one) for one in sentences)
        for old, new in zip(ours, words, strict=True)
    )


def _is_in_place_of(new: str, old: str, sentence: str) -> bool:
    before, found, after = old.partition(sentence)
    return bool(found) and (
        new.startswith(before) and new.endswith(after) and re.findall(r"\d+", new) == re.findall(r"\d+", old)
    )


def _handed_over(session: Session, digest: str) -> JournalEntry | None:
    entries = session.exec(journal.listed(JournalEntry.act == Act.HANDED_OVER))
    return next((entry for entry in entries if entry.facts.get("sha256") == digest), None)


def _named(session: Session, digests: frozenset[str]) -> EditionSheet | None:
    row = session.exec(select(Edition).where(col(Edition.digest).in_(digests)).limit(1)).first()
    return editions.sheet(session, row) if row is not None else None


def _language(named: EditionSheet, words: list[str]) -> str:
    """The language that the file's own sentences are in: that in which most of them are found."""
    text = "\n".join(words)

    def found(language: str) -> int:
        with translation.speaking(language):
            return sum(reading.plain(one) in text for one in said(named, Arrangement()))

    return max((translation.ENGLISH, *translation.languages()), key=found)


def _arrangements(session: Session, named: EditionSheet) -> set[Arrangement]:
    """Every arrangement in which this list was handed over, the usual one, and that of its page."""
    handed_over = JournalEntry.act == Act.HANDED_OVER, JournalEntry.letter_id == named.letter_id
    entries = session.exec(journal.listed(*handed_over))
    return {Arrangement(), files.LIST, *(found for entry in entries for found in _arrangement(entry.facts))}


def _arrangement(payload: dict[str, Any]) -> Iterator[Arrangement]:
    if "grouping" in payload:
        yield Arrangement(
            Grouping(payload["grouping"]), Order(payload["order"]), payload["first_apart"], payload["with_text"]
        )


def words_of(named: EditionSheet, as_: Format, wanted: Arrangement, words: list[str]) -> list[str]:
    """The words of the list itself in this format and arrangement, with which those of a file are compared. A CSV that
    an earlier version of the bot wrote is compared by the columns that it has."""
    ours = reading.words(export(named, as_, wanted).data, as_)
    if as_ is Format.CSV and words[:1] == ["\t".join(csv_.BEFORE)]:
        ours = ["\t".join(line.split("\t")[: len(csv_.BEFORE)]) for line in ours]
    return ours


def differences(ours: list[str], words: list[str]) -> list[str]:
    """Cells of a table's row that differ; else lines that only the list has, after a minus, and lines that only the
    file has, after a plus."""
    found: list[str] = []
    for tag, start, end, begins, ends in difflib.SequenceMatcher(None, ours, words).get_opcodes():
        if tag == "equal":
            continue
        before, after = ours[start:end], words[begins:ends]
        if len(before) == len(after) and all(map(_are_of_one_row, before, after)):
            for row, (old, new) in enumerate(zip(before, after, strict=True), begins + 1):
                cells = zip(old.split("\t"), new.split("\t"), strict=True)
                changed = ((was or "(blank)", is_ or "(blank)") for was, is_ in cells if was != is_)
                found += [f"Row {row}: {was} is now {is_}" for was, is_ in changed]
        else:
            found += [f"-{line}" for line in before] + [f"+{line}" for line in after]
    return found


def _are_of_one_row(old: str, new: str) -> bool:
    """Whether two rows of a table have more cells in common than not."""
    cells, changed = old.split("\t"), new.split("\t")
    alike = sum(map(str.__eq__, cells, changed))
    return len(cells) == len(changed) > 1 and alike * 2 > len(cells)
