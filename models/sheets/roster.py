"""Sheets about the list of signatories and its published editions."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from models.sheets.embargo import Embargo
from models.terms import EditionName, Kind


class Counts(Struct, frozen=True):
    """How many are on the list of one letter at one instant, by kind."""

    as_of: datetime
    organisations: int = 0
    companies: int = 0
    individuals: int = 0

    @classmethod
    def by_kind(cls, as_of: datetime, counted: Mapping[str, int]) -> "Counts":
        """Made of what was counted of each kind; a kind that is missing has none."""
        return cls(
            as_of, *(counted.get(kind, 0) for kind in (Kind.ORGANISATION, Kind.COMPANY, Kind.INDIVIDUAL))
        )

    @property
    def total(self) -> int:
        """How many of all kinds together."""
        return self.organisations + self.companies + self.individuals

    def of(self, kind: Kind) -> int:
        """How many there are of this kind."""
        return {
            Kind.ORGANISATION: self.organisations,
            Kind.COMPANY: self.companies,
            Kind.INDIVIDUAL: self.individuals,
        }[kind]


class RosterEntry(Struct, frozen=True):
    """One signatory as it is printed."""

    number: int
    """Place in the whole list, from 1; the last number is the count."""
    kind: Kind
    name: str
    country: str
    """ISO 3166-1 alpha-2, or empty."""
    affiliation: str
    """For individuals, for identification only; empty for others."""
    signatory_id: int
    """Tells the same signatory apart from another in two lists; not printed."""
    collation: str
    """Where it is in alphabetical order (``models.names.collation.key``); not printed."""
    added_at: datetime
    """When it was signed, proposed or entered; not printed."""
    earlier: bool = False
    """It endorses an earlier text, or agreed before there was one; printed as a number under the list."""


class RosterPage(Struct, frozen=True):
    """One page of the list as it is now."""

    letter_id: int
    title: str
    kind: Kind | None
    """The kind that is shown alone, or None for all."""
    page: int
    """From 1."""
    pages: int
    """At least 1."""
    counts: Counts
    """Of the whole list, whatever is shown; ``counts.as_of`` is the instant of the page."""
    entries: tuple[RosterEntry, ...]


class EditionSheet(Struct, frozen=True):
    """A list as it was frozen, or, with no number, the list as it stood at an instant."""

    letter_id: int
    title: str
    addressee: str
    number: int
    """From 1; 0 for a list that was not published."""
    name: EditionName | None
    """None for a list that was not published."""
    cut_at: datetime
    correction: str
    """What this list corrects, in one line; empty if it corrects nothing."""
    counts: Counts
    text_number: int | None
    """Version of the original text that was endorsed; None if there was none yet."""
    text_digest: str
    """SHA-256 of that text, or empty."""
    text_language: str
    """Code of its language, or empty."""
    text_body: str
    """Its words, or empty."""
    entries: tuple[RosterEntry, ...]
    first: frozenset[int]
    """Ids of those who were on the first published list."""
    digest: str
    """SHA-256 over ``models.publishing.editions.document``: anyone who holds the list can check it. Empty for a
    list that was not
    published."""
    embargo: Embargo | None = None
    """Of a list that was taken before the letter is published."""
    contact: str = ""
    """Where people outside Discord write to sign or to remove a name: a mail address, or that of a form."""

    @property
    def earlier(self) -> int:
        """How many on the list endorse an earlier text than the one it is under, or agreed before there was one."""
        return sum(entry.earlier for entry in self.entries)


class EditionChoice(Struct, frozen=True):
    """A published list as a completion offers it."""

    number: int
    name: EditionName
    cut_at: datetime


class ListChanges(Struct, frozen=True):
    """What became different from one list to a later one of the same letter."""

    before: EditionSheet | None
    """None if there is no earlier list: then everybody was added."""
    after: EditionSheet
    added: tuple[RosterEntry, ...]
    removed: tuple[RosterEntry, ...]
    respelled: tuple[tuple[RosterEntry, RosterEntry], ...]
    """Before and after of those that are printed differently: name, affiliation, country or kind."""

    @property
    def any(self) -> bool:
        """Whether anything is different between the two lists."""
        return bool(self.added or self.removed or self.respelled)


class Growth(Struct, frozen=True):
    """How the list of a letter grew."""

    letter_id: int
    title: str
    points: tuple[Counts, ...]
    """Counts at instants in order, from the opening to the end; at least one."""
    published_at: datetime | None
    """When the first list was published, where that was."""
