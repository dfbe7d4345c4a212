"""Notices: what the bot says of its own accord, written as rows in the transaction that gives the reason.

A *notice* is the fact to be told; a *delivery* is that notice for one channel or person
(``models.delivery.claims`` hands
those to anyone who sends). Functions here work on rows, for other modules of models.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, insert, select, update

from models.coalitions import access, records
from models.database.tables import Delivery, Letter, Notice, Participant
from models.outbox import channels
from models.rules import reminder_schedule
from models.rules.reminder_plan import Plan
from models.terms import DeliveryState, NoticeKind, NoticeState, Place

REMINDERS = frozenset({NoticeKind.REMINDER, NoticeKind.LAST_HOUR})
WHILE_OPEN = REMINDERS | {NoticeKind.SNOOZE}
"""What is said while the letter takes names, and while something is left to do."""
PINGING = REMINDERS | {NoticeKind.OPENING}
"""Only these mention the member role."""
_OF_NAMES = {NoticeKind.DECIDED, NoticeKind.SIGNED, NoticeKind.EDITED, NoticeKind.CONTESTED}
_STAYS = _OF_NAMES | {NoticeKind.OUTCOME, NoticeKind.SAFEGUARD, NoticeKind.TROUBLE}
"""What stays to be told whatever happens to the letter."""
NO_CHANNEL = 0
"""Recipient of a delivery for which no channel was chosen yet; looked up again at sending."""


def plan(session: Session, letter: Letter, now: datetime) -> None:
    """Plan the reminders that follow from the letter's deadline and plan; those of an earlier one that were not sent
    are superseded. Planning twice changes nothing.

    What would have been due before now is left out: a moved deadline is announced, not reminded of. Another plan for
    the same deadline leaves alone what it has in common with the one before: what is on its way, and what a
    moderator skipped or sent by hand.
    """
    plan, opened_at = Plan.of(letter.plan), letter.opened_at or now
    quiet = plan.document()["quiet"]
    wanted = {
        f"{reminder.due_at:%Y%m%dT%H%M%S}": reminder
        for reminder in reminder_schedule.reminders(letter.closes_at, letter.time_zone, opened_at, plan)
    }
    known = session.exec(
        select(Notice).where(Notice.letter_id == letter.id, col(Notice.kind).in_(REMINDERS))
    ).all()
    of_this_close = f"reminder:{letter.id}:{letter.deadline_version}."
    standing: dict[str, Notice] = {}
    for notice in known:
        instant = notice.dedupe.rpartition(":")[2]
        same = wanted.get(instant) if notice.dedupe.startswith(of_this_close) else None
        if same is not None and _stands(notice, same, quiet, now):
            standing[instant] = notice
    stays = {notice.id for notice in standing.values()}  # by id: rows are compared field by field
    supersede(session, [notice for notice in known if notice.id not in stays], now)
    for instant, reminder in wanted.items():
        if reminder.due_at > now and instant not in standing:
            session.add(
                Notice(
                    guild_id=letter.guild_id,
                    letter_id=letter.id,
                    kind=reminder.kind,
                    due_at=reminder.due_at,
                    make_at=reminder.due_at - reminder_schedule.MAKE_AHEAD,
                    dedupe=f"{of_this_close}{letter.plan_version}:{instant}",
                    payload=packed({"direct": reminder.direct, "planned_at": now, "quiet": quiet}),
                )
            )
    session.flush()


def _stands(notice: Notice, wanted: reminder_schedule.Reminder, quiet: Any, now: datetime) -> bool:
    """Whether this already is the wanted reminder: the same one, or one that is due or was dealt with by hand."""
    if notice.state is NoticeState.SUPERSEDED:
        return False
    if notice.state is NoticeState.SKIPPED or notice.due_at != wanted.due_at or wanted.due_at <= now:
        return True
    same = (wanted.kind, wanted.direct, quiet)
    return (notice.kind, is_direct(notice), notice.payload["quiet"]) == same


def announce(
    session: Session,
    kind: NoticeKind,
    now: datetime,
    guild_id: int,
    *,
    letter_id: int | None = None,
    signatory_id: int | None = None,
    dedupe: str,
    wait: timedelta = timedelta(),
    **payload: Any,
) -> None:
    """Say something once in the channel that its kind implies: the moderators' or that for announcements; at once, or
    so long after.

    ``payload`` holds plain JSON values and aware datetimes; they come back as ``NoticeSheet.facts``. The same
    ``dedupe`` again says nothing.
    """
    notice = _once(session, kind, now, guild_id, letter_id, signatory_id, dedupe, payload)
    if notice is not None:
        post(session, notice, now + wait)


def tell(
    session: Session,
    user_id: int,
    kind: NoticeKind,
    now: datetime,
    guild_id: int,
    *,
    letter_id: int | None = None,
    signatory_id: int | None = None,
    dedupe: str,
    **payload: Any,
) -> None:
    """Say something once to one person by DM, if that person takes part and wants direct messages."""
    if access.person(session, guild_id, user_id, wants_messages()) is None:
        return
    notice = _once(session, kind, now, guild_id, letter_id, signatory_id, dedupe, payload)
    if notice is not None:
        deliver(session, notice, Place.USER, user_id, now)


def call_off(session: Session, letter_id: int, now: datetime) -> None:
    """Supersede what was not sent yet about a letter's course; what was decided about a name stays to be told.
    Announce the reason after this, not before."""
    about = select(Notice).where(
        Notice.letter_id == letter_id,
        col(Notice.kind).not_in(_STAYS),
    )
    supersede(session, session.exec(about).all(), now)


def make_due(session: Session, now: datetime) -> int:
    """Write the deliveries of every reminder whose ``make_at`` has come; how many were written.

    Until a reminder is due this is done again and again, so that anyone who comes to take part meanwhile is
    reached too; one recipient gets one delivery, however often it is made.
    """
    ready = session.exec(
        select(Notice).where(
            col(Notice.kind).in_(REMINDERS),
            col(Notice.make_at) <= now,
            (col(Notice.state) == NoticeState.PLANNED)
            | ((col(Notice.state) == NoticeState.MADE) & (col(Notice.due_at) > now)),
        )
    ).all()
    return sum(_make(session, notice) for notice in ready)


def is_direct(reminder: Notice) -> bool:
    """Whether this reminder also goes out by DM."""
    return bool(reminder.payload["direct"])


def direct_due(reminder: Notice, zone: str) -> datetime:
    """When the DM of a reminder is due to anyone who lives in this zone: before the letter's quiet hours there, but not
    before it was planned."""
    quiet = Plan.of({"quiet": reminder.payload["quiet"]}).quiet
    moved = reminder_schedule.before_quiet_hours(reminder.due_at, zone, quiet)
    planned_at: datetime = facts(reminder)["planned_at"]
    return max(moved, planned_at)


def wants_messages() -> ColumnElement[bool]:
    """The condition for a DM: takes part and said yes to direct messages."""
    return access.takes_part() & col(Participant.direct_messages).is_(True)


def reached(session: Session, guild_id: int, user_ids: Collection[int]) -> set[int]:
    """Those of these people whom a DM reaches: they take part, and said yes to direct messages."""
    of_them = (Participant.guild_id == guild_id, col(Participant.user_id).in_(user_ids), wants_messages())
    return set(session.exec(select(Participant.user_id).where(*of_them)))


def facts(notice: Notice) -> dict[str, Any]:
    """The payload as it was handed in."""
    return {
        name: datetime.fromisoformat(value["instant"]) if _is_packed(value) else value
        for name, value in notice.payload.items()
    }


def packed(payload: Mapping[str, Any]) -> dict[str, Any]:
    """JSON knows no instants, so each is wrapped."""
    return {
        name: {"instant": value.isoformat()} if isinstance(value, datetime) else value
        for name, value in payload.items()
    }


def _is_packed(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() == {"instant"}


def _once(
    session: Session,
    kind: NoticeKind,
    now: datetime,
    guild_id: int,
    letter_id: int | None,
    signatory_id: int | None,
    dedupe: str,
    payload: Mapping[str, Any],
) -> Notice | None:
    """A notice that is due at once, or None when this was said before."""
    if session.exec(select(Notice.id).where(Notice.dedupe == dedupe)).first() is not None:
        return None
    notice = Notice(
        guild_id=guild_id,
        letter_id=letter_id,
        signatory_id=signatory_id,
        kind=kind,
        due_at=now,
        make_at=now,
        state=NoticeState.MADE,
        dedupe=dedupe,
        payload=packed(payload),
    )
    session.add(notice)
    session.flush()
    return notice


def _make(session: Session, notice: Notice) -> int:
    made = 0
    if notice.state is NoticeState.PLANNED:
        post(session, notice, notice.due_at)
        notice.state, made = NoticeState.MADE, 1
    if is_direct(notice):
        # Quiet hours may have sent it before the close moved; the same reminder of the new close is no second one.
        reached = (
            select(Delivery.recipient_id)
            .join(Notice, col(Notice.id) == col(Delivery.notice_id))
            .where(
                Notice.letter_id == notice.letter_id,
                col(Notice.kind).in_(REMINDERS),
                Notice.due_at == notice.due_at,
                Delivery.place == Place.USER,
                (col(Delivery.notice_id) == notice.id)
                | col(Delivery.state).in_((DeliveryState.SENT, DeliveryState.CLAIMED)),
            )
        )
        people = session.exec(
            select(Participant.user_id, Participant.time_zone).where(
                Participant.guild_id == notice.guild_id,
                col(Participant.user_id).not_in(reached),
                wants_messages(),
            )
        ).all()
        due_at = {zone: direct_due(notice, zone) for zone in {zone for _, zone in people}}
        rows = [
            {"notice_id": notice.id, "place": Place.USER, "recipient_id": user_id, "due_at": due_at[zone]}
            for user_id, zone in people
        ]
        if rows:  # past the ORM, at once: who votes meanwhile waits for it
            session.connection().execute(insert(Delivery), rows)
        made += len(rows)
    session.flush()
    return made


def deliver(session: Session, notice: Notice, place: Place, recipient_id: int, due_at: datetime) -> None:
    """Have this notice sent to this channel or person at this instant."""
    session.add(Delivery(notice_id=notice.id, place=place, recipient_id=recipient_id, due_at=due_at))


def post(session: Session, notice: Notice, due_at: datetime) -> None:
    """Have this notice sent at this instant to the channel that its kind implies."""
    channel = channels.channel_for(records.coalition_of(session, notice.guild_id), notice.kind)
    deliver(session, notice, Place.CHANNEL, channel or NO_CHANNEL, due_at)


def supersede(session: Session, notices: Sequence[Notice], now: datetime) -> None:
    """Take back what was not sent; what is on its way is stopped by its notice's state when it is tried again."""
    unsent = set(
        session.exec(
            select(Delivery.notice_id).where(
                col(Delivery.notice_id).in_([notice.id for notice in notices]),
                col(Delivery.state).in_((DeliveryState.PENDING, DeliveryState.CLAIMED)),
            )
        )
    )
    for notice in notices:
        if notice.state is NoticeState.PLANNED or notice.id in unsent:
            notice.state = NoticeState.SUPERSEDED
    session.exec(
        update(Delivery)
        .where(col(Delivery.notice_id).in_(unsent), col(Delivery.state) == DeliveryState.PENDING)
        .values(state=DeliveryState.SUPERSEDED, settled_at=now)
    )
    session.flush()
