"""Sheets about the review: what waits for a moderator and why, and what happened to a decision."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from models.acts import Act
from models.refusal import Refusal
from models.sheets.signatories import AskedBefore, ConsentSheet, ProposalSheet, SignatoryChoice
from models.terms import SignatoryState, Verdict


class Why(StrEnum):
    """Why a moderator must look before deciding."""

    NO_CONSENT = "no consent"
    UNCONFIRMED = "unconfirmed"
    """The person is in the server and was asked; their own press is still missing."""
    ASKED_BEFORE = "asked before"
    """Somebody else was asked about it before, and may have said no."""
    EARLIER_TEXT = "earlier text"
    """Who agreed, agreed to an earlier text, or before there was one."""
    UNDECIDED = "undecided"
    OPPOSED = "opposed"
    CUT_SHORT = "cut short"
    CUT_WHILE_PAUSED = "cut short while paused"
    """The letter closed while it was paused: nobody could vote until then."""
    LATE = "late"
    ON_HOLD = "on hold"
    OWN_PROPOSAL = "own proposal"
    """Proposed by the moderator who looks: another one decides."""
    OWN_NAME = "own name"
    """Of the moderator who looks: another one decides."""
    SECOND_NEEDED = "second needed"
    """This moderator approved it already; the letter wants two."""
    ALONE = "alone"
    """Entered or signed by the moderator who looks; approving it is marked so."""
    OTHER_ORGANISATION = "other organisation"
    """Signed by someone who takes part for another one."""
    NOT_CONFIRMED = "not confirmed"
    """Signed for their own organisation by someone of whom no moderator has confirmed that they speak for it."""
    SAID_NO = "said no"
    """Somebody who may be the same person said no to this letter."""
    LOOKS_ALIKE = "looks alike"
    """Another name of the letter may mean the same body."""
    DOUBTFUL = "doubtful"
    """Something about the name itself."""
    LEAVING = "leaving"
    """Approved; the proposer asks that it be taken off the list."""


class DecisionSheet(Struct, frozen=True):
    """The decision of one moderator on one name, with the words that go to its proposer and those that go to
    nobody."""

    id: int
    verdict: Verdict
    decided_by: int
    decided_at: datetime
    told: str
    note: str


class QueueItem(Struct, frozen=True):
    """One signatory that a moderator must look at, and why."""

    proposal: ProposalSheet
    why: tuple[Why, ...]
    consent: ConsentSheet | None
    objections: tuple[str, ...]
    """Reasons of those against, without their names."""
    proposer_organisation: str
    """The organisation of the proposer."""
    last: DecisionSheet | None
    """The last decision that still stands."""
    asked_before: tuple[AskedBefore, ...] = ()
    """Who was asked about the name before the person who is asked now."""


class QueueSheet(Struct, frozen=True):
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

    since: int = 0
    """The newest entry of the journal: *approve all* is for what was ready then."""
    agreed: Mapping[int, ConsentSheet] = field(default_factory=dict)
    """Who agreed, of those that are ready, by their ids."""
    digest: str = ""
    """Of all that are ready, as they are shown (``models.signatories.shown.together``)."""


class ActLine(Struct, frozen=True):
    """One act of a moderator, from the journal."""

    at: datetime
    act: Act
    actor_id: int | None
    """None for the bot, and where the entry's content was erased."""
    erased: bool
    name: str
    """Of the signatory that it is about, as it was then; else empty."""
    reason: str
    alone: bool
    """Entered and approved by one person."""
    override: bool
    """Approved although the vote was against it."""
    became: str = ""
    """The name after an edit or a correction that changed it; else empty."""
    safeguards: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    """Which safeguards it changed, each with its value before and after (``models.outbox.safeguards``)."""
    names: int | None = None
    """How many came in or left with one list."""


class ActOf(Struct, frozen=True):
    """One act of an account that is looked into."""

    entry_id: int
    at: datetime
    act: Act
    name: str
    """Of the signatory that it is about, as it is now; else empty."""
    undoable: bool
    """It can be taken back by a press."""


class ActsOfSheet(Struct, frozen=True):
    """What one account did since an instant, the newest first."""

    guild_id: int
    user_id: int
    since: datetime
    acts: tuple[ActOf, ...]
    total: int
    """How many there are, also beyond those that are listed."""


class ActsSheet(Struct, frozen=True):
    """One page of the moderators' acts on a letter and on the server, the newest first."""

    guild_id: int
    letter_id: int
    title: str
    lines: tuple[ActLine, ...]
    approved: int
    """On the list now."""
    alone: int
    """Of those, entered and approved by one person."""
    page: int
    pages: int
    """At least 1."""


class ReviewAnswer(Struct, frozen=True):
    """What happened to one signatory in a decision on several."""

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

    @classmethod
    def refused(
        cls, signatory_id: int, name: str, state: SignatoryState | None, refusal: Refusal
    ) -> "ReviewAnswer":
        """One on which nothing was decided."""
        return cls(signatory_id, name, state, None, second_needed=False, alone=False, refusal=refusal)


class ReviewSheet(Struct, frozen=True):
    """The answers to one decision, in the order asked for."""

    verdict: Verdict
    answers: tuple[ReviewAnswer, ...]

    @property
    def done(self) -> tuple[ReviewAnswer, ...]:
        """Those names that were decided."""
        return tuple(answer for answer in self.answers if answer.refusal is None)

    @property
    def refused(self) -> tuple[ReviewAnswer, ...]:
        """Those that were not, each with its refusal."""
        return tuple(answer for answer in self.answers if answer.refusal is not None)


class Approving(Struct, frozen=True):
    """Names that are approved some at a time, so that anyone who writes meanwhile need not wait for all of them."""

    letter_id: int
    rest: tuple[SignatoryChoice, ...]
    """Those to which it has not come yet."""
    since: int
    """The newest entry of the journal that was looked at."""
    changed: frozenset[int] = frozenset()
    """Names to which something happened since they were shown."""
    people: frozenset[int] = frozenset()
    """People to whom something happened since."""
    answers: tuple[ReviewAnswer, ...] = ()
    """What happened to those before."""

    @property
    def sheet(self) -> ReviewSheet:
        """What happened to all so far."""
        return ReviewSheet(Verdict.APPROVE, self.answers)

    def ended(self, refusal: Refusal) -> "Approving":
        """End it with the rest refused, each by its name; raises the refusal if nothing was done before."""
        if not self.sheet.done:
            raise refusal
        refused = tuple(ReviewAnswer.refused(one.id, one.name, one.state, refusal) for one in self.rest)
        return replace(self, rest=(), answers=self.answers + refused)
