"""The language in which somebody is written to: the one that they chose, or that of their Discord."""

from collections.abc import Mapping

from sqlmodel import Session, col, select

from models.database.tables import Participant


def heard(session: Session, spoken: Mapping[tuple[int, int], str]) -> None:
    """Keep what the Discord of these people speaks, by server and user; empty for what we don't have. Those who chose a
    language keep it, and nothing is kept of those who take no part."""
    guilds, users = {guild_id for guild_id, _ in spoken}, {user_id for _, user_id in spoken}
    rows = session.exec(
        select(Participant).where(
            col(Participant.guild_id).in_(guilds),
            col(Participant.user_id).in_(users),
            col(Participant.language_chosen).is_(False),
            col(Participant.left_at).is_(None),  # nothing is sent to those who left, or were stopped and erased
        )
    )
    for row in rows:
        row.language = spoken.get((row.guild_id, row.user_id), row.language)


def chosen(session: Session) -> dict[tuple[int, int], str]:
    """The languages that people chose for themselves, by server and user."""
    rows = session.exec(
        select(Participant.guild_id, Participant.user_id, Participant.language).where(
            col(Participant.language_chosen).is_(True)
        )
    )
    return {(guild_id, user_id): language for guild_id, user_id, language in rows}
