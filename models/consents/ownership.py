"""Whose name it is: who may change or withdraw what was proposed."""

from sqlmodel import Session

from models.database.tables import Letter, Signatory
from models.letters import lookup
from models.refusal import Reason, Refusal
from models.sheets import Actor
from models.terms import SignatoryState


def require_own(session: Session, actor: Actor, row: Signatory) -> None:
    """NOT_YOURS for someone who did not propose it and is not the person whose name it is; NOT_FOUND for those who may
    not know that it exists: to strangers the used and the unused ids of what is on no list look alike."""
    if actor.user_id not in (row.added_by, row.person_id):
        known = lookup.is_inside(session, actor) or (
            row.state is SignatoryState.APPROVED
            and lookup.is_readable(session, actor, session.get_one(Letter, row.letter_id))
        )
        raise Refusal(Reason.NOT_YOURS if known else Reason.NOT_FOUND)
