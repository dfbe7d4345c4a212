"""The journal."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from models.tables.columns import Key, document, key, snowflake


class JournalEntry(SQLModel, table=True):
    """One act, chained to the one before it in the same server (``models.journal``)."""

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
