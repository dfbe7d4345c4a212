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


def why(error: BaseException | None) -> str:
    """Why the database refused something, for the host: only the first line of what it says, which holds no row."""
    if isinstance(error, sqlite3.OperationalError) and _reason(error) is Reason.DATABASE_HELD:
        return "another program is using it"
    said = str(error).strip() or repr(error)
    return said.splitlines()[0].rstrip(".")


def _reason(error: sqlite3.OperationalError) -> Reason | None:
    code = getattr(error, "sqlite_errorcode", 0)  # what the driver itself finds wrong has none
    return CANNOT_WRITE.get(code & 0xFF)  # the rest is detail


def refused(error: Exception) -> Exception:
    """A refusal where the database cannot be written; the host finds it in the log.

    Its cause may have made SQLite forget the savepoint, so that giving this up fails as well.
    """
    met: BaseException | None = error
    while met is not None:
        if isinstance(met, sqlite3.OperationalError):
            reason = _reason(met)
            if reason is not None:
                log.error("I can't write to the database: %s", why(met))
                return Refusal(reason)
        met = met.__cause__ or met.__context__
    return error


def is_refused(error: BaseException | None) -> bool:
    """Whether this is such a refusal: then nothing of the whole transaction can be stored."""
    return isinstance(error, Refusal) and error.reason in CANNOT_WRITE.values()
