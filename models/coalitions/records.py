"""The row of each server: made when the bot joins, marked when it is removed; and how the rows that belong to one are
found."""

from collections.abc import Set
from datetime import datetime
from typing import Protocol, TypeVar

from sqlmodel import Session, col, select

from models.database.queries import only_reads
from models.database.tables import Coalition
from models.refusal import Reason, Refusal
from models.translation import ENGLISH, known


class OfServer(Protocol):
    """A row that belongs to one server."""

    guild_id: int


Row = TypeVar("Row", bound=OfServer)


def coalition_of(session: Session, guild_id: int) -> Coalition:
    """This server's settings; the defaults, not stored, where the bot never :func:`joined` it."""
    found = session.get(Coalition, guild_id) or Coalition(guild_id=guild_id)
    session.info["coalition"] = (
        found  # sessions forget rows that nobody holds, and each check asks for this one
    )
    return found


def find(session: Session, table: type[Row], guild_id: int, number: int, *, lock: bool = False) -> Row:
    """The row of this server; NOT_FOUND if there is none, or another server's. ``lock`` holds it against other
    writers until the transaction ends (PostgreSQL)."""
    row = session.get(table, number, with_for_update=(lock and not only_reads(session)) or None)
    if row is None or row.guild_id != guild_id:
        raise Refusal(Reason.NOT_FOUND)
    return row


def is_known(session: Session, guild_id: int) -> bool:
    """Whether the bot is, or was, in this server, and something of it is kept."""
    return session.get(Coalition, guild_id) is not None


def languages(session: Session) -> dict[int, str]:
    """The language of each server's channels."""
    return dict(session.exec(select(Coalition.guild_id, Coalition.language)).all())


def joined(session: Session, guild_id: int, time_zone: str = "UTC", language: str = ENGLISH) -> str:
    """The bot is in this server, perhaps again; a new one starts with the host's ``time_zone`` and the server's own
    ``language``, if we have it. Returns the language of its channels."""
    found = session.get(Coalition, guild_id)
    if found is None:
        found = Coalition(guild_id=guild_id, time_zone=time_zone, language=known(language))
        session.add(found)
    else:
        found.left_at = None
    session.flush()
    return found.language


def left(session: Session, guild_id: int, now: datetime) -> None:
    """The bot was removed from this server; nothing is sent there any more."""
    joined(session, guild_id)
    coalition_of(session, guild_id).left_at = now


def present(session: Session, now: datetime, guild_ids: Set[int]) -> int:
    """The bot is connected and in these servers alone: from the others it was removed while it was away. How many.

    Where it was invited again meanwhile nothing is erased, also while Discord cannot say more of that server yet.
    """
    # compared here: a statement can't have as many parameters as there may be servers
    known = session.exec(select(Coalition.guild_id, col(Coalition.left_at).is_not(None))).all()
    back = [guild_id for guild_id, was_left in known if was_left and guild_id in guild_ids]
    gone = [guild_id for guild_id, was_left in known if not was_left and guild_id not in guild_ids]
    for guild_id in back:
        session.get_one(Coalition, guild_id).left_at = None
    for guild_id in gone:
        session.get_one(Coalition, guild_id).left_at = now
    session.flush()
    return len(gone)
