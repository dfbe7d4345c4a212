"""Anyone who runs the letter of a desk: Mo's commands under ``/manage letter``, and what is stored afterwards."""

from datetime import timedelta
from typing import Any

from models.letters import letters, talking_points, texts
from models.publishing import publication
from models.sheets import Actor, LetterSheet, PointsSheet
from tests.cogs.desk import Desk
from tests.cogs.server import as_read, newest, seen

DAY = 24 * 3600.0

BODY = "We ask that the notice be *withdrawn*.\n\nIt breaks what it claims to protect."


async def manage(desk: Desk, command: str, who: Any = None, **options: Any) -> Any:
    """A command of a moderator, or of anyone who tries it."""
    return await (who or desk.mo).slash(desk.hall, f"manage letter {command}", **options)


async def confirm(desk: Desk, shown: Any, label: str) -> str:
    """What Mo reads after a press on what was shown."""
    return seen(await desk.mo.click(newest(shown), label=label))


async def stored(desk: Desk, letter_id: int | None = None) -> LetterSheet:
    """A letter as it is kept, as a rule the desk's."""
    wanted = letter_id or desk.world.letter.id
    sheet: LetterSheet = await desk.store.read(letters.status, desk.moderator(), desk.now, wanted)
    return sheet


async def worded(desk: Desk, body: str = BODY, language: str = "en", letter_id: int | None = None) -> None:
    """The letter gets a text, without the command."""
    wanted = letter_id or desk.world.letter.id
    await desk.store.write(texts.write, desk.moderator(), desk.now, wanted, body, language)


async def published(desk: Desk) -> None:
    """The letter is public, without the command."""
    await worded(desk)
    await desk.store.write(publication.publish, desk.moderator(), desk.now, desk.world.letter.id)


async def drafted(desk: Desk, title: str = "A second letter") -> int:
    """Another letter of this server, not open yet; its id."""
    closes_at = desk.now + timedelta(days=9)
    sheet = await desk.store.write(letters.create, desk.moderator(), desk.now, title, "The Board", closes_at)
    return int(sheet.id)


async def elsewhere(desk: Desk) -> str:
    """A letter of another server, as its id would be typed."""
    guild = desk.server.stage.env.create_guild("Another coalition")
    await desk.server.stage.env.settle()
    boss = Actor(guild.id, 1, manages_server=True)
    closes_at = desk.now + timedelta(days=9)
    sheet = await desk.store.write(letters.create, boss, desk.now, "Not yours", "Nobody", closes_at)
    return str(sheet.id)


async def announced(desk: Desk) -> list[str]:
    """What the bot has said in the hall of its own accord."""
    await desk.server.stage.env.settle()
    return [as_read(message.content) for message in desk.server.stage.messages(desk.hall) if message.content]


async def said_on(desk: Desk) -> dict[str, str]:
    """What is said on each subject."""
    sheet: PointsSheet = await desk.store.read(talking_points.show, desk.moderator(), desk.world.letter.id)
    return {point.subject: point.body for point in sheet.points}


async def point(desk: Desk, subject: str, body: str) -> Any:
    return await desk.mo.submit_modal(await manage(desk, "point", subject=subject), {"body": body})


async def heard(desk: Desk) -> None:
    """Announcements go to the hall from now on."""
    await desk.server.set_up(announcements_id=desk.hall.id)
