"""Sheets about the letter, its deadline, its text and its talking points."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypedDict

from msgspec import Struct, field

from models.letter_parts import Part
from models.sheets.embargo import Embargo
from models.sheets.outcome import NOTHING_YET, Outcome
from models.sheets.roster import Counts
from models.strings.diff import DiffPiece
from models.terms import LetterState, Milestone, TextChange


class Deadline(Struct, frozen=True):
    """A deadline as it was understood, to be echoed before it takes effect."""

    instant: datetime
    zone: str
    """The IANA zone in which day and hour were read."""
    date_only: bool
    """No hour was typed: it is the end of that day, 23:59:59."""
    clock: str = ""
    """``UTC-12`` where hours were read at an offset that belongs to no place, else empty."""
    chosen: str = ""
    """The IANA zone in which one of several readings was offered and chosen, where it is another than ``zone``."""


class Reading(Struct, frozen=True):
    """One of several instants that a deadline could mean, and the IANA zone in which to show it."""

    instant: datetime
    zone: str


class LetterChanges(TypedDict, total=False):
    """What to change in a letter; a key that is left out stays as it is."""

    title: str
    addressee: str
    review_hours: int
    most_open: int
    two_person: bool
    closes_at: datetime
    """Only while the letter is a draft; later it is extended, closed early or reopened."""
    time_zone: str
    """Only while the letter is a draft."""
    contact: str
    """For people outside Discord; empty for none."""


class LetterChoice(Struct, frozen=True):
    """A letter as a menu or a completion offers it."""

    id: int
    title: str
    state: LetterState


class TextVersionSheet(Struct, frozen=True):
    """A text version without its words."""

    id: int
    language: str
    number: int
    digest: str
    """SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
    created_at: datetime
    change: TextChange | None = None
    """What a moderator said of it, where the text had been signed before."""
    leave_until: datetime | None = None
    """After a change of substance: until then the person who vouched for a name takes it off at once."""


class LetterSheet(Struct, frozen=True):
    """A letter with its signing window and its counts at one instant."""

    id: int
    guild_id: int
    title: str
    addressee: str
    state: LetterState
    time_zone: str
    closes_at: datetime
    deadline_version: int
    created_at: datetime
    opened_at: datetime | None
    paused_at: datetime | None
    publish_at: datetime | None
    published_at: datetime | None
    closed_at: datetime | None
    review_hours: int
    review_until: datetime | None
    final_at: datetime | None
    two_person: bool
    policy: Mapping[str, Any]
    """The policy for proposals to come, as a document (``models.rules.voting_policy.Policy.of`` reads it)."""
    text: TextVersionSheet | None
    """The newest wording in the original language."""
    counts: Counts
    as_of: datetime
    """The instant at which all counts hold."""
    voting: int
    """Proposals whose vote is under way."""
    waits: int
    """Signatories that wait for a moderator's decision, late ones apart."""
    milestones: Mapping[Milestone, datetime] = field(default_factory=dict)
    """The dates beside the close that are set."""
    accepts_until: datetime | None = None
    """After the close: names that come until then count as on time."""
    event: bool = False
    """The close is shown in the server's list of events."""
    contact: str = ""
    """Where people outside Discord write to sign or to take a name off: an e-mail address, or that of a form."""
    most_open: int = 20
    """This many names that one member proposed may be undecided at once."""
    wanted: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    """Safeguards that a first moderator wants to weaken, each with its value before and after: not done yet."""
    takes_late: bool = False
    """A name that comes now is late."""
    late: int = 0
    """Names that came late and wait for a moderator; they hold no final list back."""
    leaving: int = 0
    """Names on the list that are asked to be taken off."""
    subjects: int = 0
    """How many subjects have talking points."""
    parts: frozenset[Part] = frozenset()
    """What moderators switched on around the list."""
    outcome: Outcome = NOTHING_YET
    """To whom it was delivered, and what they answered."""

    @property
    def in_review(self) -> int:
        """Everything that ``/review`` shows."""
        return self.waits + self.late + self.leaving

    @property
    def not_listed(self) -> int:
        """Names that wait for a moderator and are not on the list."""
        return self.waits + self.late


class PanelSheet(Struct, frozen=True):
    """A letter as anyone who runs it sees it: where it stands, and what the next step takes."""

    letter: LetterSheet
    set_up: bool
    """The server is set up, without which no letter opens."""
    locked_at: datetime | None
    coordinator_id: int | None
    """Who runs the letter; None if nobody does, because they had themselves erased."""
    others: tuple[LetterChoice, ...]
    """All letters that this person may read, in the order in which they are offered."""
    wants_unlock: bool = False
    """It is locked, and this person asked to end that: somebody else has to as well."""


class CoordinatorSheet(Struct, frozen=True):
    """Who runs a letter now."""

    guild_id: int
    letter_id: int
    title: str
    coordinator_id: int | None


class LockSheet(Struct, frozen=True):
    """How the lock of a letter stands."""

    guild_id: int
    letter_id: int
    locked_at: datetime | None
    wanted: bool
    """One moderator wants it unlocked, and another must."""


class PublishPreview(Struct, frozen=True):
    """What would be published if the moderator confirmed now; ``letter.waits`` would not be on the list."""

    letter: LetterSheet
    listed: str
    """``roster.digest`` of the list."""
    earlier: int
    """This many on it endorse an earlier text, or agreed before there was one."""


class TextSheet(Struct, frozen=True):
    """The letter's text in one language."""

    letter_id: int
    title: str
    addressee: str
    published_at: datetime | None
    version: TextVersionSheet
    body: str
    original: bool
    """The wording that counts; a translation says that it is one."""
    languages: tuple[str, ...]
    """All languages in which there is a text, the original first."""
    translates: int | None = None
    """Of a translation: the version of the original that it translates."""
    stale: bool = False
    """The original was changed since it was translated."""
    embargo: Embargo | None = None
    """None once the letter is published."""
    suggestible: bool = False
    """Members may suggest another wording of the original."""


class TextQuestion(Struct, frozen=True):
    """A change to a text that somebody has agreed to, and that waits for what kind of change it is."""

    draft_id: int
    guild_id: int
    letter_id: int
    title: str
    before: TextVersionSheet
    """The version that stands."""
    pieces: tuple[DiffPiece, ...]
    """The difference word by word; empty if the text is too long for it."""
    lines: str
    """The same as a unified difference."""
    leave_until: datetime
    """Until when people could leave, if it were a change of substance made now."""


class PointSheet(Struct, frozen=True):
    """What members say about the letter, on one subject."""

    subject: str
    body: str


class PointsSheet(Struct, frozen=True):
    """Talking points of a letter: all, or those on one subject."""

    letter_id: int
    title: str
    published_at: datetime | None
    points: tuple[PointSheet, ...]
    subjects: tuple[str, ...]
    """Every subject of the letter, in order."""
    embargo: Embargo | None = None
    """None once the letter is published."""
