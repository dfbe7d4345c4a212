"""Sheets about lists that are imported at once: what would become of them, and what became."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from models.names.identity import Identity
from models.sheets.signatories import SignatoryChoice
from models.terms import Kind


@dataclass(frozen=True, slots=True)
class Given:
    """One row, as it was typed."""

    row: int
    name: str
    kind: Kind
    country: str = ""
    website: str = ""
    affiliation: str = ""
    branch: str = ""
    place: str = ""
    note: str = ""
    person: str = ""
    """Who filled in the form, with the position, where the signatory is an organisation."""
    decision: bool | None = None
    """What a marked file says that came back: take it all the same, or leave it out."""


class RowVerdict(StrEnum):
    """What becomes of a row."""

    ACCEPTED = "accepted"
    UNCHANGED = "unchanged"
    """Stands on the letter already, perhaps spelt otherwise."""
    DUPLICATE = "duplicate"
    """Stands in the list itself already."""
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


class Finding(StrEnum):
    """What was found about a row; values by name."""

    REFUSED = "refused"
    """The name cannot be printed: ``refusal``."""
    LEFT_OUT = "left out"
    TAKEN = "taken"
    """A coordinator decided so."""
    IN_ROW = "in row"
    """Stands in ``row`` as ``name`` already; ``place`` where that row names another one."""
    ON_LETTER = "on letter"
    RESPELLED = "respelled"
    """Stands on the letter as ``name``."""
    BRANCH = "branch"
    """The same body, for another constituency or chapter."""
    ELSEWHERE = "elsewhere"
    """The same name in another country than in ``row``."""
    LIKE = "like"
    """``like`` says how ``name`` is alike, of ``row``, or on the letter as signatory ``id``."""
    ENDED = "ended"
    """It was taken off this letter, moderators left it out, or the person said no; ``state`` says which."""
    SAID_NO = "said no"
    """It may be a person who said no to this letter."""
    DOUBT = "doubt"
    COUNTRY = "country"
    """``country`` is none that we know."""
    MENDED = "mended"
    """Was ``before``."""
    LINK = "link"
    """A link stood behind the name; it is the website now."""
    UNLISTED = "unlisted"
    """``mark`` of a list's line was taken off."""
    WEBSITE = "website"
    """``website`` is none, and was left out."""


@dataclass(frozen=True, slots=True)
class Found:
    """One finding with its values."""

    finding: Finding
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """One row and what becomes of it."""

    row: int
    verdict: RowVerdict
    found: tuple[Found, ...]
    given: Given
    identity: Identity | None
    """As it would be printed; None where it cannot be."""
    signatory_id: int | None = None
    """Which one on the letter it is; for what is unchanged."""

    @property
    def name(self) -> str:
        """As it would be printed, or as it was given."""
        return self.identity.name if self.identity is not None else " ".join(self.given.name.split())


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

    def of(self, verdict: RowVerdict) -> tuple[Judged, ...]:
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
