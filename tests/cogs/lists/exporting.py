"""``/roster`` as moderators use it, and what is kept of it."""

from typing import Any

from sqlmodel import Session, col, select

from models.acts import Act
from models.database.tables import JournalEntry
from tests.cogs.desk import Desk
from tests.cogs.server import newest


async def roster(desk: Desk, command: str, who: Any = None, **options: Any) -> Any:
    """A command of a moderator, or of anyone who tries it."""
    return await (who or desk.mo).slash(desk.hall, f"roster {command}", **options)


async def on_the_list(desk: Desk, *names: str) -> None:
    for name in names:
        await desk.approve(await desk.enter(name))


async def file(result: Any) -> bytes:
    """The one file of an answer."""
    [attached] = newest(result).attachments
    data: bytes = await attached.read()
    return data


async def handed_over(desk: Desk) -> list[dict[str, Any]]:
    def entries(session: Session) -> list[dict[str, Any]]:
        found = session.exec(
            select(JournalEntry).where(JournalEntry.act == Act.HANDED_OVER).order_by(col(JournalEntry.id))
        )
        return [one.facts for one in found]

    return await desk.store.read(entries)
