"""Threads: which are to be opened, greeted, closed or opened again, and what came of it.

Whoever tells Discord asks :func:`to_follow` and answers with :func:`followed`, :func:`failed`, :func:`forbidden` or
:func:`gone`.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from models.database.queries import rows
from models.database.tables import Letter, PublicCard, Signatory, Talk, Vote
from models.database.tables.talk import TalkStage
from models.letter_parts import Part
from models.outbox import alerts
from models.rules.voting_policy import Policy
from models.sheets.talk import TalkStep, TalkTask
from models.signatories import lifecycle
from models.terms import CardKind, Kind, LetterState

AGAIN = timedelta(minutes=5)
"""The wait after Discord failed."""
FORBIDDEN = timedelta(minutes=30)
"""The wait where the bot lacks a permission: people grant it."""
RUNNING = (LetterState.OPEN, LetterState.CLOSED)
"""States of a letter whose proposals can still be decided."""
_REACHED = {
    TalkStep.OPEN: TalkStage.MADE,
    TalkStep.GREET: TalkStage.OPEN,
    TalkStep.REOPEN: TalkStage.OPEN,
    TalkStep.CLOSE: TalkStage.CLOSED,
}


def to_follow(session: Session, now: datetime, limit: int = 10) -> tuple[TalkTask, ...]:
    """The next steps, some at a time. A letter that no longer wants threads gets none; those that it has are closed
    with the decision, or with the letter."""
    letters = [letter_id for letter_id, parts in rows(session, _RUNNING) if Part.TALK.value in parts]
    found = [*_new(session, letters, limit), *_standing(session, letters, now, limit)]
    return tuple(found[:limit])


def followed(session: Session, task: TalkTask) -> None:
    """The step is done."""
    _row(session, task).stage = _REACHED[task.step]


def failed(session: Session, now: datetime, task: TalkTask) -> None:
    """Discord failed; it is tried again in five minutes."""
    _row(session, task).again_at = now + AGAIN


def forbidden(session: Session, now: datetime, task: TalkTask, lacking: str) -> None:
    """The bot lacks a permission, which moderators are told of by name, once a day; tried again in half an hour."""
    _row(session, task).again_at = now + FORBIDDEN
    alerts.tell(session, now, task.guild_id, task.channel_id, lacking, alerts.THREAD, task.letter_id)


def gone(session: Session, task: TalkTask) -> None:
    """Somebody deleted the thread or its card: it is not made again."""
    _row(session, task).stage = TalkStage.GONE


def _new(session: Session, letters: list[int], limit: int) -> Iterator[TalkTask]:
    """Proposals without a thread whose card stands in its channel."""
    if not letters:
        return
    known = select(Talk.signatory_id)
    rows = session.exec(
        select(Signatory, PublicCard)
        .join(PublicCard, col(PublicCard.subject_id) == col(Signatory.id))
        .where(
            PublicCard.kind == CardKind.PROPOSAL,
            col(PublicCard.message_id).is_not(None),
            col(PublicCard.gone).is_(False),
            col(Signatory.letter_id).in_(letters),
            col(Signatory.state).in_(lifecycle.UNSETTLED),
            col(Signatory.id).not_in(known),
        )
        .order_by(col(Signatory.id))
        .limit(limit)
    )
    for row, card in rows:
        yield _task(session, TalkStep.OPEN, row, card.channel_id or 0, card.message_id or 0)


def _standing(session: Session, letters: list[int], now: datetime, limit: int) -> Iterator[TalkTask]:
    """Threads that are not where their proposal is."""
    found = session.execute(_STANDING, {"letters": letters, "now": now, "limit": limit})
    steps = {
        TalkStage.WANTED: TalkStep.OPEN,
        TalkStage.MADE: TalkStep.GREET,
        TalkStage.OPEN: TalkStep.CLOSE,
        TalkStage.CLOSED: TalkStep.REOPEN,
    }
    for talk, row in found:
        yield _task(
            session, steps[talk.stage], row, talk.channel_id, talk.thread_id, tried=talk.again_at is not None
        )


_RUNNING = select(Letter.id, Letter.parts).where(col(Letter.state).in_(RUNNING))
_UNSETTLED = col(Signatory.state).in_(lifecycle.UNSETTLED) & col(Letter.state).in_(RUNNING)
_STANDING = (
    select(Talk, Signatory)
    .join(Signatory, col(Signatory.id) == col(Talk.signatory_id))
    .join(Letter, col(Letter.id) == col(Signatory.letter_id))
    .where(
        (
            (col(Talk.stage) == TalkStage.WANTED)
            & _UNSETTLED
            & col(Letter.id).in_(bindparam("letters", expanding=True))
        )
        | ((col(Talk.stage) == TalkStage.CLOSED) & _UNSETTLED)
        | (col(Talk.stage) == TalkStage.MADE)
        | ((col(Talk.stage) == TalkStage.OPEN) & ~_UNSETTLED),
        col(Talk.again_at).is_(None) | (col(Talk.again_at) <= bindparam("now")),
    )
    .order_by(col(Talk.signatory_id))
    .limit(bindparam("limit"))
)


def _task(
    session: Session, step: TalkStep, row: Signatory, channel_id: int, thread_id: int, *, tried: bool = False
) -> TalkTask:
    vote = session.get(Vote, row.id)
    return TalkTask(
        step=step,
        signatory_id=row.id,
        guild_id=row.guild_id,
        letter_id=row.letter_id,
        channel_id=channel_id,
        thread_id=thread_id,
        name="" if row.kind is Kind.INDIVIDUAL else row.name,
        secret=vote is not None and Policy.of(vote.policy).secret,
        tried=tried,
    )


def _row(session: Session, task: TalkTask) -> Talk:
    row = session.get(Talk, task.signatory_id)
    if row is None:
        row = Talk(
            signatory_id=task.signatory_id,
            guild_id=task.guild_id,
            channel_id=task.channel_id,
            thread_id=task.thread_id,
        )
        session.add(row)
    row.again_at = None
    return row
