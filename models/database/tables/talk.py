"""The table of threads in which members talk about a proposal."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import SQLModel

from models.database.tables.columns import link, snowflake, term


class TalkStage(StrEnum):
    """How far a thread is; what Discord heard last."""

    WANTED = "wanted"
    MADE = "made"
    """It is there, and its first message is still to come."""
    OPEN = "open"
    CLOSED = "closed"
    GONE = "gone"
    """Somebody deleted it, or its card."""


class Talk(SQLModel, table=True):
    """The thread under one proposal's card. Discord gives a thread the id of the message that it hangs under."""

    signatory_id: int = link("signatory.id", index=False, primary_key=True)
    guild_id: int = snowflake()
    channel_id: int = snowflake()
    thread_id: int = snowflake()
    stage: TalkStage = term(TalkStage, default=TalkStage.WANTED)
    again_at: datetime | None = None
    """After a failure, not before this instant."""
