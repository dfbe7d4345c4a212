"""Acknowledgement: how Discord hears in time that an interaction arrived.

Discord waits three seconds for the first response. Most answers are ready within milliseconds and are that response.
One that takes longer is announced: the interaction is deferred ("is thinking"), and the answer takes its place.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)

HOLD = 0.5
"""Seconds after its making for which an interaction may stay without a response; the rest of Discord's three is for
the deferral's way there, and for trying it again."""


class Acknowledgement:
    """Of one interaction: either its answer is the first response, or a deferral; never both, and never neither.

    ``in_place``: the answer takes the place of the message with the button.
    """

    def __init__(self, defer: Callable[[], Awaitable[None]], *, in_place: bool) -> None:
        self._defer, self.in_place = defer, in_place
        self._timer: asyncio.TimerHandle | None = None
        self._deferral: asyncio.Task[None] | None = None

    def within(self, seconds: float) -> None:
        """Defer then, if nothing was answered."""
        self._timer = asyncio.get_running_loop().call_later(seconds, self._start)

    async def now(self) -> None:
        """Defer, if that was not begun before. Raises what Discord says to that."""
        begun = self._deferral is not None
        await self.over()
        if not begun:
            await self._defer()

    async def over(self) -> None:
        """Begin no deferral any more, and wait for one that was begun."""
        if self._timer is not None:
            self._timer.cancel()
        if self._deferral is not None:
            await self._deferral

    def _start(self) -> None:
        self._deferral = asyncio.create_task(self._tried(), name="deferring")

    async def _tried(self) -> None:
        try:
            await self._defer()
        except Exception as error:  # then the answer is tried as the first response, and says what became of it
            log.warning("an interaction could not be deferred: %s", type(error).__name__)
