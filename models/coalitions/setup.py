"""A server's settings: channels, roles and time zone, and what somebody is there."""

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, delete, select, update

from models import journal, translation
from models.acts import Act
from models.coalitions.access import is_member, is_moderator, participant, require_moderator
from models.coalitions.records import coalition_of
from models.database.tables import Coalition, Event, PublicCard, Signatory
from models.geography import time_zones
from models.refusal import Reason, Refusal
from models.sheets import Actor, CoalitionChanges, CoalitionSheet, MemberStatus
from models.terms import CardKind, SignatoryState


def require_set_up(session: Session, actor: Actor) -> Coalition:
    """The coalition, for anyone who may change its settings: who manages the server, and once set up, moderators.

    Refuses MANAGERS_ONLY (not set up yet), MODERATORS_ONLY(role_id).
    """
    coalition = coalition_of(session, actor.guild_id)
    if not actor.manages_server:
        if coalition.set_up_at is None:
            raise Refusal(Reason.MANAGERS_ONLY)
        require_moderator(session, actor)
    return coalition


def set_up(session: Session, actor: Actor, now: datetime, changes: CoalitionChanges) -> CoalitionSheet:
    """Store settings: anyone who manages the server may always, moderators once that was done.

    Refuses MANAGERS_ONLY (not set up yet), MODERATORS_ONLY(role_id), UNKNOWN_ZONE(zone, suggestions), OUTDATED for a
    language that we don't have, and ROLE_IS_EVERYONE: the role that everyone holds would make each a moderator, or each
    reminder ping all.
    """
    coalition = require_set_up(session, actor)
    values: dict[str, Any] = {**changes}
    if "time_zone" in values:
        values["time_zone"] = time_zones.zone_of(values["time_zone"], coalition.time_zone)
    if values.get("language", coalition.language) not in (coalition.language, *translation.languages()):
        raise Refusal(Reason.OUTDATED)
    require_no_everyone(coalition, changes)
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
    if values.get("welcome_id", before.get("welcome_id")) != before.get("welcome_id"):
        _welcome_elsewhere(session, coalition)
    speaks_anew = values.get("language") != before.get("language")
    if speaks_anew or values.get("member_role_id") != before.get("member_role_id"):
        # Who is an outsider decides what the list of events may show.
        session.exec(
            update(Event)
            .where(col(Event.guild_id) == coalition.guild_id)
            .values(stale=True, version=Event.version + 1, tries=0)
        )
    if speaks_anew:
        _say_anew(session, coalition)
    return sheet(coalition)


def require_no_everyone(coalition: Coalition, changes: CoalitionChanges) -> None:
    """Refuses ROLE_IS_EVERYONE if the role that everyone holds is chosen."""
    if coalition.guild_id in (changes.get("member_role_id"), changes.get("moderator_role_id")):
        raise Refusal(Reason.ROLE_IS_EVERYONE)


def _say_anew(session: Session, coalition: Coalition) -> None:
    """The cards in channels are drawn again, in another language; of proposals those that are voted on. The others are
    when something becomes of them, and what was told stays as it was said."""
    voting = select(Signatory.id).where(
        Signatory.guild_id == coalition.guild_id, Signatory.state == SignatoryState.VOTING
    )
    session.exec(
        update(PublicCard)
        .where(
            col(PublicCard.guild_id) == coalition.guild_id,
            col(PublicCard.gone).is_(False),
            col(PublicCard.kind).in_((CardKind.WELCOME, CardKind.STATUS))
            | ((col(PublicCard.kind) == CardKind.PROPOSAL) & col(PublicCard.subject_id).in_(voting)),
        )
        .values(stale=True, version=PublicCard.version + 1, tries=0)
    )


def _welcome_elsewhere(session: Session, coalition: Coalition) -> None:
    """The card that everyone reads is posted in the channel that is chosen now; one that stands elsewhere stays as it
    was drawn last."""
    guild_id = coalition.guild_id
    session.exec(
        delete(PublicCard).where(col(PublicCard.kind) == CardKind.WELCOME, col(PublicCard.guild_id) == guild_id)
    )
    if coalition.welcome_id is not None:
        session.add(PublicCard(guild_id=guild_id, kind=CardKind.WELCOME, subject_id=guild_id))
        session.flush()


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
        welcome_id=coalition.welcome_id,
        language=coalition.language,
    )


def show(session: Session, actor: Actor) -> CoalitionSheet:
    """The settings of the actor's server, for anybody in it. Refuses nothing."""
    return sheet(coalition_of(session, actor.guild_id))


def settings(session: Session, actor: Actor) -> CoalitionSheet:
    """This server's settings, for anyone who may change them. Refuses as :func:`require_set_up` does."""
    return sheet(require_set_up(session, actor))


def moderating(session: Session, actor: Actor) -> CoalitionSheet:
    """This server's settings, for a moderator. Refuses MODERATORS_ONLY(role_id)."""
    return sheet(require_moderator(session, actor))


def member_status(session: Session, actor: Actor) -> MemberStatus:
    """What the actor is in this server and whether it is set up, so that help shows only what works for them."""
    coalition = coalition_of(session, actor.guild_id)
    person = participant(session, actor)
    return MemberStatus(
        guild_id=coalition.guild_id,
        member=is_member(coalition, actor),
        moderator=is_moderator(coalition, actor),
        manager=actor.manages_server,
        takes_part=person is not None,
        set_up=coalition.set_up_at is not None,
        member_role_id=coalition.member_role_id,
        moderator_role_id=coalition.moderator_role_id,
        language=person.language if person is not None and person.language_chosen else "",
    )
