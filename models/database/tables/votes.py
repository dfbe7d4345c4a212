"""Tables about votes: each with its policy and its end, and the ballots cast in it."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from models.database.tables.columns import document, link, partial_index, snowflake, term
from models.terms import Choice

RUNS = "ended_at IS NULL"
"""Of a vote: it is under way. Exactly then its signatory's state is *voting*."""


class Vote(SQLModel, table=True):
    """The vote on one signatory. One that starts over takes the place of the one before."""

    __table_args__ = (partial_index("ix_vote_under_way", "ends_at", where=RUNS),)

    signatory_id: int = link("signatory.id", index=False, primary_key=True)
    policy: dict[str, Any] = document()
    """The voting policy frozen when it opened (``models.rules.voting_policy.Policy`` as a document)."""
    opened_at: datetime
    full_time_at: datetime
    """When it has run the whole of its time, pauses apart; the letter's close may come before."""
    ends_at: datetime
    """When it is counted: at full time, at the close, or once nobody left can change it."""
    ended_at: datetime | None = None
    """When it ended, counted or not; empty while it is under way."""
    cut_short: bool = False
    """The close, or a moderator, came before full time."""
    votes_for: int | None = None
    """The tally, written at its end; empty before, and where it was not counted."""
    votes_against: int | None = None
    votes_abstained: int | None = None
    entitled: int | None = None
    """How many could vote: all who took part at the end, and all whose ballot counts, each once."""
    objections: list[str] = document(default_factory=list)
    """Reasons of those against, kept without their names for anyone who reviews; written at its end."""
    cut_while_paused: bool = False
    """The close cut it short while the letter was paused: nobody could vote until then."""


class Ballot(SQLModel, table=True):
    """One choice in one vote. One row a voter; those of a secret vote name nobody, and are dropped when it ends.

    SQLite keeps them in the order of their key, so that their order does not tell who came when.
    """

    __table_args__ = {"sqlite_with_rowid": False}

    signatory_id: int = link("vote.signatory_id", index=False, primary_key=True)
    voter: str = Field(primary_key=True, index=True)
    """Whose it is: ``u:<user id>``, or ``o:<organisation key>`` where organisations vote. In a secret vote a keyed
    digest of that (``models.signatories.voters``)."""
    user_id: int | None = snowflake(nullable=True, default=None)
    """The same in a named vote; empty in a secret one."""
    choice: Choice | None = term(Choice, nullable=True)
    """Empty once taken back: the row stays, so that a late copy of an older press cannot bring it back."""
    reason: str = ""
    interaction_id: int = snowflake()
    """The last interaction that changed it: a doubled or older event changes nothing. In a secret vote it is moved by a
    number that only the key gives, for it holds an instant."""
    cast_at: datetime | None = None
    """Empty in a secret vote."""
    pressed_by: str
    """Who cast it: ``u:<user id>``, in a secret vote a keyed digest of that."""
