"""Dedupe keys: acts of one kind on one subject are told apart by a number, because two may have the same
instant."""

from itertools import count

from sqlmodel import Session, select

from models.database.tables import Notice


def dedupe(session: Session, subject: str) -> str:
    """A notice's ``dedupe`` for one more act on this subject: nobody used it, whatever the clock says."""
    names = (f"{subject}#{number}" for number in count(1))
    return next(
        name for name in names if session.exec(select(Notice.id).where(Notice.dedupe == name)).first() is None
    )
