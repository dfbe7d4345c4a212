"""The lease: which of several processes on one database is the bot. The others stand by.

On PostgreSQL it is a row on the database's own time, renewed every 3 seconds. Whoever holds it stops sending 8 seconds
after it *asked* for the last renewal that was granted, on a clock that nobody sets; another may take it 12 seconds
after that renewal, and only when it saw no renewal for a while itself. Between the two lies what a slow network and
unequal clocks may cost. A SQLite file is for one machine: there the lease is a lock beside the file, which ends with
the process that holds it.

Each time that another process gets the lease its epoch grows, and every write of the store asks for it in its own
transaction (:class:`Term`): a leader that was paused and goes on later commits nothing, whatever it still believes.

The row stands in a table of its own outside the migrations: it is no part of a campaign, is not copied, and is there
before a database is brought to this version.
"""

import contextlib
import logging
import os
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct
from sqlalchemy import Connection, make_url, text

from models.database.lock_file import LockFile
from models.database.store import ON_A_SERVER

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

WAITS = 1.5
"""Seconds a process that asks for the lease waits for a leader's commit."""

COMMITS = 5
"""Seconds a leader may take between asking for the epoch and its commit, before the server ends its transaction: so
long may one that is paused just there keep another from taking over."""

_IS_SET_UP = (
    "SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('undersigned_lease') AND attname = 'epoch'"
)
_SETUP = """
CREATE TABLE IF NOT EXISTS undersigned_lease (
    id integer PRIMARY KEY, owner text NOT NULL, mark text NOT NULL, until timestamptz NOT NULL
);
ALTER TABLE undersigned_lease ADD COLUMN IF NOT EXISTS epoch bigint NOT NULL DEFAULT 0"""
_TAKE = """
INSERT INTO undersigned_lease (id, owner, mark, until, epoch)
VALUES (1, %(owner)s, %(mark)s, clock_timestamp() + make_interval(secs => %(free)s), 1)
ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, mark = excluded.mark, until = excluded.until,
    epoch = undersigned_lease.epoch + (undersigned_lease.owner <> excluded.owner)::int
WHERE undersigned_lease.owner IN (excluded.owner, '')
    OR (undersigned_lease.mark = %(seen)s AND undersigned_lease.until < clock_timestamp())
RETURNING epoch"""
_GIVE_BACK = "UPDATE undersigned_lease SET owner = '', mark = '' WHERE owner = %s"
# Whoever takes the lease waits for this lock, so the epoch holds until the commit.
_STILL_LEADS = text(f"""
SELECT set_config('idle_in_transaction_session_timeout', '{COMMITS}s', true) FROM undersigned_lease
WHERE owner = :owner AND epoch = :epoch FOR SHARE""")  # noqa: S608
_LOCK = 7233092
"""The advisory lock under which the table is made."""


class LeaseState(Enum):
    """Whether a process leads, stands by because another one leads, or is cut off from the database."""

    LEADING = auto()
    STANDING_BY = auto()
    """Another process leads."""
    CUT_OFF = auto()
    """The database does not answer; whether another leads cannot be known."""


class NotLeading(ConnectionError):
    """This process does not lead now, so it sends and commits nothing."""


def now() -> float:
    """Seconds on a clock that nobody sets and that goes on while the machine sleeps, where it has one."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


class _Holder(Protocol):
    holds_for: float

    def ask(self) -> int:
        """Take or renew it; its epoch, or 0 while another has it. Raises OSError where the database does not answer."""

    def still_leads(self, connection: Connection, epoch: int) -> bool:
        """Whether this epoch goes on until the transaction of this connection ends."""

    def release(self) -> None: ...


class _Row:
    """The lease on a PostgreSQL server."""

    holds_for = STOP

    def __init__(self, url: str) -> None:
        self._address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._owner = secrets.token_hex(8)
        self._connection: psycopg.Connection[tuple[Any, ...]] | None = None
        self._seen, self._seen_at = "", now()

    def ask(self) -> int:
        with self._at_most(ANSWER) as connection:
            values = {
                "owner": self._owner,
                "mark": secrets.token_hex(8),
                "free": FREE,
                "seen": self._seen if now() - self._seen_at >= STILL else None,
            }
            if (granted := connection.execute(_TAKE, values).fetchone()) is not None:
                return int(granted[0])
            found = connection.execute("SELECT mark FROM undersigned_lease").fetchone()
            if found is not None and found[0] != self._seen:
                self._seen, self._seen_at = found[0], now()
            return 0

    def still_leads(self, connection: Connection, epoch: int) -> bool:
        values = {"owner": self._owner, "epoch": epoch}
        return connection.execute(_STILL_LEADS, values).first() is not None

    def release(self) -> None:
        with contextlib.suppress(OSError), self._at_most(ANSWER) as connection:
            connection.execute(_GIVE_BACK, (self._owner,))
        self._let_go()

    @contextlib.contextmanager
    def _at_most(self, seconds: float) -> "Iterator[psycopg.Connection[tuple[Any, ...]]]":
        """A connection whose every wait ends after that long: a network that swallows everything tells nobody. Raises
        OSError where the database does not answer."""
        import psycopg  # a tenth of a second and 6 MB, of which a SQLite file needs nothing

        try:
            if self._connection is None or self._connection.closed:
                self._connection = psycopg.connect(self._address, autocommit=True, **ON_A_SERVER)
                self._connection.execute(f"SET lock_timeout = '{WAITS}s'")
                if self._connection.execute(_IS_SET_UP).fetchone() is None:
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


class Lease:
    """Asks for the lease of one database and renews it, in a thread of its own that nothing else can keep waiting."""

    def __init__(self, url: str) -> None:
        address = make_url(url)
        on_file = address.get_backend_name() == "sqlite"
        self._holder: _Holder = LockFile(Path(address.database or "")) if on_file else _Row(url)
        self._until = 0.0
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None
        self.epoch = 0
        """Of the last time that it was granted: it grows whenever another had it in between."""
        self.state: LeaseState | None = None
        """As of the last time that the database was asked; None before."""

    def held(self) -> bool:
        """Whether this process may send, now."""
        return now() < self._until

    def take(self) -> bool:
        """Ask once; False while another has it. Raises OSError where the database does not answer."""
        asked_at = now()
        granted = self._holder.ask()
        self.epoch = granted or self.epoch
        self._until = asked_at + self._holder.holds_for if granted else 0.0
        return granted > 0

    def term(self) -> "Term":
        """The time for which it is held now."""
        return Term(self, self.epoch)

    def require(self, connection: Connection, epoch: int) -> None:
        """Raise NotLeading unless this epoch goes on until the transaction of this connection ends."""
        if not self._holder.still_leads(connection, epoch):
            raise NotLeading("another process is now the bot, so this one stores nothing")

    def start(self, changed: Callable[[], object]) -> None:
        """Go on asking. ``changed`` is called in that thread whenever ``state`` or ``epoch`` changes."""
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
            before, epoch, began = self.state, self.epoch, now()
            try:
                self.state = LeaseState.LEADING if self.take() else LeaseState.STANDING_BY
            except OSError as error:
                self.state = LeaseState.CUT_OFF
                if before is not LeaseState.CUT_OFF:
                    log.warning("the database doesn't answer, so nothing is sent until it does: %s", error)
            if (self.state, self.epoch) != (before, epoch) and not self._ending.is_set():
                changed()
            pause = RENEW if self.state is LeaseState.LEADING else WATCH
            self._ending.wait(max(0.0, began + pause - now()))


class Term(Struct, frozen=True):
    """One time of leading. It is over for good once another process has led; what began in it writes no more."""

    lease: Lease
    epoch: int

    def leads(self) -> bool:
        """Whether this process may send, now."""
        return self.lease.held() and not self.over

    @property
    def over(self) -> bool:
        """Whether a later term of the same process has begun."""
        return self.lease.epoch != self.epoch

    def require(self, connection: Connection) -> None:
        """Ask inside a transaction, before its commit. Raises NotLeading where another has led since."""
        self.lease.require(connection, self.epoch)


def _cut(line: socket.socket) -> None:
    with contextlib.suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
