"""Backups: whole copies of the database, made while the bot runs, kept by number, put back by one command.

A SQLite file is copied with SQLite's online backup: one moment, and nobody waits. A PostgreSQL database is dumped by
``pg_dump`` and put back by ``pg_restore``, where the machine has them.
"""

import contextlib
import os
import re
import shutil
import sqlite3
import subprocess
from datetime import UTC, datetime, timedelta
from itertools import chain, count
from pathlib import Path

from sqlalchemy import make_url

from models.config import ConfigError, Settings, shown
from models.database import failures, schema
from models.operations.copying import alone

STAMP = "%Y%m%dT%H%M%SZ"
_STAMPED = re.compile(r"\d{8}T\d{6}Z")
EVERY = timedelta(days=1)
PG_SECONDS = 3600.0
"""How long one of PostgreSQL's programs may take."""
SUFFIX = {"sqlite": ".db", "postgresql": ".dump"}
_BEGINS = {b"SQLite format 3\0": "sqlite", b"PGDMP": "postgresql"}


def folder(settings: Settings) -> Path:
    """Where backups are kept: where the settings say, else beside a SQLite file or in the working directory."""
    file = file_of(settings.database)
    return settings.backup_folder or (file.parent if file else Path()) / "backups"


def is_one(file: Path) -> bool:
    """Whether this file of the folder is one of ours, finished or not."""
    return _STAMPED.search(file.name) is not None and any(suffix in file.name for suffix in SUFFIX.values())


def newest(settings: Settings) -> tuple[Path, datetime] | None:
    """The last backup and when it was made."""
    kept = _kept(settings)
    return (kept[-1], _made_at(kept[-1])) if kept else None


def is_due(settings: Settings, now: datetime) -> bool:
    """Whether a day has passed since the last one, or there is none; never where none should be kept."""
    last = newest(settings)
    return settings.backups > 0 and (last is None or now - last[1] >= EVERY)


def make(settings: Settings, now: datetime, *, by_hand: bool = False) -> Path:
    """Make one, and drop the oldest beyond those to be kept. One made by hand drops none, counts for none, and is
    dropped by nobody. Raises ConfigError where it cannot be made; then none is dropped."""
    kind = kind_of(settings.database)
    stem = f"{'by-hand' if by_hand else 'undersigned'}-{now.astimezone(UTC).strftime(STAMP)}"
    target = folder(settings) / f"{stem}{SUFFIX[kind]}"
    if by_hand:
        target = _free(target)
    unfinished = target.with_name(f"{target.name}.unfinished")
    _require_file(settings.database)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        unfinished.touch(0o600)
        snapshot(settings, unfinished)
        unfinished.replace(target)
    except OSError as error:
        raise ConfigError(
            f"I couldn't make a backup in {str(target.parent)!r}: {error.strerror or error}."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    for left in target.parent.glob(f"*-[0-9]*T[0-9]*Z{SUFFIX[kind]}.unfinished*"):
        if now - _made_at(left) >= EVERY:  # the person who made it was killed; it holds what a backup holds
            left.unlink()
    if not by_hand:
        for old in _kept(settings)[: -max(1, settings.backups)]:
            old.unlink()
    return target


def restore(settings: Settings, file: Path, now: datetime) -> Path | None:
    """Replace the database with a backup; what was there is kept, and its place returned.

    Raises ConfigError where a bot runs, the file is no backup, is broken, is of a later version, or is of the other
    kind of database.
    """
    kind = kind_of(settings.database)
    try:
        with file.open("rb") as opened:
            start = opened.read(16)
    except OSError as error:
        raise ConfigError(f"I can't read the backup {str(file)!r}: {error.strerror}.") from None
    found = next((which for begin, which in _BEGINS.items() if start.startswith(begin)), None)
    if found is None:
        raise ConfigError(f"{str(file)!r} isn't a backup. Choose a file in the backup folder.")
    if found != kind:
        raise ConfigError(
            f"{str(file)!r} is a backup of {_NAMES[found]}, but your settings name {_NAMES[kind]}. Restore it where it "
            "was made. Then move everything with bot.py copy."
        )
    with alone(settings.database):
        return _restore_file(settings, file, now) if kind == "sqlite" else _restore_server(settings, file, now)


_NAMES = {"sqlite": "a SQLite file", "postgresql": "a PostgreSQL database"}


def _restore_file(settings: Settings, file: Path, now: datetime) -> Path | None:
    url = f"sqlite:///{file}"
    if not schema.state_of(url).stored:  # says in words what is broken or of a later version
        raise ConfigError(f"{str(file)!r} isn't a backup: it's a database, but not one that this bot made.")
    with contextlib.closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as backup:
        [said] = backup.execute("PRAGMA quick_check(1)").fetchone()
        if said != "ok":
            raise ConfigError(f"The backup {str(file)!r} is damaged: {said}.")
    place = file_of(settings.database)
    assert place is not None  # noqa: S101
    if place.exists() and place.samefile(file):
        raise ConfigError(f"{str(file)!r} is the database itself. Choose a file in the backup folder.")
    before = f"{place.stem}-before-restore-{now.astimezone(UTC).strftime(STAMP)}{place.suffix}"
    kept = _free(place.with_name(before))
    unfinished = place.with_name(f"{place.name}.unfinished")
    moved: list[tuple[Path, Path]] = []
    try:
        unfinished.unlink(missing_ok=True)
        unfinished.touch(0o600)
        copy_file(url, unfinished)  # with what is in a log beside it; only then the database makes way
        there = [tail for tail in ("", "-wal", "-shm") if place.with_name(place.name + tail).exists()]
        for tail in there:
            part = place.with_name(place.name + tail)
            moved.append((part, part.rename(kept.with_name(kept.name + tail))))
        unfinished.replace(place)
    except OSError as error:
        for part, away in moved:
            away.rename(part)
        raise ConfigError(
            f"I couldn't replace {shown(settings.database)} with the backup: {error.strerror or error}. The database "
            "hasn't changed."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return kept if moved else None


def _restore_server(settings: Settings, file: Path, now: datetime) -> Path | None:
    kept = None
    if schema.state_of(settings.database).stored:
        before = _free(folder(settings) / f"before-restore-{now.astimezone(UTC).strftime(STAMP)}.dump")
        try:
            before.parent.mkdir(parents=True, exist_ok=True)
            before.touch(0o600)
        except OSError as error:
            raise ConfigError(
                f"I couldn't save the old database in {str(before.parent)!r}: {error.strerror}. Nothing was changed."
            ) from error
        _dump(settings.database, before)
        kept = before
    put_back(settings.database, file)
    return kept


def put_back(url: str, file: Path) -> None:
    """Put a dump into a PostgreSQL database, in place of what is there. Raises ConfigError, and changes nothing."""
    _pg("pg_restore", url, "--clean", "--if-exists", "--no-owner", "--single-transaction", str(file))


def snapshot(settings: Settings, target: Path) -> None:
    """Write what the database holds now into a file that is there already. Raises ConfigError where that fails."""
    if kind_of(settings.database) == "sqlite":
        copy_file(settings.database, target)
    else:
        _dump(settings.database, target)


def copy_file(url: str, target: Path) -> None:
    """Copy a SQLite file, as it is at one moment, into a file that is there already. Raises ConfigError."""
    _require_file(url)
    try:
        with (
            contextlib.closing(sqlite3.connect(file_of(url) or "")) as source,
            contextlib.closing(sqlite3.connect(target)) as copied,
        ):
            # In one go: started over at each write of others it would never end, and none of them waits for it.
            source.backup(copied)
            copied.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
    except sqlite3.Error as error:
        raise ConfigError(f"I couldn't copy the database {shown(url)}: {failures.why(error)}.") from error
    with target.open("rb") as written:
        os.fsync(written.fileno())


def _require_file(url: str) -> None:
    file = file_of(url)
    if file is not None and not file.exists():
        raise ConfigError(
            f"The database {shown(url)} doesn't exist yet. Run this where the bot runs, or use --config with "
            "the bot's settings."
        )


def _dump(url: str, target: Path) -> None:
    """Into a file that is there already, so that it is nobody else's to read."""
    lease = "--exclude-table=undersigned_lease"
    _pg("pg_dump", url, "--format=custom", "--no-owner", lease, f"--file={target}")


def _pg(program: str, url: str, *words: str) -> None:
    """Run one of PostgreSQL's programs; the password goes through the environment, where no list of processes shows
    it."""
    found = shutil.which(program)
    if found is None:
        raise ConfigError(
            f"This machine doesn't have {program}. Install PostgreSQL's client programs, at least as new as the "
            "server. Or use the server's own backups, and set backups to 0."
        )
    address = make_url(url)
    plain = address.set(drivername="postgresql", password=None).render_as_string()
    env = os.environ | ({"PGPASSWORD": str(address.password)} if address.password else {})
    command = [found, f"--dbname={plain}", *words]
    try:
        done = subprocess.run(  # noqa: S603
            command, env=env, capture_output=True, text=True, check=False, timeout=PG_SECONDS
        )
    except subprocess.TimeoutExpired:
        raise ConfigError(
            f"{program} took more than {PG_SECONDS:,.0f} seconds on {shown(url)}, so I stopped it."
        ) from None
    if done.returncode:
        why = (done.stderr.strip().splitlines() or ["it didn't say why"])[0].rstrip(".")
        raise ConfigError(f"{program} failed on {shown(url)}: {why}.")


def _kept(settings: Settings) -> list[Path]:
    """All backups of this kind of database, the oldest first."""
    suffix = SUFFIX[kind_of(settings.database)]
    return sorted(folder(settings).glob(f"undersigned-{'[0-9]' * 8}T{'[0-9]' * 6}Z{suffix}"))


def _free(wanted: Path) -> Path:
    """This place, or one beside it where something is kept there already: two may be made within a second."""
    numbered = (wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}") for number in count(2))
    return next(place for place in chain((wanted,), numbered) if not place.exists())


def _made_at(backup: Path) -> datetime:
    found = _STAMPED.search(backup.name)
    return datetime.strptime(found[0] if found else "", STAMP).replace(tzinfo=UTC)


def kind_of(url: str) -> str:
    """The kind of a database, as :data:`SUFFIX` names it."""
    return make_url(url).get_backend_name()


def file_of(url: str) -> Path | None:
    """The file of a SQLite database; None for one of the other kind."""
    return Path(make_url(url).database or "") if kind_of(url) == "sqlite" else None
