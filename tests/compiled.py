"""One cache of compiled statements for all engines of a process: each test has a database of its own, and compiling its
statements anew would cost a third of what that does.

SQLAlchemy keeps compiled statements by dialect, of which each engine makes one. Those that ``make_engine`` makes for
one kind of database are alike in all that compiling asks, so they may stand for each other.
"""

from typing import Any

from sqlalchemy import Dialect, Engine, create_engine
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

from models.database import store

MOST = 2000
"""Statements that are kept; the whole suite makes hardly more."""


def share() -> None:
    """Have every engine that is made from now on use the one cache."""
    kept: LRUCache[Any, Any] = LRUCache(MOST)

    def made(*args: Any, **options: Any) -> Engine:
        engine = create_engine(*args, **options)
        engine.update_execution_options(compiled_cache=kept)
        return engine

    for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
        setattr(dialect, "__hash__", _hash)  # noqa: B010
        setattr(dialect, "__eq__", _same)  # noqa: B010
    setattr(store, "create_engine", made)  # noqa: B010


def _hash(dialect: Dialect) -> int:
    return hash(type(dialect))


def _same(dialect: Dialect, other: object) -> bool:
    return type(dialect) is type(other)
