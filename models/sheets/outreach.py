"""Sheets about whom to write to, and what."""

from dataclasses import dataclass

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
