"""Tables about the letter, its texts and its lists as published."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.database.tables.columns import document, key, link, partial_index, snowflake, term
from models.terms import EditionName, LetterState, TextChange


class Letter(SQLModel, table=True):
    """A joint letter with its signing window. All instants are aware UTC."""

    # At each look at the clock it is asked which letter is to be closed, published or erased next
    # (models/operations/due_work.py).
    __table_args__ = (
        Index("ix_letter_state_closes_at", "state", "closes_at"),
        partial_index("ix_letter_unpublished", "publish_at", where="published_at IS NULL"),
        Index("ix_letter_final_at", "final_at"),
    )

    id: int = key()
    guild_id: int = snowflake(foreign_key="coalition.guild_id", index=True)
    title: str
    addressee: str
    state: LetterState = term(LetterState, default=LetterState.DRAFT)
    time_zone: str
    closes_at: datetime
    """The one stored deadline; on time means before it."""
    deadline_version: int = 1
    """Goes up with every move of the deadline; what was planned for an earlier one is superseded."""
    created_by: int = snowflake()
    created_at: datetime
    opened_at: datetime | None = None
    paused_at: datetime | None = None
    publish_at: datetime | None = None
    """A publication planned for later; empty when it happened or was called off."""
    published_at: datetime | None = None
    closed_at: datetime | None = None
    review_hours: int = 24
    review_until: datetime | None = None
    final_at: datetime | None = None
    """When the final edition was cut."""
    soft_at: datetime | None = None
    review_ends_at: datetime | None = None
    """A date for the end of review; empty where it is so many hours after the close."""
    deliver_at: datetime | None = None
    accepts_until: datetime | None = None
    """After the close: until then names count as on time, because the bot was away before it."""
    policy: dict[str, Any] = document(default_factory=dict)
    """The voting policy for proposals to come (``models.rules.voting_policy.Policy`` as a document)."""
    most_open: int = 20
    """So many names that one member proposed may be undecided at once."""
    two_person: bool = False
    """Approval needs two moderators."""
    plan: dict[str, Any] = document(default_factory=dict)
    """Which reminders come when (``models.rules.reminder_plan.Plan`` as a document)."""
    plan_version: int = 1
    """Goes up with every change of the plan; what followed from an earlier one and was not sent is superseded."""
    locked_at: datetime | None = None
    """Since when moderators change and take along nothing (``models.letters.locks``)."""
    contact: str = ""
    """Where people outside Discord write to sign or to take a name off: an e-mail address, or that of a form."""
    invitation: str = ""
    """What is sent to those who should agree, in moderators' own words (``models.letters.invitations``); empty for the
    bot's."""
    coordinator_id: int | None = snowflake(default=None)
    """Who runs it; whoever created it until it is handed over, None once that person is erased."""
    parts: list[str] = document(default_factory=list)
    """What moderators switched on around the list (``models.letter_parts.Part``)."""
    outcome: dict[str, Any] = document(default_factory=dict)
    """Its deliveries and the answer (``models.sheets.outcome.Outcome`` as a document)."""


class TextVersion(SQLModel, table=True):
    """One frozen wording in one language; its digest is what a signatory endorses."""

    __table_args__ = (UniqueConstraint("letter_id", "language", "number"),)

    id: int = key()
    letter_id: int = link("letter.id")
    language: str = "en"
    number: int
    body: str
    digest: str
    created_by: int = snowflake()
    """Who wrote it and, where it was signed before, said what kind of change it is."""
    created_at: datetime
    change: TextChange | None = term(TextChange, default=None)
    """What kind of change; empty where nobody had signed, and for translations."""
    leave_until: datetime | None = None
    """After a change of substance: until then whoever vouched for a name takes it off at once."""
    translates: int | None = link("textversion.id", index=False, default=None)
    """The version of the original that it is a translation of; empty for the original."""


class TalkingPoint(SQLModel, table=True):
    """What members say about the letter, by subject."""

    __table_args__ = (UniqueConstraint("letter_id", "subject"),)

    id: int = key()
    letter_id: int = link("letter.id")
    position: int
    subject: str
    body: str


class LetterPage(SQLModel, table=True):
    """A letter's own page on the web: whether it is kept, and what of it moderators chose."""

    letter_id: int = link("letter.id", index=False, primary_key=True)
    kept: bool = False
    """It is written while the letter is public; until then nothing is."""
    points: bool = False
    """It shows the talking points."""
    light: str = ""
    """Its colour on light paper, ``#`` and six hexadecimal digits; empty for the bot's own."""
    dark: str = ""
    """Its colour on a dark screen, likewise."""


class Edition(SQLModel, table=True):
    """A frozen roster with its text version, count and digest."""

    __table_args__ = (UniqueConstraint("letter_id", "number"),)

    id: int = key()
    letter_id: int = link("letter.id")
    number: int
    name: EditionName = term(EditionName)
    title: str
    """The letter's title and addressee as they were then."""
    addressee: str
    cut_at: datetime
    correction: str = ""
    """What it corrects, in one line that is printed; empty where it corrects nothing."""
    text_version_id: int | None = link("textversion.id", index=False, default=None)
    counts: dict[str, int] = document()
    entries: list[dict[str, Any]] = document()
    """The signatories as printed, in printed order."""
    digest: str = Field(index=True)
    contact: str = ""
    """Where people outside Discord wrote then to sign or to remove a name; printed."""
