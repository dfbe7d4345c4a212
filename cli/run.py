"""The process: it stands by until it may lead, is the bot while it leads, and ends when it is told to."""

import asyncio
import contextlib
import ctypes
import gc
import logging
import os
import signal
import sys
from typing import Any

from cli import backup, exits, metrics
from cli.heartbeat import Heartbeat, notify
from cogs.client import Undersigned
from models.config import Settings
from models.database import secret_key
from models.database.lease import Lease, LeaseState, Term

log = logging.getLogger(__name__)

SWITCH = 0.0005
"""Seconds after which a thread that computes lets another go on. Python's own 5 ms is what Discord would wait for an
acknowledgement while a vote is being written."""

_ARENA_MAX = -8
"""``M_ARENA_MAX`` of the GNU C library (mallopt(3))."""

WAITS = {
    LeaseState.LEADING: "about to connect to Discord",
    LeaseState.STANDING_BY: "on standby for another process",
    LeaseState.CUT_OFF: "waiting for the database",
}
"""What the process does while it is not the bot."""


def run(settings: Settings) -> int:
    """Run until SIGTERM or Ctrl-C; 0 after a clean close. Raises ConfigError for whatever else ends it
    (``cli.exits``), and for a database that belongs to another secret key or cannot be reached at the start; later the
    database and Discord are waited for."""
    sys.setswitchinterval(SWITCH)
    if "MALLOC_ARENA_MAX" not in os.environ:  # the host's own choice
        with contextlib.suppress(AttributeError, OSError, TypeError):  # another C library
            # One store of memory, not one for each thread: 1.3 MB less.
            ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)
    return asyncio.run(_serve(settings, settings.token_value()))


async def _serve(settings: Settings, token: str) -> int:
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, secret_key.check, settings)
    with metrics.served(settings) as figures:
        return await _take_turns(settings, token, figures)


async def _take_turns(settings: Settings, token: str, figures: metrics.Figures | None) -> int:
    loop = asyncio.get_running_loop()
    turn = Turn(Lease(settings.database), Heartbeat(settings.alive_place()))
    beating = asyncio.create_task(turn.heartbeat.run())
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, turn.stopped.set)
    turn.begin()
    try:
        while not turn.stopped.is_set():
            if turn.lease.held():
                await _lead(settings, token, turn, figures)
            else:
                if turn.lease.state is LeaseState.STANDING_BY:
                    log.info("on standby: another process is running the bot on this database")
                if turn.lease.state is not None:
                    turn.heartbeat.say(WAITS[turn.lease.state])
                await turn.change()
    finally:
        notify("STOPPING=1")
        beating.cancel()
        await asyncio.wait([beating])
        await loop.run_in_executor(None, turn.lease.stop)
    return 0


class Turn:
    """Whose turn it is, as the event loop sees it."""

    def __init__(self, lease: Lease, heartbeat: Heartbeat) -> None:
        self.lease, self.heartbeat = lease, heartbeat
        self.stopped = asyncio.Event()
        self._changed = asyncio.Event()

    def begin(self) -> None:
        """Start asking the database for the lease."""
        loop = asyncio.get_running_loop()
        self.lease.start(lambda: loop.call_soon_threadsafe(self._changed.set))

    async def change(self, *others: "asyncio.Task[Any]") -> None:
        """Wait until it may have changed, the process is told to end, or one of the others is done."""
        waiting = [asyncio.create_task(event.wait()) for event in (self._changed, self.stopped)]
        await asyncio.wait([*waiting, *others], return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()
        self._changed.clear()


async def _lead(settings: Settings, token: str, turn: Turn, figures: metrics.Figures | None) -> None:
    """Be the bot until it is told to end or another process has taken over. While the database does not answer nothing
    is sent; what members pressed before is stored, and what is to be said is said afterwards."""
    term = turn.lease.term()
    client = Undersigned(settings, term)
    if figures is not None:
        figures.watch(client)

    async def prepared() -> None:
        _pass_over()
        turn.heartbeat.say("connected to Discord")

    client.add_listener(prepared, "on_prepared")
    serving = asyncio.create_task(client.start(token))
    daily = asyncio.create_task(backup.make_daily(settings, client.store))
    try:
        while not (turn.stopped.is_set() or serving.done() or _taken_over(turn, term)):
            await turn.change(serving)
            if term.leads() and client.is_ready():
                client.wake()
    finally:
        daily.cancel()
        await client.close()
        if figures is not None:
            figures.leave()
    if _taken_over(turn, term):
        log.warning("this process couldn't reach the database for a while, so another one took over")
    try:
        await serving
    except Exception as error:
        if isinstance(error, ConnectionError) and not term.leads():
            return  # it was stopped because it does not lead (``leader_only``)
        if (sentence := exits.why(error)) is None:
            raise
        raise sentence from None


def _taken_over(turn: Turn, term: Term) -> bool:
    """Whether another process leads, or has led since this term began."""
    return term.over or turn.lease.state is LeaseState.STANDING_BY


def _pass_over() -> None:
    """What a start made is there for good: the garbage collector passes over it from now on. To look through all of it
    takes a tenth of a second, in which nothing would be acknowledged."""
    gc.freeze()
