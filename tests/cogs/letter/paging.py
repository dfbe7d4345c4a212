"""A letter's page on the web, kept by the real bot."""

from pathlib import Path

from models.submissions import entries
from tests import pages
from tests.cogs.coordinator import confirm, manage, published
from tests.cogs.desk import Desk
from tests.cogs.lists.exporting import on_the_list


def place(desk: Desk) -> Path:
    """Where the letter's page is."""
    assert desk.server.stage.settings.pages is not None
    return desk.server.stage.settings.pages / f"letter-{desk.world.letter.id}"


async def on_the_web(desk: Desk, *names: str) -> None:
    """A published letter with these names, and its page."""
    await on_the_list(desk, *names)
    await published(desk)
    await confirm(desk, await manage(desk, "page"), "Put it on the web")
    assert pages.names(pages.read(place(desk))) == sorted(names)


async def remove(desk: Desk, one: int) -> None:
    """A name leaves the list; the bot goes on as after each press."""
    await desk.store.write(entries.remove, desk.moderator(), desk.now, one, "They asked")
    await desk.server.stage.tell()
