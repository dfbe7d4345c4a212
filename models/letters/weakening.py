"""Weakening a safeguard: what one moderator wants, a second confirms by a press, or anyone who manages the server."""

from datetime import datetime

from sqlmodel import Session

from models.coalitions import access
from models.letters import letters, lookup
from models.outbox import safeguards
from models.outbox.safeguards import Weakened
from models.refusal import Reason, Refusal
from models.sheets import Actor


def confirm(session: Session, actor: Actor, now: datetime, entry_id: int) -> Weakened:
    """Do what a moderator wants, by the number of the journal's entry; what was done.

    Refuses MODERATORS_ONLY, NOT_FOUND, OUTDATED and SECOND_CONFIRMS as ``safeguards.require_wish`` does, LOCKED(at) and
    WRONG_STATE(state, wants) of the letter.
    """
    if not actor.manages_server:
        access.require_moderator(session, actor)
    wanted, letter_id = safeguards.require_wish(session, actor, now, entry_id)
    values = {name: after for name, (_, after) in wanted.items()}
    if letter_id is None:
        safeguards.move_role(session, actor, now, {"moderator_role_id": values["moderator_role_id"]})
        return wanted
    letter = lookup.find(session, actor.guild_id, letter_id)
    lookup.require_unlocked(letter)
    if letter.state not in lookup.LIVE:
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=tuple(lookup.LIVE))
    letters.put(session, actor, now, letter, values)
    return wanted
