"""Limits: what moderators set for one member: more names at once, or none."""

from datetime import datetime

from sqlmodel import Session

from models import journal
from models.acts import Act
from models.coalitions import access
from models.database.tables import Participant
from models.letters.letters import MOST_OPEN
from models.participants import participants
from models.refusal import Reason, Refusal
from models.sheets import Actor, ParticipantSheet
from models.strings import plain_text


def block(session: Session, actor: Actor, now: datetime, user_id: int, reason: str) -> ParticipantSheet:
    """A moderator stops somebody's proposals, until it is undone: they add nothing but their own name and the
    organisation for which a moderator confirmed that they speak, and turn nothing that they added into another name.
    What they proposed before stays.

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
    """Let somebody propose again. Refuses MODERATORS_ONLY(role_id), NOT_FOUND, and UNCHANGED if nothing was
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
    else:  # they are erased otherwise, and now altogether
        session.delete(person)
        session.flush()
        journal.append(session, actor.guild_id, now, Act.PROPOSER_UNBLOCKED, actor_id=actor.user_id)
    return said


def allow(session: Session, actor: Actor, now: datetime, user_id: int, most: int) -> ParticipantSheet:
    """A moderator allows a member so many undecided names on one letter, where that is more than the letter's number.

    Refuses MODERATORS_ONLY(role_id), BAD_LIMIT(least, most), NOT_FOUND (never took part), UNCHANGED.
    """
    person = _person(session, actor, user_id)
    if most not in MOST_OPEN:
        raise Refusal(Reason.BAD_LIMIT, least=MOST_OPEN[0], most=MOST_OPEN[-1])
    before = person.most_open
    if most == before:
        raise Refusal(Reason.UNCHANGED)
    person.most_open = most
    session.flush()
    facts = {"user_id": user_id, "before": before, "after": most}
    journal.append(session, actor.guild_id, now, Act.ALLOWANCE_SET, actor_id=actor.user_id, **facts)
    return participants.sheet(person)


def _person(session: Session, actor: Actor, user_id: int) -> Participant:
    access.require_moderator(session, actor)
    found = access.person(session, actor.guild_id, user_id)
    if found is None:
        raise Refusal(Reason.NOT_FOUND)
    return found
