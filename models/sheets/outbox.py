"""Sheets about what the bot says: notices to be sent, cards to be drawn, what is scheduled."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct

from models.sheets.daily import BulletinSheet, DigestSheet
from models.sheets.letters import LetterSheet
from models.sheets.mine import LeftToDo
from models.sheets.roster import EditionSheet, Growth
from models.sheets.signatories import ProposalSheet
from models.terms import CardKind, DeliveryState, EventChange, NoticeKind, NoticeState, Place, SignatoryState


class Unsent(StrEnum):
    """Why a notice was not sent, as it is kept with its delivery; the words are in ``cogs.ui.states``."""

    CALLED_OFF = "called off"
    SKIPPED = "skipped by hand"
    NO_CHANNEL = "no channel"
    CUT_OFF = "cut off"
    BOT_LEFT = "bot left"
    NOTHING_LEFT = "nothing left"
    NOT_OPEN = "not open"
    REOPENED = "reopened"
    CHANGED_AGAIN = "changed again"
    UNDONE = "undone"
    ANSWERED = "answered"
    NOTHING_WAITS = "nothing waits"
    LET_IN = "let in"
    NO_MESSAGES = "no messages"
    CLOSED = "closed"
    PAUSED = "paused"
    NO_PART = "no part"
    MUTED = "muted"
    ENOUGH = "enough"
    ANOTHER_DUE = "another due"
    LATER_DUE = "later due"
    NOT_WANTED = "not wanted"
    STALE = "stale"
    NOT_PUBLISHED = "not published"
    UNCHANGED = "unchanged"


class CardPlace(Struct, frozen=True):
    """Where a public card stands."""

    channel_id: int
    message_id: int


class PostedNotice(Struct, frozen=True):
    """How a notice stood when it was posted, for one that is redrawn."""

    delivery_id: int
    closes_at: datetime | None
    """The deadline that it stated; None if an earlier version posted it, which kept nothing of it."""
    review_until: datetime | None
    """The end of review that it stated."""
    sent_at: datetime
    leaves_older: bool
    """Older messages about the letter may still show what was true before."""


class DecidedName(Struct, frozen=True):
    """A name on which moderators decided, as it is now."""

    name: str
    state: SignatoryState
    told: str
    """The moderators' words to the proposer; they belong to the decision that stands."""


class NoticeSheet(Struct, frozen=True):
    """One notice as it is true at the moment of sending; words follow ``as_of``, never ``due_at``."""

    kind: NoticeKind
    guild_id: int
    due_at: datetime
    as_of: datetime
    late: bool
    """More than five minutes after ``due_at``: the message says so."""
    letter: LetterSheet | None
    left: LeftToDo | None
    """For a direct reminder: what this person can still do."""
    edition: EditionSheet | None
    """The newest edition, for a publication, a close and a report."""
    growth: Growth | None
    """How the list grew, for a report."""
    proposal: ProposalSheet | None
    ping_role_id: int | None
    """The role to mention; None if nobody is pinged."""
    status_card: CardPlace | None
    """The letter's public card, to link to."""
    facts: Mapping[str, Any]
    """What the verb handed to ``notices.announce`` or ``notices.tell``; instants are aware datetimes."""
    digest: DigestSheet | None = None
    """What waits for moderators, for a digest."""
    bulletin: BulletinSheet | None = None
    """What is new on the list, for a bulletin."""
    embargo: bool = False
    """It must not be said where everyone in the server reads."""
    answered: bool = False
    """It asked something, and that is answered: its buttons are left out."""
    server: str = ""
    """What Discord calls the server, where that is known."""
    posted: PostedNotice | None = None
    """Of one that is in a channel and is redrawn."""
    language: str = ""
    """Of one to a person: their language, as far as it is known; empty for the coalition's."""

    @property
    def id(self) -> int:
        """What the card of one that is in a channel is about: its delivery; 0 before."""
        return self.posted.delivery_id if self.posted is not None else 0


class ToRedraw(Struct, frozen=True):
    """A message that was sent and should be redrawn, as which."""

    delivery_id: int
    place: Place
    recipient_id: int
    message_id: int
    guild_id: int
    notice: NoticeSheet | None
    """None if it names somebody who was erased since, and nothing else is left of it."""


class ToSend(Struct, frozen=True):
    """A delivery that this process has claimed. Its id makes the nonce."""

    delivery_id: int
    place: Place
    recipient_id: int
    tries: int
    """1 at the first try; above that, an earlier try may have arrived although nobody heard of it."""
    first_tried_at: datetime
    """Aware instant of the first claim, this one's at the first try."""
    claimed_until: datetime
    """Aware instant from which on it may be someone else's."""
    notice: NoticeSheet


class Unsaid(Struct, frozen=True):
    """A claimed delivery that is not sent, and why."""

    delivery_id: int
    state: DeliveryState
    why: Unsent


class RenderedRound(Struct, frozen=True):
    """What was claimed, as it is true now."""

    to_send: tuple[ToSend, ...]
    """Oldest first."""
    unsaid: tuple[Unsaid, ...]


class Arrived(Struct, frozen=True):
    """A delivery that arrived, as which message, and when (aware)."""

    delivery_id: int
    message_id: int
    at: datetime
    stated: Mapping[str, Any] | None = None
    """What it stated of its letter (``models.outbox.posted.stated``)."""


class WelcomeSheet(Struct, frozen=True):
    """What is in the channel that everyone reads."""

    guild_id: int
    published: tuple[LetterSheet, ...]
    """The newest published letters, the newest first."""

    @property
    def id(self) -> int:
        """What the card is about: the server."""
        return self.guild_id


class CardTask(Struct, frozen=True):
    """A public card to be posted (no ``message_id``) or redrawn."""

    id: int
    kind: CardKind
    channel_id: int
    message_id: int | None
    token: int
    """Hand it back to ``cards.drawn``: what changed meanwhile keeps the card stale."""
    sheet: LetterSheet | ProposalSheet | WelcomeSheet | NoticeSheet
    embargo: bool = False
    """It must not stand where everyone in the server reads."""


class CardTry(Struct, frozen=True):
    """An earlier try to post a card, of which nobody knows whether it arrived."""

    channel_id: int
    since: datetime


class ScheduledNotice(Struct, frozen=True):
    """A reminder, planned or past, with what happened to it."""

    letter_id: int
    title: str
    kind: NoticeKind
    due_at: datetime
    state: NoticeState
    channel_id: int | None
    """The channel that gets it; None if none is chosen."""
    direct: bool
    """Also by DM to each participant with something left to do."""
    channel: DeliveryState | None
    """What happened to the channel's message; None before it is made."""
    sent_at: datetime | None
    """When the channel's message was sent."""
    people: Mapping[DeliveryState, int]
    """How many DMs ended how."""
    troubles: tuple[str, ...]
    """Why deliveries failed, without repetition; for moderators only."""
    id: int
    """0 for what the letter's own course will say, which is no notice yet."""
    person_id: int | None = None
    """The one person to whom it goes, where it is for that person alone."""


class PickedNotice(Struct, frozen=True):
    """One notice, and what a moderator can do about it."""

    guild_id: int
    line: ScheduledNotice
    as_of: datetime
    can_send: bool
    can_skip: bool


class RehearsedNotice(Struct, frozen=True):
    """What a notice would say now."""

    notice: NoticeSheet
    direct: bool
    """By direct message, to anyone who looks."""
    objection: Unsent | None
    """Why it would not be sent now; None if it would."""


class RemindersSheet(Struct, frozen=True):
    """What is scheduled for the letters of this server that the reader may see."""

    as_of: datetime
    planned: tuple[ScheduledNotice, ...]
    """Soonest first."""
    past: tuple[ScheduledNotice, ...]
    """Newest first."""
    direct_messages: bool | None
    """Whether the reader gets DMs; None for anyone who does not take part."""
    muted_until: datetime | None
    for_moderators: bool = False
    """The reader moderates: everything is listed, and can be picked."""
    unreached: tuple[int, ...] = ()
    """For moderators: people who want direct messages and got none of the last."""
    time_zone: str = "UTC"
    """By whose days they are listed: the reader's, or the coalition's for anyone who takes no part."""


class EventTask(Struct, frozen=True):
    """What Discord's list of events should be told about the close of a letter."""

    id: int
    guild_id: int
    event_id: int | None
    """What is there now."""
    token: int
    change: EventChange
    title: str
    starts_at: datetime
    ends_at: datetime
