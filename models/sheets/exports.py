"""Sheets about lists that are exported: what was chosen, and the list as it should be printed."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct

from models.prose.blocks import Prose
from models.sheets.roster import EditionSheet, RosterEntry
from models.terms import Grouping, Order


class Authenticity(StrEnum):
    """What a file turned out to be that may be a published list."""

    EXACT = "exact"
    """The very file that the bot handed over."""
    SAME_WORDS = "same words"
    """Every word is that of the published list; the file itself was saved again."""
    REWORDED = "reworded"
    """Every line is as published and in its place, but for sentences of the bot's own that another version words so."""
    CHANGED = "changed"
    """It says that it is a published list, and differs from it."""
    NAMED = "named"
    """It says that it is a published list; whether it is cannot be told from this format."""
    UNPUBLISHED = "unpublished"
    """Handed over by the bot, but not a published list."""
    UNKNOWN = "unknown"


class Arrangement(Struct, frozen=True):
    """How a list should be printed."""

    grouping: Grouping = Grouping.KIND
    order: Order = Order.NAME
    first_apart: bool = False
    """Those of the first published list before those who came later."""
    with_text: bool = False
    """The letter's text above the list."""
    language: str = ""
    """In which its own sentences are, as a tag such as ``fr``; where it is empty, in the one that is spoken."""

    def document(self) -> dict[str, str | bool]:
        """These choices as plain JSON values, by name."""
        return {
            "grouping": self.grouping.value,
            "order": self.order.value,
            "first_apart": self.first_apart,
            "with_text": self.with_text,
            "language": self.language,
        }


class PrintedLine(Struct, frozen=True):
    """One signatory as every format prints it."""

    number: int
    """From 1, through the whole list in the order in which it is printed."""
    entry: RosterEntry
    country: str
    """The country's name in the language of the file; empty if none is known."""
    first: bool
    """Stood on the first published list."""

    def document(self) -> dict[str, Any]:
        """As plain JSON values, for programs."""
        return {
            "number": self.number,
            "name": self.entry.name,
            "kind": self.entry.kind.value,
            "affiliation": self.entry.affiliation,
            "country": self.entry.country,
            "country_name": self.country,
            "first_signatory": self.first,
        }


class Section(Struct, frozen=True):
    """The signatories under one heading."""

    heading: str
    """Empty if the list has none."""
    level: int
    """1, or 2 under a heading of level 1 that has no lines of its own."""
    lines: tuple[PrintedLine, ...]


class PrintedList(Struct, frozen=True):
    """A list as every format prints it: the words are settled, only the dress differs."""

    title: str
    addressee: str
    embargo: str
    """Until when nothing of it should be passed on; empty once the letter is published."""
    heading: str
    """Which list it is: its number, or that it was not published."""
    sentence: str
    """The count by kind and its instant."""
    language: str
    """Code of the text's language; empty if there is no text."""
    body: str
    """The letter's text as it was typed, where it was wanted."""
    prose: Prose
    """The same as it is drawn under the title; empty if it was not wanted."""
    titled: bool
    """The text as typed begins with the title."""
    addressed: bool
    """The text says itself whom it is to: nobody else need say so."""
    sections: tuple[Section, ...]
    notes: tuple[str, ...]
    """Under the list: the rule of order, affiliations, the contact, what was corrected, the digests."""
    contact: str
    """The address in that note, for formats that link it; empty where there is none."""
    arrangement: Arrangement
    digest: str
    """Of the edition; empty for a list that was not published."""

    @property
    def lines(self) -> tuple[PrintedLine, ...]:
        """All signatories in printed order."""
        return tuple(line for section in self.sections for line in section.lines)


class ExportSheet(Struct, frozen=True):
    """A file to hand over: its name, its bytes, and the list that it prints."""

    name: str
    data: bytes
    printed: PrintedList
    unprintable: tuple[str, ...]
    """Names with characters for which no font was found; only a PDF needs fonts of its own."""


class Proof(StrEnum):
    """Whether something is as the journal says."""

    HOLDS = "holds"
    CONTRADICTED = "contradicted"
    UNPROVED = "unproved"
    """What the journal said of it is erased."""


class Recorded(StrEnum):
    """What the journal can be compared with."""

    TEXT = "text"
    LIST = "published list"
    NAME = "name"
    STATE = "state"
    CONSENT = "consent"
    DECISION = "decision"


class Contradiction(Struct, frozen=True):
    """Something that the journal says otherwise."""

    what: Recorded
    id: int
    """Of the text version, the edition, or the signatory."""


class ReconciliationSheet(Struct, frozen=True):
    """What one server's journal says, compared with what is in the other tables."""

    guild_id: int
    proved: Mapping[Recorded, int]
    unproved: Mapping[Recorded, int]
    against: tuple[Contradiction, ...]


class VerificationSheet(Struct, frozen=True):
    """Whether a file is a published list."""

    finding: Authenticity
    edition: EditionSheet | None
    """The published list that it is, or says that it is."""
    handed_over_at: datetime | None
    """When the bot handed over this very file."""
    differences: tuple[str, ...]
    """Lines that only the file has, after a plus, and lines that only the list has, after a minus."""
    proof: Proof = Proof.HOLDS
    """Whether the published list itself is as the journal says it was cut."""


class ChainSheet(Struct, frozen=True):
    """What a server's journal proves of itself."""

    guild_id: int
    entries: int
    """This many are unbroken, from the first one on."""
    erased: int
    """Of these, so many hold nothing any more but their digest."""
    blanked: int
    """This many others say what was done and no longer by whom, or of which name."""
    digest: str
    """Of the last unbroken entry, as 64 hexadecimal digits; it stands for all before it."""
    last_at: datetime | None
    """When that entry was written; None for an empty journal."""
    held_at: int
    """The number of the entry, from 1, whose digest was asked for; 0 if none has it."""
    broken_at: int = 0
    """The number of the first entry, from 1, that was altered or follows one that is gone; 0 if none."""


class WorksheetTable(Struct, frozen=True):
    """One table of the working sheet."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str | int], ...]
    """A value for each column; instants as ISO 8601 in UTC, ids of persons as text."""


class Worksheet(Struct, frozen=True):
    """Everything that was entered about a letter."""

    letter_id: int
    title: str
    as_of: datetime
    tables: tuple[WorksheetTable, ...]
    """The signatories first."""
