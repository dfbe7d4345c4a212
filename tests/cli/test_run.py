"""The process: it is the bot only while it leads, and stands by as soon as another does."""

import asyncio
import ctypes
import gc
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest
from discord import app_commands
from pydantic import SecretStr

from cli import exits, run
from cogs.background.leader_only import only_while
from cogs.runtime.gateway import TooFewSessionsError
from models.config import ConfigError, Settings
from models.database.lease import LeaseState, Term
from models.refusal import Reason, Refusal
from rehearsal.stage import raised
from tests import databases
from tests.cli.saying import ROOT, Says
from tests.cogs.server import START
from tests.until import until


def answered(
    status: int, code: int = 0, kind: type[discord.HTTPException] = discord.HTTPException
) -> Exception:
    """As discord.py raises what Discord, or what is before it, answered; without a code it is a page."""
    response: Any = SimpleNamespace(status=status, reason="", headers={})
    return kind(response, {"code": code, "message": ""} if code else "<html>")


def closed(code: int) -> Exception:
    return discord.ConnectionClosed(SimpleNamespace(close_code=code), shard_id=None, code=code)  # type: ignore[arg-type]


def refused_commands() -> Exception:
    return app_commands.CommandSyncFailure(answered(400, 50035), [])  # type: ignore[arg-type]


ENDS: dict[str, tuple[Exception, str, int]] = {
    "unreachable": (aiohttp.ClientConnectionError(), "couldn't reach Discord", 75),
    "cut": (aiohttp.ClientConnectionResetError(), "couldn't reach Discord", 75),
    "reset": (ConnectionResetError(), "couldn't reach Discord", 75),
    "slow": (TimeoutError(), "couldn't reach Discord", 75),
    "no page": (aiohttp.ContentTypeError(None, ()), "couldn't reach Discord", 75),  # type: ignore[arg-type]
    "no gateway": (discord.GatewayNotFound(), "couldn't reach Discord", 75),  # type: ignore[no-untyped-call]
    "500": (answered(503, 0, discord.DiscordServerError), "couldn't reach Discord", 75),
    "page 429": (answered(429), "is blocking this machine for a while", 75),
    "page 403": (answered(403, 0, discord.Forbidden), "Something between this machine and Discord refuses", 2),
    "refusal 403": (answered(403, 40333, discord.Forbidden), "Discord refused something the bot needs", 2),
    "401 later": (answered(401, 40001), "Discord no longer accepts the token", 2),
    "wait": (discord.RateLimited(600), "Discord asks the bot to wait 10 minutes", 75),
    "token": (discord.LoginFailure(), "Discord refused the token", 2),
    "commands": (refused_commands(), "Discord refused the bot's commands", 2),
    "intents": (discord.PrivilegedIntentsRequired(None), "privileged intent", 2),
    "4000": (closed(4000), "Discord closed the connection (code 4000)", 75),
    **{
        str(code): (closed(code), words, 2)
        for code, words in {
            4004: "no longer accepts the token",
            4010: "the number of shards is wrong",
            4011: "too many servers for this number of connections. Set shards to 0",
            4012: "version of its API",
            4013: "an intent that Discord doesn't know",
            4014: "privileged intent",
        }.items()
    },
    "few sessions": (
        TooFewSessionsError(16, 2, 4000),
        "needs 16 connections, but Discord only lets it open 2 more in the next 2 hours",
        75,
    ),
    "full disk": (Refusal(Reason.DISK_FULL), "the disk is full", 75),
}
"""Tokens with which a bot ends so, what discord.py then raises, what is said, and the exit code."""


class Turns:
    """A lease whose turns the test decides, and the bots that were made meanwhile."""

    def __init__(self, state: LeaseState) -> None:
        self.state: LeaseState | None = None
        self.epoch = 1
        self._first = state
        self._changed: Callable[[], object] = lambda: None
        self.bots: list[Bot] = []
        self.given_back = False

    def held(self) -> bool:
        return self.state is LeaseState.LEADING

    def term(self) -> Term:
        return Term(self, self.epoch)  # type: ignore[arg-type]

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
        self.woken = 0
        self.store: Any = None
        self.listeners: dict[str, Callable[[], Any]] = {}
        turns.bots.append(self)

    def add_listener(self, listener: Callable[[], Any], name: str) -> None:
        self.listeners[name] = listener

    async def start(self, token: str) -> None:
        if token in ENDS:
            raise ENDS[token][0]
        await self.closed.wait()

    def is_ready(self) -> bool:
        return True

    def wake(self) -> None:
        self.woken += 1

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
        monkeypatch.setattr(run, "Undersigned", lambda _settings, _term: Bot(turns))
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
    await turns.bots[0].listeners["on_prepared"]()
    assert gc.get_freeze_count() > before
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


@pytest.mark.parametrize("chosen", [True, False])
def test_the_hosts_own_choice_about_memory_stands_and_another_c_library_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, chosen: bool
) -> None:
    asked = list[object]()

    def library(name: object) -> None:
        asked.append(name)
        raise OSError

    monkeypatch.setattr(asyncio, "run", lambda serving_: serving_.close())
    monkeypatch.setattr(sys, "setswitchinterval", lambda _: None)
    monkeypatch.setattr(ctypes, "CDLL", library)
    monkeypatch.delenv("MALLOC_ARENA_MAX", raising=False)
    if chosen:
        monkeypatch.setenv("MALLOC_ARENA_MAX", "4")
    run.run(Settings(database=databases.url(tmp_path), token=SecretStr("t")))
    assert asked == ([] if chosen else [None])


async def test_while_the_database_is_away_it_waits_and_goes_on_when_it_is_back(process: Any) -> None:
    turns, running, stop = process(LeaseState.LEADING)
    await until(lambda: len(turns.bots) == 1)
    [bot] = turns.bots
    turns.become(LeaseState.CUT_OFF)
    before = bot.woken
    for _ in range(20):
        await asyncio.sleep(0)
    assert (bot.closed.is_set(), bot.woken) == (False, before)
    turns.become(LeaseState.LEADING)
    await until(lambda: bot.woken == before + 1)
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


async def test_when_another_has_led_meanwhile_it_starts_anew_with_nothing_from_before(process: Any) -> None:
    turns, running, stop = process(LeaseState.LEADING)
    await until(lambda: len(turns.bots) == 1)
    turns.epoch += 2  # paused for so long that another took over, led, and gave the lease back
    turns.become(LeaseState.LEADING)
    await until(lambda: len(turns.bots) == 2)
    assert turns.bots[0].closed.is_set()
    stop()
    assert await running == 0


@pytest.mark.parametrize("word", ENDS)
async def test_each_end_that_discord_makes_is_one_sentence_with_its_exit_code(process: Any, word: str) -> None:
    turns, running, _ = process(LeaseState.LEADING, word=word)
    _, words, code = ENDS[word]
    with pytest.raises(ConfigError) as ended:
        await running
    assert words in str(ended.value)
    assert ended.value.exit_code == code
    assert turns.given_back


def test_every_exit_code_and_close_is_in_the_hosting_guide() -> None:
    guide = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    codes = {0, 1, 70, 130, 141, *(code for _, _, code in ENDS.values())}
    assert [code for code in codes if f"\n| {code} | " not in guide] == []
    assert [code for code in exits.CLOSES if str(code) not in guide] == []


def test_an_error_of_our_own_is_a_sentence_and_a_code_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_settings: Settings) -> int:
        raise ValueError("something odd")

    monkeypatch.setattr(run, "run", fails)
    said = Says(tmp_path)("run", UNDERSIGNED_TOKEN="t")
    assert said.returncode == 70
    assert said.stderr.splitlines()[-1].startswith("bot.py: This is a bug in the bot")
    assert "ValueError" in said.stderr


async def test_nothing_leaves_a_process_that_does_not_lead() -> None:
    leads = [True]
    async with aiohttp.ClientSession(trace_configs=[only_while(lambda: leads[0])]) as session:
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get("http://127.0.0.1:9/")
        leads[0] = False
        with pytest.raises(ConnectionError, match="isn't the bot now"):
            await session.get("http://127.0.0.1:9/")


async def test_a_bot_that_does_not_lead_begins_nothing(tmp_path: Path) -> None:
    async with raised(Settings(database=databases.url(tmp_path), card_seconds=0), start=START) as stage:
        stage.bot.leads = lambda: False
        stage.bot.nudge()
        assert stage.bot.publisher._rounds.task is None or stage.bot.publisher._rounds.task.done()
