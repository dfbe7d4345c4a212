"""Tables about a server and the people in it."""

from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.database.tables.columns import document, key, partial_index, snowflake


class Coalition(SQLModel, table=True):
    """One Discord server with its settings."""

    __table_args__ = (
        # The few that the bot was removed from are looked for at each look at the clock.
        partial_index("ix_coalition_left_at", "left_at", where="left_at IS NOT NULL"),
    )

    guild_id: int = snowflake(primary_key=True, sa_column_kwargs={"autoincrement": False})
    time_zone: str = "UTC"
    announcements_id: int | None = snowflake(default=None)
    proposals_id: int | None = snowflake(default=None)
    moderators_id: int | None = snowflake(default=None)
    member_role_id: int | None = snowflake(default=None)
    moderator_role_id: int | None = snowflake(default=None)
    set_up_at: datetime | None = None
    left_at: datetime | None = None
    """When the bot was removed from the server."""
    welcome_id: int | None = snowflake(default=None)
    language: str = "en"
    """What is posted in channels is in this language, a tag such as ``fr`` or ``pt-BR``."""


class Participant(SQLModel, table=True):
    """A person in the server who pressed *Take part*, or asked to be let in (``joined_at`` is empty)."""

    __table_args__ = (UniqueConstraint("guild_id", "user_id"),)

    id: int = key()
    guild_id: int = snowflake(foreign_key="coalition.guild_id")
    user_id: int = snowflake()
    organisation: str
    organisation_key: str
    """Exact key of the organisation's name."""
    title: str
    """The person's role in the organisation."""
    time_zone: str
    direct_messages: bool
    asked_at: datetime | None = None
    """Of a request to be let in, until it is granted or taken back."""
    joined_at: datetime | None = None
    left_at: datetime | None = None
    blocked_at: datetime | None = None
    """Since when moderators let this person propose nothing."""
    muted_until: datetime | None = None
    """No reminder reaches this person by DM before this instant."""
    votes_as: str = ""
    """Key of the organisation as which this one votes where organisations do: its own, or that of one here that it is
    by its likeness."""
    organisation_since: datetime | None = None
    """Since when this person names this organisation; empty if an earlier version did not write it down."""
    confirmed_key: str = ""
    """Key of the organisation for which a moderator confirmed that this person speaks; it holds while they name it."""
    most_open: int | None = None
    """This many undecided names moderators allow this person on one letter, where that is more than the letter's."""
    language: str = ""
    """What is said to this person alone is in this language: the one that they chose, or that their Discord had when
    they were last here. Empty is the coalition's: theirs is none that we have."""
    language_chosen: bool = False


class Draft(SQLModel, table=True):
    """What someone typed into a form that was refused; waits for *Correct what I typed*, then expires."""

    id: int = key()
    guild_id: int = snowflake()
    user_id: int = snowflake()
    form: str
    arguments: list[Any] = document()
    answers: dict[str, Any] = document()
    expires_at: datetime = Field(index=True)


class Meta(SQLModel, table=True):
    """Facts about this installation, such as the digest of the commands last synced."""

    name: str = Field(primary_key=True)
    value: str
