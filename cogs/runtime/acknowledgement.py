"""Acknowledgement: tells Discord in time that an interaction arrived.

Discord waits three seconds for the first response. Most answers are ready within milliseconds and are that response.
One that takes longer is announced: the interaction is deferred ("is thinking"), and the answer takes its place.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)

HOLD = 0.5
"""Seconds, from when Discord made an interaction, until it is deferred. The rest of Discord's three seconds is for
sending the deferral, and for sending it again."""


class Acknowledgement:
    """The deferral of one interaction, which is made at most once: soon, now, or never where the answer was ready.
    Once there is a first response, whoever sent it asks for none.

    ``in_place``: the answer takes the place of the message with the button.
    """

    def __init__(self, defer: Callable[[], Awaitable[None]], *, in_place: bool) -> None:
        self._defer, self.in_place = defer, in_place
        self._timer: asyncio.TimerHandle | None = None
        self._deferral: asyncio.Task[None] | None = None
        self._begun = False

    def within(self, seconds: float) -> None:
        """Defer after that long, unless there is an answer by then."""
        self._timer = asyncio.get_running_loop().call_later(seconds, self._start)

    async def now(self) -> None:
        """Defer now, unless that was done or is under way. Raises Discord's error if it refuses."""
        await self.over()
        if not self._begun:
            self._begun = True
            await self._defer()

    async def over(self) -> None:
        """Start no deferral from now on, and wait for the one under way, if any."""
        if self._timer is not None:
            self._timer.cancel()
        if self._deferral is not None:
            await self._deferral

    def _start(self) -> None:
        self._begun = True
        self._deferral = asyncio.create_task(self._tried(), name="deferring")

    async def _tried(self) -> None:
        try:
            await self._defer()
        except Exception as error:  # the answer is tried as the first response, and reports its own failure
            log.warning("I couldn't tell Discord in time that an answer is coming: %s", type(error).__name__)
