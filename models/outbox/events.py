"""The close of a letter in the server's list of events: switched on by moderators, it follows every change.

A verb that changes the letter marks it stale in its own transaction; anyone who tells Discord asks :func:`to_tell` and
answers with :func:`told`, :func:`failed` or :func:`forbidden`.
"""

from datetime import datetime, timedelta

from sqlalchemy import bindparam
from sqlmodel import Session, col, select, update

from models import journal
from models.acts import Act
from models.database.tables import Event, Letter
from models.outbox import alerts, embargo
from models.refusal import Reason, Refusal
from models.sheets import EventTask
from models.terms import EventChange, LetterState

TRIES = 10
"""What failed so often rests until the letter changes again."""
LASTS = timedelta(hours=1)
"""It is the last hour before the close."""
SOONEST = timedelta(minutes=1)
"""Discord takes no event that begins in the past (API reference, Guild Scheduled Event)."""


def switch(session: Session, letter: Letter, now: datetime, by: int, *, wanted: bool) -> None:
    """Show the close among the events, or no longer. Refuses UNCHANGED."""
    row = session.exec(select(Event).where(Event.letter_id == letter.id)).first()
    if (row is not None and row.wanted) == wanted:
        raise Refusal(Reason.UNCHANGED)
    if row is None:
        session.add(Event(letter_id=letter.id, guild_id=letter.guild_id))
    else:
        row.wanted = wanted
    session.flush()
    mark_stale(session, letter.id)
    act = Act.EVENT_SWITCHED_ON if wanted else Act.EVENT_SWITCHED_OFF
    journal.append(session, letter.guild_id, now, act, actor_id=by, letter_id=letter.id)


def is_wanted(session: Session, letter_id: int) -> bool:
    """Whether this letter's close is shown in the server's list of events."""
    return bool(session.exec(_WANTED, params={"of_letter": letter_id}).first())


_WANTED = select(Event.wanted).where(Event.letter_id == bindparam("of_letter"))


def mark_stale(session: Session, letter_id: int) -> None:
    """Have the event of this letter told to Discord again, because the letter changed."""
    session.exec(
        update(Event)
        .where(col(Event.letter_id) == letter_id)
        .values(stale=True, version=Event.version + 1, tries=0)
    )


_STALE = (
    select(Event)
    .where(col(Event.stale).is_(True), col(Event.tries) < TRIES)
    .order_by(col(Event.tries), col(Event.id))
    .limit(bindparam("limit"))
)


def to_tell(session: Session, now: datetime, limit: int = 10) -> tuple[EventTask, ...]:
    """What Discord should be told now."""
    rows = session.execute(_STALE, {"limit": limit}).scalars().all()
    letters = [session.get_one(Letter, row.letter_id) for row in rows]
    return tuple(
        _task(row, letter, now, embargo=embargo.of_letter(session, letter))
        for row, letter in zip(rows, letters, strict=True)
    )


def told(session: Session, task: EventTask, event_id: int | None) -> None:
    """Write down that the close is in Discord's list as this event, or no longer. What changed after ``task``
    was handed out keeps it stale."""
    row = session.get_one(Event, task.id)
    row.event_id, row.error, row.tries = event_id, "", 0
    if event_id is None:
        row.starts_at = row.ends_at = None
    elif task.change is not EventChange.NONE:
        row.starts_at, row.ends_at = task.starts_at, task.ends_at
    row.stale = row.version != task.token


def failed(session: Session, task: EventTask, error: str) -> None:
    """Discord failed; it is tried again, ten times at most."""
    session.exec(update(Event).where(col(Event.id) == task.id).values(tries=Event.tries + 1, error=error))


def forbidden(session: Session, now: datetime, task: EventTask, error: str) -> None:
    """The bot may not do that here: it is switched off, and moderators are told, once a day."""
    row = session.get_one(Event, task.id)
    row.wanted = row.stale = False
    row.error = error
    session.flush()
    alerts.tell(session, now, row.guild_id, 0, error, "event", row.letter_id)


def _task(row: Event, letter: Letter, now: datetime, *, embargo: bool) -> EventTask:
    """What is to be there: the last hour before the close, as long as that is ahead.

    Everyone in the server reads that list, so before publication it says nothing (``models.outbox.embargo``).
    One that has begun cannot be moved, only replaced; one that is over is left to Discord, which ends it by itself.
    """
    starts_at = max(letter.closes_at - LASTS, now + SOONEST)
    over = row.ends_at is not None and row.ends_at <= now
    return EventTask(
        id=row.id,
        guild_id=row.guild_id,
        event_id=None if over else row.event_id,
        token=row.version,
        change=_change(row, letter, now, starts_at, embargo=embargo),
        title=letter.title,
        starts_at=starts_at,
        ends_at=letter.closes_at,
    )


def _change(row: Event, letter: Letter, now: datetime, starts_at: datetime, *, embargo: bool) -> EventChange:
    wanted = row.wanted and letter.state is LetterState.OPEN and not embargo
    ahead = starts_at < letter.closes_at
    if row.event_id is None or row.ends_at is None or row.starts_at is None or row.ends_at <= now:
        return EventChange.MAKE if wanted and ahead else EventChange.NONE
    begun = row.starts_at <= now
    if wanted and begun and row.ends_at == letter.closes_at:
        return EventChange.NONE
    if not (wanted and ahead):
        return EventChange.REMOVE
    return EventChange.REPLACE if begun else EventChange.MOVE
