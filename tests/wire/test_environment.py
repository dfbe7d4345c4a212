"""What the machine does to the bot: each has a clear state, a sentence or an exit code, and nothing is lost."""

import asyncio
import sqlite3
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import event

from models.config import ConfigError
from models.database import installation, schema, store
from models.database.store import Store
from models.outbox import cards
from models.refusal import Reason, Refusal
from rehearsal.wire import ledger
from rehearsal.wire.coalition import NOON, Coalition, a_coalition
from rehearsal.wire.line import Line, a_line, button
from tests import databases
from tests.cogs.vote import World, a_vote
from tests.sheets import vote_of


def file_of(world: World) -> Path:
    return Path(str(world.stage.bot.store.engine.url.database))


@databases.only_sqlite
@pytest.mark.log_errors
async def test_on_a_full_disk_each_of_a_group_hears_why_and_the_next_is_kept_once_there_is_room(
    url: str,
) -> None:
    schema.migrate(url)
    house = Store(url)
    try:
        room = 0

        def limit(connection: sqlite3.Connection, *_anything: object) -> None:
            # SQLite then does and says what it does and says where the disk has no room.
            [pages] = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count={pages + room}")

        event.listen(house.engine, "checkout", limit)
        writes = (house.write(installation.put, f"name {number}", "x" * 900_000) for number in range(5))
        came = await asyncio.gather(*writes, return_exceptions=True)
        assert [one.reason for one in came if isinstance(one, Refusal)] == [Reason.DISK_FULL] * 5
        room = 1000
        await house.write(installation.put, "name 5", "kept")
        assert [await house.read(installation.get, f"name {number}") for number in (0, 4, 5)] == [
            None,
            None,
            "kept",
        ]
        with house.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
    finally:
        house.close()


@databases.only_sqlite
@pytest.mark.log_errors
async def test_while_another_program_holds_the_database_a_vote_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "make_engine", partial(store.make_engine, busy=20))
    async with a_vote(tmp_path) as world:
        other = sqlite3.connect(file_of(world), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert "another program is using my database" in await world.press(world.voters[0], "For: include")
        other.execute("ROLLBACK")
        other.close()
        assert "**You voted" in await world.press(world.voters[0], "For: include")
        assert vote_of(await world.stored()).voted == 1


@databases.only_sqlite
@pytest.mark.log_errors
async def test_a_sign_of_life_that_cannot_be_left_is_reported_once_with_all_that_it_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(store, "make_engine", partial(store.make_engine, busy=20))
    async with a_vote(tmp_path) as world:
        other = sqlite3.connect(file_of(world), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        caplog.clear()
        await world.stage.bot.sign_of_life()
        other.execute("ROLLBACK")
        other.close()
        [said] = [one.getMessage() for one in caplog.records if "sign of life" in one.getMessage()]
        assert "the sign of life (shards, " in said


@pytest.mark.log_errors
async def test_a_card_that_a_full_disk_cannot_note_is_not_taken_for_one_of_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object) -> None:
        raise Refusal(Reason.DISK_FULL)

    caplog.set_level("INFO")
    async with a_vote(tmp_path) as world:
        with monkeypatch.context() as disk:
            disk.setattr(cards, "drawn", full)
            await world.press(world.voters[0], "For: include")
            await world.stage.tell()
        said = [one.getMessage() for one in caplog.records]
        assert not any("another process posts" in one for one in said)
        assert any("the publisher failed" in one for one in said)


@databases.only_sqlite
def test_a_damaged_database_is_told_before_anything_is_written(url: str, tmp_path: Path) -> None:
    schema.migrate(url)
    file = tmp_path / "test.db"
    with sqlite3.connect(file) as connection:
        connection.executescript(
            "PRAGMA journal_mode=DELETE; CREATE TABLE big (x); WITH RECURSIVE n(i) AS "
            "(SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 3000) INSERT INTO big SELECT randomblob(200) FROM n;"
        )
    connection.close()
    whole = file.read_bytes()
    file.write_bytes(whole[:-40960] + b"\0" * 8192 + whole[-32768:])
    damaged = file.read_bytes()
    with pytest.raises(ConfigError, match="is damaged"):
        schema.migrate(url)
    assert file.read_bytes()[4096:] == damaged[4096:]


async def _ready(line: Line) -> Coalition:
    line.put_clocks(NOON)
    house = a_coalition(line, NOON)
    house.letter("Keep it safe", NOON - timedelta(minutes=1), NOON + timedelta(hours=1, minutes=30))
    await line.start()
    return house


async def test_clocks_that_jump_to_and_fro_remind_once_and_lose_no_vote(tmp_path: Path) -> None:
    async with a_line(tmp_path) as line:
        house = await _ready(line)
        shown = line.command(house.mo, house.board, "help")
        await line.until(lambda: shown.answered)

        def reminders() -> tuple[int, int]:
            said = [one for one in line.world.messages(house.news.id) if "** closes " in one.content]
            told = [one for one in line.world.direct(house.ana.id) if "closes" in one.content]
            return len(said), len(told)

        for hours in (1, -3, 1, -24, 0):
            line.move_clocks(line.world.clock.skew.total_seconds() + hours * 3600, discords=False)
            glance = line.press(house.mo, shown.message, button(shown.message, "mine"))
            await line.until(lambda glance=glance: glance.answered)  # type: ignore[misc]
            await line.until(lambda: reminders() >= (1, 1))  # before the clock goes back, it was told
            await line.until(lambda: not house.stored(ledger.unsettled, line.world.now() + timedelta(hours=1)))
        assert reminders() == (1, 1)
