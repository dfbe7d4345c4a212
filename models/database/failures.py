"""Failures: a database that cannot be written, as a refusal that members may read."""

import logging
import sqlite3
from collections.abc import Mapping

from models.refusal import Reason, Refusal

log = logging.getLogger(__name__)

CANNOT_WRITE: Mapping[int, Reason] = {
    sqlite3.SQLITE_FULL: Reason.DISK_FULL,
    sqlite3.SQLITE_BUSY: Reason.DATABASE_HELD,
}
"""What SQLite says when nothing can be written, and nothing was."""


def refused(error: Exception) -> Exception:
    """A refusal where the database cannot be written; the host finds it in the log.

    Its cause may have made SQLite forget the savepoint, so that giving this up fails as well.
    """
    met: BaseException | None = error
    while met is not None:
        if isinstance(met, sqlite3.OperationalError):
            reason = CANNOT_WRITE.get(met.sqlite_errorcode & 0xFF)  # the rest of the code is detail
            if reason is not None:
                log.error("I can't write to the database: %s", met)
                return Refusal(reason)
        met = met.__cause__ or met.__context__
    return error


def is_refused(error: BaseException | None) -> bool:
    """Whether this is such a refusal: then SQLite took back the whole transaction."""
    return isinstance(error, Refusal) and error.reason in CANNOT_WRITE.values()
