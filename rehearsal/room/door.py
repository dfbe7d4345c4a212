"""The door to the room: reads what the command line gave, and opens."""

import argparse
import asyncio
from pathlib import Path

from models.config import ConfigError
from rehearsal import script
from rehearsal.room.moments import Moment, Wording
from rehearsal.room.room import Plan
from rehearsal.room.serve import serve


def open_(arguments: argparse.Namespace) -> int:
    """Open the room and keep it open until Ctrl-C; the exit code. ConfigError for a file that cannot be used."""
    if arguments.database is not None and arguments.database.exists():
        raise ConfigError(f"--database: {str(arguments.database)!r} already exists. Name a new file.")
    if arguments.database is not None and not arguments.database.resolve().parent.is_dir():
        raise ConfigError(f"--database: there's no folder {str(arguments.database.resolve().parent)!r}.")
    given = arguments.signatories
    names = script.distinct(script.read(given) if given is not None else script.shipped())
    plan = Plan(_wording(arguments.letter), names, arguments.database, arguments.language)
    try:
        return asyncio.run(
            serve(
                plan,
                Moment(arguments.at or Moment.MIDWEEK),
                port=arguments.port,
                open_browser=not arguments.no_open,
            )
        )
    except OSError as error:
        raise ConfigError(f"--port: I can't use port {arguments.port}: {error.strerror}.") from None


def _wording(path: Path | None) -> Wording:
    try:
        wording = Wording.read(path)
    except UnicodeDecodeError:
        raise ConfigError(f"--letter: {str(path)!r} isn't UTF-8 text.") from None
    if not wording.body:
        raise ConfigError(f"--letter: {str(path)!r} is empty.")
    return wording
