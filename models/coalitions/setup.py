"""A server's settings: channels, roles and time zone, and what somebody is there."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from models import journal
from models.acts import Act
from models.coalitions.access import is_member, is_moderator, participant, require_moderator
from models.coalitions.records import coalition_of
from models.database.tables import Coalition
from models.geography import time_zones
from models.refusal import Reason, Refusal
from models.sheets import Actor, CoalitionChanges, CoalitionSheet, MemberStatus


def require_set_up(session: Session, actor: Actor) -> Coalition:
    """The coalition, for whoever may change its settings: who manages the server, and once set up, moderators.

    Refuses MANAGERS_ONLY (not set up yet), MODERATORS_ONLY(role_id).
    """
    coalition = coalition_of(session, actor.guild_id)
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
        values["time_zone"] = time_zones.zone_of(values["time_zone"], coalition.time_zone)
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
            Act.COALITION_SET_UP,
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
    """The settings of one server as a sheet."""
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
    """The settings of the actor's server, for anybody in it. Refuses nothing."""
    return sheet(coalition_of(session, actor.guild_id))


def settings(session: Session, actor: Actor) -> CoalitionSheet:
    """This server's settings, for whoever may change them. Refuses as :func:`require_set_up` does."""
    return sheet(require_set_up(session, actor))


def moderating(session: Session, actor: Actor) -> CoalitionSheet:
    """This server's settings, for a moderator. Refuses MODERATORS_ONLY(role_id)."""
    return sheet(require_moderator(session, actor))


def member_status(session: Session, actor: Actor) -> MemberStatus:
    """What the actor is in this server and whether it is set up, so that help shows only what works for them."""
    coalition = coalition_of(session, actor.guild_id)
    return MemberStatus(
        guild_id=coalition.guild_id,
        member=is_member(coalition, actor),
        moderator=is_moderator(coalition, actor),
        manager=actor.manages_server,
        takes_part=participant(session, actor) is not None,
        set_up=coalition.set_up_at is not None,
        member_role_id=coalition.member_role_id,
        moderator_role_id=coalition.moderator_role_id,
    )
