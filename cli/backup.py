"""What the host asks of its database on the command line: backup, restore, copy; each done, then said."""

import asyncio
import contextlib
import json
import logging
import os
import signal
import tempfile
from collections.abc import Awaitable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, TypeVar

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, func, select

from cli import new_key
from cli.queries import asked
from cogs.runtime import errors
from models import cldr
from models.config import PREFIX, ConfigError, Settings, shown, spoken
from models.database import installation, schema
from models.database.store import Store
from models.database.tables import Coalition, Letter, Signatory
from models.operations import backups, copying, trials

log = logging.getLogger(__name__)

FIRST_LOOK = 60.0
"""Seconds after the start at which it is looked for the first time whether a backup is due."""
LOOK = 3600.0
"""Seconds between two looks."""
TRY_EVERY = timedelta(days=7)
"""How often the newest backup is restored into a copy."""
COMMAND_SECONDS = 3600.0
"""How long ``backup_command`` may take."""
LAST_WORDS = 4096
"""So many bytes at the end of its complaints are looked through for the last line."""
Result = TypeVar("Result")
MADE, TRIAL, COMMAND = "backup made", "restore tried", "backup command"
"""The facts in which it is noted when each was done last, and how it failed."""


def backup(settings: Settings) -> str:
    """Make a backup now and hand it over; made by hand it is kept until somebody deletes it."""
    file = backups.make(settings, datetime.now(UTC), by_hand=True)
    said = f"The backup of {shown(settings.database)} is here: {file}"
    if settings.backup_command:
        asyncio.run(hand_over(settings, file))
        said += f"\nbackup_command {settings.backup_command[0]!r} has copied it."
    return said


async def hand_over(settings: Settings, file: Path) -> None:
    """Have the host's own program take a backup elsewhere, without a shell and without our secrets. Raises ConfigError
    where it fails. Too slow or cancelled, it is killed with all that it started."""
    command = _words(settings.backup_command, file)
    env = {name: value for name, value in os.environ.items() if not name.upper().startswith(PREFIX)}
    with tempfile.TemporaryFile() as told:
        why = await _why_not(command, env, told)
        told.seek(max(0, told.tell() - LAST_WORDS))
        last = told.read().decode(errors="replace").strip().splitlines()[-1:]
    if why:
        said = f"{why}: {last[0]}" if last else why
        raise ConfigError(
            f"The backup {file} was made, but backup_command {command[0]!r} failed: {said.rstrip('.')}."
        )


def _words(command: Sequence[str], file: Path) -> list[str]:
    place = str(file.absolute())
    named = [word.replace("{file}", place) for word in command]
    return named if any("{file}" in word for word in command) else [*named, place]


async def _why_not(command: list[str], env: dict[str, str], told: IO[bytes]) -> str:
    """Run a program that writes its complaints there; why it failed, empty where it did not."""
    nothing = asyncio.subprocess.DEVNULL
    try:
        program = await asyncio.create_subprocess_exec(
            *command, env=env, stdin=nothing, stdout=nothing, stderr=told, start_new_session=True
        )
    except OSError as error:
        return error.strerror or str(error)
    try:
        async with asyncio.timeout(COMMAND_SECONDS):
            code = await program.wait()
    except TimeoutError:
        return f"it took longer than {COMMAND_SECONDS / 60:.0f} minutes"
    finally:
        if program.returncode is None:
            with contextlib.suppress(ProcessLookupError):  # it ended just now
                os.killpg(program.pid, signal.SIGKILL)
            await program.wait()
        told.seek(0, os.SEEK_END)
    return f"it ended with exit code {code}" if code else ""


def migrate(settings: Settings, *, new_bot: bool = False) -> str:
    """Update the database to this version; with ``new_bot`` the bot of another token may have it from now on."""
    copy = schema.migrate(settings.database)
    said = f"The database {shown(settings.database)} is up to date (revision {schema.newest()})."
    if new_bot:
        with copying.alone(settings.database):
            asyncio.run(_forget_application(settings))
        said += "\nThe next bot that starts with this database can use it."
    return said + (f"\nA copy from before the update is here: {copy}" if copy is not None else "")


async def _forget_application(settings: Settings) -> None:
    store = Store(settings.database)
    try:
        await store.write(installation.forget_application)
    finally:
        store.close()


def rehearse_migration(settings: Settings) -> str:
    """Try the update on a copy of the database."""
    tried = trials.migration(settings)
    return (
        f"I updated a copy of {shown(settings.database)} from revision {tried.before} to {tried.after} in "
        f"{tried.seconds:.1f} seconds. All rows ({tried.rows:,}) are still there, and the journals of all servers "
        f"({tried.servers:,}) are intact. The copy has been deleted, and your database hasn't changed."
    )


def restore(settings: Settings, file: Path) -> str:
    """Replace the database with a backup, and say what both hold."""
    before = _holds(settings)
    kept = backups.restore(settings, file, datetime.now(UTC))
    said = f"The database {shown(settings.database)} now holds the backup {file}."
    if after := _holds(settings):
        said += f"\nThe backup holds {after}."
    if before:
        said += f" The database held {before}."
    return said + (f"\nYou can find the old database here: {kept}" if kept else "") + new_key.missing(settings)


def _holds(settings: Settings) -> str:
    """How much there is in a database of any revision; empty where nothing can be counted."""
    try:
        if not schema.state_of(settings.database).stored:
            return ""
        counts = asked(settings.database, _count)
    except (ConfigError, DBAPIError):  # it is damaged, say, and that is why it makes way
        return ""
    return cldr.listed(f"{count:,} {noun}{'' if count == 1 else 's'}" for noun, count in counts.items())


def _count(session: Session) -> dict[str, int]:
    tables = {"server": Coalition, "letter": Letter, "name": Signatory}
    return {noun: session.exec(select(func.count()).select_from(table)).one() for noun, table in tables.items()}


def copy(source: str, target: str) -> str:
    """Move everything from one database to the other. Their URLs are those of the command line."""
    counts = copying.copy(spoken(source), spoken(target))
    lines = [f"{name:<14} {count:>9,}" for name, count in counts.items()]
    said = "\n".join(
        [
            *lines,
            f"All {sum(counts.values()):,} rows are now in {shown(target)}, and each one is the same there.",
        ]
    )
    return said + new_key.missing(Settings(database=target))


async def make_daily(settings: Settings, store: Store) -> None:
    """Make a backup a day and try the newest one each week on a copy, for as long as this runs. What fails is said in
    the log and tried again; how the trial and the host's own program went is noted for ``check``."""
    pause = FIRST_LOOK
    while True:
        await asyncio.sleep(pause)
        pause = LOOK
        try:
            await _look(settings, store, datetime.now(UTC))
        except (ConfigError, OSError) as error:
            log.error("%s", error)
        except Exception as error:  # the database is away, say: the next look finds it again
            errors.report(error, "looking after backups")


async def _look(settings: Settings, store: Store, now: datetime) -> None:
    if not settings.backups:
        return
    if await asyncio.to_thread(backups.is_due, settings, now):
        file = await _noted(store, MADE, now, asyncio.to_thread(backups.make, settings, now))
        log.info("made the daily backup %s", file)
        if settings.backup_command:
            await _noted(store, COMMAND, now, hand_over(settings, file))
    newest = await asyncio.to_thread(backups.newest, settings)
    tried = await store.read(installation.get, TRIAL)
    if newest is not None and (
        tried is None or now - datetime.fromisoformat(json.loads(tried)["at"]) >= TRY_EVERY
    ):
        await _noted(store, TRIAL, now, asyncio.to_thread(trials.restore, settings, newest[0]))
        log.info("the weekly test restored the backup %s into a copy, and it worked", newest[0])


async def _noted(store: Store, name: str, now: datetime, doing: Awaitable[Result]) -> Result:
    """Do it, and note when and how it went; nothing where the bot ended meanwhile."""

    async def note(failed: str) -> None:
        await store.write(installation.put, name, json.dumps({"at": now.isoformat(), "failed": failed}))

    try:
        result = await doing
    except Exception as error:
        unknown = f"Something went wrong with the backups ({type(error).__name__}). The log says more."
        with contextlib.suppress(Exception):  # a database that takes no note hides nothing: the log says it
            await note(str(error) if isinstance(error, ConfigError) else unknown)
        raise
    await note("")
    return result
