"""Snooze: *Remind me later*, asked for by one person under a reminder. True at its moment, and not counted among
the reminders of which so many may come."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from models.coalitions import access
from models.database.tables import Delivery, Letter, Notice, Participant
from models.letters import lookup
from models.letters.lookup import find
from models.outbox import dedupe, notices
from models.refusal import Reason, Refusal
from models.rules.reminder_plan import Snooze
from models.sheets import Actor, SnoozeSheet
from models.terms import DeliveryState, LetterState, NoticeKind, NoticeState, Place

SPAN = timedelta(hours=3)
MORNING = time(9)


def offer(session: Session, actor: Actor, now: datetime, letter_id: int) -> SnoozeSheet:
    """The moments that one may choose between, those before the close alone.

    Refuses TAKE_PART_FIRST, MEMBERS_ONLY, NOT_FOUND, and NOTHING_TO_REMIND from the close on.
    """
    letter, person = _asked(session, actor, now, letter_id)
    moments = {which: moment(which, now, letter, person) for which in Snooze}
    return SnoozeSheet(
        guild_id=letter.guild_id,
        letter_id=letter.id,
        title=letter.title,
        closes_at=letter.closes_at,
        zone=_zone(letter, person),
        moments={which: at for which, at in moments.items() if at < letter.closes_at},
    )


def put(session: Session, actor: Actor, now: datetime, letter_id: int, which: Snooze) -> SnoozeSheet:
    """Remind the actor then, by direct message, of what is left to do at that moment; what was chosen before is
    superseded. Refuses NOT_BEFORE(limit) from the close on, MUTED(until) if all reminders are muted then, and as
    :func:`offer` does."""
    letter, person = _asked(session, actor, now, letter_id)
    at = moment(which, now, letter, person)
    if at >= letter.closes_at:
        raise Refusal(Reason.NOT_BEFORE, limit=letter.closes_at)
    if person.muted_until is not None and at < person.muted_until:
        raise Refusal(Reason.MUTED, until=person.muted_until)
    notices.supersede(session, _chosen(session, letter, actor.user_id), now)
    row = Notice(
        guild_id=letter.guild_id,
        letter_id=letter.id,
        kind=NoticeKind.SNOOZE,
        due_at=at,
        make_at=now,
        state=NoticeState.MADE,
        dedupe=dedupe.dedupe(session, f"snooze:{letter.id}:{actor.user_id}"),
    )
    session.add(row)
    session.flush()
    notices.deliver(session, row, Place.USER, actor.user_id, at)
    session.flush()
    return SnoozeSheet(
        letter.guild_id, letter.id, letter.title, letter.closes_at, _zone(letter, person), {which: at}
    )


def moment(which: Snooze, now: datetime, letter: Letter, person: Participant) -> datetime:
    """The instant that is meant: so many hours on, or nine in the morning of the next day where the person lives."""
    if which is Snooze.HOURS:
        return now + SPAN
    place = ZoneInfo(_zone(letter, person))
    tomorrow = now.astimezone(place).date() + timedelta(days=1)
    return datetime.combine(tomorrow, MORNING, place).astimezone(now.tzinfo)


def _zone(letter: Letter, person: Participant) -> str:
    return person.time_zone or letter.time_zone


def _asked(session: Session, actor: Actor, now: datetime, letter_id: int) -> tuple[Letter, Participant]:
    person = access.require_participant(session, actor)
    letter = lookup.taken(session, actor, find(session, actor.guild_id, letter_id).id)
    if letter.state is not LetterState.OPEN or now >= letter.closes_at:
        raise Refusal(Reason.NOTHING_TO_REMIND)
    return letter, person


def _chosen(session: Session, letter: Letter, user_id: int) -> list[Notice]:
    """What this person chose before and was not sent."""
    return list(
        session.exec(
            select(Notice)
            .join(Delivery, col(Delivery.notice_id) == col(Notice.id))
            .where(
                Notice.letter_id == letter.id,
                Notice.kind == NoticeKind.SNOOZE,
                Delivery.recipient_id == user_id,
                Delivery.state == DeliveryState.PENDING,
            )
        )
    )
