"""The scheduler: APScheduler, which only wakes the publisher. What is due is rows; no job carries anything.

One date job for the next due moment, and a sweep in case that moment was missed. A beat on the monotonic clock asks
the scheduler to look again, because a jump of the wall clock leaves its own timer waiting for the wrong time.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from discord.utils import utcnow

SWEEP_MINUTES = 5
BEAT_SECONDS = 60.0


class Scheduler:
    """Calls ``wake`` at the next moment at which something is due and every five minutes, and ``beat`` every
    minute.

    The beat counts by the loop's clock and not with ``discord.ext.tasks``, which plans by the wall's: put back by an
    hour, it would rest for that hour.
    """

    def __init__(self, wake: Callable[[], None], beat: Callable[[], Awaitable[None]]) -> None:
        self._wake, self._beat = wake, beat
        self.last_run: datetime | None = None
        """When the scheduler called last."""
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        self.beat_seconds, self.sweep_minutes = BEAT_SECONDS, SWEEP_MINUTES
        self._planned: datetime | None = None
        """The moment at which it wakes next; empty once that has come."""
        self._next_beat: asyncio.TimerHandle | None = None
        self._beating: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Start sweeping; needs a running event loop."""
        self._scheduler.add_job(self._call, "interval", minutes=self.sweep_minutes, id="sweep")
        self._scheduler.start()
        self._plan_beat()

    def wake_at(self, moment: datetime | None) -> None:
        """Wake at this aware instant, instead of the one set before; None for the sweep alone."""
        if moment is not None and moment == self._planned and moment > utcnow():
            return  # it stands: to plan it anew after each press costs more than all else that is done then
        self._planned = moment
        if moment is not None:
            self._scheduler.add_job(self._on_time, "date", run_date=moment, id="next", replace_existing=True)
        elif self._scheduler.get_job("next") is not None:
            self._scheduler.remove_job("next")

    def stop(self) -> None:
        """Wake nobody any more, and let go of APScheduler."""
        if self._next_beat is not None:
            self._next_beat.cancel()
        if self._beating is not None:
            self._beating.cancel()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def _on_time(self) -> None:
        self._planned = None
        await self._call()

    async def _call(self) -> None:
        self.last_run = utcnow()
        self._wake()

    async def look_again(self) -> None:
        """What each beat does: the scheduler looks at the clock again."""
        self._scheduler.wakeup()
        await self._beat()

    def _plan_beat(self) -> None:
        self._next_beat = asyncio.get_running_loop().call_later(self.beat_seconds, self._on_beat)

    def _on_beat(self) -> None:
        self._plan_beat()
        if self._beating is None or self._beating.done():
            self._beating = asyncio.create_task(self.look_again(), name="beat")
