"""Alerts: moderators are told what cannot be posted, where, and why."""

from datetime import datetime

from sqlmodel import Session

from models.outbox import notices
from models.terms import NoticeKind

THREAD = "thread"
"""What is not sent, where it is a thread."""


def tell(
    session: Session,
    now: datetime,
    guild_id: int,
    channel_id: int,
    error: str,
    kind_not_sent: str,
    letter_id: int | None = None,
) -> None:
    """Tell moderators, once a day for each channel, that something cannot be posted there and why; if there is no
    channel (0), as for an event of the server, once a day for each kind of thing. Threads take other permissions than
    posts, so they are told apart."""
    place = f"{channel_id}:{THREAD}" if kind_not_sent == THREAD else channel_id or kind_not_sent
    notices.announce(
        session,
        NoticeKind.TROUBLE,
        now,
        guild_id,
        letter_id=letter_id,
        dedupe=f"trouble:{guild_id}:{place}:{now:%Y-%m-%d}",
        channel_id=channel_id or None,
        error=error,
        kind_not_sent=kind_not_sent,
    )
