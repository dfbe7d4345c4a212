"""Acts on a letter, written to the journal; those that its public card shows mark it stale."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from models import journal
from models.acts import Act
from models.database.tables import Letter
from models.outbox import cards, events, posted
from models.terms import CardKind

STATED = frozenset(
    {
        Act.LETTER_OPENED, Act.LETTER_EXTENDED, Act.LETTER_PAUSED, Act.LETTER_RESUMED, Act.LETTER_CLOSED_EARLY,
        Act.LETTER_CLOSED, Act.LETTER_REOPENED, Act.LETTER_CANCELLED, Act.LETTER_FINISHED, Act.LETTER_ARCHIVED,
        Act.LETTER_EDITED, Act.SOFT_DEADLINE_SET, Act.SOFT_DEADLINE_CLEARED, Act.END_OF_REVIEW_SET,
        Act.END_OF_REVIEW_CLEARED, Act.DELIVERY_SET, Act.DELIVERY_CLEARED, Act.ACCEPTED_AS_ON_TIME,
    }
)  # fmt: skip
"""Acts after which messages that are in channels would no longer be true."""


def record(session: Session, letter: Letter, now: datetime, act: Act, by: int | None, **facts: Any) -> None:
    """Write an act on this letter to the journal; ``by`` is None if the bot acts by itself."""
    journal.append(session, letter.guild_id, now, act, actor_id=by, letter_id=letter.id, **facts)


def changed(session: Session, letter: Letter, now: datetime, act: Act, by: int | None, **facts: Any) -> None:
    """Record an act that the public status card shows, and the list of events and the welcome channel may."""
    record(session, letter, now, act, by, **facts)
    events.mark_stale(session, letter.id)
    cards.mark_stale(session, CardKind.STATUS, letter.id)
    if act in STATED:
        posted.mark_stale(session, letter.id)
    _redraw_welcome(session, letter)


def redraw(session: Session, letter: Letter) -> None:
    """Have every message redrawn that stands about this letter: what can be pressed under it has changed."""
    cards.mark_stale(session, CardKind.STATUS, letter.id)
    posted.mark_stale(session, letter.id)
    _redraw_welcome(session, letter)


def _redraw_welcome(session: Session, letter: Letter) -> None:
    if letter.published_at is not None:
        cards.mark_stale(session, CardKind.WELCOME, letter.guild_id)
