"""Sheets about signatories: what is typed, the proposal and its vote, one with its history, the review."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypedDict

from msgspec import Struct

from models.acts import Act
from models.sheets.findings import Found
from models.sheets.votes import VoteSheet
from models.terms import Choice, Doubt, Kind, Like, Means, SignatoryState, Way


class ProposalAnswers(Struct, frozen=True):
    """What was typed to propose a name, to correct it or to enter it."""

    kind: Kind
    name: str
    country: str = ""
    """A code, a name or a usual short form; may be empty."""
    detail: str = ""
    """The website; for an individual the affiliation."""
    authorised_by: str = ""
    """Who agreed, in which role."""
    evidence: str = ""
    """How we know."""
    note: str = ""
    """For those who vote and decide."""


class SignAnswers(Struct, frozen=True):
    """What was typed to sign for their own organisation or person."""

    kind: Kind
    name: str = ""
    """Empty is the organisation that the participant gave with *Take part*."""
    country: str = ""
    detail: str = ""
    authorised: bool = False
    """*I am authorised* was ticked."""
    version_id: int = 0
    """The wording that was shown when the form was opened; 0 if there was none."""


class EntryChanges(TypedDict, total=False):
    """What a moderator changes in a signatory; a key that is left out stays as it is."""

    kind: Kind
    name: str
    country: str
    detail: str
    sort_key: str
    """Empty goes back to the one made from the name."""
    aliases: str
    """Acronym and other names, one a line."""


class Lookalike(Struct, frozen=True):
    """A signatory of the same letter whose name may mean the same body. A suggestion; a human decides."""

    id: int
    name: str
    kind: Kind
    state: SignatoryState
    like: Like


class ProposalSheet(Struct, frozen=True):
    """A signatory as those may see it who take part: the proposal's card and every private answer show this."""

    id: int
    guild_id: int
    letter_id: int
    letter_title: str
    kind: Kind
    name: str
    country: str
    """ISO 3166-1 alpha-2, or empty."""
    website: str
    affiliation: str
    note: str
    """What the proposer wrote for those who vote and decide."""
    state: SignatoryState
    way: Way
    added_by: int | None
    added_at: datetime
    late: bool
    consent: bool
    """It is recorded who agreed; who, is for moderators only."""
    vote: VoteSheet | None
    """None if there is none."""
    leaving_at: datetime | None
    """When the proposer asked that it be taken off the list."""
    lookalikes: tuple[Lookalike, ...] = ()
    """Live names of this letter that may mean the same, the likeliest first."""
    person_id: int | None = None
    """The member of the server whose own name it is, where somebody else put it forward and asked them."""
    person_asked_at: datetime | None = None
    aliases: tuple[str, ...] = ()
    """Acronym and other names, never printed on a list."""
    doubts: tuple[Doubt, ...] = ()
    """Why the name itself should be looked at."""
    found: tuple[Found, ...] = ()
    """What the list that it came with said against it, and what was typed there and dropped; for moderators."""
    shown: str = ""
    """The digest of who it is, who agreed and to what (``models.signatories.shown``), for buttons."""
    unposted: bool = False
    """Told to the proposer: no channel is chosen in which its card could stand."""
    said_no: bool = False
    """It may mean a person who said no to this letter; told only to the moderator who enters or edits it."""

    @property
    def open_vote(self) -> VoteSheet | None:
        """The vote on the name while it is under way, else None."""
        return self.vote if self.vote is not None and self.vote.ended_at is None else None

    @property
    def detail(self) -> str:
        """Website, or an individual's affiliation: one field of each form."""
        return self.affiliation if self.kind is Kind.INDIVIDUAL else self.website


class LeavingSheet(Struct, frozen=True):
    """A signatory that the proposer is about to take off."""

    proposal: ProposalSheet
    at_once: bool
    """Of one that is on the list: it is off with the press; otherwise the moderators are asked."""


class EntrySheet(Struct, frozen=True):
    """A signatory that a moderator is about to edit."""

    proposal: ProposalSheet
    sort_key: str
    """As a moderator set it; empty if it is made from the name."""


class SignatoryChoice(Struct, frozen=True):
    """A signatory as a completion offers it."""

    id: int
    name: str
    kind: Kind
    state: SignatoryState
    letter_title: str = ""
    """Of its letter, where the reader may choose between several; else empty."""


class BallotSheet(Struct, frozen=True):
    """What holds after a press, for the voter's eyes only."""

    signatory_id: int
    name: str
    choice: Choice | None
    """What holds now; None when no vote of theirs stands."""
    before: Choice | None
    unchanged: bool
    """The press changed nothing: the same choice, or an older event that came late."""
    until: datetime
    """Until when it can be changed."""
    voted: int
    secret: bool
    organisation: str | None
    """The organisation whose one vote this is; None where persons vote."""


class ConsentSheet(Struct, frozen=True):
    """The record that the signatory agreed; for moderators and anyone who recorded it."""

    means: Means
    authorised_by: str
    evidence: str
    recorded_by: int | None
    recorded_at: datetime
    text_version_id: int | None
    confirmed_by: int | None
    """Who confirmed a text that was changed afterwards, and when."""
    confirmed_at: datetime | None


class AskedBefore(Struct, frozen=True):
    """Somebody who was asked about a name before another was asked in their place."""

    user_id: int
    """0 once they are erased."""
    asked_at: datetime
    refused_at: datetime | None
    """When they said no; None if they have not."""


class NamedVote(Struct, frozen=True):
    """One ballot of a vote that was announced as not secret."""

    user_id: int
    choice: Choice
    reason: str


class HistoryLine(Struct, frozen=True):
    """One act on a signatory, from the journal."""

    at: datetime
    act: Act
    actor_id: int | None
    """Who; None for the bot, and for readers who are no moderators."""
    facts: Mapping[str, Any]
    """Plain JSON values; only moderators get reasons, notes and evidence."""


class SignatorySheet(Struct, frozen=True):
    """One signatory with its history."""

    proposal: ProposalSheet
    consent: ConsentSheet | None
    """Only for moderators and for the proposer."""
    votes: tuple[NamedVote, ...]
    """Of a vote that was not secret, once it has ended."""
    approved_at: datetime | None
    removed_at: datetime | None
    alone: bool
    """Entered and approved by one person."""
    told: str
    """What the proposer was told; for the proposer and moderators."""
    text_number: int | None
    """Version of the original that it endorses; None if it agreed to none."""
    earlier: bool
    """The text was changed in substance since, or written after it agreed."""
    history: tuple[HistoryLine, ...]
    """Oldest first."""
    may_cancel: bool
    may_correct: bool
    may_add_consent: bool
    may_ask: bool
    """Say which member of the server it is, so that they confirm it themselves."""
    unconfirmed: bool
    """A member was asked and has not pressed."""
    may_confirm: bool
    """It is the reader's own name, proposed by somebody else."""
    may_withdraw: bool
    moderates: bool
    """The reader is a moderator."""
    asked_before: tuple[AskedBefore, ...] = ()
    """Only for moderators: who was asked before the person who is asked now."""
