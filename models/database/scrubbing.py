"""Scrubbing: asks that what a transaction deleted is gone from the disk as well, once it is committed.

SQLite overwrites what is deleted (``secure_delete``), but older pages stay readable in its write-ahead log until
that is emptied; the store does so after the commit. PostgreSQL keeps such pages until it vacuums.
"""

from sqlmodel import Session

_ASKED = "scrub"
_PERSON = "forget words"


def request(session: Session) -> None:
    """Ask, in this session, that deleted data are cleared from the database's log after the commit."""
    session.info[_ASKED] = True


def is_requested(session: Session) -> bool:
    """Whether clearing the log was asked for in this session."""
    return _ASKED in session.info


def forget_words(session: Session) -> None:
    """Ask, in this session, that what was worked out of people's words is erased after the commit: somebody's are
    erased."""
    request(session)
    session.info[_PERSON] = True


def is_to_forget_words(session: Session) -> bool:
    """Whether that was asked for in this session."""
    return _PERSON in session.info
