"""A stop: what members have pressed is answered before the bot lets go, and nothing can hold it up for ever."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cogs.background.publisher import Publisher
from cogs.client import Undersigned
from cogs.runtime import messages
from cogs.runtime.languages import Languages
from models.delivery import redrawing
from models.operations import due_work
from models.terms import Choice
from rehearsal.rest import HANGS_SECONDS
from tests.cogs.campaign import Campaign, a_campaign
from tests.cogs.people.taking_part import ANSWERS
from tests.cogs.server import newest
from tests.cogs.vote import a_vote

FOREVER = 3600.0


class Order:
    """What happens, in order: answers of the bot, and its letting go of the database."""

    def __init__(self, bot: Undersigned, monkeypatch: pytest.MonkeyPatch) -> None:
        self.bot, self.happened = bot, list[str]()
        self.closing: asyncio.Task[None] | None = None
        begin, answer, drain, first = messages.begin, messages.answer, self.bot.store.drain, asyncio.Event()

        async def begun(interaction: Any, **how: Any) -> None:
            await begin(interaction, **how)
            if self.closing is None:
                self.closing = asyncio.create_task(self.bot.close())
                for _ in range(5):  # closing waits by now for what it knows of
                    await asyncio.sleep(0)
                await self.meanwhile()
            else:
                await first.wait()

        async def answered(*what: Any) -> None:
            await answer(*what)
            self.happened.append("answered")
            first.set()

        async def let_go() -> None:
            self.happened.append("let go")
            await drain()

        monkeypatch.setattr(messages, "begin", begun)
        monkeypatch.setattr(messages, "answer", answered)
        monkeypatch.setattr(self.bot.store, "drain", let_go)

    async def meanwhile(self) -> None:
        """What happens between the signal to stop and the answer."""


Pressing = Callable[[Campaign], Awaitable[Callable[[], Awaitable[Any]]]]


async def command(world: Campaign) -> Callable[[], Awaitable[Any]]:
    return lambda: world.ana.slash(world.hall, "help")


async def button(world: Campaign) -> Callable[[], Awaitable[Any]]:
    helped = newest(await world.ana.slash(world.hall, "help"))
    return lambda: world.ana.click(helped, label="My to-do list")


async def submitted(world: Campaign) -> Callable[[], Awaitable[Any]]:
    opened = await world.ana.slash(world.hall, "take-part")
    return lambda: world.ana.submit_modal(opened, ANSWERS)


@pytest.mark.parametrize("prepare", [command, button, submitted])
async def test_what_is_being_acknowledged_is_answered_before_the_bot_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prepare: Pressing
) -> None:
    async with a_campaign(tmp_path) as world:
        press = await prepare(world)
        order = Order(world.server.stage.bot, monkeypatch)
        await press()
        assert order.closing is not None
        await order.closing
        assert order.happened == ["answered", "let go"]


async def test_what_is_pressed_while_the_bot_closes_is_answered_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_vote(tmp_path) as world:
        card, (first, second) = world.card(), world.voters[:2]
        order = Order(world.stage.bot, monkeypatch)

        async def meanwhile() -> None:
            world.stage.press_at_once([(second, card, world.address(Choice.FOR))])

        monkeypatch.setattr(order, "meanwhile", meanwhile)
        await first.click(card, label="For: include")
        assert order.closing is not None
        await order.closing
        assert order.happened == ["answered", "answered", "let go"]


async def test_a_stop_does_not_wait_for_the_pause_between_two_drawings(monkeypatch: pytest.MonkeyPatch) -> None:
    async def nothing(query: Any, *_anything: Any) -> Any:
        if query is redrawing.to_redraw:
            return redrawing.RedrawRound((), 0)
        return {} if query is due_work.moments else ()

    store, scheduler = (
        SimpleNamespace(read=nothing, read_if_changed=nothing, write=nothing),
        SimpleNamespace(wake_at=lambda _moment: None),
    )
    client: Any = SimpleNamespace(store=store, scheduler=scheduler, languages=Languages())
    publisher = Publisher(client, card_seconds=FOREVER)
    rounds = list[int]()

    async def draw() -> tuple[int, int]:
        rounds.append(1)
        return 1, 0

    monkeypatch.setattr(publisher, "_draw", draw)
    publisher.nudge()
    await asyncio.sleep(0.01)
    async with asyncio.timeout(HANGS_SECONDS):
        await publisher.stop(FOREVER)
    publisher.nudge()
    await asyncio.sleep(0)
    assert len(rounds) == 1
