"""The panel of a letter: where it stands, for anyone who runs it. It is drawn, never changed, here."""

from datetime import datetime

from sqlmodel import Session

from models.coalitions import access
from models.letters import letters, locks, lookup
from models.sheets import Actor, PanelSheet


def show(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> PanelSheet:
    """One letter of this server, for a moderator; without a number as ``lookup.choose`` finds one. A locked letter is
    shown too.

    Refuses MODERATORS_ONLY(role_id), and as ``lookup.choose`` does.
    """
    server = access.require_moderator(session, actor)
    letter = lookup.choose(session, actor, letter_id)
    return PanelSheet(
        letter=letters.sheet(session, letter, now),
        set_up=server.set_up_at is not None,
        locked_at=letter.locked_at,
        coordinator_id=letter.coordinator_id,
        others=letters.list_(session, actor),
        wants_unlock=locks.waits_for_another(session, actor, letter),
    )
