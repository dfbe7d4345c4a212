"""Sheets about lists that are imported at once: what would become of them, and what became."""

import hashlib
from datetime import datetime

from msgspec import Struct

from models.names.identity import Identity
from models.sheets.findings import Found, RowVerdict
from models.sheets.signatories import SignatoryChoice
from models.terms import Kind


class Given(Struct, frozen=True):
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
    contact: str = ""
    """An e-mail address, for moderators."""
    consent: str | None = None
    """What was answered to whether the name may be printed; None if the list does not ask."""
    unclear: str = ""
    """The column of that answer, if nobody can tell what a yes under it says."""
    parted: str = ""
    """Name and affiliation as they were in one text."""
    located: str = ""
    """Name and country as they were in one text."""
    addressed: bool = False
    """An e-mail address was with the name."""
    without_country: bool = False
    """A text that is no country is left out rather than asked about."""
    sheet: str = ""
    """Of a file with several; ``row`` is then the row of that sheet."""
    loose: bool = False
    """It stands beside the numbers or bullets of its list."""

    @property
    def where(self) -> str:
        """How anyone finds the row in the file: ``5``, or ``5 (Members)`` where it has several sheets."""
        return f"{self.row} ({self.sheet})" if self.sheet else str(self.row)


class Judged(Struct, frozen=True):
    """One row and what happens to it."""

    row: int
    verdict: RowVerdict
    found: tuple[Found, ...]
    given: Given
    identity: Identity | None
    """As it would be printed; None if it cannot be."""
    signatory_id: int | None = None
    """Which one on the letter it is; for what is unchanged."""

    @property
    def name(self) -> str:
        """As it would be printed, or as it was given."""
        return self.identity.name if self.identity is not None else " ".join(self.given.name.split())


class BatchAnswers(Struct, frozen=True):
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


class BatchPreview(Struct, frozen=True):
    """What would become of each row, as the letter stands now."""

    letter_id: int
    guild_id: int
    title: str
    judged: tuple[Judged, ...]
    vanished: tuple[SignatoryChoice, ...]
    """Came with an earlier export of the same form and are no longer in this one. Nothing is done about them."""
    late: bool = False
    """The letter has closed."""

    def of(self, verdict: RowVerdict) -> tuple[Judged, ...]:
        """The rows of one verdict."""
        return tuple(one for one in self.judged if one.verdict is verdict)

    @property
    def digest(self) -> str:
        """Eight characters that say what was shown: *import* is pressed for that and nothing else."""
        shown = "\n".join(f"{one.given.where} {one.verdict} {one.name} {one.identity}" for one in self.judged)
        return hashlib.sha256(shown.encode()).hexdigest()[:8]


class BatchSheet(Struct, frozen=True):
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
    """This many of them nobody has decided on yet."""
    approved: int
    late: int
    """This many of them came after the close."""
    undone_at: datetime | None
    since: int
    """The newest entry of the journal: what is approved from this sheet has not changed after it."""
