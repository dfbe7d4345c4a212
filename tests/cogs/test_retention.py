"""Servers that the bot was removed from, through the real bot: what a start writes down, and what members read."""

from pathlib import Path

from sqlmodel import Session

from models import coalition, retention
from models.retention import Retention
from models.tables import Coalition
from tests.cogs.server import a_server, seen

ELSEWHERE = 777


async def test_a_start_knows_from_which_servers_the_bot_was_removed_meanwhile(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        await server.stage.bot.store.write(coalition.joined, ELSEWHERE)
        await server.stage.restart()
        await server.stage.env.settle()

        def left(session: Session) -> tuple[bool, bool]:
            gone, here = (session.get_one(Coalition, one) for one in (ELSEWHERE, server.guild.id))
            return gone.left_at is not None, here.left_at is not None

        assert await server.stage.bot.store.read(left) == (True, False)


async def test_the_days_of_the_settings_hold_and_are_told(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        assert await server.stage.bot.store.read(retention.of) == Retention()
        said = seen(await server.ana.slash(server.hall, "privacy about"))
        assert "erased 30 days after the final list" in said
        assert "Everything of this server is erased 30 days after I was removed from it." in said
