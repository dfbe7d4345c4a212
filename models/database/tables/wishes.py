"""The table of the wish list: apart from the letter's names, which it never is one of."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.database.tables.columns import ByBytes, key, link, snowflake, term
from models.terms import Kind


class Wish(SQLModel, table=True):
    """A name that somebody should ask to sign one letter."""

    __table_args__ = (UniqueConstraint("letter_id", "name_key"),)

    id: int = key()
    guild_id: int = snowflake()
    letter_id: int = link("letter.id", index=False)
    kind: Kind = term(Kind)
    name: str = Field(sa_type=ByBytes)
    name_key: str
    added_by: int | None = snowflake(default=None)
    added_at: datetime
    claimed_by: int | None = snowflake(default=None)
    """Who asks; None while nobody does."""
    claimed_at: datetime | None = None
    asked_at: datetime | None = None
    refused_at: datetime | None = None
    """When they said no. A yes is a proposal."""
