"""The SQLModel tables, seen by models alone.

No ``from __future__ import annotations`` here: SQLModel reads the annotations themselves.
"""

from sqlmodel import SQLModel

from models.database.tables.allowance import AllowanceUse, Use
from models.database.tables.contacts import Contact
from models.database.tables.events import Event
from models.database.tables.letters import Edition, Letter, LetterPage, TalkingPoint, TextVersion
from models.database.tables.outbox import Delivery, Notice, PublicCard
from models.database.tables.people import Coalition, Draft, Meta, Participant
from models.database.tables.records import JournalEntry
from models.database.tables.signatories import (
    Batch,
    Consent,
    Decision,
    NameMark,
    NamePair,
    RefusedName,
    ReplacedPerson,
    Resemblance,
    Signatory,
)
from models.database.tables.suggestions import Suggestion
from models.database.tables.talk import Talk
from models.database.tables.votes import Ballot, Vote
from models.database.tables.wishes import Wish

METADATA = SQLModel.metadata
"""All of them, as SQLAlchemy knows them."""

__all__ = [
    "METADATA",
    "AllowanceUse",
    "Ballot",
    "Batch",
    "Coalition",
    "Consent",
    "Contact",
    "Decision",
    "Delivery",
    "Draft",
    "Edition",
    "Event",
    "JournalEntry",
    "Letter",
    "LetterPage",
    "Meta",
    "NameMark",
    "NamePair",
    "Notice",
    "Participant",
    "PublicCard",
    "RefusedName",
    "ReplacedPerson",
    "Resemblance",
    "Signatory",
    "Suggestion",
    "Talk",
    "TalkingPoint",
    "TextVersion",
    "Use",
    "Vote",
    "Wish",
]
