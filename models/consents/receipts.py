"""Receipts: the person who agreed with their own press gets what they signed by direct message, to keep."""

from datetime import datetime

from sqlmodel import Session

from models.database.tables import Signatory, TextVersion
from models.outbox import about_name
from models.terms import NoticeKind


def tell(session: Session, now: datetime, user_id: int, row: Signatory) -> None:
    """Send the receipt of this signature: the name as it will be printed, and the version of the text."""
    version = session.get(TextVersion, row.text_version_id) if row.text_version_id is not None else None
    number = version.number if version is not None else None
    told = f"signed:{row.id}:{user_id}:{row.text_version_id or 0}"
    about_name.tell(session, user_id, NoticeKind.SIGNED, now, row, told, text_number=number)
