"""``check --live`` on the wire: what it tries in a server, what it says, and that nothing stays."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import discord
import pytest
import yarl
from discord.gateway import DiscordWebSocket
from pydantic import SecretStr

from cli import live, trial
from models.config import ConfigError, Settings
from models.database.lease import Lease
from rehearsal.wire.faults import Fault
from rehearsal.wire.line import Line, a_line
from rehearsal.wire.process import TOKEN
from tests import databases
from tests.cli.saying import Says, one_sentence


@pytest.fixture
async def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Line]:
    """A simulated Discord that knows the commands, to which this process itself connects."""
    async with a_line(tmp_path) as line:
        monkeypatch.setattr(discord.http.Route, "BASE", f"http://{line.host}/api/v10")
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(f"ws://{line.host}/gateway/"))
        yield line


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database=databases.url(tmp_path), token=SecretStr(TOKEN))


def a_server(line: Line) -> Any:
    """A server in which the bot may do everything."""
    return line.world.create_guild("Try-out")


def tell_commands(line: Line, settings: Settings, missing: str = "") -> None:
    known = [one for one in trial.expected_commands(settings) if one["name"] != missing]
    path = f"/applications/{line.world.backend.application_id}/commands"
    assert line.world.request("PUT", path, known, {}, []).status == 200


def channels(line: Line) -> dict[int, str | None]:
    return {one: channel.name for one, channel in line.world.backend.channels.items()}


async def press_when_asked(line: Line, guild: Any, said: list[str]) -> None:
    await line.until(lambda: any("Press the button" in one for one in said))
    [channel] = [
        one
        for one, name in channels(line).items()
        if name == trial.CHANNEL and one in line.world.backend.messages
    ]
    [message] = [one for one in line.world.messages(channel) if "Press the button" in one.content]
    line.press(guild.add_member(line.world.create_user("mo")), message, trial.BUTTON)


async def test_everything_is_tried_told_and_cleaned_up(line: Line, settings: Settings) -> None:
    guild, said = a_server(line), list[str]()
    tell_commands(line, settings)
    before = channels(line)
    pressing = asyncio.create_task(press_when_asked(line, guild, said))
    code = await live.tried(settings, guild.id, lambda _question: "yes\n", said.append)
    await pressing
    assert code == 0, said
    assert channels(line) == before
    assert [one for one in said if "FAILED" in one or "not tried" in one] == []
    assert {one[:12].strip() for one in said} > {*trial.READS, *trial.WRITES, "cleaned up"}


async def test_nothing_is_done_without_yes(line: Line, settings: Settings) -> None:
    guild, said, asked = a_server(line), list[str](), list[str]()
    before = channels(line)

    def answers_y(question: str) -> str:
        asked.append(question)
        return "y"

    assert await live.tried(settings, guild.id, answers_y, said.append) == 1
    assert "Type yes to go on" in asked[0]
    assert said == [
        "commands     not tried: Discord doesn't know them yet. Start the bot once first",
        "permissions  the bot has them all",
        "I did nothing in that server.",
    ]
    assert channels(line) == before


async def test_what_fails_is_named_and_the_rest_is_tried_and_cleaned_up(
    line: Line, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    guild, said = a_server(line), list[str]()
    tell_commands(line, settings, missing="roster")
    for role in line.world.backend.guilds[guild.id].roles.values():
        role.permissions &= ~discord.Permissions(manage_roles=True, create_events=True).value
    before = channels(line)
    line.rest.faults.add(Fault("PUT", "/channels/*/pins/*", status=403, code=50013))
    line.rest.faults.add(Fault("PUT", "/channels/*/messages/pins/*", status=403, code=50013))
    line.move_clocks(45)  # Discord's clock is ahead of this machine's
    monkeypatch.setattr(trial, "PRESS_SECONDS", 0.05)
    assert await live.tried(settings, guild.id, None, said.append) == 1
    lines = {one[:12].strip(): one[13:] for one in said}
    assert lines["commands"] == "FAILED: Discord doesn't know roster. Start the bot once first"
    assert lines["permissions"] == "FAILED: the bot doesn't have Manage Roles"
    assert lines["clock"].startswith("FAILED: This machine's clock is 4")
    assert "seconds behind Discord's. Reminders" in lines["clock"]
    assert lines["pin"] == "FAILED: Discord refused it (status 403, code 50013)"
    assert lines["event"].startswith("not tried: the bot doesn't have Create Events")
    assert lines["press"] == "not tried: nobody pressed the button"
    assert lines["cleaned up"] == "deleted everything"
    assert channels(line) == before


async def test_what_cannot_be_deleted_is_named(
    line: Line, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    guild, said = a_server(line), list[str]()
    monkeypatch.setattr(live, "WRITES", {"channel": trial.LiveTrial.make_channel})
    line.rest.faults.add(Fault("DELETE", "/channels/*", status=403, code=50013))
    assert await live.tried(settings, guild.id, None, said.append) == 1
    assert said[-1] == "cleaned up   FAILED: I couldn't delete the channel undersigned-check. Delete it by hand"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/guilds/*/channels", 0), ("/guilds/*/channels", 502), ("/guilds/*/scheduled-events", 0)],
)
async def test_what_discord_made_without_saying_so_is_deleted_too(
    line: Line, settings: Settings, monkeypatch: pytest.MonkeyPatch, path: str, status: int
) -> None:
    guild, said = a_server(line), list[str]()
    kept = guild.create_text_channel(trial.CHANNEL)
    before = channels(line)
    steps = {"channel": trial.LiveTrial.make_channel, "event": trial.LiveTrial.schedule}
    monkeypatch.setattr(live, "WRITES", steps)
    line.rest.faults.add(Fault("POST", path, status=status, cut=not status, after=True))
    await live.tried(settings, guild.id, None, said.append)
    assert said[-1] == "cleaned up   deleted everything"
    assert channels(line) == before
    assert kept.id in before
    assert not line.world.backend.guilds[guild.id].scheduled_events


async def test_where_discord_does_not_say_what_is_left_the_check_says_where_to_look(
    line: Line, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    guild, said = a_server(line), list[str]()
    monkeypatch.setattr(live, "WRITES", {"channel": trial.LiveTrial.make_channel})
    line.rest.faults.add(Fault("GET", "/guilds/*/channels", status=403, times=2))
    assert await live.tried(settings, guild.id, None, said.append) == 1
    assert said[-1] == (
        "cleaned up   FAILED: Discord didn't say if there's still a channel undersigned-check. Look, and delete it by "
        "hand"
    )


async def test_a_server_without_the_bot_is_a_sentence_with_the_invite_link(
    line: Line, settings: Settings
) -> None:
    with pytest.raises(
        ConfigError, match=r"isn't in a server with the id 5. Invite it: https://discord.com/oauth2"
    ):
        await live.tried(settings, 5, None, print)


async def test_a_token_that_discord_refuses_is_a_sentence(line: Line, settings: Settings) -> None:
    line.rest.faults.add(Fault("GET", "/users/@me", status=401))
    with pytest.raises(ConfigError, match="Discord refused the token"):
        await live.tried(settings, 5, None, print)


def test_it_wants_a_server_and_that_no_bot_runs(tmp_path: Path) -> None:
    says = Says(tmp_path)
    for words in (("--live",), ("--server", "5")):
        assert "--live needs --server" in one_sentence(says("check", *words))
    running = Lease(f"sqlite:///{tmp_path}/undersigned.db")
    running.take()
    assert "A bot is running" in one_sentence(
        says("check", "--live", "--server", "5", "--yes", UNDERSIGNED_TOKEN="x")
    )
    running.stop()
