"""Which database a test runs on: a SQLite file of its own, or a database of its own on the tests' PostgreSQL server."""

import atexit
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import Engine, make_url, text
from sqlmodel import Session, SQLModel

from models.database import keyed, schema
from models.database.store import make_engine
from tests.postgresql import ADDRESS, TEMPLATE

KEY = keyed.Key(b"the secret key of every test....")
INFO = {keyed.KEY: KEY}
"""What the store lays into each session."""
_made: list[str] = []


def on_postgresql() -> bool:
    """Whether the tests run on PostgreSQL."""
    return ADDRESS in os.environ


only_sqlite = pytest.mark.skipif(on_postgresql(), reason="speaks of a SQLite file")


def url(folder: Path, name: str = "bot", *, empty: bool = False) -> str:
    """The address of the database that belongs to a test's folder; the same for the same folder and name. It is
    migrated already, unless it is to be ``empty``: then there is no SQLite file yet."""
    if not on_postgresql():
        file = folder / f"{name}.db"
        if not empty and not file.exists():
            file.write_bytes(_migrated())
        return f"sqlite:///{file}"
    database = f"t{hashlib.sha256(f'{folder}/{name}'.encode()).hexdigest()[:20]}"
    if database not in _made:
        _execute("CREATE DATABASE {} TEMPLATE {}", database, "template0" if empty else TEMPLATE)
        _made.append(database)
    return _address(database)


def drop() -> None:
    """Drop what this test had made."""
    while _made:
        _execute("DROP DATABASE {} WITH (FORCE)", _made.pop())


@contextmanager
def a_session() -> Iterator[Session]:
    """A session on fresh tables whose ids begin at one. Nothing of it is ever committed: a worker's tests share one
    database, which costs a hundredth of one for each."""
    engine = _of_worker()
    with engine.connect() as connection:
        if on_postgresql():
            connection.execute(text(_counters(engine)))
        with Session(
            connection, expire_on_commit=False, join_transaction_mode="create_savepoint", info=INFO
        ) as session:
            yield session
        connection.rollback()


@cache
def _migrated() -> bytes:
    """A SQLite file that was migrated. To write it down again costs a hundredth of making it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "prepared.db"
        schema.migrate(f"sqlite:///{file}")
        return file.read_bytes()


@cache
def _of_worker() -> Engine:
    if not on_postgresql():
        folder = tempfile.TemporaryDirectory(prefix="undersigned-tests-")
        atexit.register(folder.cleanup)
        return make_engine(url(Path(folder.name), "worker"))
    database = f"w{os.getpid()}"
    _execute("CREATE DATABASE {} TEMPLATE {}", database, TEMPLATE)
    return make_engine(_address(database))


@cache
def _counters(engine: Engine) -> str:
    """The statement that sets every counted key back; PostgreSQL does not do so itself when rows are rolled back."""
    counted = [table.name for table in SQLModel.metadata.sorted_tables if "id" in table.columns]
    return "SELECT " + ", ".join(f"setval('{name}_id_seq', 1, false)" for name in counted)


def _address(database: str) -> str:
    address = make_url(os.environ[ADDRESS]).set(database=database)
    return address.render_as_string(hide_password=False)


def _execute(statement: str, *names: str) -> None:
    with psycopg.connect(os.environ[ADDRESS], autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
