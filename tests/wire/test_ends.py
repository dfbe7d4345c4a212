"""How the bot's process ends when Discord does not want it: one sentence as its last line, and an exit code."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from models.config import Settings
from models.database import installation, schema, secret_key
from models.database.store import Store
from rehearsal.wire.faults import Fault
from rehearsal.wire.line import a_line
from tests.cli.saying import Says


async def test_a_connection_that_discord_closes_for_good_ends_in_a_sentence(tmp_path: Path) -> None:
    async with a_line(tmp_path) as line:
        line.gateway.ends_with = 4004
        bot = await line.start()
        assert await bot.gone() == 2
        assert "Discord no longer accepts the token" in bot.lines[-1]
        assert "Traceback" not in bot.said


@pytest.mark.parametrize(
    ("fault", "says", "code"),
    [
        (Fault("GET", "/users/@me", status=429, page=True), "is blocking this machine for a while", 75),
        (Fault("PUT", "*/commands", status=400, code=50035), "Discord refused the bot's commands", 2),
    ],
    ids=["page 429", "commands"],
)
async def test_a_start_that_is_refused_ends_in_a_sentence(
    tmp_path: Path, fault: Fault, says: str, code: int
) -> None:
    async with a_line(tmp_path) as line:
        line.rest.faults.add(fault)
        bot = await line.launch()
        assert await bot.gone() == code
        assert says in bot.lines[-1]
        assert "Traceback" not in bot.said


async def test_another_key_and_a_database_of_a_later_version_are_refused_before_discord_is_asked(
    tmp_path: Path,
) -> None:
    async with a_line(tmp_path) as line:
        schema.migrate(line.database)
        secret_key.opened(Settings(database=line.database))
        bot = await line.launch(key="11" * 32)
        assert await bot.gone() == 2
        assert "needs the secret key" in bot.lines[-1]
        with sqlite3.connect(tmp_path / "bot.db") as database:
            database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.close()
        bot = await line.launch()
        assert await bot.gone() == 2
        assert "from a later version of the bot (revision 9999)" in bot.lines[-1]
        assert not line.rest.requests


async def test_a_token_of_another_bot_is_refused_until_the_database_is_given_to_it(tmp_path: Path) -> None:
    async with a_line(tmp_path) as line:
        schema.migrate(line.database)
        store = Store(line.database)
        await store.write(installation.put, installation.APPLICATION, "5")
        store.close()
        bot = await line.launch()
        assert await bot.gone() == 2
        own = line.world.backend.application_id
        assert f"belongs to the bot with the application id 5, but your token is for {own}" in bot.lines[-1]
        assert not line.gateway.identified
        said = await asyncio.to_thread(
            Says(tmp_path), "migrate", "--new-bot", UNDERSIGNED_DATABASE=line.database
        )
        assert said.stdout.endswith("The next bot that starts with this database can use it.\n")
        bot = await line.start()
        assert await bot.stop() == 0
