"""The gateway: what Discord sends and discord.py cannot read neither ends the bot nor leaves a member without an
answer."""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, ClassVar, Literal

import discord
import discord.shard
from discord.backoff import ExponentialBackoff
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

from cogs.runtime import errors
from cogs.runtime.languages import Languages

UNREADABLE = (LookupError, ValueError, TypeError, AttributeError)
"""What discord.py raises where an event is no JSON, or lacks what it always had."""
INTERACTION, READY = "INTERACTION_CREATE", "READY"
ENOUGH_TO_ANSWER = ("id", "type", "token", "version", "application_id", "guild_id", "attachment_size_limit")
"""Of an interaction: what an answer needs, and is always plain (API reference, Interaction Structure)."""
RESUMES = 2
"""Tries in a row to resume a session at its own host, which may be gone; the next are made where sessions begin."""


LASTED = 300.0
"""Seconds after which a connection was a good one, so that the next cut is tried again soon. discord.py's waits for a
shard only grow, up to 17 minutes, until half an hour passes without a try. Shorter ones could use up the thousand
sessions that Discord allows a day."""


class TooFewSessionsError(Exception):
    """Discord does not let the bot open as many connections now as it would take."""

    def __init__(self, wanted: int, left: int, seconds: float) -> None:
        super().__init__(f"{wanted} connections are wanted, {left} are left for {seconds:.0f} seconds")
        self.wanted, self.left, self.seconds = wanted, left, seconds


class _WebSocket(DiscordWebSocket):
    """One connection, which begins a new session after an event that could not be read; the new one begins with all
    that holds by then. Each time a little later, because Discord allows a thousand sessions a day."""

    waits: ClassVar[dict[int | None, ExponentialBackoff[Literal[False]]]] = {}

    async def received_message(self, msg: Any, /) -> None:
        try:
            await super().received_message(msg)
        except UNREADABLE as error:
            errors.report(error, "reading what Discord sent")
            await self.close()
            await asyncio.sleep(self.waits.setdefault(self.shard_id, ExponentialBackoff()).delay())
            raise discord.gateway.ReconnectWebSocket(self.shard_id, resume=False) from None


class _Shard(discord.shard.Shard):
    """A connection that resumes its session as soon as it is back. When the first try fails, discord.py would start a
    new session and lose what happened meanwhile. While this one waits for its next try, the others go on."""

    _tries, _since = 0, math.inf

    async def reconnect(self) -> None:
        resumes = self.ws.session_id is not None  # it is None once Discord has dropped the session
        await self.reidentify(discord.gateway.ReconnectWebSocket(self.id, resume=resumes))

    async def reidentify(self, exc: discord.gateway.ReconnectWebSocket) -> None:
        self._tries += 1
        if not exc.resume:  # the session is over, whether or not the new one begins at the first try
            self.ws.session_id = self.ws.sequence = None
        elif self._tries > RESUMES:
            self.ws.gateway = _WebSocket.DEFAULT_GATEWAY
        await super().reidentify(exc)

    def launch(self) -> None:
        self._tries, self._since = 0, time.monotonic()
        super().launch()

    async def _handle_disconnect(self, e: Exception) -> None:
        if time.monotonic() - self._since > LASTED:
            self._backoff = ExponentialBackoff()
        self._since = math.inf
        if asyncio.current_task() is self._task:
            await super()._handle_disconnect(e)
        else:  # in the loop that serves all shards, one after the other
            self._task = asyncio.create_task(super()._handle_disconnect(e))


discord.shard.DiscordWebSocket, discord.shard.Shard = _WebSocket, _Shard  # type: ignore[misc]


class _Responder(AsyncWebhookAdapter):
    """Sends first responses. discord.py has Discord send each message back, reads it and builds it, for nobody."""

    async def request(self, route: Any, *about: Any, **options: Any) -> Any:
        if "with_response" not in (options.get("params") or {}):
            return await super().request(route, *about, **options)
        await super().request(route, *about, **options | {"params": None})
        return {"interaction": {"id": route.webhook_id}}


class Listening(commands.AutoShardedBot):
    """A bot that listens until it is closed, over as many connections (shards) as Discord recommends, or ``shards``.

    ``down`` are the shards that are not connected now, and since when.
    """

    def __init__(self, *arguments: Any, shards: int = 0, **options: Any) -> None:
        super().__init__(*arguments, shard_count=shards or 1, **options)
        self._as_recommended = not shards
        self.down: dict[int, datetime] = {}
        self.languages = Languages()
        parsers = self._connection.parsers
        parsers[INTERACTION] = self._reading(parsers[INTERACTION])
        parsers[READY] = self._beginning(parsers[READY])

    async def launch_shards(self) -> None:
        """Open the connections, one every five seconds (Gateway, Rate Limiting); raises TooFewSessionsError where
        Discord does not allow as many now."""
        recommended, _, limits = await self.http.get_bot_gateway()
        if self._as_recommended:
            self.shard_count = recommended
        wanted = self.shard_count or 1
        if wanted > limits["remaining"]:
            raise TooFewSessionsError(wanted, limits["remaining"], limits["reset_after"] / 1000)
        # For all tasks that begin with what a connection receives.
        async_context.set(_Responder())  # type: ignore[no-untyped-call]
        await super().launch_shards()

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """A connection is cut; the others go on."""
        self.down.setdefault(shard_id, discord.utils.utcnow())

    def _beginning(self, parse: Callable[[Any], Any]) -> Callable[[Any], None]:
        """Read the beginning of a session as discord.py does, and forget the servers of this shard that the bot was
        removed from meanwhile: discord.py keeps them."""

        def read(data: Any) -> None:
            parse(data)
            shard_id, there = data["shard"][0], {int(guild["id"]) for guild in data["guilds"]}
            for guild in self.guilds:
                if guild.shard_id == shard_id and guild.id not in there:
                    self._connection._remove_guild(guild)

        return read

    def _reading(self, parse: Callable[[Any], Any]) -> Callable[[Any], None]:
        """Read an interaction as discord.py does, so that each task made for it speaks the person's language; of one
        that it cannot read, answer anyone who waits. A press says in its address what it is about: the message around
        the button is not read."""

        def read(data: Any) -> None:
            with self.languages.of_interaction(data):
                try:
                    pressed = data["type"] == discord.InteractionType.component.value
                    parse({name: data[name] for name in data if name != "message"} if pressed else data)
                except UNREADABLE as error:
                    unread = discord.Interaction(
                        data={name: data[name] for name in ENOUGH_TO_ANSWER if name in data},  # type: ignore[arg-type]
                        state=self._connection,
                    )
                    answering: Awaitable[None] = errors.answer(unread, error)
                    self.loop.create_task(answering, name="an interaction that could not be read")  # type: ignore[arg-type]

        return read
