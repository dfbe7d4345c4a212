"""Changes: which tables were written since, so that nothing is looked for that nobody changed."""

import re
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from msgspec import Struct
from sqlalchemy import Engine, event

from models.database.tables import METADATA

_WORD = re.compile(r"\w+")
_READS = ("SELECT", "PRAGMA", "BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "SET")
_TARGET = re.compile(r"(?:INSERT INTO|UPDATE|DELETE FROM)\s+\"?(\w+)")

KNOWN = 2000
"""So many statements are known by their words; more are looked at again."""


class Changes:
    """Counts what one process commits to the database of an engine, and knows each table's last count.

    What a statement reads is what tables it names, so that none can be forgotten; one too many costs a look, no more.
    """

    def __init__(self, engine: Engine) -> None:
        self._here = threading.local()
        self._lock = threading.Lock()
        self._count = 0
        self._all = 0
        self._last: dict[str, int] = {}
        self._known: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        event.listen(engine, "before_cursor_execute", self._note)

    @property
    def count(self) -> int:
        """How many commits there were. What is read later holds all of them, and perhaps one that is not counted
        yet."""
        return self._count

    @contextmanager
    def watch(self) -> "Iterator[Touched]":
        """What this thread's statements name while this is entered."""
        before, touched = getattr(self._here, "touched", None), Touched()
        self._here.touched = touched
        try:
            yield touched
        finally:
            self._here.touched = before

    @contextmanager
    def committing(self) -> Iterator[None]:
        """Enter this around a transaction: once it ended, what this thread wrote in it is known as changed, also where
        nobody knows whether it was committed."""
        with self.watch() as touched:
            try:
                yield
            finally:
                with self._lock:
                    self._count += 1
                    self._last |= dict.fromkeys(touched.written, self._count)

    def everything(self) -> None:
        """Anything may have changed: time passed, or another process wrote."""
        with self._lock:
            self._count += 1
            self._all = self._count

    def since(self, count: int, tables: Collection[str]) -> bool:
        """Whether one of these tables was written after so many commits."""
        return self._all > count or any(self._last.get(table, 0) > count for table in tables)

    def _note(self, _connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        touched: Touched | None = getattr(self._here, "touched", None)
        if touched is not None:
            found = self._known.get(statement)
            if found is None:
                if len(self._known) >= KNOWN:
                    self._known.clear()
                found = self._known[statement] = _named(statement)
            touched.read |= found[0]
            touched.written |= found[1]


class Answer(Struct, frozen=True):
    """What a query answered about these arguments, from which tables, after so many commits."""

    answer: Any
    about: list[Any]
    tables: set[str]
    count: int


class Touched:
    """The tables that some statements named."""

    def __init__(self) -> None:
        self.read: set[str] = set()
        self.written: set[str] = set()


def _named(statement: str) -> tuple[frozenset[str], frozenset[str]]:
    """The tables that a statement reads, and those that it writes."""
    named = frozenset(_WORD.findall(statement)).intersection(METADATA.tables)
    if statement.startswith(_READS):
        return named, frozenset()
    into = _TARGET.match(statement)
    return named, named if into is None else frozenset({into[1]})
