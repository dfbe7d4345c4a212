"""Tables about signatories: their consent and their review."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint, event
from sqlalchemy.orm.attributes import get_history
from sqlmodel import Field, SQLModel

from models.database.tables.columns import ByBytes, document, key, link, partial_index, snowflake, term
from models.names import collation
from models.terms import Kind, Like, Means, SignatoryState, Verdict, Way

ALIASED = "CAST(aliases AS VARCHAR) <> '[]'"
"""Of a signatory: it has an acronym or another name."""


class Signatory(SQLModel, table=True):
    """A name put forward for one letter, from its proposal to its end, in one state."""

    __table_args__ = (
        # One live entry a name: a duplicate is refused by the database itself, whoever else writes just now.
        partial_index("uq_signatory_live_name", "letter_id", "name_key", "twin", where="live", unique=True),
        Index("ix_signatory_letter_state", "letter_id", "state"),
        partial_index("ix_signatory_aliased", "letter_id", where=ALIASED),
        # The first answers the count and a page, the second a search, with 20,000 names too (benchmarks/lists.py).
        Index(
            "ix_signatory_page", "letter_id", "kind", "alphabetical", "name", "id", "approved_at", "removed_at"
        ),
        Index("ix_signatory_search", "letter_id", "sort_key", "name", "kind", "state", "id"),
    )

    id: int = key()
    letter_id: int = link("letter.id", index=False)
    guild_id: int = snowflake()
    kind: Kind = term(Kind)
    name: str = Field(sa_type=ByBytes)
    """Exactly as it is to be printed."""
    name_key: str
    twin: int = 0
    """0, or the number by which a moderator told two bodies of one name apart."""
    live: bool = True
    """Keeps its name taken on this letter; false once declined, cancelled, removed or a duplicate."""
    sort_key: str = Field(sa_type=ByBytes)
    alphabetical: str = Field(default="", sa_type=ByBytes)
    """The sort key as lists are ordered by it (``models.names.collation.key``); follows it by itself."""
    country: str = ""
    """ISO 3166-1 alpha-2, or empty."""
    website: str = ""
    affiliation: str = ""
    meant: dict[str, Any] = document()
    """The identity that votes and consent are given to: as first put forward, or as the vote began anew."""
    aliases: list[str] = document(default_factory=list)
    """Acronym and other names by which it is found and told from others; never printed."""
    note: str = ""
    state: SignatoryState = term(SignatoryState)
    way: Way = term(Way)
    added_by: int | None = snowflake(default=None, index=True)
    """Who proposed, signed or entered it."""
    batch_id: int | None = link("batch.id", default=None)
    """The list with which it was imported."""
    added_at: datetime
    person_id: int | None = snowflake(default=None, index=True)
    """The member of the server whose own name it is, where somebody else put it forward and asked them."""
    person_asked_at: datetime | None = None
    person_refused_at: datetime | None = None
    late: bool = False
    approved_at: datetime | None = None
    approved_by: int | None = snowflake(default=None)
    alone: bool = False
    """Entered and approved by one person."""
    removed_at: datetime | None = None
    duplicate_of: int | None = link("signatory.id", index=False, default=None)
    """The signatory that stands for the same body, where a moderator merged this one into it."""
    leaving_at: datetime | None = None
    """When the proposer asked that it be taken off the list; empty again when a moderator keeps it."""
    told: str = ""
    """The sentence told to the proposer with the last decision."""
    text_version_id: int | None = link("textversion.id", index=False, default=None)
    """The wording that this signature endorses."""
    found: list[dict[str, Any]] = document(default_factory=list)
    """What speaks against it in the list that it came with, and what was typed there and dropped
    (``models.sheets.findings.Found`` as documents)."""


@event.listens_for(Signatory, "before_insert")
@event.listens_for(Signatory, "before_update")
def _collate(_mapper: object, _connection: object, row: Signatory) -> None:
    """Whoever sets a sort key, the order of the list follows."""
    if not row.alphabetical or get_history(row, "sort_key").has_changes():
        row.alphabetical = collation.key(row.sort_key)


class Batch(SQLModel, table=True):
    """One list that was imported at once; its note is the consent of all in it."""

    id: int = key()
    guild_id: int = snowflake()
    letter_id: int = link("letter.id")
    file: str
    """What the list was called."""
    shape: str
    """Digest of its headings: a later export of the same form has the same."""
    signed: bool
    """They had signed already; otherwise they are voted on."""
    authorised_by: str = ""
    """Who vouches for it."""
    evidence: str = ""
    """How we know that they agreed."""
    imported_by: int | None = snowflake(default=None)
    imported_at: datetime
    added: int
    undone_at: datetime | None = None


class NameMark(SQLModel, table=True):
    """What a signatory's name is found by when one that looks like it comes in (``models.names.parsing.marks``)."""

    __table_args__ = (Index("ix_namemark_letter_mark", "letter_id", "mark"),)

    signatory_id: int = link("signatory.id", index=False, primary_key=True)
    mark: str = Field(primary_key=True)
    letter_id: int = link("letter.id", index=False)


class Resemblance(SQLModel, table=True):
    """One signatory's name may mean the same body as another's on the same letter; written both ways round."""

    signatory_id: int = link("signatory.id", index=False, primary_key=True)
    other_id: int = link("signatory.id", primary_key=True)
    like: Like = term(Like)


class NamePair(SQLModel, table=True):
    """What a moderator said of two names: that they mean the same body, or different ones. Holds for all letters."""

    __table_args__ = (
        UniqueConstraint("guild_id", "one", "other"),
        Index("ix_namepair_other", "guild_id", "other"),
    )

    id: int = key()
    guild_id: int = snowflake()
    one: str
    """Exact key of a name; the smaller of the two."""
    other: str
    same: bool
    said_by: int = snowflake()
    said_at: datetime


class RefusedName(SQLModel, table=True):
    """What is left of a person's no once they are erased: a keyed digest that recognises their name, written so or
    so, or themselves, on one letter (``models.signatories.refusals``)."""

    id: int = key()
    guild_id: int = snowflake()
    letter_id: int = link("letter.id")
    digest: str
    erased_at: datetime = Field(index=True)


class Consent(SQLModel, table=True):
    """The record that the signatory really agreed."""

    signatory_id: int = link("signatory.id", index=False, primary_key=True)
    means: Means = term(Means)
    authorised_by: str
    """Who authorised it and in which role, in words."""
    evidence: str
    """How we know."""
    recorded_by: int | None = snowflake(default=None)
    recorded_at: datetime
    text_version_id: int | None = link("textversion.id", index=False, default=None)
    """The wording that it is given for: the one of then, or one that was confirmed since."""
    confirmed_by: int | None = snowflake(default=None)
    """Who confirmed a text that was changed afterwards, and when."""
    confirmed_at: datetime | None = None


class ReplacedPerson(SQLModel, table=True):
    """A member who was asked whether a name is theirs, before somebody else was asked in their place."""

    id: int = key()
    signatory_id: int = link("signatory.id")
    user_id: int = snowflake(index=True)
    about: str
    """Exact key of the name that they were asked about: of another name they say nothing."""
    asked_at: datetime
    replaced_at: datetime
    refused_at: datetime | None = None
    """When they said no, all the same."""


class Decision(SQLModel, table=True):
    """One moderator's decision on a signatory in review."""

    id: int = key()
    signatory_id: int = link("signatory.id")
    verdict: Verdict = term(Verdict)
    decided_by: int = snowflake()
    decided_at: datetime
    told: str = ""
    note: str = ""
    """Never told to anyone but moderators."""
    before: SignatoryState = term(SignatoryState)
    """The state an undo returns to."""
    undone_at: datetime | None = None
    meant: dict[str, Any] = document(default_factory=dict)
    """What the name meant before an approval took country and website into it; an undo returns to that."""
