"""The lease: which of several processes on one database is the bot. The others stand by.

On PostgreSQL it is a row on the database's own time, renewed every 3 seconds. Whoever holds it stops sending 8 seconds
after it *asked* for the last renewal that was granted, on a clock that nobody sets; another may take it 12 seconds
after that renewal, and only when it saw no renewal for a while itself. Between the two lies what a slow network and
unequal clocks may cost. A SQLite file is for one machine: there the lease is a lock beside the file, which ends with
the process that holds it.

The row stands in a table of its own outside the migrations: it is no part of a campaign, is not copied, and is there
before a database is brought to this version.
"""

import contextlib
import logging
import os
import secrets
import socket
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import make_url

from models.database.store import ON_A_SERVER, make_private

if TYPE_CHECKING:
    import psycopg

log = logging.getLogger(__name__)

RENEW = 3.0
"""Seconds between two renewals."""

ANSWER = RENEW
"""Seconds that the database may take for one answer; after that the holder counts as cut off."""

STOP = 8.0
"""Seconds after asking for the last renewal that was granted, at which its holder stops sending."""

FREE = 12.0
"""Seconds after a renewal, on the database's time, from which another may take the lease."""

WATCH = 0.5
"""Seconds between two looks of whoever stands by."""

STILL = 4.0
"""So many seconds whoever takes it has seen no renewal: a database's clock that jumps ahead frees nothing."""

_SETUP = """
CREATE TABLE IF NOT EXISTS undersigned_lease (
    id integer PRIMARY KEY, owner text NOT NULL, mark text NOT NULL, until timestamptz NOT NULL
)"""
_TAKE = """
INSERT INTO undersigned_lease VALUES (1, %(owner)s, %(mark)s, clock_timestamp() + make_interval(secs => %(free)s))
ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, mark = excluded.mark, until = excluded.until
WHERE undersigned_lease.owner = excluded.owner
    OR (undersigned_lease.mark = %(seen)s AND undersigned_lease.until < clock_timestamp())
RETURNING owner"""
_LOCK = 7233092
"""The advisory lock under which the table is made."""


class LeaseState(Enum):
    """Whether a process leads, stands by because another one leads, or is cut off from the database."""

    LEADING = auto()
    STANDING_BY = auto()
    """Another process leads."""
    CUT_OFF = auto()
    """The database does not answer; whether another leads cannot be known."""


def now() -> float:
    """Seconds on a clock that nobody sets and that goes on while the machine sleeps, where it has one."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


class _Holder(Protocol):
    holds_for: float

    def ask(self) -> bool:
        """Take or renew it; False while another has it. Raises OSError where the database does not answer."""

    def release(self) -> None: ...


class _Row:
    """The lease on a PostgreSQL server."""

    holds_for = STOP

    def __init__(self, url: str) -> None:
        self._address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._owner = secrets.token_hex(8)
        self._connection: psycopg.Connection[tuple[str]] | None = None
        self._seen, self._seen_at = "", now()

    def ask(self) -> bool:
        with self._at_most(ANSWER) as connection:
            values = {
                "owner": self._owner,
                "mark": secrets.token_hex(8),
                "free": FREE,
                "seen": self._seen if now() - self._seen_at >= STILL else None,
            }
            if connection.execute(_TAKE, values).fetchone() is not None:
                return True
            found = connection.execute("SELECT mark FROM undersigned_lease").fetchone()
            if found is not None and found[0] != self._seen:
                self._seen, self._seen_at = found[0], now()
            return False

    def release(self) -> None:
        with contextlib.suppress(OSError), self._at_most(ANSWER) as connection:
            connection.execute("DELETE FROM undersigned_lease WHERE owner = %s", (self._owner,))
        self._let_go()

    @contextlib.contextmanager
    def _at_most(self, seconds: float) -> "Iterator[psycopg.Connection[tuple[str]]]":
        """A connection whose every wait ends after that long: a network that swallows everything tells nobody. Raises
        OSError where the database does not answer."""
        import psycopg  # a tenth of a second and 6 MB, of which a SQLite file needs nothing

        try:
            if self._connection is None or self._connection.closed:
                self._connection = psycopg.connect(self._address, autocommit=True, **ON_A_SERVER)
                with self._connection.transaction():
                    self._connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
                    self._connection.execute(_SETUP)
            line = socket.socket(fileno=os.dup(self._connection.fileno()))
            cut = threading.Timer(seconds, _cut, (line,))
            cut.start()
            try:
                yield self._connection
            finally:
                cut.cancel()
                cut.join()
                line.close()
        except psycopg.Error as error:
            self._let_go()
            raise OSError(str(error).strip().partition("\n")[0]) from error

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class _File:
    """The lease on a SQLite file: an open transaction on an empty database beside it, which ends with its process."""

    holds_for = float("inf")

    def __init__(self, file: Path) -> None:
        self._file = file.with_name(f"{file.name}-lease")
        self._connection: sqlite3.Connection | None = None

    def ask(self) -> bool:
        if self._connection is not None:
            return True
        make_private(self._file)
        connection = sqlite3.connect(self._file, timeout=0, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                return False
            raise OSError(str(error)) from error
        self._connection = connection
        return True

    def release(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class Lease:
    """Asks for the lease of one database and renews it, in a thread of its own that nothing else can keep waiting."""

    def __init__(self, url: str) -> None:
        address = make_url(url)
        on_file = address.get_backend_name() == "sqlite"
        self._holder: _Holder = _File(Path(address.database or "")) if on_file else _Row(url)
        self._until = 0.0
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None
        self.state: LeaseState | None = None
        """As of the last time that the database was asked; None before."""

    def held(self) -> bool:
        """Whether this process may send, now."""
        return now() < self._until

    def take(self) -> bool:
        """Ask once; False while another has it. Raises OSError where the database does not answer."""
        asked_at = now()
        granted = self._holder.ask()
        self._until = asked_at + self._holder.holds_for if granted else 0.0
        return granted

    def start(self, changed: Callable[[], object]) -> None:
        """Go on asking. ``changed`` is called in that thread whenever ``state`` changes."""
        self._thread = threading.Thread(target=self._keep, args=(changed,), name="lease", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Give it back, so that whoever stands by need not wait."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join()
        self._until = 0.0
        self._holder.release()

    def _keep(self, changed: Callable[[], object]) -> None:
        while not self._ending.is_set():
            before, began = self.state, now()
            try:
                self.state = LeaseState.LEADING if self.take() else LeaseState.STANDING_BY
            except OSError as error:
                self.state = LeaseState.CUT_OFF
                if before is not LeaseState.CUT_OFF:
                    log.warning("the database does not answer; nothing is sent until it does: %s", error)
            if self.state is not before and not self._ending.is_set():
                changed()
            pause = RENEW if self.state is LeaseState.LEADING else WATCH
            self._ending.wait(max(0.0, began + pause - now()))


def _cut(line: socket.socket) -> None:
    with contextlib.suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
