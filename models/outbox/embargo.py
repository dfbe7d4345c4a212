"""The embargo: before a letter is published, nothing about it is said where others than members read."""

from sqlmodel import Session

from models.coalitions import records
from models.database.tables import Coalition, Letter


def holds(server: Coalition, letter: Letter | None) -> bool:
    """Whether it holds for what is said about this letter. Where no role of members is chosen, everyone in the server
    may take part, and nobody there is an outsider."""
    return letter is not None and letter.published_at is None and server.member_role_id is not None


def of_letter(session: Session, letter: Letter) -> bool:
    """Whether it holds for this letter, in the server that it belongs to."""
    return holds(records.coalition_of(session, letter.guild_id), letter)
