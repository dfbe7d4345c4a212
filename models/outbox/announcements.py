"""Announcements of a letter's course: made once, where the same is not to be said again before its deadline moves."""

from datetime import datetime
from typing import Any

from sqlmodel import Session, select

from models.database.tables import Letter, Notice
from models.outbox import dedupe, notices
from models.terms import NoticeKind


def announce_once(
    session: Session, letter: Letter, kind: NoticeKind, now: datetime, what: str = "", **facts: Any
) -> None:
    """Announce once for each deadline of the letter; ``what`` tells apart things of one kind."""
    announce(session, letter, kind, now, _dedupe(letter, kind, what), **facts)


def announce_each(
    session: Session, letter: Letter, kind: NoticeKind, now: datetime, what: str, **facts: Any
) -> None:
    """Announce each time what may come, be taken back and come again."""
    announce(session, letter, kind, now, dedupe.dedupe(session, _dedupe(letter, kind, what)), **facts)


def is_announced(session: Session, letter: Letter, kind: NoticeKind, what: str = "") -> bool:
    """Whether :func:`announce_once` was called so for this deadline."""
    return (
        session.exec(select(Notice.id).where(Notice.dedupe == _dedupe(letter, kind, what))).first() is not None
    )


def announce(
    session: Session, letter: Letter, kind: NoticeKind, now: datetime, dedupe: str, **facts: Any
) -> None:
    """Announce something about a letter, as ``notices.announce`` does."""
    notices.announce(session, kind, now, letter.guild_id, letter_id=letter.id, dedupe=dedupe, **facts)


def _dedupe(letter: Letter, kind: NoticeKind, what: str) -> str:
    return f"{kind}:{letter.id}:{letter.deadline_version}:{what}"
