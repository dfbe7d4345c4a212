"""A coalition: one Discord server with its settings, and the checks of role that every verb makes first."""

from sqlalchemy import ColumnElement, and_, bindparam
from sqlmodel import Session, col, select

from models.coalitions.records import coalition_of
from models.database.tables import Coalition, Participant
from models.refusal import Reason, Refusal
from models.sheets import Actor


def is_moderator(coalition: Coalition, actor: Actor) -> bool:
    """A moderator holds the moderator role; until a role is chosen, anyone who manages the server."""
    if coalition.moderator_role_id is None:
        return actor.manages_server
    return coalition.moderator_role_id in actor.role_ids


def moderates(session: Session, actor: Actor) -> bool:
    """Whether the actor is a moderator of the server in which they act."""
    return is_moderator(coalition_of(session, actor.guild_id), actor)


def is_member(coalition: Coalition, actor: Actor) -> bool:
    """A member holds the member role, where one is chosen; moderators are members."""
    role = coalition.member_role_id
    return role is None or role in actor.role_ids or is_moderator(coalition, actor)


def require_moderator(session: Session, actor: Actor) -> Coalition:
    """The coalition, or a refusal for anyone who is no moderator."""
    coalition = coalition_of(session, actor.guild_id)
    if not is_moderator(coalition, actor):
        raise Refusal(Reason.MODERATORS_ONLY, role_id=coalition.moderator_role_id)
    return coalition


def require_member(session: Session, actor: Actor) -> Coalition:
    """The coalition, or a refusal that names the missing role."""
    coalition = coalition_of(session, actor.guild_id)
    check_member(coalition, actor)
    return coalition


def check_member(coalition: Coalition, actor: Actor) -> None:
    """Refuse anyone who is no member, with the missing role."""
    if not is_member(coalition, actor):
        raise Refusal(Reason.MEMBERS_ONLY, role_id=coalition.member_role_id)


def participant(session: Session, actor: Actor) -> Participant | None:
    """The actor's row, where the actor takes part: pressed *Take part*, did not leave, and is a member now."""
    return taking_part(session, actor) if is_member(coalition_of(session, actor.guild_id), actor) else None


def taking_part(session: Session, actor: Actor) -> Participant | None:
    """The row of somebody who takes part, also of one who lost the member role."""
    return session.exec(_TAKES_PART, params={"of_guild": actor.guild_id, "user": actor.user_id}).first()


def person(
    session: Session, guild_id: int, user_id: int | None, *where: ColumnElement[bool] | bool
) -> Participant | None:
    """What is kept of this person in this server; None if nothing is, or nothing that meets these conditions."""
    this_person = select(Participant).where(Participant.guild_id == guild_id, Participant.user_id == user_id)
    return session.exec(this_person.where(*where)).first()


def takes_part() -> ColumnElement[bool]:
    """The condition for a row of somebody who takes part: they pressed *Take part* and did not leave."""
    return and_(col(Participant.joined_at).is_not(None), col(Participant.left_at).is_(None))


_TAKES_PART = select(Participant).where(
    Participant.guild_id == bindparam("of_guild"), Participant.user_id == bindparam("user"), takes_part()
)


def require_participant(session: Session, actor: Actor) -> Participant:
    """The actor's participant row, or a refusal that says what to press first."""
    require_member(session, actor)
    found = taking_part(session, actor)
    if found is None:
        raise Refusal(Reason.TAKE_PART_FIRST)
    return found
