"""The writer: runs verbs on the one connection that writes, some together in one transaction.

Each of several has a savepoint of its own, so that one that fails takes no other with it.
"""

import contextlib
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from models.database import failures, scrubbing
from models.database.changes import Changes
from models.refusal import Reason, Refusal
from models.strings import remembered

log = logging.getLogger(__name__)

BUSY_MILLISECONDS = 5000
"""How long SQLite waits where another program holds the database."""

Work = Callable[[Session], Any]
"""A verb with its arguments."""
Outcome = tuple[Any, BaseException | None]
"""What it returned, or raised."""


class Writer:
    """Commits verbs; on one thread at a time.

    ``require`` is asked inside the transaction, just before its commit, and raises where this process may not write.
    """

    def __init__(self, engine: Engine, changes: Changes, require: Callable[[Connection], object]) -> None:
        # IMMEDIATE takes SQLite's write lock first: a read that is upgraded later loses updates or fails.
        self._engine = engine.execution_options(sqlite_begin="IMMEDIATE")
        self._changes = changes
        self.require = require
        self.to_scrub = self._to_forget = False
        self._kept: tuple[Connection, Session] | None = None

    def commit(self, works: Sequence[Work], info: Mapping[str, Any]) -> list[Outcome]:
        """Run them in one transaction, each with this ``info`` in its session, and say what came of each."""
        alone = len(works) == 1
        outcomes: list[Outcome] = []
        committed = False
        given_up: BaseException | None = None
        try:
            with self._session() as (connection, session):
                with self._changes.committing(), session.begin() as transaction:
                    for work in works:
                        session.info.update(info)
                        outcomes.append(self._attempt(session, work, alone=alone))
                        session.expunge_all()
                        session.info.clear()
                        if failures.is_refused(raised := outcomes[-1][1]) or _is_lost(connection):
                            # What the rest did would be committed by itself, or answered though nothing is stored.
                            given_up = raised or RuntimeError(
                                "a verb took no notice of a transaction that was lost"
                            )
                            raise given_up
                    if alone and outcomes[0][1] is not None:
                        transaction.rollback()
                    else:
                        self.require(session.connection())
                committed = True
        except Exception as error:
            if not committed:
                # A failed COMMIT is not replayed: nobody can know whether it reached the disk.
                return [(None, given_up or failures.refused(error))] * len(works)
            log.exception("everything is stored, but I couldn't give the connection back")
        if self.to_scrub:
            self.scrub()
        return outcomes

    def scrub(self) -> None:
        """Forget words that are erased, and empty SQLite's write-ahead log. What was written is stored already, so a
        failure here takes no answer away: it is tried again after the next commit, as it is while somebody reads in the
        log."""
        try:
            if self._to_forget:
                remembered.forget()
                self._to_forget = False
            self._empty_log()
        except Exception:
            log.exception("I couldn't remove erased words from the disk; the next commit tries again")

    def close(self) -> None:
        """Let go of the connection."""
        if self._kept is not None:
            self._let_go(*self._kept)

    @contextlib.contextmanager
    def _session(self) -> Iterator[tuple[Connection, Session]]:
        """A session with nothing in it. On a file it is kept with its connection, unless a whole transaction failed on
        it: to make both anew takes half as long as a vote. A server may have gone meanwhile, so the pool tries its
        connections first."""
        connection, session = self._kept or self._begun()
        self._kept = None
        try:
            yield connection, session
        except BaseException:
            self._let_go(connection, session)
            raise
        if self._engine.dialect.name == "sqlite":
            self._kept = connection, session
        else:
            self._let_go(connection, session)

    def _begun(self) -> tuple[Connection, Session]:
        connection = self._engine.connect()
        return connection, Session(connection, expire_on_commit=False)

    @staticmethod
    def _let_go(connection: Connection, session: Session) -> None:
        try:
            session.close()
        finally:
            connection.close()

    def _attempt(self, session: Session, work: Work, *, alone: bool) -> Outcome:
        try:
            with contextlib.nullcontext() if alone else session.begin_nested():
                sheet = work(session)
                session.flush()
            self.to_scrub |= scrubbing.is_requested(session)
            self._to_forget |= scrubbing.is_to_forget_words(session)
            return sheet, None
        except IntegrityError:
            return None, Refusal(Reason.CLASHED)
        except StopIteration as error:  # a future cannot carry it
            return None, RuntimeError(f"a verb raised {error!r}")
        except Exception as error:
            return None, failures.refused(error)

    def _empty_log(self) -> None:
        if self._engine.dialect.name == "sqlite":
            connection = self._engine.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute("PRAGMA busy_timeout=100")
                [busy, *_] = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                cursor.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
            finally:
                connection.close()
            self.to_scrub = bool(busy)


def _is_lost(connection: Connection) -> bool:
    """Whether the database has taken back the whole transaction by itself, or would at its COMMIT without a word."""
    if connection.invalidated:
        return True
    driver: Any = connection.connection.dbapi_connection
    if connection.dialect.name == "sqlite":
        return connection.in_transaction() and not driver.in_transaction
    return driver.info.transaction_status.name in ("INERROR", "UNKNOWN")
