"""Sheets about signatories: what is typed, the proposal and its vote, one with its history, the review."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypedDict

from models.policy import Policy, Result
from models.refusal import Refusal
from models.terms import Choice, Kind, Means, SignatoryState, Verdict, Way


@dataclass(frozen=True, slots=True)
class ProposalAnswers:
    """What was typed to put a name forward, to correct it or to enter it."""

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


@dataclass(frozen=True, slots=True)
class SignAnswers:
    """What was typed to sign for the own organisation or person."""

    kind: Kind
    name: str = ""
    """Empty is the organisation that the participant gave with *Take part*."""
    country: str = ""
    detail: str = ""
    authorised: bool = False
    """*I am authorised* was ticked."""


class EntryChanges(TypedDict, total=False):
    """What a moderator changes in a signatory; a key that is left out stays as it is."""

    kind: Kind
    name: str
    country: str
    detail: str
    sort_key: str
    """Empty goes back to the one made from the name."""


@dataclass(frozen=True, slots=True)
class ProposalSheet:
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
    cut_short: bool
    consent: bool
    """It is recorded who agreed; who, is for moderators only."""
    policy: Policy | None
    """The policy of its vote; None where there is none."""
    ballot_closes_at: datetime | None
    ballot_ended_at: datetime | None
    voted: int
    """How many have voted; known while the vote runs."""
    result: Result | None
    """The tally and what it means; None until the vote has ended."""
    leaving_at: datetime | None
    """When the proposer asked that it be taken off the list."""

    @property
    def detail(self) -> str:
        """Website, or an individual's affiliation: one field of each form."""
        return self.affiliation if self.kind is Kind.INDIVIDUAL else self.website


@dataclass(frozen=True, slots=True)
class EntrySheet:
    """A signatory that a moderator is about to edit."""

    proposal: ProposalSheet
    sort_key: str
    """As a moderator set it; empty where it is made from the name."""


@dataclass(frozen=True, slots=True)
class SignatoryChoice:
    """A signatory in a chooser."""

    id: int
    name: str
    kind: Kind
    state: SignatoryState
    letter_title: str = ""
    """Of its letter, where the reader may choose between several; else empty."""


@dataclass(frozen=True, slots=True)
class VoteSheet:
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


@dataclass(frozen=True, slots=True)
class ConsentSheet:
    """The record that the signatory agreed; for moderators and whoever recorded it."""

    means: Means
    authorised_by: str
    evidence: str
    recorded_by: int | None
    recorded_at: datetime
    text_version_id: int | None


@dataclass(frozen=True, slots=True)
class NamedVote:
    """One ballot of a vote that was announced as not secret."""

    user_id: int
    choice: Choice
    reason: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act from the journal."""

    at: datetime
    act: str
    actor_id: int | None
    """Who; None for the bot, and for readers who are no moderators."""
    facts: Mapping[str, Any]
    """Plain JSON values; only moderators get reasons, notes and evidence."""


@dataclass(frozen=True, slots=True)
class SignatorySheet:
    """One signatory with its history."""

    proposal: ProposalSheet
    consent: ConsentSheet | None
    """Only for moderators and for whoever put the name forward."""
    votes: tuple[NamedVote, ...]
    """Of a vote that was not secret, once it has ended."""
    approved_at: datetime | None
    removed_at: datetime | None
    alone: bool
    """Entered and approved by one person."""
    told: str
    """What the proposer was told; for the proposer and moderators."""
    text_digest: str
    """SHA-256 of the wording it endorses, or empty."""
    history: tuple[HistoryLine, ...]
    """Oldest first."""
    may_cancel: bool
    may_correct: bool
    may_add_consent: bool
    may_withdraw: bool
    moderates: bool
    """The reader is a moderator."""


class Why(StrEnum):
    """Why a moderator must look before deciding."""

    NO_CONSENT = "no consent"
    UNDECIDED = "undecided"
    OPPOSED = "opposed"
    CUT_SHORT = "cut short"
    LATE = "late"
    ON_HOLD = "on hold"
    OWN_PROPOSAL = "own proposal"
    """Proposed by the moderator who looks: another one decides."""
    SECOND_NEEDED = "second needed"
    """This moderator approved it already; the letter wants two."""
    ALONE = "alone"
    """Entered or signed by the moderator who looks; approving it is marked so."""
    OTHER_ORGANISATION = "other organisation"
    """Signed by someone who takes part for another one."""
    LEAVING = "leaving"
    """Approved; the proposer asks that it be taken off the list."""


@dataclass(frozen=True, slots=True)
class DecisionSheet:
    """One moderator's verdict."""

    id: int
    verdict: Verdict
    decided_by: int
    decided_at: datetime
    told: str
    note: str


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One signatory that a moderator must look at, and why."""

    proposal: ProposalSheet
    why: tuple[Why, ...]
    consent: ConsentSheet | None
    objections: tuple[str, ...]
    """Reasons of those against, without their names."""
    proposer_organisation: str
    """The organisation of whoever put the name forward."""
    last: DecisionSheet | None
    """The last decision that still stands."""


@dataclass(frozen=True, slots=True)
class QueueSheet:
    """What waits for a moderator on one letter."""

    letter_id: int
    title: str
    ready: tuple[SignatoryChoice, ...]
    """Nothing speaks against approving these at once."""
    to_look_at: int
    items: tuple[QueueItem, ...]
    """One page of those to look at, oldest first."""
    page: int
    pages: int
    """At least 1."""

    digest: str = ""
    """Eight characters that say which names *approve all* is pressed for, and how they are printed."""


@dataclass(frozen=True, slots=True)
class ReviewAnswer:
    """What became of one signatory in a decision on several."""

    signatory_id: int
    name: str
    """Empty when it was not found."""
    state: SignatoryState | None
    """The state that holds now."""
    decision_id: int | None
    """For undo; None when refused."""
    second_needed: bool
    """Approved once; a second moderator must approve too."""
    alone: bool
    refusal: Refusal | None


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """The answers to one decision, in the order asked for."""

    verdict: Verdict
    answers: tuple[ReviewAnswer, ...]

    @property
    def done(self) -> tuple[ReviewAnswer, ...]:
        """Those that were decided."""
        return tuple(answer for answer in self.answers if answer.refusal is None)

    @property
    def refused(self) -> tuple[ReviewAnswer, ...]:
        """Those that were not, each with its refusal."""
        return tuple(answer for answer in self.answers if answer.refusal is not None)
