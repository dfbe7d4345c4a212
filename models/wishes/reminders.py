"""Reminders to members who asked a name of the wish list and heard nothing for three days.

They keep to the limits of direct messages: only to those who take part, want messages and did not mute them; before
their quiet hours; and no more of them than the letter's plan allows one person.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from models.coalitions import access
from models.database.tables import Delivery, Letter, Notice, Participant, Wish
from models.letter_parts import Part
from models.outbox import direct, notices
from models.rules import reminder_schedule
from models.rules.reminder_plan import Plan
from models.sheets import Unsent
from models.terms import DeliveryState, LetterState, NoticeKind, Place
from models.wishes import matching

AFTER = timedelta(days=3)
STATES = frozenset({LetterState.DRAFT, LetterState.OPEN})


def plan(session: Session, letter: Letter, wish: Wish, now: datetime) -> bool:
    """Have whoever asks this name reminded in three days: one message for all that they asked on one day, theirs.
    Whether they are, as far as it can be known."""
    person = access.person(session, letter.guild_id, wish.claimed_by, notices.wants_messages())
    if person is None or now + AFTER >= letter.closes_at:
        return False
    due = reminder_schedule.before_quiet_hours(now + AFTER, person.time_zone, Plan.of(letter.plan).quiet)
    direct.tell_all(
        session,
        letter.guild_id,
        max(due, now),
        NoticeKind.WISHES,
        [
            direct.Direct(
                person.user_id, letter.id, None, f"wishes:{letter.id}:{person.user_id}:{due:%Y%m%d}", {}
            )
        ],
    )
    muted = person.muted_until is not None and due < person.muted_until
    return not muted and _sent(session, letter, person.user_id) < Plan.of(letter.plan).direct


def names(session: Session, row: Notice, now: datetime) -> list[str]:
    """Names that its recipient asked some days ago and that have not answered, the longest ago first."""
    asker = select(Delivery.recipient_id).where(Delivery.notice_id == row.id, Delivery.place == Place.USER)
    rows = session.exec(
        select(Wish)
        .where(
            Wish.letter_id == row.letter_id,
            col(Wish.claimed_by).in_(asker),
            col(Wish.refused_at).is_(None),
            col(Wish.asked_at) <= now - AFTER + timedelta(days=1),  # quiet hours move it forward by less
        )
        .order_by(col(Wish.asked_at), col(Wish.id))
    ).all()
    taken = matching.named(session, row.letter_id or 0, rows)
    return [one.name for one in rows if one.name_key not in taken]


def objections(
    session: Session, row: Notice, person: Participant | None, letter: Letter, now: datetime
) -> Iterator[Unsent]:
    """Each reason why this is not to be said any more."""
    if letter.state not in STATES or now >= letter.closes_at:
        yield Unsent.CLOSED
    if Part.WISHES.value not in letter.parts:
        yield Unsent.NOT_WANTED
    if not names(session, row, now):
        yield Unsent.NOTHING_LEFT
    if person is None:
        yield Unsent.NO_PART
    elif person.muted_until is not None and now < person.muted_until:
        yield Unsent.MUTED
    elif _sent(session, letter, person.user_id) >= Plan.of(letter.plan).direct:
        yield Unsent.ENOUGH


def _sent(session: Session, letter: Letter, user_id: int) -> int:
    """How many of these this person was sent about the letter."""
    return session.exec(
        select(func.count())
        .select_from(Delivery)
        .join(Notice, col(Notice.id) == col(Delivery.notice_id))
        .where(
            Notice.letter_id == letter.id,
            Notice.kind == NoticeKind.WISHES,
            Delivery.recipient_id == user_id,
            Delivery.state == DeliveryState.SENT,
        )
    ).one()
