"""Facts about this installation that are no part of any campaign."""

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from models.database.queries import rows
from models.database.tables import Meta

APPLICATION = "application"
"""The fact which of Discord's applications has its bot on this database."""


_VALUE = select(Meta.value).where(col(Meta.name) == bindparam("name"))


def get(session: Session, name: str) -> str | None:
    """The fact of this name, or None."""
    return rows(session, _VALUE, name=name).scalar()


def put(session: Session, name: str, value: str) -> None:
    """Keep a fact, in place of the one before."""
    session.merge(Meta(name=name, value=value))


def other_application(session: Session, application_id: int) -> str | None:
    """The other application whose bot this database belongs to; None where it is this one's. It belongs to the first
    that asks, until :func:`forget_application`."""
    owner = get(session, APPLICATION)
    if owner is None:
        put(session, APPLICATION, str(application_id))
    return owner if owner not in (None, str(application_id)) else None


def forget_application(session: Session) -> None:
    """Let the next bot that starts on this database have it."""
    found = session.get(Meta, APPLICATION)
    if found is not None:
        session.delete(found)
