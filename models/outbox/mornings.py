"""The digest and the bulletin as rows: each letter has the next morning's planned where it wants one."""

from collections.abc import Iterator
from datetime import datetime

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.database.tables import Letter, Notice
from models.outbox import notices
from models.rules import reminder_schedule
from models.rules.reminder_plan import Plan
from models.terms import LetterState, NoticeKind, NoticeState

KINDS = frozenset({NoticeKind.DIGEST, NoticeKind.BULLETIN})
RUNNING = (LetterState.OPEN, LetterState.CLOSED)


def plan(session: Session, letter: Letter, now: datetime) -> None:
    """Have one of each kind planned that the letter wants, and none of the others. Twice changes nothing."""
    planned = {row.kind: row for row in session.exec(planned_notices().where(Notice.letter_id == letter.id))}
    wanted = set(wanted_kinds(letter))
    notices.supersede(session, [row for kind, row in planned.items() if kind not in wanted], now)
    for kind in sorted(wanted - planned.keys()):
        follow(session, letter, kind, now)


def follow(session: Session, letter: Letter, kind: NoticeKind, now: datetime) -> Notice:
    """Plan the next one after ``now``; a morning for which it was sent or skipped is passed over."""
    due_at, row = now, None
    while row is None:
        due_at = reminder_schedule.next_morning(due_at, letter.time_zone)
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


def wanted_kinds(letter: Letter) -> Iterator[NoticeKind]:
    """Which of digest and bulletin this letter sends each morning as it is now."""
    if letter.state in RUNNING and letter.final_at is None:
        yield NoticeKind.DIGEST
    if letter.state in RUNNING and Plan.of(letter.plan).bulletin:
        yield NoticeKind.BULLETIN


def planned_notices() -> "SelectOfScalar[Notice]":
    """The query for every digest and bulletin that is planned and not sent, of all letters."""
    return select(Notice).where(col(Notice.kind).in_(KINDS), Notice.state == NoticeState.PLANNED)
