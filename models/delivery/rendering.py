"""What a notice says to one recipient at the moment of sending, or why nothing is left to say."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from msgspec.structs import replace
from sqlmodel import Session, col, select

from models.coalitions import access, records
from models.consents import person_requests
from models.database.tables import Coalition, Consent, Delivery, Letter, Notice, Participant, Signatory
from models.delivery import digests
from models.delivery.round_cache import RoundCache
from models.outbox import channels, embargo, mornings, notices
from models.outcomes import outcomes
from models.publishing import growth
from models.rules import reminder_schedule
from models.rules.reminder_plan import Plan
from models.sheets import DecidedName, LeftToDo, NoticeSheet, PostedNotice, RehearsedNotice, Unsent
from models.signatories import counting, shown, summary, todo
from models.terms import DeliveryState, LetterState, NoticeKind, NoticeState, Place, SignatoryState
from models.wishes import reminders as wishes

WITH_EDITION = frozenset({NoticeKind.PUBLICATION, NoticeKind.CLOSE, NoticeKind.REPORT})


def prepare(
    session: Session, round_: Sequence[tuple[Notice, Delivery]], now: datetime
) -> list[NoticeSheet | Unsent]:
    """Each notice as it is true now for its recipient, or why it is not sent; changes nothing."""
    cache = RoundCache(session, now, round_)
    return [_prepared(cache, row, delivery) for row, delivery in round_]


def rehearse(
    session: Session, row: Notice, place: Place, user_id: int | None, now: datetime
) -> RehearsedNotice:
    """What it would say at this moment in its channel, or to this person, and why it would not be sent; changes
    nothing."""
    server = records.coalition_of(session, row.guild_id)
    recipient = user_id or channels.channel_for(server, row.kind) or notices.NO_CHANNEL
    delivery = Delivery(notice_id=row.id, place=place, recipient_id=recipient, due_at=now)
    cache = RoundCache(session, now, [(row, delivery)])
    letter, left = _concerns(cache, row, delivery)
    objection = next(_objections(cache, server, row, delivery, letter, left), None)
    if recipient == notices.NO_CHANNEL:
        objection = objection or Unsent.NO_CHANNEL
    sheet = replace(_sheet(cache, server, row, delivery, letter, left), late=False)
    return RehearsedNotice(sheet, direct=place is Place.USER, objection=objection)


def redraw(
    session: Session, row: Notice, delivery: Delivery, posted: PostedNotice, now: datetime
) -> NoticeSheet:
    """A notice that is in its channel, as it is true now."""
    server = records.coalition_of(session, row.guild_id)
    cache = RoundCache(session, now, [(row, delivery)])
    sheet = _sheet(cache, server, row, delivery, cache.letter(row), None)
    news = sheet.bulletin and digests.bulletin(
        session, row, session.get_one(Letter, row.letter_id), posted.sent_at
    )
    late = reminder_schedule.is_late(row.due_at, posted.sent_at)
    return replace(sheet, posted=posted, late=late, bulletin=news)


def sent(session: Session, row: Notice, delivery: Delivery, at: datetime, *, answered: bool) -> NoticeSheet:
    """A message as it was true when it was sent, with the names of now; ``answered``: its question is."""
    cache = RoundCache(session, at, [(row, delivery)])
    letter, left = _concerns(cache, row, delivery)
    return replace(_sheet(cache, cache.server(row), row, delivery, letter, left), answered=answered)


def _prepared(cache: RoundCache, row: Notice, delivery: Delivery) -> NoticeSheet | Unsent:
    if row.state in (NoticeState.SUPERSEDED, NoticeState.ERASED):
        return Unsent.CALLED_OFF
    if row.state is NoticeState.SKIPPED:
        return Unsent.SKIPPED
    server = cache.server(row)
    letter, left = _concerns(cache, row, delivery)
    objection = next(_objections(cache, server, row, delivery, letter, left), None)
    if objection is not None:
        return objection
    return _sheet(cache, server, row, delivery, letter, left)


def _concerns(cache: RoundCache, row: Notice, delivery: Delivery) -> tuple[Letter | None, LeftToDo | None]:
    """The letter that it is about and, for a direct reminder, what this person can still do for it."""
    letter = cache.letter(row)
    if letter is None or row.kind not in notices.WHILE_OPEN or delivery.place is not Place.USER:
        return letter, None
    return letter, cache.left_to_do(letter, delivery.recipient_id)


def _sheet(
    cache: RoundCache,
    server: Coalition,
    row: Notice,
    delivery: Delivery,
    letter: Letter | None,
    left: LeftToDo | None,
) -> NoticeSheet:
    session, now = cache.session, cache.now
    proposal = session.get_one(Signatory, row.signatory_id) if row.signatory_id else None
    pings = delivery.place is Place.CHANNEL and row.kind in notices.PINGING
    return NoticeSheet(
        kind=row.kind,
        guild_id=row.guild_id,
        due_at=row.due_at,
        as_of=now,
        late=reminder_schedule.is_late(row.due_at, now),
        letter=cache.sheet(letter) if letter else None,
        left=left,
        edition=cache.edition(letter) if letter and row.kind in WITH_EDITION else None,
        growth=growth.measure(session, letter, now) if letter and row.kind is NoticeKind.REPORT else None,
        proposal=summary.proposal(session, proposal) if proposal else None,
        ping_role_id=server.member_role_id if pings else None,
        status_card=cache.status_card(letter) if letter else None,
        facts=_facts(session, row, now),
        digest=digests.digest(session, letter, now) if letter and row.kind is NoticeKind.DIGEST else None,
        bulletin=digests.bulletin(session, row, letter, now)
        if letter and row.kind is NoticeKind.BULLETIN
        else None,
        embargo=embargo.holds(server, letter),
        language=_language(cache, row, delivery),
    )


def _language(cache: RoundCache, row: Notice, delivery: Delivery) -> str:
    if delivery.place is not Place.USER:
        return ""
    person = cache.person(row.guild_id, delivery.recipient_id)
    return person.language if person is not None else ""


def _facts(session: Session, row: Notice, now: datetime) -> dict[str, Any]:
    """What was handed in; those that it is ``about`` with their names of now, in ``names``."""
    found = notices.facts(row)
    if "about" in found:
        about = select(Signatory.id, Signatory.name).where(col(Signatory.id).in_(found["about"]))
        names = dict(session.exec(about).all())
        found["names"] = [names[one] for one in found["about"] if one in names]
    if row.kind is NoticeKind.ASKED:
        person = access.person(session, row.guild_id, found["user_id"], access.takes_part())
        found["takes_part"] = person is not None
    if row.kind is NoticeKind.DECIDED and row.letter_id is not None:
        found["decided"] = _decided(session, row)
    if row.kind is NoticeKind.WISHES:
        found["names"] = wishes.names(session, row, now)
    if "ids" in found:
        found["shown"] = [shown.of(session, session.get_one(Signatory, one)) for one in found["ids"]]
    return found


def _decided(session: Session, row: Notice) -> tuple[DecidedName, ...]:
    """How the names that it tells of stand now, in the order of the decisions; what its proposer cancelled since is no
    decision. One that an earlier version wrote tells of one name."""
    ids = row.payload.get("decided", [row.signatory_id])
    found = session.exec(select(Signatory).where(col(Signatory.id).in_(ids)))
    rows = {one.id: one for one in found if one.state is not SignatoryState.CANCELLED}
    return tuple(DecidedName(rows[one].name, rows[one].state, rows[one].told) for one in ids if one in rows)


def _objections(
    cache: RoundCache,
    server: Coalition,
    row: Notice,
    delivery: Delivery,
    letter: Letter | None,
    left: LeftToDo | None,
) -> Iterator[Unsent]:
    """Each reason why this is not to be said any more."""
    session, now = cache.session, cache.now
    if server.left_at is not None:
        yield Unsent.BOT_LEFT
    if letter and row.kind in notices.WHILE_OPEN:
        yield from _reminder_objections(cache, row, delivery, letter)
        if left is not None and not left.anything:
            yield Unsent.NOTHING_LEFT
    elif letter and row.kind in mornings.KINDS:
        yield from filter(None, [digests.silence(session, row, letter, now)])
    elif letter and row.kind is NoticeKind.OPENING and letter.state is not LetterState.OPEN:
        yield Unsent.NOT_OPEN
    elif (letter and row.kind is NoticeKind.CLOSE and letter.state is LetterState.OPEN) or (
        letter and row.kind is NoticeKind.REPORT and letter.final_at is None
    ):
        yield Unsent.REOPENED
    elif letter and _is_overtaken(session, row, letter):
        yield Unsent.CHANGED_AGAIN
    elif row.kind is NoticeKind.CONFIRM and _answered(session, row, delivery):
        yield Unsent.ANSWERED
    elif letter and row.kind is NoticeKind.QUEUE and _queue_is_empty(session, row, letter):
        yield Unsent.NOTHING_WAITS
    elif letter and row.kind is NoticeKind.WISHES:
        yield from wishes.objections(
            session, row, cache.person(row.guild_id, delivery.recipient_id), letter, now
        )
    elif row.kind is NoticeKind.ASKED and not todo.asks(session, row.guild_id, row.payload["user_id"]):
        yield Unsent.LET_IN
    if delivery.place is Place.USER and not _wants_messages(cache, row, delivery):
        yield Unsent.NO_MESSAGES


def _queue_is_empty(session: Session, row: Notice, letter: Letter) -> bool:
    """Nothing waits for review; of a wish about one signatory, that it was settled. A letter that nobody published
    still waits."""
    if row.signatory_id is not None:
        return session.get_one(Signatory, row.signatory_id).leaving_at is None
    if letter.published_at is None and not row.payload.get("published", True):
        return False
    return not counting.waiting(session, letter.id)


def _is_overtaken(session: Session, row: Notice, letter: Letter) -> bool:
    """Nothing of it is true any more: a date moved again, the signature ended, its proposer cancelled each name, what
    came of the letter was taken back."""
    if row.kind is NoticeKind.SIGNED:
        return not session.get_one(Signatory, row.signatory_id).live
    if row.kind is NoticeKind.DECIDED:
        return not _decided(session, row)
    if row.kind is NoticeKind.OUTCOME:
        return outcomes.is_overtaken(session, row, letter)
    return row.kind is NoticeKind.DEADLINE and _moved_on(row, letter)


def _moved_on(row: Notice, letter: Letter) -> bool:
    """A later act has made this news untrue."""
    facts = notices.facts(row)
    return {
        "paused": letter.paused_at is None,
        "resumed": letter.paused_at is not None,
        "extended": letter.closes_at != facts.get("after"),
        "reopened": letter.closes_at != facts.get("after"),
    }.get(facts["change"], False)


def _answered(session: Session, row: Notice, delivery: Delivery) -> bool:
    """Nobody waits for this person's answer about the name."""
    name = session.get_one(Signatory, row.signatory_id)
    return not person_requests.waits_for(name, session.get(Consent, name.id), delivery.recipient_id)


def _reminder_objections(
    cache: RoundCache, row: Notice, delivery: Delivery, letter: Letter
) -> Iterator[Unsent]:
    now = cache.now
    if letter.state is not LetterState.OPEN or now >= letter.closes_at:
        yield Unsent.CLOSED
    if letter.paused_at is not None:
        yield Unsent.PAUSED
    person = None
    if delivery.place is Place.USER:
        person = cache.person(row.guild_id, delivery.recipient_id)
        if person is None:
            yield Unsent.NO_PART
            return
        if person.muted_until is not None and now < person.muted_until:
            yield Unsent.MUTED
        most = Plan.of(letter.plan).direct
        capped = cache.reminded(letter, person.user_id) >= most
        if row.kind in notices.REMINDERS and capped:
            yield Unsent.ENOUGH
        if (
            row.kind is NoticeKind.SNOOZE
            and not capped
            and _reminder_due(cache.session, letter.id, person.user_id, now)
        ):
            yield Unsent.ANOTHER_DUE
    if not reminder_schedule.should_send(delivery.due_at, now, letter.closes_at, _next_due(cache, row, person)):
        yield Unsent.LATER_DUE


def _next_due(cache: RoundCache, row: Notice, person: Participant | None) -> datetime | None:
    """When the same recipient's next reminder about this letter is due; ``person`` is None for the channel."""
    later = cache.later(row)
    if person is None:
        return min((other.due_at for other in later), default=None)
    return min(
        (notices.direct_due(other, person.time_zone) for other in later if notices.is_direct(other)),
        default=None,
    )


def _reminder_due(session: Session, letter_id: int, user_id: int, now: datetime) -> bool:
    """Whether one of the planned reminders is on its way to this person."""
    on_its_way = (
        select(Delivery.id)
        .join(Notice, col(Notice.id) == col(Delivery.notice_id))
        .where(
            Notice.letter_id == letter_id,
            col(Notice.kind).in_(notices.REMINDERS),
            col(Notice.state) == NoticeState.MADE,
            Delivery.place == Place.USER,
            Delivery.recipient_id == user_id,
            col(Delivery.state).in_((DeliveryState.PENDING, DeliveryState.CLAIMED)),
            col(Delivery.due_at) <= now,
        )
    )
    return session.exec(on_its_way).first() is not None


def _wants_messages(cache: RoundCache, row: Notice, delivery: Delivery) -> bool:
    person = cache.person(row.guild_id, delivery.recipient_id)
    return person is not None and person.direct_messages
