"""Tables about what the bot says: notices, their deliveries, public cards."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.database.tables.columns import document, key, link, snowflake, term
from models.terms import CardKind, DeliveryState, NoticeKind, NoticeState, Place


class MessageState(StrEnum):
    """Whether a message that was sent should be redrawn: not at all, once its question is answered, or now."""

    STANDS = "stands"
    ASKS = "asks"
    STALE = "stale"


class Notice(SQLModel, table=True):
    """A message that the bot sends of its own accord, to one or many recipients."""

    __table_args__ = (Index("ix_notice_state_make", "state", "make_at"),)

    id: int = key()
    guild_id: int = snowflake(index=True)
    letter_id: int | None = link("letter.id", default=None)
    signatory_id: int | None = link("signatory.id", index=False, default=None)
    kind: NoticeKind = term(NoticeKind)
    due_at: datetime = Field(index=True)
    make_at: datetime
    """When its deliveries are written: before ``due_at`` where quiet hours may move a DM earlier."""
    state: NoticeState = term(NoticeState, default=NoticeState.PLANNED)
    dedupe: str = Field(unique=True)
    """Saying the same thing twice is refused by the database itself."""
    payload: dict[str, Any] = document(default_factory=dict)
    """What cannot be looked up at sending, such as the old instant of a moved deadline."""


class Delivery(SQLModel, table=True):
    """One notice to one recipient, with its outcome."""

    __table_args__ = (
        UniqueConstraint("notice_id", "place", "recipient_id"),
        Index("ix_delivery_state_due", "state", "due_at"),
    )

    id: int = key()
    notice_id: int = link("notice.id", index=False)
    place: Place = term(Place)
    recipient_id: int = snowflake()
    """Channel or user."""
    due_at: datetime
    state: DeliveryState = term(DeliveryState, default=DeliveryState.PENDING)
    owner: str = ""
    lease_until: datetime | None = None
    tries: int = 0
    first_tried_at: datetime | None = None
    """When it was claimed first: from here on the message may be in the channel, whatever was heard of it."""
    message_id: int | None = snowflake(default=None)
    settled_at: datetime | None = Field(default=None, index=True)
    error: str = ""
    """Why it failed, in words for moderators: never a token, never text of a member."""
    message_state: MessageState = term(MessageState, default=MessageState.STANDS, index=True)
    """Of the message that was sent. Until ``lease_until`` it is not tried to be redrawn again."""


class PublicCard(SQLModel, table=True):
    """A public card, and whether it should be redrawn. Without a message it should be posted, where settings say."""

    __tablename__ = "card"
    __table_args__ = (UniqueConstraint("kind", "subject_id"),)

    id: int = key()
    guild_id: int = snowflake()
    kind: CardKind = term(CardKind)
    subject_id: int = snowflake()
    channel_id: int | None = snowflake(default=None)
    """Where it stands, or was to be posted last."""
    message_id: int | None = snowflake(default=None)
    posting_since: datetime | None = None
    """When it was to be posted there first: from here on it may be there, whatever was heard of it."""
    stale: bool = Field(default=True, index=True)
    version: int = 1
    """Goes up whenever it becomes stale, so that a change during a redraw is not lost."""
    gone: bool = False
    """Someone deleted the message; it is not posted again by itself."""
    tries: int = 0
    """Failures since it was drawn last or became stale."""
    again_at: datetime | None = None
    """After a failure, and while someone posts it, not before this instant."""
    stated: dict[str, Any] | None = document(default=None, nullable=True)
    """Of a notice: what it stated when it was sent (``models.outbox.posted``); empty where earlier versions did."""
