"""A server on the simulated Discord with the real bot in it, not set up yet; tests enter it themselves."""

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cogs.ui.addresses import Address, Sort
from models.coalitions import setup
from models.config import Settings
from models.sheets import Actor, CoalitionChanges, CoalitionSheet
from rehearsal.stage import Stage, raised
from tests import databases, openapi
from tests.limits import walk

START = datetime(2025, 2, 13, 9, 0, tzinfo=UTC)


@dataclass
class Server:
    """The server, its owner, and one person without any role."""

    stage: Stage
    guild: Any
    hall: Any
    owner: Any
    ana: Any

    @property
    def manager(self) -> Actor:
        return Actor(self.guild.id, self.owner.id, manages_server=True)

    def actor(self, who: Any, *roles: Any) -> Actor:
        return Actor(self.guild.id, who.id, frozenset(role.id for role in roles))

    def add(self, name: str, *roles: Any) -> Any:
        return self.guild.add_member(self.stage.env.create_user(name), roles=roles)

    async def set_up(self, **changes: Any) -> CoalitionSheet:
        wanted: CoalitionChanges = {**changes}  # type: ignore[typeddict-item]
        return await self.stage.bot.store.write(setup.set_up, self.manager, START, wanted)

    async def pass_(self, seconds: float) -> None:
        """So long passes; the bot is woken at each moment at which something is due, and not in between."""
        await self.stage.leap(self.stage.env.now() + timedelta(seconds=seconds))

    def check(self) -> None:
        """Nothing was sent that Discord would not take, no button that leads nowhere; what was sent is cleared."""
        problems = list(_wrong_requests(self.stage))
        assert not problems, problems
        self.stage.forget_traffic()

    async def settings(self) -> CoalitionSheet:
        return await self.stage.bot.store.read(setup.show, self.manager)


def seen(result: Any) -> str:
    """All texts and labels of the newest answer to an interaction."""
    message = result.followups[-1] if result.followups else result.response
    parts = walk([c.to_dict() if hasattr(c, "to_dict") else c for c in message.components])
    return as_read("\n".join(str(part.get("content") or part.get("label") or "") for part in parts))


def as_read(text: str) -> str:
    """A text as Discord shows it: a link to a command is its name. Without the hour of a private answer."""
    return re.sub(r"<(/[\w -]+):\d+>", r"\1", re.sub(r"\n-# As of <t:\d+:t>", "", text))


def newest(result: Any) -> Any:
    """The message that holds that answer, to press its buttons."""
    return result.followups[-1] if result.followups else result.response


def menu(message: Any, route: str) -> dict[str, Any]:
    """The menu, or button, of a message that leads there."""
    parts = walk([c.to_dict() if hasattr(c, "to_dict") else c for c in message.components])
    return next(dict(one) for one in parts if f":{route}:" in str(one.get("custom_id", "")))


async def speak_in_channels(server: Server, language: str) -> Any:
    """What the owner does in ``/setup`` to have the bot speak another language in channels."""
    panel = newest(await server.owner.slash(server.hall, "setup"))
    return await server.owner.select(panel, [language], custom_id=menu(panel, "setup.language")["custom_id"])


@asynccontextmanager
async def a_server(tmp_path: Path) -> AsyncIterator[Server]:
    """Entered inside a test, not as a fixture: the simulated clock belongs to the task that entered it."""
    pages = tmp_path / "pages"
    pages.mkdir(exist_ok=True)
    settings = Settings(
        database=databases.url(tmp_path), card_seconds=0, pages=pages, pages_url="https://letters.example.org"
    )
    async with raised(settings, start=START) as stage:
        boss = stage.env.create_user("boss")
        guild = stage.env.create_guild("River Path Coalition", owner=boss)
        hall = guild.create_text_channel("hall")
        owner = guild.add_member(boss)
        ana = guild.add_member(stage.env.create_user("ana"))
        await stage.env.settle()
        server = Server(stage, guild, hall, owner, ana)
        yield server
        server.check()


def _wrong_requests(stage: Stage) -> Iterator[str]:
    """What Discord would not take of all that the bot sent, and buttons that lead to no room."""
    for sent in stage.env.http_requests:
        if sent.json is None:
            continue
        if openapi.available() and (problem := openapi.problem(sent.method, sent.path, sent.json)):
            yield problem
        message = sent.json.get("data") or sent.json if isinstance(sent.json, dict) else {}
        for component in walk(message.get("components") or ()):
            custom_id = component.get("custom_id")
            if custom_id is not None and (problem := _dead_end(stage, custom_id)):
                yield problem


def _dead_end(stage: Stage, custom_id: str) -> str | None:
    address = Address.parse(custom_id)
    if address is None or address.sort is Sort.FORM:
        return None
    route = stage.bot.router.presses.get(address.route)
    if route is None:
        return f"no room answers {custom_id}"
    try:
        [convert(text) for convert, text in zip(route.converters, address.arguments, strict=True)]
    except ValueError as error:
        return f"{custom_id}: {error}"
    return None
