"""What the host asks of its database on the command line: backup, restore, copy; each done, then said."""

import asyncio
import logging
from datetime import UTC, datetime
from pathlib import Path

from cli import new_key
from models.config import ConfigError, Settings, shown, spoken
from models.operations import backups, copying

log = logging.getLogger(__name__)

FIRST_LOOK = 60.0
"""Seconds after the start at which it is looked for the first time whether a backup is due."""
LOOK = 3600.0
"""Seconds between two looks."""


def backup(settings: Settings) -> str:
    """Make a backup now; made by hand it is kept until somebody deletes it."""
    return f"Backup of {shown(settings.database)}: {backups.make(settings, datetime.now(UTC), by_hand=True)}"


def restore(settings: Settings, file: Path) -> str:
    """Replace the database with a backup."""
    kept = backups.restore(settings, file, datetime.now(UTC))
    said = f"The database {shown(settings.database)} now holds the backup {file}."
    return said + (f"\nThe old database is here: {kept}" if kept else "") + new_key.missing(settings)


def copy(source: str, target: str) -> str:
    """Move everything from one database to the other. Their URLs are those of the command line."""
    counts = copying.copy(spoken(source), spoken(target))
    lines = [f"{name:<14} {count:>9,}" for name, count in counts.items()]
    said = "\n".join([*lines, f"Copied {sum(counts.values()):,} rows to {shown(target)}and compared each one."])
    return said + new_key.missing(Settings(database=target))


async def make_daily(settings: Settings) -> None:
    """Make a backup a day, for as long as this runs. One that fails is said in the log, and tried again."""
    pause = FIRST_LOOK
    while True:
        await asyncio.sleep(pause)
        pause = LOOK
        now = datetime.now(UTC)
        try:
            if await asyncio.to_thread(backups.is_due, settings, now):
                log.info("backup: %s", await asyncio.to_thread(backups.make, settings, now))
        except (ConfigError, OSError) as error:
            log.error("%s", error)
