"""Sheets about whom to write to, and what."""

from dataclasses import dataclass
from datetime import datetime

from models.sheets.outcome import NOTHING_YET, Outcome
from models.terms import Kind, SignatoryState, Told


@dataclass(frozen=True, slots=True)
class ContactSheet:
    """Where one signatory can be written to; for moderators."""

    signatory_id: int
    name: str
    address: str
    """An e-mail address, or empty."""


@dataclass(frozen=True, slots=True)
class OutreachLine:
    """One signatory who must be told something."""

    address: str
    """Empty where none is kept: then it goes by whoever put the name forward."""
    name: str
    kind: Kind
    state: SignatoryState
    authorised_by: str
    """Who agreed, in which role; empty where nobody is recorded."""
    put_forward_by: str
    """Role and organisation of whoever put it forward; empty for whoever takes no part any more."""
    told: Told
    sentence: str
    """What the moderators said with their decision; may be empty."""


@dataclass(frozen=True, slots=True)
class OutreachSheet:
    """Everybody on a letter who must be told something."""

    letter_id: int
    title: str
    addressee: str
    published: bool
    list_number: int
    """Of the newest published list; 0 where there is none."""
    lines: tuple[OutreachLine, ...]
    lacking: int
    """Those without an address."""
    contact: str = ""
    """Of the letter: where people outside Discord write; may be empty."""
    outcome: Outcome = NOTHING_YET
    """To whom it was delivered, and what they answered."""


@dataclass(frozen=True, slots=True)
class ConsentRequest:
    """What is to be said to one who was put forward and should agree; for whoever may record it."""

    name: str
    title: str
    """Of the letter."""
    addressee: str
    member: bool
    """It is a member of the server, who answers there."""
    closes_at: datetime
    letter_id: int = 0
    time_zone: str = "UTC"
    asked_by: str = ""
    """Role and organisation of whoever asks; empty for whoever takes no part."""
    contact: str = ""
    """Where people outside Discord can answer as well; empty where the letter has none."""
    invitation: str = ""
    """The message in moderators' own words; empty for the bot's."""
    body: str = ""
    """The letter's text; empty while there is none."""
    published: bool = False
    moderates: bool = False
    """Whoever reads it may change the message."""
