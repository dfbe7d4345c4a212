"""Sheets about a letter's own page on the web."""

from datetime import datetime

from msgspec import Struct

from models.sheets.letters import PointSheet
from models.sheets.outcome import NOTHING_YET, Outcome
from models.sheets.roster import Counts, EditionSheet, Growth
from models.terms import EditionName, LetterState


class PageChoices(Struct, frozen=True):
    """What moderators chose for a letter's page."""

    kept: bool = False
    """It is written while the letter is public."""
    points: bool = False
    """It shows the talking points."""
    light: str = ""
    """Its colour on light paper, ``#`` and six digits; empty for the bot's own."""
    dark: str = ""
    """Its colour on a dark screen, likewise."""


class PageText(Struct, frozen=True):
    """The letter's text in one language."""

    language: str
    number: int
    body: str
    original: bool
    stale: bool
    """Of a translation: the original was changed since."""


class PageEdition(Struct, frozen=True):
    """A published list as the page shows it: never who is on it."""

    number: int
    name: EditionName
    cut_at: datetime
    counts: Counts
    digest: str
    correction: str
    offered: bool
    """Its file is offered: everybody on it is on the list still."""


class PageSheet(Struct, frozen=True):
    """Everything that a letter's page says, read at one instant."""

    guild_id: int
    listed: EditionSheet
    """The list as it stands, with the original text; its counts are those of its entries."""
    state: LetterState
    paused: bool
    closes_at: datetime
    time_zone: str
    contact: str
    """Where people outside Discord write to sign or to take a name off; empty for nowhere."""
    texts: tuple[PageText, ...]
    """The original first."""
    points: tuple[PointSheet, ...]
    """None where moderators do not show them."""
    editions: tuple[PageEdition, ...]
    """The newest first."""
    growth: Growth
    choices: PageChoices
    published_at: datetime | None
    outcome: Outcome = NOTHING_YET
    """To whom it was delivered, and what they answered."""

    @property
    def public(self) -> bool:
        """Whether anything of it may be on the web now."""
        cancelled = self.state is LetterState.CANCELLED
        return self.choices.kept and self.published_at is not None and not cancelled
