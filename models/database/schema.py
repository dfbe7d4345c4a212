"""The schema of the database: at which revision it is, and how it comes to the newest one.

Alembic takes most of a second to import, so it is only imported when there is something to do.
"""

import contextlib
import glob
import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from sqlalchemy import Connection, Engine, inspect, make_url, text
from sqlalchemy.exc import DBAPIError

from models.config import ConfigError, shown
from models.database import tables
from models.database.failures import why
from models.database.store import make_engine
from models.database.writer import BUSY_MILLISECONDS

if TYPE_CHECKING:
    from alembic.config import Config

log = logging.getLogger(__name__)

FOLDER = Path(__file__).parent / "migrations"

COPIES = 3
"""How many copies of a SQLite file, each made before a migration, are kept."""

_RECORD = "alembic_version"
"""The table in which Alembic records the revision."""

MIGRATING_MILLISECONDS = 60_000
"""How long a process waits while another one brings the same SQLite file to the newest revision."""
_LOCK = 7233091
"""The advisory lock that processes starting at once take on PostgreSQL; any number that nobody else uses."""


class _OrphansError(Exception):
    """A migration took away what other rows point to."""


class SchemaState(Struct, frozen=True):
    """At which revision a database is and which is the newest; ``stored`` is empty for a new database."""

    stored: str
    newest: str

    @property
    def current(self) -> bool:
        """Whether there is nothing to migrate."""
        return self.stored == self.newest


def revisions() -> tuple[str, ...]:
    """The numbers of all migrations, oldest first: each file begins with its own."""
    files = (FOLDER / "versions").glob("[0-9][0-9][0-9][0-9]_*.py")
    return tuple(sorted(file.name[:4] for file in files))


def newest() -> str:
    """The number of the newest migration; empty before the first is written."""
    return max(revisions(), default="")


def state_of(url: str) -> SchemaState:
    """At which revision this database is. Changes nothing, and makes no file if there is none.

    Raises ConfigError when it cannot be reached, is damaged, is of a later version, or is not ours.
    """
    file = _file(url)
    if file is not None and not file.exists():
        if not os.access(file.absolute().parent, os.W_OK):
            raise ConfigError(
                f"I can't create the database {shown(url)}, because the folder {str(file.absolute().parent)!r} doesn't "
                "exist or is read-only."
            )
        return SchemaState("", newest())
    with _engine(url) as engine, _in_words(url, "can't be opened"), engine.connect() as connection:
        if file is not None:
            _require_sound(connection, url)
        return _standing(connection, url)


def migrate(url: str, require: Callable[[Connection], object] | None = None) -> Path | None:
    """Bring the database to the newest revision, in one transaction; processes that start at once take turns.
    ``require`` is asked before the commit, and what it raises undoes all (``Term.require``).

    A SQLite file that holds something is copied first, and the copy's path returned. Raises ConfigError when the
    database cannot be reached, is damaged, is of a later version, or is not ours, and when a migration fails: then
    it is as it was before.
    """
    before = state_of(url)
    if before.current:
        return None
    with _engine(url, MIGRATING_MILLISECONDS) as engine:
        with _in_words(url, "can't be updated to this version"):
            copy = _copy(engine, url) if before.stored else None
        kept = f" It hasn't changed, and there's a copy of it: {copy}." if copy is not None else ""
        # IMMEDIATE makes SQLite's whole migration one transaction, and lets only one process in.
        with (
            _in_words(url, "can't be updated to this version", kept),
            engine.execution_options(sqlite_begin="IMMEDIATE").begin() as connection,
        ):
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            if before.stored:
                upgrade(connection)
            else:
                _make(connection)
            if require is not None:
                require(connection)
    log.info("updated the database %s to revision %s", shown(url), before.newest)
    return copy


def alembic_config(connection: Connection) -> "Config":
    """Alembic, set to our migrations and bound to this connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _make(connection: Connection) -> None:
    """A new database has the newest tables at once: it holds nothing that a migration could change."""
    from alembic import command

    tables.METADATA.create_all(connection)
    command.stamp(alembic_config(connection), "head")


def upgrade(connection: Connection) -> None:
    """Run every migration that this database lacks, in the transaction that is open; an error when one leaves rows
    without what they point to."""
    from alembic import command

    command.upgrade(alembic_config(connection), "head")
    if connection.dialect.name == "sqlite":
        # Foreign keys are off meanwhile: with them on, rebuilding a table would empty its children.
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if orphans:
            raise _OrphansError(f"{len(orphans)} of its rows would then point to nothing")


def _require_sound(connection: Connection, url: str) -> None:
    """Look through a SQLite file for damage before anything is written to it."""
    found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if found != "ok":
        log.error("%s: %s", shown(url), found)
        raise ConfigError(
            f"The database {shown(url)} is damaged. I haven't written anything to it. Restore a backup, and keep the "
            "damaged file: SQLite's .recover may save more of it."
        )


def _standing(connection: Connection, url: str) -> SchemaState:
    names = set(inspect(connection).get_table_names())
    if _RECORD not in names:
        if strange := sorted(names & set(tables.METADATA.tables)):
            raise ConfigError(
                f"Another program has made a table {strange[0]!r} in the database {shown(url)}. Give this bot its own "
                "database."
            )
        return SchemaState("", newest())
    stored = connection.execute(text(f"SELECT version_num FROM {_RECORD}")).scalar() or ""  # noqa: S608
    if stored and stored not in revisions():
        raise ConfigError(
            f"The database {shown(url)} is from a later version of the bot (revision {stored}). Start that version, or "
            "use a copy from before that update."
        )
    return SchemaState(stored, newest())


def _copy(engine: Engine, url: str) -> Path | None:
    """A whole copy of a SQLite file beside it, readable by nobody else; the oldest copies go."""
    file = _file(url)
    if file is None:
        return None
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    copy = file.with_name(f"{file.stem}.{stamp}-before-{newest()}{file.suffix}")
    copy.touch(0o600, exist_ok=False)  # SQLite fills an empty file and keeps its mode
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("VACUUM INTO ?", (str(copy),))
    except sqlite3.Error as error:
        copy.unlink()
        raise ConfigError(
            f"I couldn't copy the database {shown(url)} before the update: {why(error)}."
        ) from error
    finally:
        connection.close()
    pattern = f"{glob.escape(file.stem)}.*T*Z-before-[0-9][0-9][0-9][0-9]{glob.escape(file.suffix)}"
    for old in sorted(file.parent.glob(pattern))[:-COPIES]:
        old.unlink()
    return copy


def _file(url: str) -> Path | None:
    """The file of a SQLite database; None for a server."""
    address = make_url(url)
    return Path(address.database or "") if address.get_backend_name() == "sqlite" else None


@contextlib.contextmanager
def _engine(url: str, busy: int = BUSY_MILLISECONDS) -> Iterator[Engine]:
    engine = make_engine(url, foreign_keys=False, busy=busy)
    try:
        yield engine
    finally:
        engine.dispose()


@contextlib.contextmanager
def _in_words(url: str, what: str, kept: str = "") -> Iterator[None]:
    """Turn the database's own complaint into a sentence. ``kept`` says what happened to the database."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, _OrphansError) as error:  # BEGIN goes past SQLAlchemy (``make_engine``)
        log.debug("%s %s", shown(url), what, exc_info=True)
        met = error.orig if isinstance(error, DBAPIError) else error
        raise ConfigError(f"The database {shown(url)} {what}: {why(met)}.{kept}") from error
