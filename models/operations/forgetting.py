"""Forgetting a person whom many entries of the journal name: those some at a time, then everything else at once."""

from datetime import datetime

from msgspec.structs import replace
from sqlmodel import Session

from models import journal
from models.operations import personal_data
from models.sheets import Actor, Forgetting

STEP = 250
"""So many entries are emptied in one transaction."""


def start(session: Session, actor: Actor, _now: datetime) -> Forgetting:
    """What :func:`go_on` is to do before ``personal_data.erase``. Changes nothing. Refuses as ``check_erase`` does."""
    personal_data.require_none_waits(session, actor)
    return start_for(session, actor.guild_id, actor.user_id)


def start_for(session: Session, guild_id: int, user_id: int) -> Forgetting:
    """What whoever runs the bot is to do before ``personal_data.forget``. Changes nothing, refuses nothing."""
    until = journal.newest(session, guild_id)
    return Forgetting(until, tuple(one.id for one in journal.naming(session, guild_id, user_id)))


def go_on(session: Session, actor: Actor, _now: datetime, work: Forgetting) -> Forgetting:
    """Forget the actor in the next of the entries that name them. What is not asked for on the disk until the last step
    is: that empties the log."""
    step, rest = work.rest[:STEP], work.rest[STEP:]
    journal.forget(journal.of_numbers(session, actor.guild_id, step), actor.user_id)
    session.flush()
    return replace(work, rest=rest, emptied=work.emptied + len(step))
