"""The stage: the real bot on a simulated Discord with a clock that can be moved.

What it takes to put APScheduler on that clock is here, and fails loudly after an upgrade; what it takes inside
simcord is in ``inside``.
"""

import importlib
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from typing import Any

import discord
import simcord
import simcord.results

from cogs.background import scheduler
from cogs.client import Undersigned
from models.config import Settings
from models.operations.due_work import next_moment
from rehearsal import inside
from rehearsal.rest import Rest

SECOND = timedelta(seconds=1)
SWEEP_MINUTES = 60
"""The stage's; the bot's own is shorter."""
_CLOCKED = ("schedulers.base", "executors.base", "triggers.date", "triggers.interval")
"""The modules of APScheduler that read the clock."""


class VirtualDatetime(datetime):
    """What APScheduler takes for ``datetime``: its now is the simulated one."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "VirtualDatetime":
        now = discord.utils.utcnow()
        shown = now.astimezone(tz) if tz is not None else now.replace(tzinfo=None)
        return cls.fromisoformat(shown.isoformat())


@contextmanager
def virtual_scheduler() -> Iterator[None]:
    """Put APScheduler on the simulated clock while this is open."""
    modules = [importlib.import_module(f"apscheduler.{name}") for name in _CLOCKED]
    for module in modules:
        if module.datetime is not datetime:
            raise RuntimeError(f"{module.__name__} no longer reads the clock the way the stage expects")
        module.datetime = VirtualDatetime  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for module in modules:
            module.datetime = datetime  # type: ignore[attr-defined]


@dataclass
class Stage:
    """A running bot on its simulated Discord."""

    env: simcord.Env
    bot: Undersigned
    settings: Settings
    rest: Rest
    locale: str = "en-US"
    """The language of everybody's Discord."""
    locales: dict[int, str] = field(default_factory=dict)
    """Of those whose is another, by user."""

    def __post_init__(self) -> None:
        self._look_seldom()
        inside.speak(self.env, lambda user_id: self.locales.get(user_id, self.locale))

    def _look_seldom(self) -> None:
        """A beat notices a clock that jumps, and a sweep a moment that was missed. Here both clocks move together and
        no moment is missed; but a day of sweeps costs as much as a hundred presses."""
        self.bot.scheduler.beat_seconds, self.bot.scheduler.sweep_minutes = 3600.0, SWEEP_MINUTES

    async def restart(self) -> None:
        """Stop the bot and start a new one on the same database and the same Discord."""
        old = self.replace()
        await self.env.restart_bot(self.bot)
        await old.close()

    def replace(self) -> Undersigned:
        """Replace this bot with a new one, not started yet; the old one, which still runs."""
        old, self.bot = self.bot, Undersigned(self.settings)
        self._look_seldom()
        return old

    async def skip(self, seconds: float) -> None:
        """Move the clock on and let the bot do what falls due, however long that takes."""
        await self.env.advance_time(seconds)

    async def sweep(self) -> None:
        """Let as much time pass as lies between two sweeps of a bot that runs, with the second of them."""
        await self.skip(60 * scheduler.SWEEP_MINUTES + 1)
        await self.tell()

    def show_command(self, guild: Any, name: str, role: Any, *, shown: bool = True) -> None:
        """What the owner does in Server Settings, Integrations: show a hidden command to a role, or no longer."""
        guild.set_command_permissions(
            inside.command_id(self.env, guild.id, name), {role: True} if shown else {}
        )

    async def leap(self, to: datetime) -> None:
        """Put the clock to an instant as a wall clock is put, stopping at each moment at which something is due.

        Much faster than :meth:`skip`, which runs every timer on the way; the bot does the same work.
        """
        while (due := await self._next_moment()) is not None and due <= to:
            await self._put_clock(max(due, self.env.now()))
        await self._put_clock(to)

    async def _next_moment(self) -> datetime | None:
        moment = await self.bot.store.read(next_moment, self.env.now())
        return None if moment is None else moment + SECOND

    async def _put_clock(self, now: datetime) -> None:
        inside.set_clock(self.env, now)
        await self.tell()

    async def tell(self) -> None:
        """Let the bot tell what a verb wrote down, as it does after each press."""
        self.bot.scheduler.wake_at(None)  # where the clock was put, its timer counts from where that stood
        inside.wake(self.env, self.bot.wake)
        await self.env.settle()

    def forget_traffic(self) -> None:
        """Drop the record of requests, which grows."""
        inside.forget_traffic(self.env)

    def messages(self, channel: Any, viewer: Any = None) -> list[discord.Message]:
        """What is in a channel now, oldest first."""
        found: list[discord.Message] = (
            channel.history(viewer=viewer) if viewer is not None else channel.history()
        )
        return found

    def newest(self, channel: Any) -> discord.Message | None:
        """The newest message in a channel for all."""
        return inside.newest(self.env, channel.id)

    def answer(self, result: Any) -> Any:
        """The message that holds the newest answer: a private one, or the one whose button was pressed, redrawn."""
        if result.followups:
            return result.followups[-1]
        if result.response is not None:
            return result.response
        return inside.redrawn(self.env, result)

    def press_at_once(
        self, presses: Sequence[tuple[Any, discord.Message, str]]
    ) -> list[simcord.results.InteractionResult]:
        """Presses (who, on which message, which custom id) that all reach the bot before it can answer one.

        An actor's own ``click`` waits until the bot has come to rest. Settle the stage after this. The same press
        twice is an event that Discord delivers twice: one id, one token.
        """
        events: dict[tuple[int, int, str], Any] = {}
        for who, message, custom_id in presses:
            key = (who.id, message.id, custom_id)
            if key not in events:
                events[key] = inside.press(self.env, who, message, custom_id)
            _, deliver = events[key]
            deliver()
        return [result for result, _ in events.values()]

    async def hand_in(
        self, who: Any, channel: Any, modal: discord.ui.Modal, answers: Mapping[str, Any]
    ) -> simcord.results.InteractionResult:
        """A form that someone sends in although it was never opened for them; an actor's own ``submit_modal`` needs
        one that was."""
        payload = modal.to_dict()
        for label in payload["components"]:
            field: Any = label["component"]
            field["value"] = answers.get(field["custom_id"])
        data = {"custom_id": payload["custom_id"], "components": payload["components"]}
        return await inside.hand_in(who, channel, data)

    def pinged(self, message: discord.Message) -> tuple[set[int], set[int]]:
        """Which users and roles a message really pinged."""
        return inside.pinged(self.env, message)


@asynccontextmanager
async def raised(
    settings: Settings, *, start: datetime, lead: float = 60.0, strict: bool = True
) -> AsyncIterator[Stage]:
    """The bot on a fresh simulated Discord whose clock stands at ``start`` (aware UTC).

    ``lead``: seconds that the clock may move by itself while the bot comes to rest, to timers that are due so soon.
    ``strict`` raises at the end what the bot did not catch.
    """
    inside.require_version()
    with virtual_scheduler():
        bot = Undersigned(settings)
        env = simcord.Env(bot)
        stage = Stage(env, bot, settings, inside.begin(env, start, lead))
        await env.start()
        try:
            with env.time_context():
                yield stage
        finally:
            await env.shutdown()
            await stage.bot.close()
    if strict:
        env.raise_errors()
