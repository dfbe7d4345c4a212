"""Growth: how many were on the list at each step of a letter's life. Every figure is ``counting.count`` at an
instant."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlmodel import Session

from models.database.tables import Letter
from models.letters import lookup
from models.sheets import Actor, Growth
from models.signatories import counting

STEPS = tuple(timedelta(hours=hours) for hours in (1, 2, 3, 6, 12, 24, 48, 168, 720))
MOST_POINTS = 36
"""On a phone, more would be a blur; and each is a query."""


def show(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> Growth:
    """The growth of a letter that the actor may read; refuses as ``lookup.choose`` does."""
    return measure(session, lookup.choose(session, actor, letter_id), now)


def measure(session: Session, row: Letter, now: datetime) -> Growth:
    """How many were on the list at each step, from the opening until now or until the final list."""
    return Growth(
        letter_id=row.id,
        title=row.title,
        points=tuple(counting.count(session, row.id, at) for at in _instants(row, now)),
        published_at=row.published_at if row.published_at and row.published_at <= now else None,
    )


def _instants(row: Letter, now: datetime) -> Iterator[datetime]:
    """Whole steps from the beginning, then the end itself."""
    end = min(row.final_at or now, now)
    at = min(row.opened_at or row.created_at, end)
    step = next((step for step in STEPS if end - at <= step * MOST_POINTS), (end - at) / MOST_POINTS)
    while at < end:
        yield at
        at += step
    yield end
