"""The table about what members used of their allowance."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import SQLModel

from models.database.tables.columns import key, link, snowflake, term


class Use(StrEnum):
    """One use of a member's allowance: a name added, or a person asked."""

    ADDED = "added"
    ASKED = "asked"
    WAS_ASKED = "was asked"


class AllowanceUse(SQLModel, table=True):
    """That a member added a name, or that somebody asked or was asked about one. It names nobody: ``who`` is a keyed
    digest, which outlasts an erasure, or being erased would give a new allowance."""

    __table_args__ = (Index("ix_allowanceuse_who_at", "who", "at"),)

    id: int = key()
    guild_id: int = snowflake()
    letter_id: int = link("letter.id")
    signatory_id: int = link("signatory.id")
    what: Use = term(Use)
    who: str
    at: datetime
