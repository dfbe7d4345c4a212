"""The journal."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from models.database.tables.columns import Key, document, key, partial_index, snowflake

READABLE = "salt IS NOT NULL"
"""The condition that an entry's content was not erased."""


class JournalEntry(SQLModel, table=True):
    """One act, chained to the one before it in the same server (``models.journal``)."""

    __table_args__ = (
        # At each look at the clock the last entry of every archived letter is asked for
        # (models/operations/retention.py).
        partial_index("ix_journalentry_readable", "letter_id", "at", where=READABLE),
    )

    id: int = key()
    guild_id: int = snowflake(index=True)
    at: datetime
    act: str
    letter_id: int | None = Field(default=None, index=True, sa_type=Key)
    signatory_id: int | None = Field(default=None, index=True, sa_type=Key)
    payload: dict[str, Any] | None = document(default=None, nullable=True)
    """What was done; in entries without sections also by whom and on whom."""
    salt: str | None = None
    payload_digest: str
    digest: str
    sections: dict[str, dict[str, Any]] | None = document(default=None, nullable=True)
    """What is kept apart so that it can be erased by itself, by its name (``models.entry_sections.EntrySection``):
    ``facts``, ``salt`` and ``digest``. None in entries of earlier versions."""

    @property
    def facts(self) -> dict[str, Any]:
        """Everything that the entry still says; ``actor`` is None for the bot and where it was erased."""
        apart = [section["facts"] for section in (self.sections or {}).values() if section.get("salt")]
        said: dict[str, Any] = {"actor": None}
        for part in (*apart, self.payload or {}):
            said |= part
        return said

    @property
    def erased(self) -> bool:
        """Whether what was done is erased."""
        return self.payload is None and self.salt is None

    def lacks(self, section: str) -> bool:
        """Whether this was erased, with everything or alone."""
        if self.sections is None:
            return self.erased
        return section in self.sections and not self.sections[section].get("salt")
