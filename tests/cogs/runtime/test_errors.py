"""The one handler of errors: what a command raised is judged as what a button raised."""

import logging
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import discord
import pytest
from discord import app_commands

from cogs.runtime import errors

COMMAND: Any = SimpleNamespace(name="mine", qualified_name="mine")


class Interaction:
    """One that answers are kept of."""

    command, guild_id, data = COMMAND, 900, dict[str, Any]()
    created_at = datetime(2025, 2, 13, 9, 0, tzinfo=UTC)
    client = SimpleNamespace(command_links=SimpleNamespace(link=lambda card: card))
    type = discord.InteractionType.application_command

    def __init__(self) -> None:
        self.said = list[Any]()
        self.response = SimpleNamespace(is_done=lambda: False, send_message=self._send)
        self.extras: dict[str, Any] = {}

    async def _send(self, **message: Any) -> None:
        self.said.append(message["view"])


def from_discord(code: int) -> discord.HTTPException:
    response: Any = SimpleNamespace(status=404, reason="Not Found", headers={})
    return discord.NotFound(response, {"code": code, "message": "Unknown interaction"})


@pytest.mark.parametrize("code", [10062, 40060])
@pytest.mark.parametrize("wrapped", [False, True])
async def test_what_came_too_late_to_be_answered_is_no_error_of_ours(
    caplog: pytest.LogCaptureFixture, code: int, wrapped: bool
) -> None:
    raised: Exception = from_discord(code)
    interaction: Any = Interaction()
    await errors.answer(interaction, app_commands.CommandInvokeError(COMMAND, raised) if wrapped else raised)
    assert interaction.said == []
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


async def test_a_command_of_another_shape_than_ours_is_outdated(caplog: pytest.LogCaptureFixture) -> None:
    interaction: Any = Interaction()
    await errors.answer(interaction, app_commands.CommandSignatureMismatch(COMMAND))
    [view] = interaction.said
    assert "old version of this command" in str(view.to_components())
    assert not caplog.records
