"""What is told about one name: to one person, or to the moderators."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from models.database.tables import Signatory
from models.outbox import notices
from models.terms import NoticeKind


def tell(
    session: Session, user_id: int, kind: NoticeKind, now: datetime, row: Signatory, dedupe: str, **payload: Any
) -> None:
    """Tell one person, as ``notices.tell`` does."""
    about: dict[str, Any] = {"letter_id": row.letter_id, "signatory_id": row.id}
    notices.tell(session, user_id, kind, now, row.guild_id, dedupe=dedupe, **about, **payload)


def announce(
    session: Session, kind: NoticeKind, now: datetime, row: Signatory, dedupe: str, **payload: Any
) -> None:
    """Say it in the channel that its kind implies, as ``notices.announce`` does."""
    about: dict[str, Any] = {"letter_id": row.letter_id, "signatory_id": row.id}
    notices.announce(session, kind, now, row.guild_id, dedupe=dedupe, **about, **payload)
