"""The bot put together: what it tells Discord once, and again only where that has changed."""

from pathlib import Path

import pytest
from discord.app_commands import AppCommand

from tests.cogs.server import a_server


async def test_commands_are_told_to_each_application_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_server(tmp_path) as server:
        bot, told = server.stage.bot, list[int | None]()

        async def sync() -> list[AppCommand]:
            told.append(bot.application_id)
            return []

        monkeypatch.setattr(bot.tree, "sync", sync)
        await bot._sync_when_changed()
        assert told == [], "they were told at the start"
        for _ in range(2):  # another token on the same database
            monkeypatch.setattr(bot._connection, "application_id", 999)
            await bot._sync_when_changed()
        assert told == [999]
