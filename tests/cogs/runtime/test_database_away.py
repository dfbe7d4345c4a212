"""The database goes and comes back: anyone who presses meanwhile is told, and nothing that was answered is lost."""

from pathlib import Path

import pytest

from tests import databases, postgresql
from tests.cogs.vote import a_vote
from tests.sheets import vote_of

pytestmark = pytest.mark.skipif(postgresql.programs() is None, reason="there is no PostgreSQL here")


@pytest.mark.log_errors
async def test_a_server_that_crashed_and_came_back_has_every_vote_that_was_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with postgresql.started(durable=True) as own:
        own.execute("CREATE DATABASE bot")
        monkeypatch.setattr(databases, "url", lambda _folder: own.url("bot"))
        async with a_vote(tmp_path) as world:
            ana, ben, *_ = world.voters
            assert "**You voted “For" in await world.press(ana, "For: include")
            own.stop()
            told = await world.press(ben, "For: include")
            assert "reference" in told.casefold()
            assert "connection" not in told
            own.start()
            assert vote_of(await world.stored()).voted == 1
            assert "**You voted “For" in await world.press(ben, "For: include")
            await world.stage.tell()
            assert vote_of(await world.stored()).voted == 2
