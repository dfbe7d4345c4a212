"""A loop: a task that goes round while there is something to tell, rests after each round, and can be stopped."""

import asyncio
from collections.abc import Awaitable, Callable

from models.translation import ENGLISH, speak


class Loop:
    """Calls one function again while it is asked to, with ``pause`` seconds after each time; there is no task
    otherwise.

    ``go_round`` deals with its own errors: one that it raises ends the task.
    """

    def __init__(self, go_round: Callable[[], Awaitable[None]], *, pause: float, name: str) -> None:
        self._go_round, self._pause, self._name = go_round, pause, name
        self._again = False
        self._resting: asyncio.Task[None] | None = None
        self.task: asyncio.Task[None] | None = None
        self.stopping = asyncio.Event()

    def nudge(self) -> None:
        """Go round, or once more after the present round and its pause. Does nothing once it stops."""
        self._again = not self.stopping.is_set()
        if self._again and (self.task is None or self.task.done()):
            self.task = asyncio.create_task(self._run(), name=self._name)

    async def stop(self, patience: float) -> None:
        """Begin no further round; the present one has ``patience`` seconds to end, and is cancelled then."""
        self.stopping.set()
        if self._resting is not None:
            self._resting.cancel()
        if self.task is None or self.task.done():
            return
        await asyncio.wait([self.task], timeout=patience)
        self.task.cancel()
        await asyncio.wait([self.task])

    async def _run(self) -> None:
        speak(ENGLISH)  # and not the language of whoever nudged: what is drawn says for whom it is
        while self._again and not self.stopping.is_set():
            self._again = False
            await self._go_round()
            if self._pause and not self.stopping.is_set():
                await self._rest()

    async def _rest(self) -> None:
        """Wait for the pause, or for the stop that cuts it short."""
        self._resting = asyncio.create_task(asyncio.sleep(self._pause))
        try:
            await asyncio.wait([self._resting])
        finally:
            self._resting.cancel()
