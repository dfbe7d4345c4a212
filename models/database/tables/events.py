"""The table about Discord's list of events."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from models.database.tables.columns import key, link, snowflake


class Event(SQLModel, table=True):
    """The close of a letter in the server's list of events, where moderators switched it on."""

    id: int = key()
    letter_id: int = link("letter.id", index=False, unique=True)
    guild_id: int = snowflake()
    wanted: bool = True
    event_id: int | None = snowflake(default=None)
    """Discord's id, while it is there."""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    """As it is there."""
    stale: bool = Field(default=True, index=True)
    version: int = 1
    """Goes up whenever it becomes stale, so that a change on the way is not lost."""
    tries: int = 0
    error: str = ""
    """Why it could not be shown last, in words for moderators."""
