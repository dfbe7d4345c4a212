"""Trials: an update and a restore are tried on a copy that is thrown away, so that neither is tried first when it
matters. The database itself is only read."""

import contextlib
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from sqlalchemy import Engine, make_url
from sqlmodel import Session, func, select

from models import journal
from models.config import ConfigError, Settings, shown
from models.database import schema, tables
from models.database.store import make_engine
from models.operations import backups

if TYPE_CHECKING:
    import psycopg

PREFIX = "trial-"
STALE_SECONDS = 86_400
"""A copy so old was left by a process that was killed."""
_TRIAL = re.compile(r"undersigned_trial_(\d+)_[0-9a-f]+")
"""The name of a copy on a PostgreSQL server, with the second in which it was made (Unix time)."""


class TriedCopy(Struct, frozen=True):
    """What became of a copy: from which revision it came to which, in how many seconds, and what it holds."""

    before: str
    after: str
    seconds: float
    rows: int
    servers: int


def migration(settings: Settings) -> TriedCopy:
    """Bring a copy of the database to this version. Raises ConfigError where that fails; the database is as it was."""
    if not schema.state_of(settings.database).stored:
        raise ConfigError(f"The database {shown(settings.database)} doesn't exist or is empty.")
    with _folder(settings) as folder:
        file = folder / f"copy{backups.SUFFIX[backups.kind_of(settings.database)]}"
        file.touch(0o600)
        backups.snapshot(settings, file)
        return _tried(settings, file, folder)


def restore(settings: Settings, file: Path) -> TriedCopy:
    """Restore a backup into a copy, and bring that to this version. Raises ConfigError where that fails."""
    with _folder(settings) as folder:
        return _tried(settings, file, folder)


def _tried(settings: Settings, file: Path, folder: Path) -> TriedCopy:
    with _scratch(settings, file, folder) as url:
        before = schema.state_of(url).stored
        if not before:
            raise ConfigError(f"{str(file)!r} isn't a backup: it's a database, but not one that this bot made.")
        began = time.monotonic()
        schema.migrate(url)
        seconds = time.monotonic() - began
        engine = make_engine(url)
        try:
            rows, servers = _look_through(engine, file)
        finally:
            engine.dispose()
        return TriedCopy(before, schema.newest(), seconds, rows, servers)


def _look_through(engine: Engine, file: Path) -> tuple[int, int]:
    """How many rows and servers are there; raises ConfigError where a server's journal does not prove itself."""
    with Session(engine) as session:
        rows = sum(
            session.execute(select(func.count()).select_from(table)).scalar_one()
            for table in tables.METADATA.sorted_tables
        )
        servers = journal.servers(session)
        for guild_id in servers:
            if journal.verify_chain(session, guild_id).broken_at:
                raise ConfigError(f"The journal of the server {guild_id} is broken in {str(file)!r}.")
    return rows, len(servers)


@contextlib.contextmanager
def _folder(settings: Settings) -> Iterator[Path]:
    """A folder that only the bot's account can read, beside the backups, as large as they may be."""
    place = backups.folder(settings)
    try:
        place.mkdir(parents=True, exist_ok=True)
        for left in place.glob(f"{PREFIX}*"):
            if time.time() - left.stat().st_mtime > STALE_SECONDS:
                shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=PREFIX, dir=place, ignore_cleanup_errors=True) as name:
            yield Path(name)
    except OSError as error:
        raise ConfigError(f"I couldn't make a copy in {str(place)!r}: {error.strerror or error}.") from error


def _drop_left(connection: "psycopg.Connection[Any]") -> None:
    """Drop databases of our role that a process left that was killed in the middle: they hold what a backup holds."""
    ours = connection.execute("SELECT datname FROM pg_database WHERE datdba = CURRENT_ROLE::regrole").fetchall()
    for (name,) in ours:
        if (found := _TRIAL.fullmatch(name)) and time.time() - int(found[1]) > STALE_SECONDS:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@contextlib.contextmanager
def _scratch(settings: Settings, file: Path, folder: Path) -> Iterator[str]:
    """The URL of a database that holds this backup, until it is dropped."""
    if backups.kind_of(settings.database) == "sqlite":
        place = folder / "trial.db"
        place.touch(0o600)
        backups.copy_file(f"sqlite:///{file}", place)
        yield f"sqlite:///{place}"
        return
    import psycopg

    name = f"undersigned_trial_{time.time():.0f}_{secrets.token_hex(6)}"
    address = make_url(settings.database).set(drivername="postgresql")
    try:
        with psycopg.connect(address.render_as_string(hide_password=False), autocommit=True) as connection:
            _drop_left(connection)
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")
    except psycopg.Error as error:
        why = str(error).strip().partition("\n")[0]
        raise ConfigError(
            f"I couldn't make a test database beside {shown(settings.database)}: {why}. Let the bot's role create "
            "databases: ALTER ROLE … CREATEDB."
        ) from error
    url = address.set(database=name).render_as_string(hide_password=False)
    try:
        backups.put_back(url, file)
        yield url
    finally:
        with psycopg.connect(address.render_as_string(hide_password=False), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
