"""What comes each morning: the moderators' digest, and the bulletin for everyone.

One row of each is planned at a time; when its time comes, it is sent and the next one planned. A morning with
nothing to say leaves no trace: the row moves on to the next.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, func, select

from models import coalition, notice, review, roster, schedule, state, unreached
from models.plan import Plan
from models.sheets import BulletinSheet, DigestSheet, Unsent
from models.tables import Consent, Letter, Notice, Participant, Signatory
from models.terms import LetterState, NoticeKind, NoticeState, Place, SignatoryState

if TYPE_CHECKING:
    from sqlmodel.sql.expression import SelectOfScalar

KINDS = frozenset({NoticeKind.DIGEST, NoticeKind.BULLETIN})
RUNNING = (LetterState.OPEN, LetterState.CLOSED)
STALE_AFTER = timedelta(hours=12)
"""So late it says less than the next one will: it is left out."""
DAY = timedelta(days=1)
MOST_NAMES = 15
"""So many new names are read in one message."""


def plan(session: Session, letter: Letter, now: datetime) -> None:
    """Have one of each kind planned that the letter wants, and none of the others. Twice changes nothing."""
    planned = {row.kind: row for row in session.exec(_planned().where(Notice.letter_id == letter.id))}
    wanted = set(_wanted(letter))
    notice.supersede(session, [row for kind, row in planned.items() if kind not in wanted], now)
    for kind in sorted(wanted - planned.keys()):
        follow(session, letter, kind, now)


def make_due(session: Session, now: datetime) -> int:
    """Send each whose morning has come, where it has something to say, and plan the next; how many are sent.

    After an outage of days only the newest morning is looked at.
    """
    made, come = 0, _planned().where(col(Notice.make_at) <= now).order_by(col(Notice.id))
    for row in session.exec(come).all():
        letter = session.get_one(Letter, row.letter_id)
        if row.kind not in _wanted(letter):
            row.state = NoticeState.SUPERSEDED
            continue
        if now - row.due_at >= STALE_AFTER:
            row.state = NoticeState.SUPERSEDED
            row = follow(session, letter, row.kind, now - STALE_AFTER)
            if row.due_at > now:
                continue
        if silence(session, row, letter, now):
            session.delete(row)
        else:
            channel = notice.channel_for(coalition.of(session, row.guild_id), row.kind) or notice.NO_CHANNEL
            notice.deliver(session, row, Place.CHANNEL, channel, row.due_at)
            row.state, made = NoticeState.MADE, made + 1
        session.flush()
        follow(session, letter, row.kind, now)
    return made


def follow(session: Session, letter: Letter, kind: NoticeKind, now: datetime) -> Notice:
    """Plan the next one after ``now``; a morning for which it was sent or skipped is passed over."""
    due_at, row = now, None
    while row is None:
        due_at = schedule.next_morning(due_at, letter.time_zone)
        dedupe = f"{kind}:{letter.id}:{due_at:%Y%m%dT%H%M%S}"
        row = session.exec(select(Notice).where(Notice.dedupe == dedupe)).first()
        if row is None:
            row = Notice(
                guild_id=letter.guild_id, letter_id=letter.id, kind=kind, due_at=due_at, make_at=due_at, dedupe=dedupe
            )  # fmt: skip
        elif row.state in (NoticeState.MADE, NoticeState.SKIPPED):
            row = None
    row.state = NoticeState.PLANNED
    session.add(row)
    session.flush()
    return row


def silence(session: Session, row: Notice, letter: Letter, now: datetime) -> Unsent | None:
    """Why this one has nothing to say now; None where it has something."""
    if row.kind not in _wanted(letter):
        return Unsent.NOT_WANTED
    if now - row.due_at >= STALE_AFTER:
        return Unsent.STALE
    if row.kind is NoticeKind.DIGEST:
        return None if digest(session, letter, now).waits_for_someone else Unsent.NOTHING_WAITS
    if letter.published_at is None:
        return Unsent.NOT_PUBLISHED
    news = bulletin(session, row, letter, now)
    changed = news.added_count or news.removed
    return None if letter.state is LetterState.OPEN or changed else Unsent.UNCHANGED


def digest(session: Session, letter: Letter, now: datetime) -> DigestSheet:
    """What waits for the moderators of this letter."""
    undecided = (Signatory.letter_id == letter.id, col(Signatory.state).in_(state.WAITING))
    since = func.coalesce(Signatory.ballot_ended_at, Signatory.added_at)
    return DigestSheet(
        waits=review.waiting(session, letter.id),
        oldest_since=session.exec(select(since).where(*undecided).order_by(since).limit(1)).first(),
        lacking_consent=session.exec(
            select(func.count())
            .select_from(Signatory)
            .outerjoin(Consent, col(Consent.signatory_id) == col(Signatory.id))
            .where(*undecided, col(Consent.signatory_id).is_(None))
        ).one(),
        late=_count(session, letter, Signatory.state == SignatoryState.LATE),
        leaving=_count(
            session, letter, Signatory.state == SignatoryState.APPROVED, col(Signatory.leaving_at).is_not(None)
        ),
        asking=_asking(session, letter),
        unreached=unreached.people(session, letter.guild_id),
        newly_unreached=len(unreached.people(session, letter.guild_id, since=now - DAY)),
    )


def bulletin(session: Session, row: Notice, letter: Letter, now: datetime) -> BulletinSheet:
    """How the published list has changed since the morning before, or since its publication."""
    since = max(row.due_at - DAY, letter.published_at or row.due_at - DAY)
    names = roster.added(session, letter.id, since, now)
    return BulletinSheet(
        since=since,
        added=names[:MOST_NAMES],
        added_count=len(names),
        removed=roster.removed(session, letter.id, since, now),
    )


def _wanted(letter: Letter) -> Iterator[NoticeKind]:
    if letter.state in RUNNING and letter.final_at is None:
        yield NoticeKind.DIGEST
    if letter.state in RUNNING and Plan.of(letter.plan).bulletin:
        yield NoticeKind.BULLETIN


def _planned() -> "SelectOfScalar[Notice]":
    return select(Notice).where(col(Notice.kind).in_(KINDS), Notice.state == NoticeState.PLANNED)


def _count(session: Session, letter: Letter, *conditions: Any) -> int:
    counted = select(func.count()).select_from(Signatory).where(Signatory.letter_id == letter.id, *conditions)
    return session.exec(counted).one()


def _asking(session: Session, letter: Letter) -> int:
    """They ask for the server, not for a letter: the oldest that runs says it."""
    first = session.exec(
        select(func.min(Letter.id)).where(
            Letter.guild_id == letter.guild_id, col(Letter.state).in_(RUNNING), col(Letter.final_at).is_(None)
        )
    ).one()
    if first != letter.id:
        return 0
    return session.exec(
        select(func.count())
        .select_from(Participant)
        .where(
            Participant.guild_id == letter.guild_id,
            col(Participant.asked_at).is_not(None),
            col(Participant.left_at).is_(None),
        )
    ).one()
