"""Queries: sessions that only read. What a verb holds against other writers, a query with the same checks does not."""

from sqlmodel import Session

QUERY = "query"
"""Under which name the store marks the session of a query."""


def only_reads(session: Session) -> bool:
    """Whether this session is a query's: then nothing has to be locked."""
    return bool(session.info.get(QUERY))
