"""The process: it is the bot only while it leads, and stands by as soon as another does."""

import asyncio
import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr

from cli import run
from cogs.background.leader_only import only_while
from models.config import ConfigError, Settings
from models.database.lease import LeaseState
from rehearsal.stage import raised
from tests import databases
from tests.cogs.server import START
from tests.until import until

UNREACHABLE: dict[str, type[Exception]] = {
    "refused": aiohttp.ClientConnectionError,
    "cut": aiohttp.ClientConnectionResetError,
    "reset": ConnectionResetError,
    "slow": TimeoutError,
}
"""Tokens with which a bot does not reach Discord, and what that raises."""


class Turns:
    """A lease whose turns the test decides, and the bots that were made meanwhile."""

    def __init__(self, state: LeaseState) -> None:
        self.state: LeaseState | None = None
        self._first = state
        self._changed: Callable[[], object] = lambda: None
        self.bots: list[Bot] = []
        self.given_back = False

    def held(self) -> bool:
        return self.state is LeaseState.LEADING

    def start(self, changed: Callable[[], object]) -> None:
        self._changed = changed
        self.become(self._first)

    def become(self, state: LeaseState) -> None:
        self.state = state
        self._changed()

    def stop(self) -> None:
        self.given_back = all(bot.closed.is_set() for bot in self.bots)


class Bot:
    """Stands for the client: what is asked of it."""

    def __init__(self, turns: Turns) -> None:
        self.closed = asyncio.Event()
        self.nudged = 0
        self.listeners: dict[str, Callable[[], Any]] = {}
        turns.bots.append(self)

    def add_listener(self, listener: Callable[[], Any], name: str) -> None:
        self.listeners[name] = listener

    async def start(self, token: str) -> None:
        if token in UNREACHABLE:
            raise UNREACHABLE[token]
        await self.closed.wait()

    def is_ready(self) -> bool:
        return True

    def nudge(self) -> None:
        self.nudged += 1

    async def close(self) -> None:
        self.closed.set()


@pytest.fixture
def process(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., tuple[Turns, "asyncio.Task[int]", Callable[[], object]]]:
    def begun(state: LeaseState, word: str = "t") -> tuple[Turns, "asyncio.Task[int]", Callable[[], object]]:
        turns, signs = Turns(state), list[Callable[[], object]]()
        loop = asyncio.get_running_loop()
        monkeypatch.setattr(run, "Lease", lambda _url: turns)
        monkeypatch.setattr(run, "Undersigned", lambda _settings, _leads: Bot(turns))
        monkeypatch.setattr(loop, "add_signal_handler", lambda _sign, act: signs.append(act))
        running = asyncio.create_task(run._serve(Settings(database=databases.url(tmp_path)), word))
        return turns, running, lambda: signs[0]()

    return begun


async def test_it_stands_by_until_it_leads_and_gives_the_lease_back_after_the_last_answer(process: Any) -> None:
    turns, running, stop = process(LeaseState.STANDING_BY)
    await until(lambda: turns.state is not None)
    assert turns.bots == []
    turns.become(LeaseState.LEADING)
    await until(lambda: len(turns.bots) == 1)
    stop()
    assert await running == 0
    assert turns.given_back


async def test_garbage_is_not_looked_for_in_what_a_start_made_once_all_is_prepared(process: Any) -> None:
    turns, running, stop = process(LeaseState.LEADING)
    await until(lambda: len(turns.bots) == 1)
    before = gc.get_freeze_count()
    try:
        await turns.bots[0].listeners["on_prepared"]()
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
    stop()
    assert await running == 0


def test_a_thread_that_computes_does_not_keep_an_acknowledgement_waiting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(asyncio, "run", lambda serving_: serving_.close())
    usual = sys.getswitchinterval()
    try:
        run.run(Settings(database=databases.url(tmp_path), token=SecretStr("t")))
        assert sys.getswitchinterval() == pytest.approx(run.SWITCH)
    finally:
        sys.setswitchinterval(usual)


async def test_while_the_database_is_away_it_waits_and_goes_on_when_it_is_back(process: Any) -> None:
    turns, running, stop = process(LeaseState.LEADING)
    await until(lambda: len(turns.bots) == 1)
    turns.become(LeaseState.CUT_OFF)
    for _ in range(20):
        await asyncio.sleep(0)
    [bot] = turns.bots
    assert (bot.closed.is_set(), bot.nudged) == (False, 0)
    turns.become(LeaseState.LEADING)
    await until(lambda: bot.nudged == 1)
    stop()
    assert await running == 0
    assert turns.bots == [bot]


async def test_when_another_took_over_it_stands_by_and_may_lead_again(process: Any) -> None:
    turns, running, stop = process(LeaseState.LEADING)
    await until(lambda: len(turns.bots) == 1)
    turns.become(LeaseState.STANDING_BY)
    await until(turns.bots[0].closed.is_set)
    assert not running.done()
    turns.become(LeaseState.LEADING)
    await until(lambda: len(turns.bots) == 2)
    stop()
    assert await running == 0


@pytest.mark.parametrize("word", UNREACHABLE)
async def test_a_discord_that_cannot_be_reached_at_the_start_ends_it_in_words(process: Any, word: str) -> None:
    turns, running, _ = process(LeaseState.LEADING, word=word)
    with pytest.raises(ConfigError, match="Discord could not be reached"):
        await running
    assert turns.given_back


async def test_nothing_leaves_a_process_that_does_not_lead() -> None:
    leads = [True]
    async with aiohttp.ClientSession(trace_configs=[only_while(lambda: leads[0])]) as session:
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get("http://127.0.0.1:9/")
        leads[0] = False
        with pytest.raises(ConnectionError, match="does not lead"):
            await session.get("http://127.0.0.1:9/")


async def test_a_bot_that_does_not_lead_begins_nothing(tmp_path: Path) -> None:
    async with raised(Settings(database=databases.url(tmp_path), card_seconds=0), start=START) as stage:
        stage.bot.leads = lambda: False
        stage.bot.nudge()
        assert stage.bot.publisher._rounds.task is None or stage.bot.publisher._rounds.task.done()
