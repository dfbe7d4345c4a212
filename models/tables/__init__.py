"""The SQLModel tables, seen on this floor only.

No ``from __future__ import annotations`` here: SQLModel reads the annotations themselves.
"""

from models.tables.contacts import Contact
from models.tables.events import Event
from models.tables.letters import Edition, Letter, TalkingPoint, TextVersion
from models.tables.outbox import Card, Delivery, Notice
from models.tables.people import Coalition, Draft, Meta, Participant
from models.tables.records import JournalEntry
from models.tables.signatories import (
    Batch,
    Consent,
    Decision,
    NameMark,
    NamePair,
    Resemblance,
    Signatory,
)
from models.tables.votes import Ballot, Vote

__all__ = [
    "Ballot",
    "Batch",
    "Card",
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
    "Meta",
    "NameMark",
    "NamePair",
    "Notice",
    "Participant",
    "Resemblance",
    "Signatory",
    "TalkingPoint",
    "TextVersion",
    "Vote",
]
