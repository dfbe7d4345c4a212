"""Sheets about whom to write to, and what."""

from datetime import datetime

from msgspec import Struct

from models.sheets.outcome import NOTHING_YET, Outcome
from models.terms import Kind, SignatoryState, Told


class ContactSheet(Struct, frozen=True):
    """Where one signatory can be written to; for moderators."""

    signatory_id: int
    name: str
    address: str
    """An e-mail address, or empty."""


class OutreachLine(Struct, frozen=True):
    """One signatory who must be told something."""

    address: str
    """Empty if none is kept: then it goes by the proposer."""
    name: str
    kind: Kind
    state: SignatoryState
    authorised_by: str
    """Who agreed, in which role; empty if nobody is recorded."""
    put_forward_by: str
    """Role and organisation of the proposer; empty for anyone who takes no part any more."""
    told: Told
    sentence: str
    """What the moderators told the proposer with their decision; may be empty."""


class OutreachSheet(Struct, frozen=True):
    """Everybody on a letter who must be told something."""

    letter_id: int
    title: str
    addressee: str
    published: bool
    list_number: int
    """Of the newest published list; 0 if there is none."""
    lines: tuple[OutreachLine, ...]
    lacking: int
    """Those without an address."""
    contact: str = ""
    """Of the letter: where people outside Discord write; may be empty."""
    outcome: Outcome = NOTHING_YET
    """To whom it was delivered, and what they answered."""


class InvitationSheet(Struct, frozen=True):
    """The message to those who should agree."""

    words: str
    """Moderators' own; empty while there are none."""
    language: str
    """In which it is written, as a tag."""


class ConsentRequest(Struct, frozen=True):
    """What should be said to one who was proposed and should agree; for anyone who may record it."""

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
    """Role and organisation of anyone who asks; empty for anyone who takes no part."""
    contact: str = ""
    """Where people outside Discord can answer as well; empty if the letter has none."""
    invitation: str = ""
    """The message in moderators' own words; empty for the bot's."""
    body: str = ""
    """The letter's text; empty while there is none."""
    published: bool = False
    moderates: bool = False
    """Anyone who reads it may change the message."""
    language: str = ""
    """In which it is written, as a tag: that of the letter's text, or where we don't have that the coalition's. Where
    it is empty, it is the one that is spoken."""
