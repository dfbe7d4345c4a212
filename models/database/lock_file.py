"""The lock file: how processes of one machine agree on who leads on a SQLite file (``models.database.lease``)."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection

from models.database.store import make_private


class LockFile:
    """An open transaction on an empty database beside it, which ends with its process.

    Nobody else can lead while it is held, unless somebody deletes that file: then it counts as given back.
    """

    holds_for = float("inf")

    def __init__(self, file: Path) -> None:
        self._file = file.with_name(f"{file.name}-lease")
        self._connection: sqlite3.Connection | None = None
        self._locked = (0, 0)
        self._epoch = 0

    def ask(self) -> int:
        """Take it, or say that it is still held: its epoch, or 0 while another has it. Raises OSError where the file
        cannot be made."""
        if self._connection is not None:
            if self._there() == self._locked:
                return self._epoch
            self.release()
        make_private(self._file)
        found = self._there()
        connection = sqlite3.connect(self._file, timeout=0, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                return 0
            raise OSError(str(error)) from error
        self._connection, self._locked = connection, found
        self._epoch += 1
        return self._epoch

    def still_leads(self, _connection: Connection, epoch: int) -> bool:
        """Whether this epoch goes on: a transaction on the SQLite file lets nobody else write meanwhile."""
        return epoch == self._epoch and self._connection is not None and self._there() == self._locked

    def release(self) -> None:
        """Give the lock back to whoever asks next."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _there(self) -> tuple[int, int]:
        """Which file stands there now."""
        try:
            found = self._file.stat()
        except OSError:
            return (0, 0)
        return found.st_dev, found.st_ino
