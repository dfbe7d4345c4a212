"""Contact addresses: how a signatory can be written to. Moderators alone see them; they stand outside the journal, the
list and its editions, and are erased a stated time after the final list."""

import re
from datetime import datetime

from sqlmodel import Session, col, select

from models.coalitions import access
from models.database.tables import Contact, Signatory
from models.refusal import Reason, Refusal
from models.sheets import Actor, ContactSheet
from models.signatories import lifecycle
from models.strings import plain_text

_ADDRESS = re.compile(r"[^\s@<>\"(),;:]+@(?:[\w-]+\.)+[^\W\d_]{2,}")


def put(session: Session, actor: Actor, now: datetime, signatory_id: int, address: str) -> ContactSheet:
    """Keep an e-mail address, in place of the one before; nothing typed erases it.

    Refuses MODERATORS_ONLY, NOT_FOUND, BAD_CONTACT(address), TOO_LONG (field "address").
    """
    row = _row(session, actor, signatory_id)
    typed = plain_text.optional(address, "address").removeprefix("mailto:")
    found = session.get(Contact, row.id)
    if not typed:
        if found is not None:
            session.delete(found)
    elif _ADDRESS.fullmatch(typed) is None:
        raise Refusal(Reason.BAD_CONTACT, address=typed)
    else:
        session.merge(Contact(signatory_id=row.id, address=typed, recorded_by=actor.user_id, recorded_at=now))
    session.flush()
    return ContactSheet(row.id, row.name, typed)


def show(session: Session, actor: Actor, signatory_id: int) -> ContactSheet:
    """The address that is kept, empty if none is. Refuses MODERATORS_ONLY, NOT_FOUND."""
    row = _row(session, actor, signatory_id)
    found = session.get(Contact, row.id)
    return ContactSheet(row.id, row.name, found.address if found is not None else "")


def addresses(session: Session, letter_id: int) -> dict[int, str]:
    """Every address on a letter by the signatory's id; for other modules."""
    query = (
        select(col(Contact.signatory_id), col(Contact.address))
        .join(Signatory, col(Signatory.id) == col(Contact.signatory_id))
        .where(Signatory.letter_id == letter_id)
    )
    return dict(session.exec(query).all())


def _row(session: Session, actor: Actor, signatory_id: int) -> Signatory:
    access.require_moderator(session, actor)
    return lifecycle.find(session, actor.guild_id, signatory_id)
