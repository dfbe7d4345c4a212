"""The lock: where a moderator's account may be in wrong hands, nothing that the list and the text are on changes, and
nothing leaves, until anyone who manages the server or two moderators end it. Members go on, and so do deadlines."""

from datetime import datetime

from sqlmodel import Session, col, select

from models.acts import Act
from models.coalitions import access
from models.database.tables import JournalEntry, Letter
from models.letters import lookup, recording
from models.outbox import dedupe
from models.outbox.announcements import announce
from models.refusal import Reason, Refusal
from models.sheets import Actor, LockSheet
from models.terms import NoticeKind


def lock(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> LockSheet:
    """Lock a letter, at once; moderators are told. For moderators, and anyone who manages the server.

    Refuses MODERATORS_ONLY, LOCKED(at), NOT_FOUND, NO_LETTER, CHOOSE_LETTER(letters).
    """
    letter = _find(session, actor, letter_id)
    lookup.require_unlocked(letter)
    letter.locked_at = now
    return _said(session, letter, actor, now, Act.LETTER_LOCKED)


def unlock(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> LockSheet:
    """End the lock: at once by anyone who manages the server, else by the second moderator who wants it.

    Refuses MODERATORS_ONLY, UNCHANGED if it is not locked, SECOND_UNLOCKS if this moderator wanted it already,
    NOT_FOUND, NO_LETTER, CHOOSE_LETTER(letters).
    """
    letter = _find(session, actor, letter_id)
    if letter.locked_at is None:
        raise Refusal(Reason.UNCHANGED)
    if waits_for_another(session, actor, letter):
        raise Refusal(Reason.SECOND_UNLOCKS)
    if not actor.manages_server and _wanted_by(session, letter, letter.locked_at) is None:
        return _said(session, letter, actor, now, Act.UNLOCK_WANTED)
    letter.locked_at = None
    return _said(session, letter, actor, now, Act.LETTER_UNLOCKED)


def waits_for_another(session: Session, actor: Actor, letter: Letter) -> bool:
    """Whether this moderator asked to unlock it, so that another has to."""
    if letter.locked_at is None or actor.manages_server:
        return False
    return _wanted_by(session, letter, letter.locked_at) == actor.user_id


def _find(session: Session, actor: Actor, letter_id: int | None) -> Letter:
    """Anyone who manages the server need not be able to read the letter to lock it."""
    if not actor.manages_server:
        access.require_moderator(session, actor)
    if letter_id is not None:
        letter = lookup.find(session, actor.guild_id, letter_id)
    else:
        live = select(Letter).where(Letter.guild_id == actor.guild_id, col(Letter.state).in_(lookup.LIVE))
        found = session.exec(live.order_by(col(Letter.id))).all()
        if not found:
            raise Refusal(Reason.NO_LETTER)
        if len(found) > 1:
            raise Refusal(Reason.CHOOSE_LETTER, letters=[(one.id, one.title) for one in found])
        letter = found[0]
    session.refresh(letter, with_for_update=True)
    return letter


def _wanted_by(session: Session, letter: Letter, since: datetime) -> int | None:
    """The moderator who pressed first since it was locked; None if nobody did, or they had themselves erased."""
    entry = session.exec(
        select(JournalEntry)
        .where(
            JournalEntry.letter_id == letter.id,
            JournalEntry.act == Act.UNLOCK_WANTED.value,
            col(JournalEntry.at) >= since,
        )
        .order_by(col(JournalEntry.id).desc())
    ).first()
    return entry.facts.get("actor") if entry is not None else None


def _said(session: Session, letter: Letter, actor: Actor, now: datetime, act: Act) -> LockSheet:
    recording.record(session, letter, now, act, actor.user_id)
    told = dedupe.dedupe(session, f"lock:{letter.id}")
    announce(session, letter, NoticeKind.LOCK, now, told, user_id=actor.user_id, act=act.value)
    session.flush()
    return LockSheet(letter.guild_id, letter.id, locked_at=letter.locked_at, wanted=act is Act.UNLOCK_WANTED)
