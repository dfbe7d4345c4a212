"""Backups: consistent while the bot writes, kept by number, and worth something: each is put back and compared."""

import contextlib
import errno
import logging
import re
import sqlite3
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, func, select

from cli import backup
from models.coalitions import records
from models.config import ConfigError, Settings
from models.database import installation
from models.database.lease import Lease
from models.database.schema import migrate
from models.database.store import Store, make_engine
from models.database.tables import Coalition, Meta
from models.operations import backups
from tests import databases, postgresql
from tests.models import whole

AT = datetime(2025, 2, 13, 9, 0, 1, tzinfo=UTC)
DAY = timedelta(days=1)

pytestmark = pytest.mark.skipif(databases.on_postgresql(), reason="tries both kinds of database by itself")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database=f"sqlite:///{tmp_path}/bot.db")


def restored(settings: Settings, file: Path) -> Path | None:
    return backups.restore(settings, file, AT)


def test_what_is_put_back_is_what_there_was_and_what_came_after_is_kept_apart(
    settings: Settings, tmp_path: Path
) -> None:
    before = whole.made(settings.database)
    file = backups.make(settings, AT)
    assert file == tmp_path / "backups" / "undersigned-20250213T090001Z.db"
    assert file.stat().st_mode & 0o777 == 0o600
    engine = make_engine(settings.database)
    with Session(engine) as session, session.begin():
        records.joined(session, 5)
    engine.dispose()
    after = whole.rows(settings.database)
    assert after != before
    kept = restored(settings, file)
    assert whole.rows(settings.database) == before
    assert kept == tmp_path / "bot-before-restore-20250213T090001Z.db"
    assert whole.rows(f"sqlite:///{kept}") == after


def test_it_says_what_the_backup_holds_and_what_the_database_held(settings: Settings, tmp_path: Path) -> None:
    migrate(settings.database)
    empty = backups.make(settings, AT)
    (tmp_path / "bot.db").unlink()
    said = backup.restore(settings, empty)
    assert "The backup holds 0 servers, 0 letters and 0 names." in said
    assert "held" not in said
    rows = whole.made(settings.database)
    held = [len(rows[table]) for table in ("coalition", "letter", "signatory")]
    said = backup.restore(settings, empty)
    assert "The backup holds 0 servers, 0 letters and 0 names." in said
    counted = re.search(r"The database held (\d+) servers?, (\d+) letters? and (\d+) names?\.", said)
    assert counted is not None
    assert list(map(int, counted.groups())) == held


def test_what_cannot_be_counted_is_put_aside_all_the_same(settings: Settings, tmp_path: Path) -> None:
    whole.made(settings.database)
    file = backups.make(settings, AT)
    (tmp_path / "bot.db").write_bytes(b"broken" * 999)
    said = backup.restore(settings, file)
    assert "The backup holds" in said
    assert "You can find the old database here" in said


def test_an_empty_database_leaves_no_folder_for_backups(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"doesn't exist yet\. Run this where the bot runs"):
        backup.backup(settings)
    assert list(tmp_path.iterdir()) == []


def test_what_is_made_by_hand_is_no_part_of_the_rotation(settings: Settings) -> None:
    migrate(settings.database)
    none = settings.model_copy(update={"backups": 0})
    by_hand = {backups.make(none, AT, by_hand=True) for _ in range(3)}
    assert backups.newest(none) is None
    daily = settings.model_copy(update={"backups": 1})
    made = [backups.make(daily, AT + number * DAY) for number in range(2)]
    assert set(backups.folder(daily).iterdir()) == by_hand | {made[-1]}
    assert len(by_hand) == 3


def test_two_restores_within_one_second_keep_what_was_there_both_times(settings: Settings) -> None:
    migrate(settings.database)
    file = backups.make(settings, AT)
    first, second = restored(settings, file), restored(settings, file)
    assert first is not None
    assert second is not None
    assert first != second
    assert first.exists()
    assert second.exists()


def test_a_backup_made_while_somebody_writes_holds_one_moment(settings: Settings) -> None:
    """Each transaction writes a server and its number; no backup has one without the other."""
    migrate(settings.database)
    engine, enough = make_engine(settings.database), threading.Event()

    def write() -> None:
        number = 0
        while not enough.is_set():
            number += 1
            with Session(engine) as session, session.begin():
                records.joined(session, number)
                session.flush()
                installation.put(session, "servers", str(number))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        files = [backups.make(settings, AT + number * DAY) for number in range(5)]
    finally:
        enough.set()
        writer.join()
        engine.dispose()
    for file in files:
        copied = make_engine(f"sqlite:///{file}")
        with Session(copied) as session:
            servers = session.exec(select(func.count()).select_from(Coalition)).one()
            noted = session.get(Meta, "servers")
            assert servers == int(noted.value if noted else 0)
        copied.dispose()


def test_a_large_one_is_done_while_somebody_goes_on_writing(settings: Settings, tmp_path: Path) -> None:
    migrate(settings.database)
    large = sqlite3.connect(tmp_path / "bot.db")
    large.execute("CREATE TABLE large (x)")
    large.execute("INSERT INTO large VALUES (zeroblob(40000000))")
    large.commit()
    large.close()
    writes, enough, done = 0, 3000, threading.Event()

    def write() -> None:
        nonlocal writes
        with contextlib.closing(sqlite3.connect(tmp_path / "bot.db", isolation_level=None)) as connection:
            while writes < enough and not done.is_set():
                connection.execute("INSERT INTO large VALUES (1)")
                writes += 1

    writer = threading.Thread(target=write)
    writer.start()
    backups.make(settings, AT)
    done.set()
    writer.join()
    assert writes < enough


def test_what_a_killed_bot_left_half_made_goes(settings: Settings, tmp_path: Path) -> None:
    migrate(settings.database)
    folder = tmp_path / "backups"
    folder.mkdir()
    old, under_way = (folder / f"undersigned-202502{day}T080000Z.db.unfinished" for day in (10, 13))
    old.touch()
    under_way.touch()
    file = backups.make(settings, AT)
    assert sorted(folder.iterdir()) == sorted((under_way, file))


def test_the_newest_are_kept_and_one_that_cannot_be_made_drops_none(settings: Settings, tmp_path: Path) -> None:
    migrate(settings.database)
    few = settings.model_copy(update={"backups": 2})
    other = tmp_path / "backups" / "undersigned-notes.db"
    made = [backups.make(few, AT + number * DAY) for number in range(4)]
    other.touch()
    assert sorted((tmp_path / "backups").iterdir()) == [*made[2:], other]
    (tmp_path / "bot.db").unlink()
    with pytest.raises(ConfigError, match="doesn't exist yet"):
        backups.make(few, AT + 9 * DAY)
    assert sorted((tmp_path / "backups").iterdir()) == [*made[2:], other]


def test_one_is_due_each_day_unless_none_are_wanted(settings: Settings) -> None:
    migrate(settings.database)
    assert backups.is_due(settings, AT)
    backups.make(settings, AT)
    assert not backups.is_due(settings, AT + DAY - timedelta(seconds=1))
    assert backups.is_due(settings, AT + DAY)
    assert not backups.is_due(settings.model_copy(update={"backups": 0}), AT + DAY)


async def test_the_bot_makes_them_by_itself_and_says_when_it_cannot(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class EnoughError(Exception):
        """Ends what goes on for ever."""

    pauses = []

    async def sleep(seconds: float) -> None:
        if not seconds:  # the store lets others go on
            return
        pauses.append(seconds)
        if len(pauses) == 2:
            migrate(settings.database)
        if len(pauses) > 3:
            raise EnoughError

    monkeypatch.setattr("cli.backup.asyncio.sleep", sleep)
    store = Store(settings.database)
    with pytest.raises(EnoughError):
        await backup.make_daily(settings, store)
    store.close()
    assert pauses == [backup.FIRST_LOOK, backup.LOOK, backup.LOOK, backup.LOOK]
    [failed] = [one for one in caplog.records if one.name == backup.__name__ and one.levelno >= logging.ERROR]
    assert "doesn't exist yet" in failed.getMessage()
    assert backups.newest(settings) is not None


def test_a_file_that_only_looks_like_a_backup_is_none(settings: Settings, tmp_path: Path) -> None:
    migrate(settings.database)
    made = backups.make(settings, AT)
    for name in ("undersigned-2T3Z.db", "undersigned-99999999T9Z.db", "undersigned-20250214T090001Z-mine.db"):
        (tmp_path / "backups" / name).touch()
    assert backups.newest(settings) == (made, AT)


async def test_a_folder_that_cannot_be_read_ends_no_backups(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class EnoughError(Exception):
        """Ends what goes on for ever."""

    looks = list[int]()

    async def sleep(_seconds: float) -> None:
        if len(looks) == 3:
            raise EnoughError

    def away(*_about: object) -> bool:
        looks.append(1)
        raise PermissionError("the folder is not ours")

    monkeypatch.setattr("cli.backup.asyncio.sleep", sleep)
    monkeypatch.setattr(backups, "is_due", away)
    store = Store(settings.database)
    with pytest.raises(EnoughError):
        await backup.make_daily(settings, store)
    store.close()
    told = [record.getMessage() for record in caplog.records if record.name == backup.__name__]
    assert told == ["the folder is not ours"] * 3


def test_nothing_is_put_back_under_a_running_bot(settings: Settings) -> None:
    before = whole.made(settings.database)
    file = backups.make(settings, AT)
    bot = Lease(settings.database)
    assert bot.take()
    with pytest.raises(ConfigError, match="A bot is running"):
        restored(settings, file)
    bot.stop()
    assert whole.rows(settings.database) == before


@pytest.mark.parametrize(
    ("holds", "said"),
    [
        (b"Dear sir", "isn't a backup"),
        (b"SQLite format 3\0" + b"x" * 5000, "can't be opened"),
        (b"PGDMP" + b"x" * 99, "is a backup of a PostgreSQL database"),
        (None, "can't read the backup"),
    ],
)
def test_what_is_no_backup_is_refused_and_changes_nothing(
    settings: Settings, tmp_path: Path, holds: bytes | None, said: str
) -> None:
    before = whole.made(settings.database)
    if holds is not None:
        (tmp_path / "file").write_bytes(holds)
    with pytest.raises(ConfigError, match=said):
        restored(settings, tmp_path / "file")
    assert whole.rows(settings.database) == before


def test_a_broken_database_makes_way_for_its_backup(settings: Settings, tmp_path: Path) -> None:
    before = whole.made(settings.database)
    file = backups.make(settings, AT)
    (tmp_path / "bot.db").write_bytes(b"broken" * 999)
    assert restored(settings, file) is not None
    assert whole.rows(settings.database) == before


@pytest.mark.parametrize("step", ["copy_file", "pathlib.Path.replace"])
def test_where_no_room_is_left_for_it_the_database_stays(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = whole.made(settings.database)
    file = backups.make(settings, AT)

    def full(*_given: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(step if "." in step else f"models.operations.backups.{step}", full)
    with pytest.raises(ConfigError, match=r"No space left on device\. The database hasn't changed"):
        restored(settings, file)
    assert whole.rows(settings.database) == before


def test_the_database_itself_is_no_backup_of_it(settings: Settings, tmp_path: Path) -> None:
    before = whole.made(settings.database)
    with pytest.raises(ConfigError, match="is the database itself"):
        restored(settings, tmp_path / "bot.db")
    assert whole.rows(settings.database) == before


def test_a_damaged_backup_is_refused(settings: Settings, tmp_path: Path) -> None:
    whole.made(settings.database)
    file = backups.make(settings, AT)
    connection = sqlite3.connect(file)
    [[page, size]] = connection.execute(
        "SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_master WHERE name = 'journalentry'"
    ).fetchall()
    connection.close()
    whole_file = bytearray(file.read_bytes())
    whole_file[(page - 1) * size : page * size] = b"\xff" * size
    file.write_bytes(whole_file)
    with pytest.raises(ConfigError, match="is damaged"):
        restored(settings, file)


def test_a_postgresql_database_is_dumped_and_put_back(
    server: postgresql.Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(server.bin))
    server.execute("DROP DATABASE IF EXISTS dumped", "CREATE DATABASE dumped")
    settings = Settings(database=server.url("dumped"), backup_folder=tmp_path / "kept")
    before = whole.made(settings.database)
    file = backups.make(settings, AT)
    assert file.suffix == ".dump"
    server.execute("DELETE FROM ballot", "INSERT INTO meta VALUES ('later', 'yes')", database="dumped")
    after = whole.rows(settings.database)
    kept = restored(settings, file)
    assert whole.rows(settings.database) == before
    assert kept is not None
    assert kept.stat().st_mode & 0o777 == file.stat().st_mode & 0o777 == 0o600
    backups.restore(settings, kept, AT + DAY)
    assert whole.rows(settings.database) == after


def test_without_postgresqls_programs_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    settings = Settings(database="postgresql://u:hunter2@127.0.0.1:9/x", backup_folder=tmp_path)
    with pytest.raises(ConfigError, match=r"This machine doesn't have pg_dump\. Install") as caught:
        backups.make(settings, AT)
    assert "hunter2" not in str(caught.value)


def test_a_program_of_postgresql_that_does_not_end_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hangs = tmp_path / "pg_dump"
    hangs.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(3600)\n")
    hangs.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(backups, "PG_SECONDS", 0.01)
    settings = Settings(database="postgresql://u:hunter2@127.0.0.1:9/x", backup_folder=tmp_path / "kept")
    with pytest.raises(
        ConfigError, match=r"pg_dump took more than 0 seconds on .*, so I stopped it\."
    ) as caught:
        backups.make(settings, AT)
    assert "hunter2" not in str(caught.value)
    assert not list((tmp_path / "kept").glob("*.dump"))
