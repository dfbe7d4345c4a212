"""Everything that should be said about a letter in its time, planned as rows."""

from datetime import datetime

from sqlmodel import Session

from models.database.tables import Letter
from models.outbox import mornings, notices


def follow(session: Session, letter: Letter, now: datetime) -> None:
    """Plan what follows from the letter as it is; what followed from it before and was not sent is superseded."""
    notices.plan(session, letter, now)
    mornings.plan(session, letter, now)
