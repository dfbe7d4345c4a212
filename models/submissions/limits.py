"""Limits: how much one member may put forward. Moderators are not counted."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from models import journal
from models.acts import Act
from models.coalitions import access, records
from models.database.tables import Letter, Participant, Signatory
from models.outbox import notices
from models.participants import participants
from models.refusal import Reason, Refusal
from models.sheets import Actor, ParticipantSheet
from models.signatories import todo
from models.strings import plain_text
from models.terms import NoticeKind, Way

BURST = 10
"""More proposals than this within :data:`WITHIN` are told to the moderators, once a day for each member."""
WITHIN = timedelta(hours=1)


def require(session: Session, actor: Actor, person: Participant, letter: Letter) -> None:
    """Check that this member may put one more name forward for the letter.

    Refuses BLOCKED; TOO_MANY_OPEN(limit) while that many of theirs are undecided.
    """
    if access.is_moderator(records.coalition_of(session, actor.guild_id), actor):
        return
    if person.blocked_at is not None:
        raise Refusal(Reason.BLOCKED)
    undecided = session.exec(
        select(func.count())
        .select_from(Signatory)
        .where(
            Signatory.letter_id == letter.id,
            Signatory.added_by == actor.user_id,
            Signatory.way == Way.PROPOSED,
            *todo.unsettled(),
        )
    ).one()
    if undecided >= letter.most_open:
        raise Refusal(Reason.TOO_MANY_OPEN, limit=letter.most_open)


def watch(session: Session, actor: Actor, letter: Letter, now: datetime) -> None:
    """Tell the moderators, once a day, of a member who puts forward very many names in a short time."""
    if access.is_moderator(records.coalition_of(session, actor.guild_id), actor):
        return
    count = session.exec(
        select(func.count())
        .select_from(Signatory)
        .where(
            Signatory.guild_id == actor.guild_id,
            Signatory.added_by == actor.user_id,
            Signatory.way == Way.PROPOSED,
            col(Signatory.added_at) > now - WITHIN,
        )
    ).one()
    if count > BURST:
        notices.announce(
            session,
            NoticeKind.BURST,
            now,
            actor.guild_id,
            letter_id=letter.id,
            dedupe=f"burst:{actor.guild_id}:{actor.user_id}:{now:%Y%m%d}",
            user_id=actor.user_id,
            count=count,
        )


def block(session: Session, actor: Actor, now: datetime, user_id: int, reason: str) -> ParticipantSheet:
    """A moderator stops somebody's proposals, until it is undone. What they put forward before stays.

    Refuses MODERATORS_ONLY(role_id), NOT_FOUND (never took part), UNCHANGED (is stopped already, or is the
    moderator), EMPTY and TOO_LONG (field "reason").
    """
    person = check_block(session, actor, user_id)
    reason = plain_text.line(reason, "reason", 300)
    person.blocked_at = now
    session.flush()
    journal.append(
        session,
        actor.guild_id,
        now,
        Act.PROPOSER_BLOCKED,
        actor_id=actor.user_id,
        user_id=user_id,
        reason=reason,
    )
    return participants.sheet(person)


def check_block(session: Session, actor: Actor, user_id: int) -> Participant:
    """Whom :func:`block` would stop; refuses as it does, before a reason is typed."""
    person = _person(session, actor, user_id)
    if user_id == actor.user_id or person.blocked_at is not None:
        raise Refusal(Reason.UNCHANGED)
    return person


def unblock(session: Session, actor: Actor, now: datetime, user_id: int) -> ParticipantSheet:
    """Let somebody propose again. Refuses MODERATORS_ONLY(role_id), NOT_FOUND, and UNCHANGED where nothing was
    stopped."""
    person = _person(session, actor, user_id)
    if person.blocked_at is None:
        raise Refusal(Reason.UNCHANGED)
    person.blocked_at = None
    session.flush()
    said = participants.sheet(person)
    if participants.has_said(session, actor.guild_id, user_id):
        journal.append(
            session, actor.guild_id, now, Act.PROPOSER_UNBLOCKED, actor_id=actor.user_id, user_id=user_id
        )
    else:  # they are forgotten otherwise, and now altogether
        session.delete(person)
        session.flush()
        journal.append(session, actor.guild_id, now, Act.PROPOSER_UNBLOCKED, actor_id=actor.user_id)
    return said


def _person(session: Session, actor: Actor, user_id: int) -> Participant:
    access.require_moderator(session, actor)
    found = session.exec(
        select(Participant).where(Participant.guild_id == actor.guild_id, Participant.user_id == user_id)
    ).first()
    if found is None:
        raise Refusal(Reason.NOT_FOUND)
    return found
