"""Servers that the bot was removed from, through the real bot: what a start writes down, and what members read."""

from pathlib import Path

from sqlmodel import Session

from models.coalitions import records
from models.config import Settings
from models.database.tables import Coalition
from models.operations import retention
from models.operations.retention import Retention
from rehearsal.stage import raised
from tests import databases
from tests.cogs.server import START, a_server, seen

ELSEWHERE = 777


async def test_a_start_knows_from_which_servers_the_bot_was_removed_meanwhile(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        await server.stage.bot.store.write(records.joined, ELSEWHERE)
        await server.stage.restart()
        await server.stage.env.settle()

        def left(session: Session) -> tuple[bool, bool]:
            gone, here = (session.get_one(Coalition, one) for one in (ELSEWHERE, server.guild.id))
            return gone.left_at is not None, here.left_at is not None

        assert await server.stage.bot.store.read(left) == (True, False)


async def test_the_days_of_the_settings_hold_and_are_told(tmp_path: Path) -> None:
    settings = Settings(
        database=databases.url(tmp_path),
        retention_contacts=12,
        retention_journal=34,
        retention_servers=56,
        retention_refusals=78,
        retention_notices=90,
    )
    async with raised(settings, start=START) as stage:
        guild = stage.env.create_guild("River Path Coalition")
        hall, ana = guild.create_text_channel("hall"), guild.add_member(stage.env.create_user("ana"))
        await stage.env.settle()
        assert await stage.bot.store.read(retention.current) == Retention(
            contacts=12, journal=34, servers=56, refusals=78, notices=90
        )
        said = seen(await ana.slash(hall, "privacy about"))
        assert "I delete it 12 days after the final list" in said
        assert "34 days after a letter is archived" in said
        assert "If I'm removed from this server, I delete all the server's data 56 days later." in said
