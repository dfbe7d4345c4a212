"""The journal."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from models.database.tables.columns import Key, document, key, snowflake

READABLE = "salt IS NOT NULL"
"""The condition that an entry's content was not erased."""


class JournalEntry(SQLModel, table=True):
    """One act, chained to the one before it in the same server (``models.journal``)."""

    __table_args__ = (
        # At each look at the clock the last entry of every archived letter is asked for
        # (models/operations/retention.py).
        Index(
            "ix_journalentry_readable",
            "letter_id",
            "at",
            sqlite_where=text(READABLE),
            postgresql_where=text(READABLE),
        ),
    )

    id: int = key()
    guild_id: int = snowflake(index=True)
    at: datetime
    act: str
    letter_id: int | None = Field(default=None, index=True, sa_type=Key)
    signatory_id: int | None = Field(default=None, index=True, sa_type=Key)
    payload: dict[str, Any] | None = document(default=None, nullable=True)
    """Actor, reason, before and after."""
    salt: str | None = None
    payload_digest: str
    digest: str
