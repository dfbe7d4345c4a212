"""Handouts: what moderators export of a letter, and the record that they did."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from models import journal
from models.acts import Act
from models.coalitions import access
from models.letters import lookup
from models.publishing import editions, list_diff
from models.refusal import Reason, Refusal
from models.sheets import Actor, ChainSheet, EditionSheet


def listed(
    session: Session, actor: Actor, now: datetime, letter_id: int | None = None, number: int | None = None
) -> EditionSheet:
    """The published list of this number, or the list as it is if none is given: once the final list is cut
    that is the newest published one, unless a name or the text has changed since.

    Refuses MODERATORS_ONLY, NOT_FOUND for a number that does not exist, and as ``lookup.choose`` does.
    """
    row = lookup.choose_to_export(session, actor, letter_id)
    if number is None:
        stands, newest = editions.as_it_stands(session, row, now), editions.latest(session, row.id)
        if row.final_at is None or newest is None or newest.text_digest != stands.text_digest:
            return stands
        return stands if list_diff.between(newest, stands).any else newest
    found = editions.numbered(session, row.id, number)
    if found is None:
        raise Refusal(Reason.NOT_FOUND)
    return found


def record(
    session: Session,
    actor: Actor,
    now: datetime,
    letter_id: int,
    what: str,
    data: bytes,
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Write down that this file was handed over: ``what`` it is, and its digest, by which it is known again
    (``models.publishing.verification``); never what is in it. ``facts`` are plain JSON values. Refuses as
    :func:`listed` does."""
    lookup.choose_to_export(session, actor, letter_id)
    journal.append(
        session,
        actor.guild_id,
        now,
        Act.HANDED_OVER,
        actor_id=actor.user_id,
        letter_id=letter_id,
        what=what,
        sha256=hashlib.sha256(data).hexdigest(),
        **(facts or {}),
    )


def chain(session: Session, actor: Actor) -> ChainSheet:
    """This server's journal computed again, so that a moderator can keep its digest. Refuses
    MODERATORS_ONLY(role_id)."""
    access.require_moderator(session, actor)
    return journal.verify_chain(session, actor.guild_id)
