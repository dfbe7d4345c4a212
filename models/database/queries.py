"""Queries: sessions that only read. What a verb holds against other writers, a query with the same checks does not."""

from typing import Any

from sqlalchemy import ColumnElement, CursorResult, Executable
from sqlmodel import Session

QUERY = "query"
"""Under which name the store marks the session of a query."""


def only_reads(session: Session) -> bool:
    """Whether this session is a query's: then nothing has to be locked."""
    return bool(session.info.get(QUERY))


def holds(session: Session, column: Any, text: str) -> ColumnElement[bool]:
    """The condition that a column's text has this one in it, in any case. SQLite's own LIKE knows no case of ASCII
    letters, and to make small letters of each name before would take longer than to search it."""
    sqlite = session.get_bind().dialect.name == "sqlite"
    found: ColumnElement[bool] = (column.contains if sqlite else column.icontains)(text, autoescape=True)
    return found


def rows(session: Session, statement: Executable, **values: Any) -> CursorResult[*tuple[Any, ...]]:
    """The rows of a statement that was built once, when its module was read, with ``values`` for its parameters.

    Building a statement, and objects of its rows that keep track of changes, each costs several times what the
    database needs. What the session changed and has not written yet is written before.
    """
    session.flush()
    return session.connection().execute(statement, values)
