"""A coalition: one Discord server with its settings, and the gates that every verb passes first."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from models import journal
from models.database.tables import Coalition, Participant
from models.geography import time_zones
from models.refusal import Reason, Refusal
from models.sheets import Actor, CoalitionChanges, CoalitionSheet, Standing


def of(session: Session, guild_id: int) -> Coalition:
    """This server's settings; the defaults, not stored, where the bot never :func:`joined` it."""
    return session.get(Coalition, guild_id) or Coalition(guild_id=guild_id)


def is_known(session: Session, guild_id: int) -> bool:
    """Whether the bot is, or was, in this server, and something of it is kept."""
    return session.get(Coalition, guild_id) is not None


def is_moderator(coalition: Coalition, actor: Actor) -> bool:
    """A moderator holds the moderator role; until a role is chosen, whoever manages the server."""
    if coalition.moderator_role_id is None:
        return actor.manages_server
    return coalition.moderator_role_id in actor.role_ids


def is_member(coalition: Coalition, actor: Actor) -> bool:
    """A member holds the member role, where one is chosen; moderators are members."""
    role = coalition.member_role_id
    return role is None or role in actor.role_ids or is_moderator(coalition, actor)


def require_moderator(session: Session, actor: Actor) -> Coalition:
    """The coalition, or a refusal for whoever is no moderator."""
    coalition = of(session, actor.guild_id)
    if not is_moderator(coalition, actor):
        raise Refusal(Reason.MODERATORS_ONLY, role_id=coalition.moderator_role_id)
    return coalition


def require_member(session: Session, actor: Actor) -> Coalition:
    """The coalition, or a refusal that names the missing role."""
    coalition = of(session, actor.guild_id)
    if not is_member(coalition, actor):
        raise Refusal(Reason.MEMBERS_ONLY, role_id=coalition.member_role_id)
    return coalition


def participant(session: Session, actor: Actor) -> Participant | None:
    """The actor's row, where the actor takes part: pressed *Take part*, did not leave, and is a member now."""
    return _taking_part(session, actor) if is_member(of(session, actor.guild_id), actor) else None


def _taking_part(session: Session, actor: Actor) -> Participant | None:
    return session.exec(
        select(Participant).where(
            Participant.guild_id == actor.guild_id,
            Participant.user_id == actor.user_id,
            col(Participant.joined_at).is_not(None),
            col(Participant.left_at).is_(None),
        )
    ).first()


def require_participant(session: Session, actor: Actor) -> Participant:
    """The actor's participant row, or a refusal that says what to press first."""
    require_member(session, actor)
    found = _taking_part(session, actor)
    if found is None:
        raise Refusal(Reason.TAKE_PART_FIRST)
    return found


def require_set_up(session: Session, actor: Actor) -> Coalition:
    """The coalition, for whoever may change its settings: who manages the server, and once set up, moderators.

    Refuses MANAGERS_ONLY (not set up yet), MODERATORS_ONLY(role_id).
    """
    coalition = of(session, actor.guild_id)
    if not actor.manages_server:
        if coalition.set_up_at is None:
            raise Refusal(Reason.MANAGERS_ONLY)
        require_moderator(session, actor)
    return coalition


def set_up(session: Session, actor: Actor, now: datetime, changes: CoalitionChanges) -> CoalitionSheet:
    """Store settings: whoever manages the server may always, moderators once that was done.

    Refuses MANAGERS_ONLY (not set up yet), MODERATORS_ONLY(role_id), UNKNOWN_ZONE(zone, suggestions), and
    ROLE_IS_EVERYONE: the role that everyone holds would make each a moderator, or each reminder ping all.
    """
    coalition = require_set_up(session, actor)
    values: dict[str, Any] = {**changes}
    if "time_zone" in values:
        values["time_zone"] = time_zones.read(values["time_zone"], coalition.time_zone)
    if coalition.guild_id in (values.get("member_role_id"), values.get("moderator_role_id")):
        raise Refusal(Reason.ROLE_IS_EVERYONE)
    before = {name: getattr(coalition, name) for name in values}
    for name, value in values.items():
        setattr(coalition, name, value)
    if coalition.set_up_at is None or before != values:
        journal.append(
            session,
            coalition.guild_id,
            now,
            "coalition set up",
            actor_id=actor.user_id,
            before=before,
            after=values,
        )
    coalition.set_up_at = coalition.set_up_at or now
    coalition.left_at = None
    session.add(coalition)
    session.flush()
    return sheet(coalition)


def sheet(coalition: Coalition) -> CoalitionSheet:
    """The settings as upstairs sees them."""
    return CoalitionSheet(
        guild_id=coalition.guild_id,
        time_zone=coalition.time_zone,
        announcements_id=coalition.announcements_id,
        proposals_id=coalition.proposals_id,
        moderators_id=coalition.moderators_id,
        member_role_id=coalition.member_role_id,
        moderator_role_id=coalition.moderator_role_id,
        set_up_at=coalition.set_up_at,
    )


def show(session: Session, actor: Actor) -> CoalitionSheet:
    """This server's settings."""
    return sheet(of(session, actor.guild_id))


def settings(session: Session, actor: Actor) -> CoalitionSheet:
    """This server's settings, for whoever may change them. Refuses as :func:`require_set_up` does."""
    return sheet(require_set_up(session, actor))


def moderating(session: Session, actor: Actor) -> CoalitionSheet:
    """This server's settings, for a moderator. Refuses MODERATORS_ONLY(role_id)."""
    return sheet(require_moderator(session, actor))


def standing(session: Session, actor: Actor) -> Standing:
    """What the actor is in this server, so that help can be fitting."""
    coalition = of(session, actor.guild_id)
    return Standing(
        guild_id=coalition.guild_id,
        member=is_member(coalition, actor),
        moderator=is_moderator(coalition, actor),
        manager=actor.manages_server,
        takes_part=participant(session, actor) is not None,
        set_up=coalition.set_up_at is not None,
        member_role_id=coalition.member_role_id,
        moderator_role_id=coalition.moderator_role_id,
    )


def joined(session: Session, guild_id: int, time_zone: str = "UTC") -> None:
    """The bot is in this server, perhaps again; a new one starts with the host's ``time_zone``."""
    found = session.get(Coalition, guild_id)
    if found is None:
        session.add(Coalition(guild_id=guild_id, time_zone=time_zone))
    else:
        found.left_at = None
    session.flush()


def left(session: Session, guild_id: int, now: datetime) -> None:
    """The bot was removed from this server; nothing is sent there any more."""
    joined(session, guild_id)
    of(session, guild_id).left_at = now


def present(session: Session, now: datetime, guild_ids: Collection[int]) -> int:
    """The bot is connected and in these servers alone: from the others it was removed while it was away. How many.

    Where it was invited again meanwhile nothing is erased, also while Discord cannot say more of that server yet.
    """
    back = col(Coalition.left_at).is_not(None) & col(Coalition.guild_id).in_(guild_ids)
    for row in session.exec(select(Coalition).where(back)):
        row.left_at = None
    gone = session.exec(
        select(Coalition).where(col(Coalition.left_at).is_(None), col(Coalition.guild_id).not_in(guild_ids))
    ).all()
    for row in gone:
        row.left_at = now
    session.flush()
    return len(gone)
