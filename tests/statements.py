"""How many statements an act takes."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, cast

from sqlalchemy import Engine, event
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session

from models.database.queries import only_reads


@contextmanager
def counted(engine: Engine) -> Iterator[Counter[str]]:
    """How many statements read and how many write, while this is entered; what belongs to a transaction itself does not
    count."""
    found: Counter[str] = Counter()

    def count(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        word = statement.split(None, 1)[0].upper()
        if word in ("SELECT", "WITH"):
            found["reads"] += 1
        elif word in ("INSERT", "UPDATE", "DELETE"):
            found["writes"] += 1

    def lock(state: ORMExecuteState) -> None:
        if only_reads(cast("Session", state.session)) and getattr(state.statement, "_for_update_arg", None):
            found["locks of a query"] += 1

    event.listen(engine, "before_cursor_execute", count)
    event.listen(Session, "do_orm_execute", lock)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", count)
        event.remove(Session, "do_orm_execute", lock)


def plans(session: Session, act: Callable[[Session], object]) -> list[str]:
    """How SQLite looks for what an act asks: the lines of its plans."""
    connection, seen = session.connection(), dict[str, Any]()

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        if statement.startswith(("SELECT", "WITH", "UPDATE", "DELETE")):
            seen.setdefault(statement, parameters)

    event.listen(connection, "before_cursor_execute", note)
    try:
        act(session)
    finally:
        event.remove(connection, "before_cursor_execute", note)
    return [
        line[3]
        for statement, parameters in seen.items()
        for line in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
    ]
