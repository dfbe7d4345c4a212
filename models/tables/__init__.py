"""The SQLModel tables, seen on this floor only.

No ``from __future__ import annotations`` here: SQLModel reads the annotations themselves.
"""

from models.tables.contacts import Contact
from models.tables.letters import Edition, Letter, TalkingPoint, TextVersion
from models.tables.outbox import Card, Delivery, Notice
from models.tables.people import Coalition, Draft, Meta, Participant
from models.tables.records import JournalEntry
from models.tables.signatories import Ballot, Consent, Decision, Signatory

__all__ = [
    "Ballot",
    "Card",
    "Coalition",
    "Consent",
    "Contact",
    "Decision",
    "Delivery",
    "Draft",
    "Edition",
    "JournalEntry",
    "Letter",
    "Meta",
    "Notice",
    "Participant",
    "Signatory",
    "TalkingPoint",
    "TextVersion",
]
