"""Copying: everything that one database holds, moved to another one, of the same or the other kind.

Rows are read in one snapshot and written in one transaction, which is only committed when the target gives back, row
by row, what the source holds, and its journals prove themselves as before. JSON is moved as the text it is stored as.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from typing import Any

from sqlalchemy import JSON, Column, Connection, Table, Text, bindparam, cast, func, insert, select, update
from sqlmodel import Session

from models import journal
from models.config import ConfigError, shown
from models.database import schema, tables
from models.database.lease import Lease
from models.database.store import make_engine

CHUNK = 500
"""Rows that are moved at once."""


def copy(source: str, target: str) -> dict[str, int]:
    """Move everything from one database URL to the other; the number of rows of each table that has some.

    Raises ConfigError where one of them cannot be opened or is of another version, a bot runs on it, the source holds
    nothing, the target holds something, or what was written is not what was read.
    """
    if shown(source) == shown(target):
        raise ConfigError("You've named the same database twice. Name another one to copy to.")
    _require_current(source)
    is_new = not schema.state_of(target).stored
    if not is_new:
        _require_current(target)
    with ExitStack() as stack:
        leases = [stack.enter_context(alone(url)) for url in (source, target)]
        if is_new:
            schema.migrate(target)
        old = stack.enter_context(_reading(source))
        new = stack.enter_context(_writing(target))
        for table in tables.METADATA.sorted_tables:
            if new.execute(select(func.count()).select_from(table)).scalar_one():
                raise ConfigError(f"The database {shown(target)} isn't empty. Copy to a new one.")
        counts = {table.name: _move(old, new, table) for table in tables.METADATA.sorted_tables}
        for table in tables.METADATA.sorted_tables:
            _link_to_itself(old, new, table)
            _count_on(new, table)
        _verify(old, new)
        if not all(lease.held() for lease in leases):
            raise ConfigError(
                "One of the databases didn't answer for a while, so a bot may have started on it. Nothing was copied. "
                "Try again."
            )
    return {name: count for name, count in counts.items() if count}


@contextmanager
def alone(url: str) -> Iterator[Lease]:
    """Nobody else is the bot on this database meanwhile, however long it takes: its lease, which is renewed. Raises
    ConfigError where somebody is."""
    lease = Lease(url)
    try:
        taken = lease.take()
    except OSError as error:
        raise ConfigError(f"I can't open the database {shown(url)}: {error}.") from None
    if not taken:
        raise ConfigError(
            f"A bot is running on the database {shown(url)}. Stop it first. If it was killed, wait 15 seconds."
        )
    lease.start(lambda: None)
    try:
        yield lease
    finally:
        lease.stop()


def _require_current(url: str) -> None:
    standing = schema.state_of(url)
    if not standing.stored:
        raise ConfigError(f"The database {shown(url)} doesn't exist or is empty.")
    if not standing.current:
        raise ConfigError(
            f"The database {shown(url)} is at revision {standing.stored}, not {standing.newest}. Run bot.py migrate "
            "on it first."
        )


@contextmanager
def _reading(url: str) -> Iterator[Connection]:
    """A connection that sees one moment."""
    with ExitStack() as stack:
        engine = make_engine(url)
        stack.callback(engine.dispose)
        if engine.dialect.name == "postgresql":
            engine = engine.execution_options(isolation_level="REPEATABLE READ")
        yield stack.enter_context(engine.begin())


@contextmanager
def _writing(url: str) -> Iterator[Connection]:
    with ExitStack() as stack:
        engine = make_engine(url)
        stack.callback(engine.dispose)
        yield stack.enter_context(engine.execution_options(sqlite_begin="IMMEDIATE").begin())


def _move(old: Connection, new: Connection, table: Table) -> int:
    """Copy the rows of a table; what points into the table itself is left out until all are there."""
    postponed = {column.name for column in _to_itself(table)}
    into = insert(table).values({c.name: _given(new, c) for c in table.columns if c.name not in postponed})
    count = 0
    rows = _rows(old, table)
    while chunk := list(islice(rows, CHUNK)):
        names = table.columns.keys()
        new.execute(
            into,
            [
                {f"v_{name}": value for name, value in zip(names, row, strict=True) if name not in postponed}
                for row in chunk
            ],
        )
        count += len(chunk)
    return count


def _link_to_itself(old: Connection, new: Connection, table: Table) -> None:
    for column in _to_itself(table):
        [key] = table.primary_key.columns
        links = old.execute(select(key, column).where(column.is_not(None))).all()
        for row, other in links:
            new.execute(update(table).where(key == row).values({column.name: other}))


def _to_itself(table: Table) -> list[Column[Any]]:
    return [c for c in table.columns if any(key.column.table is table for key in c.foreign_keys)]


def _rows(connection: Connection, table: Table) -> Iterator[Sequence[Any]]:
    """In the order of their keys, JSON as text."""
    read = [cast(c, Text).label(c.name) if isinstance(c.type, JSON) else c for c in table.columns]
    query = select(*read).order_by(*table.primary_key.columns)
    with connection.execution_options(yield_per=CHUNK).execute(query) as rows:
        yield from rows


def _given(new: Connection, column: Column[Any]) -> Any:
    if not isinstance(column.type, JSON):
        return bindparam(f"v_{column.name}", type_=column.type)
    given = bindparam(f"v_{column.name}", type_=Text())
    return cast(given, JSON) if new.dialect.name == "postgresql" else given


def _count_on(new: Connection, table: Table) -> None:
    """The next counted key is the one after the last; SQLite sees to that itself."""
    if new.dialect.name == "postgresql" and "id" in table.columns:
        counter = func.pg_get_serial_sequence(table.name, "id")
        last = select(func.coalesce(func.max(table.c.id), 0)).scalar_subquery()
        new.execute(select(func.setval(counter, last + 1, False)))


def _verify(old: Connection, new: Connection) -> None:
    for table in tables.METADATA.sorted_tables:
        for ours, theirs in zip(_rows(old, table), _rows(new, table), strict=True):
            if tuple(ours) != tuple(theirs):
                raise ConfigError(
                    f"The table {table.name} was different after the copy, so nothing was copied."
                )
    with Session(old) as before, Session(new) as after:
        for guild_id in journal.servers(before):
            if journal.verify_chain(before, guild_id) != journal.verify_chain(after, guild_id):
                raise ConfigError(
                    f"The journal of the server {guild_id} was different after the copy, so nothing was copied."
                )
