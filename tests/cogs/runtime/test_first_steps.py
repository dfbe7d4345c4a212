"""What can go wrong before a room is asked: the member gets an answer all the same, of the kind that fits."""

from pathlib import Path
from typing import Any

import discord
import pytest
from discord import app_commands

from cogs.ui.cards import setup as setup_card
from models.terms import Choice
from tests.cogs.desk import Desk, a_desk, parts
from tests.cogs.server import newest, seen
from tests.cogs.vote import a_vote

SENTENCE = "Something went wrong on my side"


def answered(desk: Desk) -> list[int]:
    """The types with which interactions were answered (API reference, Interaction Callback Type)."""
    return [
        one.json["type"]
        for one in desk.server.stage.env.http_requests
        if one.path.endswith("/callback") and one.json is not None
    ]


def broken(*_anything: Any, **_more: Any) -> Any:
    raise TypeError("string indices must be integers")


@pytest.mark.log_errors
@pytest.mark.parametrize("gone", [True, False])
async def test_a_completion_of_a_command_that_is_gone_or_that_cannot_be_read_offers_nothing_instead_of_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: bool
) -> None:
    async with a_desk(tmp_path) as desk:
        if gone:
            desk.server.stage.bot.tree.remove_command("propose")
        else:
            monkeypatch.setattr(app_commands.tree, "Namespace", broken)
        desk.server.stage.forget_traffic()
        assert await desk.world.ana.autocomplete(desk.hall, "propose", "country", "Fr") == []
        assert answered(desk) == [8]


@pytest.mark.log_errors
async def test_options_and_messages_that_cannot_be_read_are_answered_with_a_reference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_desk(tmp_path) as desk:
        message = await desk.world.ben.send(desk.hall, "Bridge Trust")
        with monkeypatch.context() as patch:
            patch.setattr(app_commands.Namespace, "_get_resolved_items", broken)
            said = await desk.world.ana.context_menu(desk.hall, "Propose as signatory", message)
            assert SENTENCE in seen(said)
        monkeypatch.setattr(app_commands.tree, "Namespace", broken)
        assert SENTENCE in seen(await desk.world.ana.slash(desk.hall, "mine"))


@pytest.mark.log_errors
async def test_an_interaction_that_cannot_be_read_is_answered_and_the_connection_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_desk(tmp_path) as desk:
        panel = newest(await desk.world.ana.slash(desk.hall, "mine"))
        pressed = [part["custom_id"] for part in parts(panel) if "custom_id" in part][-1]
        with monkeypatch.context() as patched:
            patched.setattr(discord.interactions, "Member", broken)
            said = await desk.world.ana.click(panel, custom_id=pressed)
        assert SENTENCE in seen(said)
        assert "failed" in caplog.text
        assert "You have no votes to cast." in seen(await desk.world.ana.slash(desk.hall, "mine"))


async def test_a_press_counts_although_the_library_does_not_find_the_button_in_its_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_vote(tmp_path) as world:
        for view in (discord.ui.View, discord.ui.LayoutView):
            monkeypatch.setattr(
                view, "from_message", classmethod(lambda cls, *_what, **_more: cls(timeout=None))
            )
        said = await world.voters[0].click(world.card(), custom_id=world.address(Choice.FOR))
        assert "You voted “For" in seen(said)


@pytest.mark.log_errors
async def test_a_card_that_cannot_be_drawn_is_answered_with_a_reference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_desk(tmp_path) as desk:
        monkeypatch.setattr(setup_card, "card", broken)
        assert SENTENCE in seen(await desk.server.owner.slash(desk.hall, "setup"))


@pytest.mark.parametrize("command", ["setup", "mine", "letter status"])
async def test_where_only_the_commands_were_added_each_says_how_to_add_the_bot(
    tmp_path: Path, command: str
) -> None:
    async with a_desk(tmp_path) as desk:
        bot = desk.server.stage.bot
        state = bot._connection
        state._remove_guild(state._guilds[desk.server.guild.id])
        said = await desk.server.owner.slash(desk.hall, command)
        assert "My commands are in this server, but I'm not." in seen(said)
        [link] = [part["url"] for part in parts(newest(said)) if part.get("url")]
        assert f"client_id={bot.application_id}" in link
        assert f"guild_id={desk.server.guild.id}" in link
        assert "permissions=" in link
