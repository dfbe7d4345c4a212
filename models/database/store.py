"""The store: the only place that opens a session.

Verbs run on one writer thread. Those that wait together are committed together, each in its own savepoint of
one shared transaction, and each caller is answered only after that commit. Queries run on threads of their own.
"""

import asyncio
import contextlib
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context, copy_context
from datetime import datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlmodel import Session

from models.database import keyed
from models.database.changes import Answer, Changes
from models.database.keyed import Key
from models.database.queries import QUERY
from models.database.writer import BUSY_MILLISECONDS, Outcome, Work, Writer

P = ParamSpec("P")
T = TypeVar("T")

GROUP = 32
"""How many waiting verbs share one commit at most."""

SYNCHRONOUS = "FULL"
"""What is committed is on the disk (SQLite's documentation, PRAGMA synchronous)."""

ON_A_SERVER: Mapping[str, Any] = {
    "connect_timeout": 5,
    "tcp_user_timeout": 10_000,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
}
"""How PostgreSQL is reached (libpq's words; seconds, the second one milliseconds): a connection that a network
swallowed is given up after about ten seconds, where the machine's own patience is a quarter of an hour."""

_Waiting = tuple[asyncio.Future[Any], Work]
_Told = tuple[asyncio.Future[Any], Outcome]


def make_engine(url: str, *, foreign_keys: bool = True, busy: int = BUSY_MILLISECONDS) -> Engine:
    """An engine with our settings for SQLite (WAL, full sync, foreign keys) or PostgreSQL.

    ``foreign_keys=False`` is for migrations: rebuilding a table with them on would empty its children.
    ``busy``: milliseconds that SQLite waits where another program holds the database.
    """
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(
            address.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args=dict(ON_A_SERVER),
        )
    engine = create_engine(address, hide_parameters=True)  # what members typed stays out of errors

    @event.listens_for(engine, "do_connect")
    def _private(_dialect: Any, _record: Any, _where: Any, _options: Any) -> None:
        make_private(Path(address.database or ""))

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            f"synchronous={SYNCHRONOUS}",
            f"busy_timeout={busy}",
            "secure_delete=ON",  # a dropped ballot leaves no readable page behind
            f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        how = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
        _spoken("BEGIN")(connection, how)

    engine.dialect.do_savepoint = _spoken("SAVEPOINT")  # type: ignore[assignment, method-assign]
    engine.dialect.do_release_savepoint = _spoken("RELEASE")  # type: ignore[assignment, method-assign]
    return engine


def _spoken(word: str) -> Callable[[Connection, str], None]:
    """A word about transactions, said past SQLAlchemy, which takes as long for it as for a statement that has an
    answer."""

    def say(connection: Connection, about: str) -> None:
        connection.connection.cursor().execute(f"{word} {about}")

    return say


def make_private(file: Path) -> None:
    """Make an empty file that no other account of the machine can read, if there is none: SQLite takes it as a new
    database, keeps its mode, and gives it to the log beside it."""
    with contextlib.suppress(OSError):  # it is there, or cannot be made: SQLite says why
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


class Store:
    """Runs verbs and queries against the database of one URL; those that make keyed digests need its secret key.

    ``require`` is asked inside the transaction of every write, just before its commit, and raises where this process
    may not write any more (``lease.Term.require``).
    """

    def __init__(
        self, url: str, key: Key | None = None, require: Callable[[Connection], object] = lambda _: None
    ) -> None:
        self.engine = make_engine(url)
        self.changes = Changes(self.engine)
        self.key = key
        self._writer = Writer(self.engine, self.changes, require)
        self._writing = ThreadPoolExecutor(1, "writer")
        self._readers = ThreadPoolExecutor(4, "reader")
        self._waiting: list[_Waiting] = []
        self._idle: asyncio.Future[None] | None = None
        """Done once nothing waits any more; None where nothing does."""
        self._answers: dict[Any, Answer] = {}
        self._nothing: dict[Any, set[str]] = {}
        """The tables in which a query last found that there is nothing: fewer than those of what it tells otherwise."""

    async def write(self, verb: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a verb; return its sheet after the commit, or raise what it raised. Cancelling undoes nothing."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()
        self._waiting.append((answer, lambda session: verb(session, *args, **kwargs)))
        if self._idle is None:
            self._idle = loop.create_future()
            loop.call_soon(self._commit_what_waits, loop)
        return await answer

    async def write_quietly(
        self, verb: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """:meth:`write`, where whoever asked for the only answer that changes by it says so (:meth:`answered`)."""

        def work(session: Session, /) -> T:
            with self.changes.watch():
                return verb(session, *args, **kwargs)

        return await self.write(work)

    async def read(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a query on its own connection, in the language of whoever asks. Verbs are always in English: what is
        stored is the same whoever acts."""

        def work() -> T:
            with Session(self.engine, expire_on_commit=False, info=self._info | {QUERY: True}) as session:
                return query(session, *args, **kwargs)

        return await asyncio.get_running_loop().run_in_executor(self._readers, copy_context().run, work)

    async def read_if_changed(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """The last answer of this query, if no table that it came from was written since; otherwise a new one.

        Instants among the arguments do not count: as long as nothing changes, only the clock makes the answer another
        one, and anyone who acts by the clock says so (``changes.everything``). The same goes for what another process
        writes.
        """
        about = [one for one in (*args, *kwargs.items()) if not isinstance(one, datetime)]
        kept = self._answers.get(query)
        if kept is None or kept.about != about or self.changes.since(kept.count, kept.tables):
            count = self.changes.count

            def work(session: Session, /) -> tuple[T, set[str]]:
                with self.changes.watch() as touched:
                    return query(session, *args, **kwargs), touched.read

            answer, tables = await self.read(work)
            kept = self._answers[query] = Answer(answer, about, tables, count)
            if not answer:
                self._nothing[query] = tables
        found: T = kept.answer
        return found

    def answered(self, query: Callable[..., Any], nothing: Any) -> None:
        """All that the last answer of this query asked for is done, and was written quietly: as far as what was read
        then holds, its answer is ``nothing`` now."""
        kept = self._answers[query]
        self._answers[query] = Answer(nothing, kept.about, self._nothing.get(query, kept.tables), kept.count)

    @property
    def waiting(self) -> int:
        """How many verbs were handed in and are in no commit yet."""
        return len(self._waiting)

    async def drain(self) -> None:
        """Wait until every verb that was handed in is committed."""
        while self._idle is not None:
            await asyncio.wait([self._idle])

    async def scrubbed(self, tries: int = 20) -> bool:
        """Try for some seconds to empty the log after an erasure, even while somebody reads it; whether it is empty."""
        for _ in range(tries):
            if not self._writer.to_scrub:
                return True
            await asyncio.sleep(0.1)
            await asyncio.get_running_loop().run_in_executor(self._writing, self._writer.scrub)
        return not self._writer.to_scrub

    def close(self) -> None:
        """Let go of threads and connections."""
        with contextlib.ExitStack() as last_first:  # the next is let go of even where one fails
            last_first.callback(self.engine.dispose)
            last_first.callback(self._writer.close)
            last_first.callback(self._readers.shutdown)
            last_first.callback(self._writing.shutdown)

    @property
    def _info(self) -> dict[str, Any]:
        return {keyed.KEY: self.key}

    def _commit_what_waits(self, loop: asyncio.AbstractEventLoop) -> None:
        """Hand a group to the writer. By callbacks alone: a task would keep a press for two more turns of the loop."""
        if not self._waiting:
            if self._idle is not None:
                self._idle.set_result(None)
            self._idle = None
            return
        group, self._waiting = self._waiting[:GROUP], self._waiting[GROUP:]
        try:
            self._writing.submit(self._commit_group, group, loop, copy_context())
        except RuntimeError as closed:  # anyone who waits must hear it
            self._answer(loop, iter([(answer, (None, closed)) for answer, _ in group]))

    def _commit_group(self, group: list[_Waiting], loop: asyncio.AbstractEventLoop, context: Context) -> None:
        try:
            outcomes = self._writer.commit([work for _, work in group], self._info)
        except BaseException as failed:
            outcomes = [(None, failed)] * len(group)
        told = zip((answer for answer, _ in group), outcomes, strict=True)
        loop.call_soon_threadsafe(self._answer, loop, told, context=context)

    def _answer(self, loop: asyncio.AbstractEventLoop, outcomes: Iterator[_Told]) -> None:
        for answer, (sheet, error) in outcomes:
            if answer.done():  # its caller gave up waiting
                continue
            if error is None:
                answer.set_result(sheet)
            else:
                answer.set_exception(error)
            # One answer a turn of the loop: a press that comes now is not to wait behind all of them.
            loop.call_soon(self._answer, loop, outcomes)
            return
        self._commit_what_waits(loop)
