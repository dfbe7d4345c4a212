"""Sheets about lists that are imported at once: what would become of them, and what became."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from models.importing.assessment import Judged, Verdict
from models.importing.files.given import Given
from models.sheets.signatories import SignatoryChoice


@dataclass(frozen=True, slots=True)
class BatchAnswers:
    """What a coordinator said about a list before it is imported."""

    rows: tuple[Given, ...]
    file: str
    shape: str
    """Digest of its headings."""
    signed: bool
    """They signed elsewhere already; otherwise they are voted on."""
    authorised_by: str = ""
    """Who vouches for it."""
    evidence: str = ""
    """How we know that they agreed."""
    doubtful_too: bool = False
    """Take the doubtful rows as well; the review then shows what is doubtful about each."""


@dataclass(frozen=True, slots=True)
class BatchPreview:
    """What would become of each row, as the letter stands now."""

    letter_id: int
    guild_id: int
    title: str
    judged: tuple[Judged, ...]
    vanished: tuple[SignatoryChoice, ...]
    """Came with an earlier export of the same form and stand in this one no more. Nothing is done about them."""

    def of(self, verdict: Verdict) -> tuple[Judged, ...]:
        """The rows of one verdict."""
        return tuple(one for one in self.judged if one.verdict is verdict)

    @property
    def digest(self) -> str:
        """Eight characters that say what was shown: *import* is pressed for that and nothing else."""
        shown = "\n".join(f"{one.row} {one.verdict} {one.name}" for one in self.judged)
        return hashlib.sha256(shown.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class BatchSheet:
    """One list that was imported."""

    id: int
    guild_id: int
    letter_id: int
    title: str
    """The letter's."""
    file: str
    signed: bool
    authorised_by: str
    evidence: str
    imported_by: int | None
    imported_at: datetime
    added: int
    waiting: int
    """So many of them nobody has decided on yet."""
    approved: int
    undone_at: datetime | None
