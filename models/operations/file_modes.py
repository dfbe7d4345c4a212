"""File modes: what the bot keeps in files can be read by its own account and by no other of the machine (mode 0600).

What it makes is made so. What was made before, or put there by hand, is narrowed at each start. Where a file belongs to
somebody else, or a file system knows no modes, that is said.
"""

import contextlib
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from models.config import Settings
from models.operations import backups

OTHERS = stat.S_IRWXG | stat.S_IRWXO
"""What group and others may do."""


def narrow(settings: Settings) -> list[Path]:
    """Take the files from everybody else; those that others can read all the same."""
    for file in readable_by_others(settings):
        with contextlib.suppress(
            OSError
        ):  # it belongs to another account, or is on a medium that cannot be written to
            file.chmod(0o600)
    return readable_by_others(settings)


def readable_by_others(settings: Settings) -> list[Path]:
    """Those of the bot's files that are not for its account alone. Changes nothing."""
    return [file for file in _files(settings) if _is_wide(file)]


def knows_modes(settings: Settings) -> bool:
    """Whether the file system of the database, or else of the secret key, keeps a mode; found out with a file that is
    gone when this returns. True if none can be made there."""
    beside = backups.file_of(settings.database) or settings.key_place()
    try:
        with tempfile.NamedTemporaryFile(dir=beside.parent) as file:
            return not Path(file.name).stat().st_mode & OTHERS
    except OSError:
        return True


def _files(settings: Settings) -> Iterator[Path]:
    """Database, its log and lease, copies of it, backups, secret key and token."""
    if (database := backups.file_of(settings.database)) is not None:
        stem, suffix = database.stem, database.suffix
        copies = (f"{stem}.", f"{stem}-before-restore-")
        for file in _in(database.parent):
            copied = file.name.startswith(copies) and suffix in file.name
            if file.name == database.name or file.name.startswith(f"{database.name}-") or copied:
                yield file
    yield from (file for file in _in(backups.folder(settings)) if backups.is_one(file))
    if settings.key is None:
        yield settings.key_place()
    if settings.token_file is not None:
        yield settings.token_file


def _is_wide(file: Path) -> bool:
    try:
        found = file.stat()
    except OSError:  # a backup that went meanwhile, say
        return False
    return stat.S_ISREG(found.st_mode) and bool(found.st_mode & OTHERS)


def _in(folder: Path) -> Iterable[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else ()
