"""A letter with a text, names that signed it, and a text that changes."""

from datetime import timedelta
from typing import Any

from sqlmodel import Session

from models.database.tables import Letter, Signatory
from models.letters import texts, wordings
from models.terms import TextChange, Way
from tests.conftest import NOW
from tests.models import makers

MODERATOR, BEN = makers.moderator(9), makers.member(5)
LATER = NOW + timedelta(hours=1)


def worded(session: Session) -> Letter:
    """A letter with a text, for which Ben and a moderator take part."""
    makers.participant(session, BEN.user_id)
    makers.participant(session, MODERATOR.user_id)
    row = makers.letter(session)
    texts.write(session, MODERATOR, NOW, row.id, "We ask for one thing.")
    return row


def signed(session: Session, letter: Letter, name: str = "Bridge Trust", **changes: Any) -> Signatory:
    """On the list by Ben, who agreed to the text as it is."""
    wording = makers.present(wordings.current(session, letter.id))
    values: dict[str, Any] = {"added_by": BEN.user_id, "way": Way.PROPOSED, "text_version_id": wording.id}
    row = makers.signatory(session, letter, name, **(values | changes))
    makers.consent(session, row).text_version_id = row.text_version_id
    session.flush()
    return row


def rewrite(session: Session, letter: Letter, body: str, change: TextChange = TextChange.SUBSTANCE) -> int:
    """The id of the new version."""
    return texts.write(session, MODERATOR, LATER, letter.id, body, "en", change).version.id
