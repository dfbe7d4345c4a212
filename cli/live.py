"""The live check: what only the real Discord can show, tried in a test server and cleaned up (``check --live``)."""

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import discord
from discord import app_commands
from discord.utils import oauth_url

from cli import erase, exits
from cli.trial import CHANNEL, READS, WRITES, Failed, LiveTrial, NotTried, Say
from cogs.client import INTENTS
from cogs.runtime.permissions import PERMISSIONS
from models.config import ConfigError, Settings
from models.operations.copying import alone

Ask = Callable[[str], str]


class _Connecting(discord.AutoShardedClient):
    """A client that says when it is connected, also to whoever waits before it is logged in."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.connected = asyncio.Event()

    async def on_ready(self) -> None:
        self.connected.set()


def check(settings: Settings, arguments: argparse.Namespace) -> int:
    """Try all of it; 0 if nothing failed, 1 if something did or the answer was not *yes*. Raises ConfigError where the
    bot runs, or can't get to this server."""
    if not (arguments.live and arguments.server):
        raise ConfigError("--live needs --server with the id of a test server, and --server needs --live.")
    with alone(settings.database):
        asks = None if arguments.yes else erase.ask_to_confirm
        return asyncio.run(tried(settings, arguments.server, asks, print))


async def tried(settings: Settings, guild_id: int, asks: Ask | None, say: Say) -> int:
    """Connect, try, clean up, and leave."""
    client = _Connecting(intents=INTENTS, max_ratelimit_timeout=60)
    tree: app_commands.CommandTree[discord.Client] = app_commands.CommandTree(client)
    serving = asyncio.create_task(client.start(settings.token_value()))
    ready = asyncio.create_task(client.connected.wait())
    try:
        await asyncio.wait([serving, ready], return_when=asyncio.FIRST_COMPLETED)
        if serving.done() and (error := serving.exception()) is not None:
            raise exits.why(error) or error
        guild = client.get_guild(guild_id)
        if guild is None:
            address = oauth_url(client.application_id or 0, permissions=PERMISSIONS)
            raise ConfigError(f"The bot isn't in a server with the id {guild_id}. Invite it: {address}")
        return await _all(LiveTrial(settings, client, tree, guild, say), asks)
    finally:
        ready.cancel()
        await client.close()
        await asyncio.wait([serving])


async def _all(trial: LiveTrial, asks: Ask | None) -> int:
    fine = [await _step(trial, name, step) for name, step in READS.items()]
    question = (
        f"In {trial.guild.name}, I'll make a channel #{CHANNEL} that only administrators can see. I'll post there and "
        "make an event. Then I'll delete it all again. Type yes to go on: "
    )
    if asks is not None and (await asyncio.to_thread(asks, question)).strip().casefold() != "yes":
        trial.say("I did nothing in that server.")
        return 1
    try:
        for name, step in WRITES.items():
            fine.append(await _step(trial, name, step))
    finally:
        fine.append(await _step(trial, "cleaned up", LiveTrial.clean_up))
    return 0 if all(fine) else 1


async def _step(trial: LiveTrial, name: str, step: Callable[[LiveTrial], Awaitable[str]]) -> bool:
    """Try one and say how it went; False where it failed."""
    fine = False
    try:
        said, fine = await step(trial), True
    except NotTried as why:
        said, fine = f"not tried: {why}", True
    except Failed as why:
        said = f"FAILED: {why}"
    except discord.HTTPException as error:
        said = f"FAILED: Discord refused it (status {error.status}, code {error.code})"
    except (discord.RateLimited, aiohttp.ClientError, OSError, TimeoutError):
        said = "FAILED: Discord didn't answer in time"
    trial.say(f"{name:<12} {said}")
    return fine
