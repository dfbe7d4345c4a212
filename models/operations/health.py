"""Health: when the scheduler last woke the bot, and what should have been done by now and was not."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, and_, col, func, or_, select

from models.coalitions import access
from models.database import installation
from models.database.tables import Delivery, Letter, Notice, Signatory, Vote
from models.letters import window
from models.sheets import Actor, SchedulerHealth
from models.terms import DeliveryState, LetterState, NoticeState
from models.translation import N_
from models.voting import clock, votes

SIGN, SHARDS, CLOCK = "woken", "shards", "clock"
PATIENCE = timedelta(minutes=2)
"""What is due for less than this may well be under way."""


def woken(session: Session, at: datetime) -> None:
    """Write down when the scheduler woke the bot last; called each minute, with the sign of life."""
    installation.put(session, SIGN, at.isoformat())


def note_shards(session: Session, up: Sequence[int], down: Sequence[int]) -> None:
    """Write down which shards are connected, for whoever checks."""
    installation.put(session, SHARDS, json.dumps({"up": list(up), "down": list(down)}))


def shards(session: Session) -> tuple[int, tuple[int, ...]]:
    """How many shards were connected when that was noted last, and which were not; none before the first time."""
    noted = json.loads(installation.get(session, SHARDS) or '{"up": [], "down": []}')
    return len(noted["up"]), tuple(noted["down"])


def note_clock(session: Session, ahead: int, at: datetime) -> None:
    """Write down by how many seconds this machine's clock was ahead of Discord's, and when (aware), for whoever
    checks."""
    installation.put(session, CLOCK, f"{ahead} {at.isoformat()}")


def clock_ahead(session: Session) -> tuple[int, datetime] | None:
    """What :func:`note_clock` wrote down last; None before the first time."""
    ahead, _, at = (installation.get(session, CLOCK) or "").partition(" ")
    return (int(ahead), datetime.fromisoformat(at)) if at else None


def scheduler_health(session: Session, now: datetime, guild_id: int | None = None) -> SchedulerHealth:
    """When the scheduler ran last (aware), and what is overdue by kind: in one server, or in all without
    ``guild_id``."""
    sign = installation.get(session, SIGN)
    counted = {what: _count(session, what, guild_id, now - PATIENCE) for what in _OVERDUE}
    return SchedulerHealth(
        as_of=now,
        last_run=datetime.fromisoformat(sign) if sign is not None else None,
        overdue={what: count for what, count in counted.items() if count},
    )


def oldest_unsent(session: Session, now: datetime) -> datetime | None:
    """Since when the oldest message due waits to be sent (aware); None where none does."""
    due = col(Delivery.state) == DeliveryState.PENDING, col(Delivery.due_at) <= now
    return session.exec(select(func.min(Delivery.due_at)).where(*due)).one()


def for_moderator(session: Session, actor: Actor, now: datetime) -> SchedulerHealth | None:
    """How the scheduler does in the actor's server; None for anyone who does not moderate it."""
    if not access.moderates(session, actor):
        return None
    return scheduler_health(session, now, actor.guild_id)


def _count(session: Session, what: str, guild_id: int | None, by: datetime) -> int:
    table, overdue = _OVERDUE[what](by)
    query = select(func.count()).select_from(table)
    if table is Delivery:
        query = query.join(Notice, col(Notice.id) == col(Delivery.notice_id))
    owner = Notice if table is Delivery else table
    return session.exec(query.where(overdue, *([owner.guild_id == guild_id] if guild_id else []))).one()


def _messages(by: datetime) -> tuple[Any, Any]:
    return Delivery, or_(
        and_(col(Delivery.state) == DeliveryState.PENDING, col(Delivery.due_at) <= by),
        and_(col(Delivery.state) == DeliveryState.CLAIMED, col(Delivery.lease_until) <= by),
    )


def _notices(by: datetime) -> tuple[Any, Any]:
    return Notice, and_(col(Notice.state) == NoticeState.PLANNED, col(Notice.make_at) <= by)


def _votes(by: datetime) -> tuple[Any, Any]:
    over = col(Vote.ended_at).is_(None), col(Vote.ends_at) <= by - votes.GRACE
    ids = (
        select(Vote.signatory_id)
        .join(Signatory, col(Signatory.id) == col(Vote.signatory_id))
        .join(Letter, col(Letter.id) == col(Signatory.letter_id))
        .where(*over, clock.runs())
    )
    return Signatory, col(Signatory.id).in_(ids)


def _closes(by: datetime) -> tuple[Any, Any]:
    return Letter, and_(col(Letter.state) == LetterState.OPEN, col(Letter.closes_at) <= by - window.GRACE)


def _publications(by: datetime) -> tuple[Any, Any]:
    waits = col(Letter.publish_at) <= by, col(Letter.published_at).is_(None), col(Letter.locked_at).is_(None)
    return Letter, and_(col(Letter.state).in_((LetterState.OPEN, LetterState.CLOSED)), *waits)


_OVERDUE = {
    N_("messages to send"): _messages,
    N_("messages to prepare"): _notices,
    N_("votes to end"): _votes,
    N_("letters to close"): _closes,
    N_("letters to publish"): _publications,
}
"""What can be overdue, in plain words, and the condition for it."""
