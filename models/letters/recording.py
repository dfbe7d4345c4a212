"""Acts on a letter, written to the journal; those that its public card shows mark it stale."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from models import journal
from models.acts import Act
from models.database.tables import Letter
from models.outbox import cards, events
from models.terms import CardKind


def record(session: Session, letter: Letter, now: datetime, act: Act, by: int | None, **facts: Any) -> None:
    """Write an act on this letter to the journal; ``by`` is None where the bot acts by itself."""
    journal.append(session, letter.guild_id, now, act, actor_id=by, letter_id=letter.id, **facts)


def changed(session: Session, letter: Letter, now: datetime, act: Act, by: int | None, **facts: Any) -> None:
    """Record an act that the public status card shows, and the list of events and the welcome channel may."""
    record(session, letter, now, act, by, **facts)
    events.mark_stale(session, letter.id)
    cards.mark_stale(session, CardKind.STATUS, letter.id)
    if letter.published_at is not None:
        cards.mark_stale(session, CardKind.WELCOME, letter.guild_id)
