"""What must hold after any week: each check by its name, with the figure that was found. Reads only."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from models import journal
from models.database.tables import Delivery, Letter, Notice, PublicCard, Signatory, Vote
from models.letters import letters
from models.outbox.notices import REMINDERS
from models.publishing import editions, roster
from models.rules.reminder_plan import Plan
from models.sheets import Actor
from models.terms import (
    CardKind,
    DeliveryState,
    EditionName,
    LetterState,
    NoticeKind,
    NoticeState,
    Place,
    SignatoryState,
)
from rehearsal.stage import Stage
from rehearsal.timeline import walked

AT_WORK = frozenset({DeliveryState.PENDING, DeliveryState.CLAIMED})
HOURS = frozenset({10, 17})
"""When reminders come by the letter's clock, beside the last hour's."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold."""

    name: str
    holds: bool
    figure: str


@dataclass
class Known:
    """What the player of the week did, to compare with."""

    closed: set[int] = field(default_factory=set)
    """Whose direct messages are closed."""
    imported: list[int] = field(default_factory=list)
    """How many each import added; the last one was the same file again."""
    proposed: list[str] = field(default_factory=list)
    removed: str = ""
    late_vote: str = ""
    """What the answer to a vote after the close said."""
    open_spans: tuple[tuple[datetime, datetime], ...] = ()
    places: Mapping[str, Any] = field(default_factory=dict)


def ids_of(session: Session, names: Collection[str]) -> tuple[int, ...]:
    """The signatories of these names."""
    return tuple(session.exec(select(Signatory.id).where(col(Signatory.name).in_(names))))


def mark(message: Any) -> str:
    """What a message of the bot is known again by; empty if it bears nothing."""
    marks = (str(part.get("custom_id", "")).partition("~")[2] for part in walked(message.components))
    return next(filter(None, marks), "")


async def check(stage: Stage, actor: Actor, known: Known) -> tuple[Check, ...]:
    """Everything, on a week that has ended."""
    messages = [one for place in known.places.values() for one in stage.messages(place)]
    marks = Counter(found for one in messages if (found := mark(one)))
    bare = {one.id for one in messages if not mark(one)}

    def read(session: Session) -> tuple[Check, ...]:
        told = list(session.exec(select(Delivery, Notice).where(Delivery.notice_id == Notice.id)))
        return (
            *_messages(session, told, marks, bare, stage.env.now(), known),
            *_letter(session, actor, stage.env.now(), known),
        )

    return await stage.bot.store.read(read)


def _mark_of(card: PublicCard) -> str:
    """A message that is redrawn as a card keeps the mark that it was sent with."""
    return str(card.subject_id) if card.kind is CardKind.NOTICE else f"c{card.id}"


def _messages(
    session: Session,
    told: list[tuple[Delivery, Notice]],
    marks: Counter[str],
    bare: set[int],
    now: datetime,
    known: Known,
) -> Iterator[Check]:
    sent = {str(one.id) for one, _ in told if one.state is DeliveryState.SENT}
    stand = {found for found in marks if not found.startswith("c")}
    stand |= {
        str(one.id) for one, _ in told if one.message_id in bare
    }  # redrawn without its buttons, and its mark
    twice = [found for found, times in marks.items() if times > 1]
    yield Check(
        "every message was sent once", sent == stand and not twice, f"{len(sent)} sent, {len(twice)} twice"
    )
    cards = list(session.exec(select(PublicCard)))
    missing = [one for one in cards if marks[_mark_of(one)] != 1]
    yield Check("every public message was posted once", not missing, f"{len(cards)}, {len(missing)} wrong")
    left = [one for one, _ in told if one.state in AT_WORK]
    planned = list(
        session.exec(select(Notice.id).where(Notice.state == NoticeState.PLANNED, Notice.make_at <= now))
    )
    yield Check(
        "no message is left half sent", not left and not planned, f"{len(told)} deliveries, {len(left)} open"
    )

    reminders = [
        (one, about) for one, about in told if about.kind in REMINDERS and one.state is DeliveryState.SENT
    ]
    outside = [
        one
        for one, _ in reminders
        if one.settled_at is None or not any(begin <= one.settled_at < end for begin, end in known.open_spans)
    ]
    yield Check("no reminder after a close", not outside, f"{len(reminders)} reminders, {len(outside)} outside")
    wrong = [about for _, about in reminders if not _human(session, about)]
    yield Check(
        "reminders come at decent hours in the letter's zone", not wrong, f"{len(wrong)} at other hours"
    )
    people = Counter(one.recipient_id for one, _ in reminders if one.place is Place.USER)
    most = max(people.values(), default=0)
    yield Check("nobody is reminded more often than three times", most <= Plan().direct, f"{most} at most")
    refused = {one.recipient_id for one, _ in told if one.state is DeliveryState.UNDELIVERABLE}
    failed = sum(one.state is DeliveryState.FAILED for one, _ in told)
    closed = refused == known.closed and not failed
    yield Check(
        "the bot records who accepts no direct messages",
        closed,
        f"{len(refused)} people, {failed} failed",
    )
    outages = [
        about for one, about in told if about.kind is NoticeKind.OUTAGE and one.state is DeliveryState.SENT
    ]
    yield Check("moderators are told of the outage once", len(outages) == 1, f"{len(outages)} told")


def _human(session: Session, about: Notice) -> bool:
    zone = ZoneInfo(session.get_one(Letter, about.letter_id).time_zone)
    local = about.due_at.astimezone(zone)
    return about.kind is NoticeKind.LAST_HOUR or (local.hour in HOURS and local.minute == 0)


def _letter(session: Session, actor: Actor, now: datetime, known: Known) -> Iterator[Check]:
    row = session.exec(select(Letter)).one()
    sheet = letters.sheet(session, row, now)
    final, opening = editions.show(session, actor), editions.show(session, actor, None, 1)
    listed = roster.entries(session, row.id, now)
    approved = list(
        session.exec(
            select(Signatory.id).where(
                Signatory.state == SignatoryState.APPROVED, Signatory.letter_id == row.id
            )
        )
    )
    counts = {sheet.counts.total, final.counts.total, len(final.entries), len(listed), len(approved)}
    yield Check("message, list, database and final list agree", len(counts) == 1, f"{sorted(counts)}")
    ended = row.state is LetterState.CLOSED and final.name is EditionName.FINAL
    yield Check("the week ends with its final list", ended, f"{final.counts.total} signed")
    for one in (opening, final):
        same = editions.digest_of(editions.document(one)) == one.digest
        yield Check(f"list no. {one.number} hasn't changed since it was published", same, one.digest[:12])
    kept = any(one.name == known.removed for one in opening.entries)
    gone = not any(one.name == known.removed for one in final.entries)
    yield Check("a removal changes later lists only", kept and gone, f"{opening.counts.total} at the opening")
    *first, again = known.imported
    yield Check("importing the same form again adds nothing", not again, f"{sum(first)} by form, {again} again")
    standing = list(session.exec(select(Signatory).where(col(Signatory.name).in_(known.proposed))))
    decided = sum(one.state in (SignatoryState.APPROVED, SignatoryState.DECLINED) for one in standing)
    yield Check(
        "nothing that came on time is lost",
        len(standing) == decided == len(known.proposed),
        f"{len(known.proposed)} proposed, {decided} decided",
    )
    votes = [session.get_one(Vote, one.id) for one in standing]
    late = [one for one in votes if one.ended_at is None or not _in_time(one.ended_at, known)]
    yield Check("no vote ends after its close", not late, f"{len(votes) - len(late)} votes")
    yield Check(
        "a vote at the close is refused",
        "clos" in known.late_vote or "ended" in known.late_vote,
        known.late_vote.split("\n")[0][:80],
    )
    chain = journal.verify_chain(session, actor.guild_id)
    yield Check("the journal is intact", not chain.broken_at, f"{chain.entries} entries")


def _in_time(ended: datetime, known: Known) -> bool:
    return any(begin <= ended <= end for begin, end in known.open_spans)
