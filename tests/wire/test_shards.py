"""Several connections to Discord in one process: as many as Discord says, and one that is down holds up no other."""

import asyncio
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, MagicMock

import discord
import pytest
from sqlmodel import Session, col, select

import cogs.runtime.gateway  # noqa: F401  (its shards are those of discord.py)
from models.database.tables import Coalition
from rehearsal.wire.coalition import NOON, a_coalition
from rehearsal.wire.line import Line, a_line
from tests.cli.saying import Says


async def answered(line: Line, guild: Any, channel: Any) -> bool:
    """Whether somebody's /help is answered."""
    pressed = line.command(guild.add_member(line.world.create_user("somebody")), channel, "help")
    await line.until(lambda: pressed.answered)
    return pressed.answered


def left(session: Session) -> set[int]:
    """The servers that the bot knows it was removed from."""
    return set(session.exec(select(Coalition.guild_id).where(col(Coalition.left_at).is_not(None))))


async def test_a_shard_that_is_down_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    async with a_line(tmp_path) as line:
        line.put_clocks(NOON)
        line.rest.shards = 2
        house = a_coalition(line, NOON)
        own = (house.guild.id >> 22) % 2
        theirs = 1 - own
        other = line.world.create_guild("Another", id=(1 << 60) + (theirs << 22))
        channel = other.create_text_channel("general")
        bot = await line.start()
        await line.until(lambda: len(line.gateway.sessions) == 2)
        assert await answered(line, house.guild, house.news)
        assert await answered(line, other, channel)

        line.gateway.drop(theirs)  # it resumes, and misses nothing
        assert await answered(line, other, channel)
        assert line.gateway.resumed == 1

        line.world.backend.remove_guild(other.id)
        line.gateway.lose(theirs)  # meanwhile the bot was removed from a server of this shard
        await line.until(lambda: other.id in house.stored(left))
        assert house.stored(left) == {other.id}

        line.gateway.closed = True  # nobody gets in again
        line.gateway.drop(theirs)
        assert await answered(line, house.guild, house.news)
        assert await bot.stop() == 0
        check = Says(tmp_path)
        said = await asyncio.to_thread(
            check, "check", UNDERSIGNED_DATABASE=line.database, UNDERSIGNED_TOKEN="x"
        )
        assert f"1 of 2 are up; shard {theirs} is down, so its servers get no answers" in said.stdout
        assert "agreed with Discord's when the bot last compared them, " in said.stdout


async def test_a_shard_that_cannot_resume_at_once_resumes_later_and_misses_nothing(tmp_path: Path) -> None:
    async with a_line(tmp_path) as line:
        line.rest.shards = 2
        guild = line.world.create_guild("A server")
        channel = guild.create_text_channel("general")
        who, own = guild.add_member(line.world.create_user("somebody")), (guild.id >> 22) % 2
        await line.start()
        await line.until(lambda: len(line.gateway.sessions) == 2)
        assert await answered(line, guild, channel)  # so it knows its session, which it can resume
        line.gateway.closed = True
        line.gateway.drop(own)
        pressed = line.command(who, channel, "help")
        await line.until(lambda: line.gateway.refused)
        line.move_clocks(10)  # as on a machine that is slow to come back
        line.gateway.closed = False
        await line.until(lambda: pressed.answered)
        assert (line.gateway.identified, line.gateway.resumed) == (2, 1)


async def test_while_a_shard_waits_for_its_next_try_others_can_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    client = MagicMock(_reconnect=True, is_closed=lambda: False)
    shard, refused = discord.shard.Shard(MagicMock(), client, MagicMock()), asyncio.Event()

    def long() -> float:
        refused.set()
        return 1000.0

    monkeypatch.setattr(shard._backoff, "delay", long)
    monkeypatch.setattr(
        discord.shard.DiscordWebSocket, "from_client", AsyncMock(side_effect=ConnectionRefusedError)
    )
    async with asyncio.timeout(60):
        await shard.reidentify(discord.gateway.ReconnectWebSocket(0))  # as the loop that serves all shards does
        await refused.wait()
    shard._cancel_task()


def a_shard(monkeypatch: pytest.MonkeyPatch, connect: AsyncMock) -> Any:
    """One whose session is to be resumed at a host of its own, and which connects so."""
    held = MagicMock(session_id="held", sequence=5, gateway="wss://resume")
    shard: Any = discord.shard.Shard(held, MagicMock(_reconnect=True, is_closed=lambda: False), MagicMock())
    monkeypatch.setattr(shard._backoff, "delay", lambda: 0)
    monkeypatch.setattr(shard, "worker", MagicMock())
    monkeypatch.setattr(discord.shard.DiscordWebSocket, "from_client", connect)
    return shard


async def tries(shard: Any, connect: AsyncMock) -> list[tuple[bool, Any, Any]]:
    """Let it try until it is connected: whether it resumed, where, and which session."""
    while isinstance(shard._task, asyncio.Task):
        await shard._task
        await shard.reconnect()
    return [tuple(one.kwargs[name] for name in ("resume", "gateway", "session")) for one in connect.mock_calls]


async def test_a_session_whose_host_is_gone_is_resumed_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = AsyncMock(side_effect=[ConnectionRefusedError] * 3 + [MagicMock()])
    shard = a_shard(monkeypatch, connect)
    await shard.reidentify(discord.gateway.ReconnectWebSocket(0))
    anywhere = discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY
    assert await tries(shard, connect) == [(True, "wss://resume", "held")] * 2 + [(True, anywhere, "held")] * 2


async def test_a_session_that_was_given_up_is_not_resumed_when_the_new_one_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connect = AsyncMock(side_effect=[ConnectionRefusedError, MagicMock()])
    shard = a_shard(monkeypatch, connect)
    await shard.reidentify(discord.gateway.ReconnectWebSocket(0, resume=False))
    assert await tries(shard, connect) == [(False, None, None)] * 2


@pytest.mark.parametrize(("lasted", "longest"), [(299, [2, 4, 8]), (301, [2, 2, 2])])
async def test_after_a_connection_that_lasted_the_next_cut_is_tried_again_soon(
    monkeypatch: pytest.MonkeyPatch, lasted: float, longest: list[int]
) -> None:
    clock, waits = [0.0], AsyncMock()
    monkeypatch.setattr("time.monotonic", lambda: clock[0])
    monkeypatch.setattr("discord.shard.asyncio.sleep", waits)
    monkeypatch.setattr(discord.shard.DiscordWebSocket, "from_client", AsyncMock())
    monkeypatch.setattr("random.Random.uniform", lambda _self, _least, most: most)
    monkeypatch.setattr(discord.shard.Shard.__base__, "launch", lambda _shard: None)
    shard = discord.shard.Shard(MagicMock(), MagicMock(_reconnect=True, is_closed=lambda: False), MagicMock())
    for _ in longest:
        shard.launch()
        clock[0] += lasted
        shard._task = asyncio.current_task()
        await shard._handle_disconnect(ConnectionRefusedError())
    assert [wait.args[0] for wait in waits.await_args_list] == longest


async def test_more_connections_than_discord_allows_now_are_a_sentence(tmp_path: Path) -> None:
    async with a_line(tmp_path) as line:
        line.rest.shards, line.rest.sessions_left = 16, 15
        bot = await line.launch()
        assert await bot.gone() == 75
        assert (
            "The bot needs 16 connections, but Discord only lets it open 15 more in the next hour."
            in bot.lines[-1]
        )
        assert line.gateway.identified == 0


@pytest.mark.parametrize("number", ["-1", "1001", "two", "1.5"])
def test_what_is_no_number_of_shards_is_a_sentence(tmp_path: Path, number: str) -> None:
    said = Says(tmp_path)("check", UNDERSIGNED_SHARDS=number, UNDERSIGNED_TOKEN="x")
    assert said.returncode == 2
    assert said.stderr.startswith("bot.py: UNDERSIGNED_SHARDS: this should be ")
    assert said.stderr.count("\n") == 1
