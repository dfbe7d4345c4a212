"""Ids of another server: no button, menu or form of any room shows or changes what belongs elsewhere.

The routes come from the rooms themselves, so a new one is covered by being there.
"""

from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any

from cogs.runtime.routes import Route
from tests.cogs.abroad import MENUS, SECRET, Abroad, abroad, arguments, names, takes_values
from tests.cogs.misfits import misfits
from tests.cogs.routes import FORMS, PRESSES

REFUSED = (
    "I can't find that.",
    "This has changed since ",
    "I no longer have what you typed.",
    "This person is no longer asking to be let in as a member.",
)
"""What an answer that tells nothing says."""
Sends = Callable[[str, int, Iterable[object]], Awaitable[str]]


async def nothing_is_found(world: Abroad, send: Sends, name: str, route: Route) -> None:
    """Anyone who sends the other server's ids is refused, shown nothing, and nothing changes."""
    guild_id, before = world.desk.server.guild.id, await world.rows()
    for about in arguments(route, world.ids):
        assert REFUSED[0] in await send(name, guild_id, about), f"{name}: an address of the other server"
    assert await world.rows() == before, f"{name}: something is kept there of what was typed"
    if carries_ids(world, name, route):
        for about in arguments(route, world.ids):
            said = await send(name, world.here.id, about)
            assert any(words in said for words in REFUSED), f"{name}: {said}"
            assert misfits("form" if route.form is not None else "press", said) == [], f"{name}: {said}"
            assert SECRET not in said, name
    assert without_new_drafts(before, await world.rows()) == before, name
    for about in arguments(route, world.ids | {"letter_id": world.own_letter_id}):
        assert SECRET not in await send(name, world.here.id, about), f"{name}: the own letter with foreign ids"
    after = await world.rows()
    assert all(row in after[table] for table, rows in before.items() for row in rows if SECRET in row), name


def carries_ids(world: Abroad, name: str, route: Route) -> bool:
    return any(one in world.ids for one in names(route)) or (takes_values(route) and name in MENUS)


def without_new_drafts(before: Any, after: Any) -> Any:
    """A form that was refused is kept for the person who sent it; what was kept before must still be there."""
    return after | {"draft": [row for row in after["draft"] if row in before["draft"]]}


async def test_no_press_with_ids_of_another_server_finds_anything(tmp_path: Path) -> None:
    async with abroad(tmp_path) as world:
        for name in sorted(PRESSES):
            await world.begin()
            await nothing_is_found(world, world.press, name, PRESSES[name])
            world.desk.server.check()


async def test_no_form_with_ids_of_another_server_finds_anything(tmp_path: Path) -> None:
    async with abroad(tmp_path) as world:
        for name in sorted(FORMS):
            await world.begin()
            await nothing_is_found(world, world.send_in, name, FORMS[name])
            world.desk.server.check()
