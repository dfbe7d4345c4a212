"""The gateway: the connection to Discord's gateway survives what discord.py cannot read."""

import asyncio
from typing import Literal

from discord.backoff import ExponentialBackoff
from discord.ext import commands

from cogs.runtime import errors

UNREADABLE = (LookupError, ValueError, TypeError, AttributeError)
"""What discord.py raises where an event is no JSON, or lacks what it always had."""


class Listening(commands.Bot):
    """A bot that listens until it is closed."""

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
