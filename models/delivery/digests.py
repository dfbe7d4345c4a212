"""What comes each morning: the moderators' digest, and the bulletin for everyone.

One row of each is planned at a time; when its time comes, it is sent and the next one planned. A morning with
nothing to say leaves no trace: the row moves on to the next.
"""

from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from models.database.tables import Consent, Letter, Notice, Participant, Signatory, Vote
from models.outbox import notices, unreached
from models.outbox.mornings import RUNNING, follow, planned_notices, wanted_kinds
from models.publishing import roster
from models.sheets import BulletinSheet, DigestSheet, Unsent
from models.signatories import counting, lifecycle
from models.terms import LetterState, NoticeKind, NoticeState

STALE_AFTER = timedelta(hours=12)
"""So late it says less than the next one will: it is left out."""
DAY = timedelta(days=1)
MOST_NAMES = 15
"""This many new names are read in one message."""


def make_due(session: Session, now: datetime) -> int:
    """Send each whose morning has come, where it has something to say, and plan the next; how many are sent.

    After an outage of days only the newest morning is looked at.
    """
    made, come = 0, planned_notices().where(col(Notice.make_at) <= now).order_by(col(Notice.id))
    for row in session.exec(come).all():
        letter = session.get_one(Letter, row.letter_id)
        if row.kind not in wanted_kinds(letter):
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
            notices.post(session, row, row.due_at)
            row.state, made = NoticeState.MADE, made + 1
        session.flush()
        follow(session, letter, row.kind, now)
    return made


def silence(session: Session, row: Notice, letter: Letter, now: datetime) -> Unsent | None:
    """Why this one has nothing to say now; None if it has something."""
    if row.kind not in wanted_kinds(letter):
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
    undecided = (Signatory.letter_id == letter.id, col(Signatory.state).in_(lifecycle.WAITING))
    since = func.coalesce(Vote.ended_at, Signatory.added_at)
    waiting = (
        select(since)
        .select_from(Signatory)
        .outerjoin(Vote, col(Vote.signatory_id) == col(Signatory.id))
        .where(*undecided)
    )
    review = counting.in_review(session, letter.id)
    return DigestSheet(
        waits=review.waits,
        oldest_since=session.exec(waiting.order_by(since).limit(1)).first(),
        lacking_consent=session.exec(
            select(func.count())
            .select_from(Signatory)
            .outerjoin(Consent, col(Consent.signatory_id) == col(Signatory.id))
            .where(*undecided, col(Consent.signatory_id).is_(None))
        ).one(),
        late=review.late,
        leaving=review.leaving,
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
