"""The line: a simulated Discord on this machine's own address, and the bot at its other end."""

import asyncio
import secrets
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
from aiohttp import web

from cogs.ui.addresses import MARK, Address, Sort
from rehearsal.rest import HANGS_SECONDS
from rehearsal.wire.gateway import Gateway
from rehearsal.wire.inside import Event, Pressed, World
from rehearsal.wire.process import Process
from rehearsal.wire.rest import Rest
from tests.limits import walk

LOOK_SECONDS = 0.01


@dataclass
class Line:
    """World, servers, and the bot of the moment."""

    world: World
    rest: Rest
    gateway: Gateway
    host: str
    folder: Path
    bot: Process | None = None

    @property
    def database(self) -> str:
        return f"sqlite:///{self.folder}/bot.db"

    @property
    def clock_file(self) -> Path:
        return self.folder / "clock"

    async def start(self, **settings: Any) -> Process:
        """Start the bot and wait until it has heard of its servers."""
        identified = self.gateway.identified
        bot = await self.launch(**settings)
        await self.until(lambda: self.gateway.identified > identified)
        return bot

    async def launch(self, **settings: Any) -> Process:
        """Start the bot and wait for nothing."""
        whole: dict[str, Any] = {"card_seconds": 0, "log_level": "info", "clock": self.clock_file} | settings
        self.bot = await Process.start(self.host, self.database, **whole)
        return self.bot

    def move_clocks(self, seconds: float, *, discords: bool = True) -> None:
        """Put the bot's clock so far from this machine's, and Discord's with it."""
        new = self.clock_file.with_name("clock-new")
        new.write_text(str(seconds), encoding="ascii")
        new.replace(self.clock_file)  # at once: an empty file would be this machine's own clock
        if discords:
            self.world.clock.skew = timedelta(seconds=seconds)

    def put_clocks(self, instant: datetime) -> None:
        """Put both clocks to this aware instant."""
        self.move_clocks((instant - datetime.now(UTC)).total_seconds())

    def hold_database(self) -> Callable[[], None]:
        """Let no one else write, as a backup on a slow disk does; call what is returned to end that."""
        connection = sqlite3.connect(f"{self.folder}/bot.db", isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        return connection.close

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for something that the bot does; AssertionError with its log where it does not."""
        began = time.monotonic()
        while not condition():
            ended = self.bot is not None and self.bot.ended
            if ended or time.monotonic() - began > HANGS_SECONDS:
                raise AssertionError(
                    (
                        "the bot ended:\n"
                        if ended
                        else f"the bot didn't do it within {HANGS_SECONDS:.0f} seconds:\n"
                    )
                    + (self.bot.said[-3000:] if self.bot else "no bot")
                )
            await asyncio.sleep(LOOK_SECONDS)

    async def until_happens(self, condition: Callable[[], object], patience: float) -> bool:
        """Wait for something that may not happen; whether it did."""
        began = time.monotonic()
        while not condition():
            if time.monotonic() - began > patience:
                return False
            await asyncio.sleep(LOOK_SECONDS)
        return True

    def made(self, who: Any, message: Any, custom_id: str) -> tuple[Pressed, Event]:
        """A press on a button of this message that is not delivered yet; AssertionError where it has none of this id,
        whatever the mark by which the bot knows its message again."""
        [custom_id] = [one for one in custom_ids(message) if one.split(MARK)[0] == custom_id.split(MARK)[0]]
        data = {"custom_id": custom_id, "component_type": discord.ComponentType.button.value}
        kind = discord.InteractionType.component
        return self.world.interaction(kind, who, message.channel_id, data, message.id)

    def press(self, who: Any, message: Any, custom_id: str) -> Pressed:
        """A press on a button of this message."""
        pressed, payload = self.made(who, message, custom_id)
        self.deliver(payload)
        return pressed

    def submit(self, who: Any, channel: Any, modal: Mapping[str, Any], answers: Mapping[str, Any]) -> Pressed:
        """A form that was opened, sent in with these answers."""
        fields = [
            {
                "type": 18,
                "component": {**label["component"], "value": answers.get(label["component"]["custom_id"])},
            }
            for label in modal["components"]
        ]
        data = {"custom_id": modal["custom_id"], "components": fields}
        pressed, payload = self.world.interaction(discord.InteractionType.modal_submit, who, channel.id, data)
        self.deliver(payload)
        return pressed

    def command(self, who: Any, channel: Any, name: str, **options: str) -> Pressed:
        """A command of one word with options of text."""
        found = self.world.command(who.guild.id, name)
        chosen = [{"name": option, "type": 3, "value": value} for option, value in options.items()]
        data = {"id": found["id"], "name": name, "type": 1, "options": chosen}
        kind = discord.InteractionType.application_command
        pressed, payload = self.world.interaction(kind, who, channel.id, data)
        self.deliver(payload)
        return pressed

    def deliver(self, payload: Event) -> None:
        """Let the gateway bring an interaction to the bot."""
        self.gateway.event("INTERACTION_CREATE", payload)

    def form(self, route: str, guild_id: int, *arguments: object) -> str:
        """The custom id of a form that was opened."""
        return str(Address(Sort.FORM, route, guild_id, (*map(str, arguments), secrets.token_hex(4))))


def custom_ids(message: Any) -> list[str]:
    """The custom ids of a message's buttons and menus."""
    return [str(part["custom_id"]) for part in walk(message.components) if part.get("custom_id")]


def button(message: Any, route: str) -> str:
    """The custom id of the button of this route; AssertionError if there is none."""
    [found] = [one for one in custom_ids(message) if one.split(":")[3] == route]
    return found


def texts(message: Any) -> str:
    """What a message says, labels included."""
    parts = (str(part.get("content") or part.get("label") or "") for part in walk(message.components))
    return "\n".join(text for text in (message.content or "", *parts) if text)


@asynccontextmanager
async def a_line(folder: Path, port: int = 0) -> AsyncIterator[Line]:
    """Entered inside a test. Whatever bot runs at the end is killed."""
    world = World()
    rest, gateway = Rest(world), Gateway(world)
    app = web.Application(client_max_size=64 * 1024 * 1024)
    rest.routes(app)
    gateway.routes(app)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    host = f"127.0.0.1:{runner.addresses[0][1]}"
    line = Line(world, rest, gateway, host, folder)
    line.move_clocks(0)
    try:
        yield line
    finally:
        if line.bot is not None:
            line.bot.kill()
            await line.bot.gone()
        await runner.cleanup()
    assert world.missing == [], world.missing
