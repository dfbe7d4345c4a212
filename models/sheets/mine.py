"""Sheets about what waits for one person."""

from datetime import datetime

from msgspec import Struct

from models.sheets.signatories import ProposalSheet
from models.sheets.wishes import WishSheet
from models.terms import Kind, SignatoryState


class LeftToDo(Struct, frozen=True):
    """What one person can still do for one letter at this moment."""

    organisation_missing: bool
    """Their own organisation is on the letter in no form, and the letter takes names now."""
    votes: int
    """Open votes in which this person (or, where organisations vote, the organisation) has not voted."""
    lacking_consent: int
    """Own proposals for which nobody has recorded who agreed."""

    @property
    def anything(self) -> bool:
        """True when a reminder has something to say."""
        return self.organisation_missing or self.votes > 0 or self.lacking_consent > 0


class OwnOrganisation(Struct, frozen=True):
    """Where their own organisation is on one letter."""

    letter_id: int
    title: str
    signatory_id: int | None
    state: SignatoryState | None
    """None while it is not on the letter."""
    late: bool
    """A name that comes now is late: the letter is closed."""


class OwnProposal(Struct, frozen=True):
    """A name that this person proposed and that is not settled yet."""

    signatory_id: int
    letter_id: int
    title: str
    """Of the letter."""
    name: str
    kind: Kind
    state: SignatoryState
    lacks_consent: bool


class EarlierText(Struct, frozen=True):
    """A name that this person vouched for and that endorses an earlier text of its letter."""

    signatory_id: int
    name: str
    title: str
    """Of the letter."""
    number: int
    """Of the newest version of the original."""
    until: datetime | None
    """Until when it is taken off at once; None if the text was not changed in substance."""
    shown: str
    """The digest of the name and the newest text, to confirm it."""


class AskableName(Struct, frozen=True):
    """A person's name about which somebody may be asked."""

    signatory_id: int
    name: str
    title: str
    """Of the letter."""


class AskedSheet(Struct, frozen=True):
    """This person's own name, proposed by somebody else, about which they are asked."""

    signatory_id: int
    name: str
    title: str
    """Of the letter."""
    put_forward_by: int | None
    shown: str
    """The digest of the name and the text, to agree to them."""


class MineSheet(Struct, frozen=True):
    """All that waits for one person."""

    votes: int
    """Open votes still to be cast, the one shown included."""
    proposal: ProposalSheet | None
    """The next of them."""
    organisation: str
    organisations: tuple[OwnOrganisation, ...]
    """One line a letter that is open or in review."""
    proposals: tuple[OwnProposal, ...]
    direct_messages: bool
    muted_until: datetime | None
    earlier: tuple[EarlierText, ...] = ()
    asked: tuple[AskedSheet, ...] = ()
    """One of each letter at most."""
    wishes: tuple[WishSheet, ...] = ()
    """Names of wish lists that this person said they would ask, without those that are on the letter or said no."""
