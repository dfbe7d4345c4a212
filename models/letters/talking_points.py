"""Talking points: what members say about the letter, one text a subject."""

from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select

from models.acts import Act
from models.database.tables import Letter, TalkingPoint
from models.letters import embargo, lookup, recording
from models.refusal import Reason, Refusal, each
from models.sheets import Actor, PointSheet, PointsSheet
from models.strings import plain_text

MOST = 25
"""Subjects a letter: as many as fit into one menu."""
LONGEST_SUBJECT = 80
LONGEST_BODY = 4_000


def put(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, subject: str, body: str
) -> PointsSheet:
    """Say this on that subject, in place of what was said before; capitals do not make another subject. With the first
    of a letter, the messages about it get the button to read them; with the last one it goes.

    Refuses MODERATORS_ONLY, WRONG_STATE (archived, cancelled), EMPTY and TOO_LONG (field),
    TOO_MANY_SUBJECTS(limit).
    """
    letter = lookup.choose_to_change(session, actor, letter_id, lookup.LIVE)
    subject, body = each(
        lambda: plain_text.line(subject, "subject", LONGEST_SUBJECT),
        lambda: plain_text.block(body, "body", LONGEST_BODY),
    )
    points = _of(session, letter)
    point = _on(points, subject)
    before = point.body if point else None
    if point is None:
        if len(points) >= MOST:
            raise Refusal(Reason.TOO_MANY_SUBJECTS, limit=MOST)
        position = points[-1].position + 1 if points else 1
        point = TalkingPoint(letter_id=letter.id, position=position, subject=subject, body=body)
    point.subject, point.body = subject, body
    session.add(point)
    session.flush()
    if before != body:
        recording.record(
            session,
            letter,
            now,
            Act.POINT_WRITTEN,
            actor.user_id,
            subject=subject,
            before=before,
            after=body,
        )
    if not points:
        recording.redraw(session, letter)
    return _sheet(letter, _of(session, letter), [point])


def remove(session: Session, actor: Actor, now: datetime, letter_id: int | None, subject: str) -> PointsSheet:
    """Say nothing on this subject any more; what is left is returned.

    Refuses MODERATORS_ONLY, WRONG_STATE (archived, cancelled), NO_SUCH_SUBJECT(subject, subjects).
    """
    letter = lookup.choose_to_change(session, actor, letter_id, lookup.LIVE)
    point = _require(_of(session, letter), subject)
    session.delete(point)
    session.flush()
    recording.record(
        session, letter, now, Act.POINT_REMOVED, actor.user_id, subject=point.subject, before=point.body
    )
    left = _of(session, letter)
    if not left:
        recording.redraw(session, letter)
    return _sheet(letter, left, left)


def show(
    session: Session, actor: Actor, letter_id: int | None = None, subject: str | None = None
) -> PointsSheet:
    """What is said on this subject, or on all of them; there may be none yet.

    Refuses as ``lookup.choose`` does (before publication NOT_PUBLIC for all but participants and moderators),
    NO_SUCH_SUBJECT(subject, subjects).
    """
    letter = lookup.choose(session, actor, letter_id)
    points = _of(session, letter)
    return _sheet(letter, points, points if subject is None else [_require(points, subject)])


def subjects(session: Session, actor: Actor, letter_id: int | None = None, typed: str = "") -> tuple[str, ...]:
    """Subjects that contain what was typed, for autocomplete; none where the letter may not be read."""
    try:
        points = _of(session, lookup.choose(session, actor, letter_id))
    except Refusal:
        return ()
    return tuple(point.subject for point in points if typed.casefold().strip() in point.subject.casefold())


def count(session: Session, letter_id: int) -> int:
    """How many subjects have talking points."""
    return session.exec(_COUNT, params={"of_letter": letter_id}).one()


_COUNT = select(func.count()).where(TalkingPoint.letter_id == bindparam("of_letter"))


def _of(session: Session, letter: Letter) -> list[TalkingPoint]:
    query = select(TalkingPoint).where(TalkingPoint.letter_id == letter.id)
    return list(session.exec(query.order_by(col(TalkingPoint.position))))


def _on(points: list[TalkingPoint], subject: str) -> TalkingPoint | None:
    wanted = subject.casefold().strip()
    return next((point for point in points if point.subject.casefold() == wanted), None)


def _require(points: list[TalkingPoint], subject: str) -> TalkingPoint:
    point = _on(points, subject)
    if point is None:
        known = [point.subject for point in points]
        raise Refusal(Reason.NO_SUCH_SUBJECT, subject=subject.strip(), subjects=known)
    return point


def _sheet(letter: Letter, points: list[TalkingPoint], shown: list[TalkingPoint]) -> PointsSheet:
    return PointsSheet(
        letter_id=letter.id,
        title=letter.title,
        published_at=letter.published_at,
        points=tuple(PointSheet(point.subject, point.body) for point in shown),
        subjects=tuple(point.subject for point in points),
        embargo=embargo.of(letter),
    )
