"""Facts about this installation that are no part of any campaign."""

from sqlmodel import Session

from models.database.tables import Meta


def get(session: Session, name: str) -> str | None:
    """The fact of this name, or None."""
    found = session.get(Meta, name)
    return found.value if found is not None else None


def put(session: Session, name: str, value: str) -> None:
    """Keep a fact, in place of the one before."""
    session.merge(Meta(name=name, value=value))
