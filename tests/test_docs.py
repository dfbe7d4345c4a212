"""Docs are part of the work: every command and every setting stands in them."""

from collections.abc import Iterator
from pathlib import Path

import discord
from discord import app_commands

from bot import VERBS
from models.config import Settings
from tests.cogs.server import a_server

DOCS = Path(__file__).parents[1] / "docs"


def _named(command: app_commands.Command | app_commands.Group | app_commands.ContextMenu) -> Iterator[str]:  # type: ignore[type-arg]
    if isinstance(command, app_commands.Group):
        for child in command.commands:
            yield from _named(child)
    elif isinstance(command, app_commands.ContextMenu):
        yield command.name
    else:
        yield f"/{command.qualified_name}"


async def test_every_command_is_in_the_guide(tmp_path: Path) -> None:
    guide = (DOCS / "coordinators.md").read_text(encoding="utf-8")
    async with a_server(tmp_path) as server:
        tree = server.stage.bot.tree
        kinds = (discord.AppCommandType.chat_input, discord.AppCommandType.message)
        commands = [
            name for kind in kinds for command in tree.get_commands(type=kind) for name in _named(command)
        ]
    assert commands
    assert [name for name in commands if name not in guide] == []


def test_every_setting_is_in_the_hosting_guide() -> None:
    guide = (DOCS / "hosting.md").read_text(encoding="utf-8")
    assert [name for name in Settings.model_fields if f"| `{name}` |" not in guide] == []


def test_every_verb_of_the_front_door_is_in_the_hosting_guide() -> None:
    guide = (DOCS / "hosting.md").read_text(encoding="utf-8")
    assert [name for name in VERBS if f"| `{name}" not in guide] == []
