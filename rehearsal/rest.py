"""Rest: when the bot on the simulated Discord has done all that it can do. In place of simcord's own way to wait for
that; like ``inside``, for one version of simcord."""

import asyncio
from dataclasses import dataclass
from typing import Any

import simcord
from simcord import _settlement

HANGS_SECONDS = 900.0
"""How long the bot may take for one thing on this machine's clock; only one that hangs reaches it."""
LOOK_SECONDS = 0.01
"""How long to wait for what nobody can announce, as another process."""
TURNS = 1000
"""Of the event loop, after which it is looked at all the same: something else may keep it busy for ever."""


@dataclass
class Rest:
    """Waits until the bot of one world has nothing more to do: for events, never by this machine's clock.

    simcord looks every so often, gives up after some seconds, and lets a timer of the bot run when it is due on this
    machine's own clock: on a slow machine all three end otherwise than on a fast one.
    """

    env: simcord.Env
    lead: float
    """Seconds that the simulated clock may move meanwhile, to timers of the bot that are due so soon."""

    def __post_init__(self) -> None:
        vars(self.env)["_settle_internal"] = self.settle
        vars(self.env)["_schedule_timer"] = _on_the_simulated_clock_alone
        self.env.settle_timeout = HANGS_SECONDS

    async def settle(self, *, dispatch: str | None = None, **how: Any) -> None:
        """Settle; the clock moves to each timer that is due within the lead, or within ``timeout`` of its seconds.

        TimeoutError, with what it waited for, where the bot hangs.
        """
        env = self.env
        env._last_dispatch = dispatch
        await self._wait()
        if env._advancing:  # anyone who moves the clock settles at each step
            return
        lead: float | None = how.get("timeout")
        end = env._virtual_time + (self.lead if lead is None else lead)
        env._advancing = True
        try:
            while (due := _settlement._next_virtual_timer(env._settlement_state())) is not None and due <= end:
                env._move_clock(max(due, env._virtual_time))
                await self._wait()
        finally:
            env._advancing = False

    async def _wait(self) -> None:
        loop: Any = asyncio.get_running_loop()
        work, end = self.env._work, loop.time() + HANGS_SECONDS
        while True:
            _settlement._run_due_virtual_callbacks(self.env._settlement_state(), end)
            for _ in range(TURNS):  # to look is dear, and in vain while something can run
                await asyncio.sleep(0)
                if not loop._ready:
                    break
            if not (busy := self._busy(end)) and not work.executors and not loop._ready:
                return
            if loop.time() >= end:
                self._complain(busy, end)
            if work.executors:
                await asyncio.wait(work.executors, timeout=HANGS_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            elif busy and not loop._ready:  # for something that nobody tells simcord of, as another process
                await asyncio.wait(busy, timeout=LOOK_SECONDS, return_when=asyncio.FIRST_COMPLETED)

    def _busy(self, end: float) -> list[asyncio.Task[Any]]:
        """The bot's tasks that do not wait for Discord, a member or the clock; all while a callback should run."""
        state = self.env._settlement_state()
        tasks, callbacks = _settlement._owned_tasks(state), _settlement._active_callbacks(state)
        if not all(_settlement._callback_is_parked(state, one, end) for one in callbacks):
            return tasks
        asleep = {id(argument) for one in callbacks if one.handle for argument in one.handle._args}
        # simcord compares each task with each callback: dear once there are hundreds of forms that time out
        awake = [one for one in tasks if id(getattr(one, "_fut_waiter", None)) not in asleep]
        return [one for one in awake if not _settlement._is_parked(state, one, end)]

    def _complain(self, busy: list[asyncio.Task[Any]], end: float) -> None:
        state = self.env._settlement_state()
        callbacks = [
            one
            for one in _settlement._active_callbacks(state)
            if not _settlement._callback_is_parked(state, one, end)
        ]
        tasks = _settlement._owned_tasks(state)
        raise TimeoutError(_settlement._settle_timeout_message(state, busy, tasks, HANGS_SECONDS, callbacks))


def _on_the_simulated_clock_alone(*_timer: Any) -> None:
    """simcord gives each timer a twin on this machine's clock, which moves the simulated one when nobody asked."""
