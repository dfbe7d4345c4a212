"""The gateway: what Discord sends and discord.py cannot read neither ends the bot nor leaves a member without an
answer."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Literal

import discord
from discord.backoff import ExponentialBackoff
from discord.ext import commands

from cogs.runtime import errors

UNREADABLE = (LookupError, ValueError, TypeError, AttributeError)
"""What discord.py raises where an event is no JSON, or lacks what it always had."""
INTERACTION = "INTERACTION_CREATE"
ENOUGH_TO_ANSWER = ("id", "type", "token", "version", "application_id", "guild_id", "attachment_size_limit")
"""Of an interaction: what an answer needs, and is always plain (API reference, Interaction Structure)."""


class Listening(commands.Bot):
    """A bot that listens until it is closed."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        parsers = self._connection.parsers
        parsers[INTERACTION] = self._reading(parsers[INTERACTION])

    async def connect(self, *, reconnect: bool = True) -> None:
        """Connect, and again in a new session after an event that could not be read; it begins with all that holds
        by then. Each time a little later, because Discord allows a thousand sessions a day (Gateway, Identifying).
        """
        waits: ExponentialBackoff[Literal[False]] = ExponentialBackoff()
        while not self.is_closed():
            try:
                await super().connect(reconnect=reconnect)
            except UNREADABLE as error:
                errors.report(error, "reading what Discord sent")
                self.dispatch("disconnect")
                if self.ws is not None:
                    await self.ws.close()
                await asyncio.sleep(waits.delay())
            else:
                return

    def _reading(self, parse: Callable[[Any], Any]) -> Callable[[Any], None]:
        """Read an interaction as discord.py does; of one that it cannot read, answer anyone who waits."""

        def read(data: Any) -> None:
            try:
                parse(data)
            except UNREADABLE as error:
                unread = discord.Interaction(
                    data={name: data[name] for name in ENOUGH_TO_ANSWER if name in data},  # type: ignore[arg-type]
                    state=self._connection,
                )
                answering: Awaitable[None] = errors.answer(unread, error)
                self.loop.create_task(answering, name="an interaction that could not be read")  # type: ignore[arg-type]

        return read
