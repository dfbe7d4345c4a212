"""What a world begins with, written by the verbs once in a process: where the same people do the same again, the rows
are written down as they were, which costs a twentieth of asking the verbs."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sqlalchemy import event
from sqlmodel import Session

from models.database.store import Store

T = TypeVar("T")
Rows = list[tuple[str, Any]]
WRITES = ("INSERT", "UPDATE", "DELETE")

_kept: dict[Hashable, tuple[Rows, Any]] = {}


async def write(store: Store, verb: Callable[[Session], T], *about: Hashable) -> T:
    """The sheet of a verb, with what it writes in the database; ``about`` is all that this hangs on."""
    key = (store.engine.dialect.name, verb.__qualname__, *about)
    if key not in _kept:
        rows: Rows = []

        def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
            if statement.startswith(WRITES):
                rows.append((statement, parameters))

        event.listen(store.engine, "before_cursor_execute", note)
        sheet = await store.write(verb)
        event.remove(store.engine, "before_cursor_execute", note)
        _kept[key] = rows, sheet
        return sheet
    rows, sheet = _kept[key]

    def again(session: Session) -> T:
        for statement, parameters in rows:
            session.connection().exec_driver_sql(statement, parameters)
        return sheet

    return await store.write(again)
