"""Safeguards: what keeps one moderator from deciding alone, and one member from flooding a letter. To weaken one takes
whoever manages the server, as the second hand; every change is told to the moderators."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from models.coalitions import records, setup
from models.outbox import dedupe, notices
from models.refusal import Reason, Refusal
from models.sheets import Actor, CoalitionChanges, CoalitionSheet
from models.terms import NoticeKind

NAMES = ("moderator_role_id", "two_person", "most_open")
"""As they are called in the journal's *before* and *after*."""


def require(actor: Actor) -> None:
    """Refuses SAFEGUARD to whoever does not manage the server."""
    if not actor.manages_server:
        raise Refusal(Reason.SAFEGUARD)


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Which safeguards an act changed, each with its value before and after."""
    return {
        name: [before[name], after[name]]
        for name in NAMES
        if name in before and name in after and before[name] != after[name]
    }


def tell(
    session: Session,
    actor: Actor,
    now: datetime,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    letter_id: int | None = None,
) -> None:
    """Tell the moderators who changed which safeguard, in their channel; nothing where none was."""
    if changed := changes(before, after):
        notices.announce(
            session,
            NoticeKind.SAFEGUARD,
            now,
            actor.guild_id,
            letter_id=letter_id,
            dedupe=dedupe.dedupe(session, f"safeguard:{actor.guild_id}"),
            user_id=actor.user_id,
            changes=changed,
        )


def set_up(session: Session, actor: Actor, now: datetime, wanted: CoalitionChanges) -> CoalitionSheet:
    """Store settings as ``coalitions.setup`` does. Another role of moderators is chosen by whoever manages the server
    alone (SAFEGUARD), and told to those of before."""
    role_id = records.coalition_of(session, actor.guild_id).moderator_role_id
    chosen = wanted.get("moderator_role_id", role_id)
    if role_id is not None and chosen != role_id:
        setup.require_set_up(session, actor)
        require(actor)
        tell(session, actor, now, {"moderator_role_id": role_id}, {"moderator_role_id": chosen})
    return setup.set_up(session, actor, now, wanted)
