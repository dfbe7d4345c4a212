"""Backups: consistent while the bot writes, kept by number, and worth something: each is put back and compared."""

import logging
import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, func, select

from cogs import hosting
from models import backup, coalition, meta
from models.config import ConfigError, Settings
from models.lease import Lease
from models.schema import migrate
from models.store import make_engine
from models.tables import Coalition, Meta
from tests import databases, postgresql
from tests.models import whole

AT = datetime(2025, 2, 13, 9, 0, 1, tzinfo=UTC)
DAY = timedelta(days=1)

pytestmark = pytest.mark.skipif(databases.on_postgresql(), reason="tries both kinds of database by itself")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database=f"sqlite:///{tmp_path}/bot.db")


def restored(settings: Settings, file: Path) -> Path | None:
    return backup.restore(settings, file, AT)


def test_what_is_put_back_is_what_there_was_and_what_came_after_is_kept_apart(
    settings: Settings, tmp_path: Path
) -> None:
    before = whole.made(settings.database)
    file = backup.make(settings, AT)
    assert file == tmp_path / "backups" / "undersigned-20250213T090001Z.db"
    assert file.stat().st_mode & 0o777 == 0o600
    engine = make_engine(settings.database)
    with Session(engine) as session, session.begin():
        coalition.joined(session, 5)
    engine.dispose()
    after = whole.rows(settings.database)
    assert after != before
    kept = restored(settings, file)
    assert whole.rows(settings.database) == before
    assert kept == tmp_path / "bot-before-restore-20250213T090001Z.db"
    assert whole.rows(f"sqlite:///{kept}") == after


def test_a_backup_made_while_somebody_writes_holds_one_moment(settings: Settings) -> None:
    """Each transaction writes a server and its number; no backup has one without the other."""
    migrate(settings.database)
    engine, enough = make_engine(settings.database), threading.Event()

    def write() -> None:
        number = 0
        while not enough.is_set():
            number += 1
            with Session(engine) as session, session.begin():
                coalition.joined(session, number)
                session.flush()
                meta.put(session, "servers", str(number))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        files = [backup.make(settings, AT + number * DAY) for number in range(5)]
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


def test_the_newest_are_kept_and_one_that_cannot_be_made_drops_none(settings: Settings, tmp_path: Path) -> None:
    migrate(settings.database)
    few = settings.model_copy(update={"backups": 2})
    other = tmp_path / "backups" / "undersigned-notes.db"
    made = [backup.make(few, AT + number * DAY) for number in range(4)]
    other.touch()
    assert sorted((tmp_path / "backups").iterdir()) == [*made[2:], other]
    (tmp_path / "bot.db").unlink()
    with pytest.raises(ConfigError, match="holds nothing yet"):
        backup.make(few, AT + 9 * DAY)
    assert sorted((tmp_path / "backups").iterdir()) == [*made[2:], other]


def test_one_is_due_each_day_unless_none_are_wanted(settings: Settings) -> None:
    migrate(settings.database)
    assert backup.is_due(settings, AT)
    backup.make(settings, AT)
    assert not backup.is_due(settings, AT + DAY - timedelta(seconds=1))
    assert backup.is_due(settings, AT + DAY)
    assert not backup.is_due(settings.model_copy(update={"backups": 0}), AT + DAY)


async def test_the_bot_makes_them_by_itself_and_says_when_it_cannot(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class EnoughError(Exception):
        """Ends what goes on for ever."""

    pauses = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 2:
            migrate(settings.database)
        if len(pauses) > 3:
            raise EnoughError

    monkeypatch.setattr("cogs.hosting.asyncio.sleep", sleep)
    with pytest.raises(EnoughError):
        await hosting.make_daily(settings)
    assert pauses == [hosting.FIRST_LOOK, hosting.LOOK, hosting.LOOK, hosting.LOOK]
    ours = [record for record in caplog.records if record.name == hosting.__name__]
    [failed] = [record for record in ours if record.levelno >= logging.ERROR]
    assert "holds nothing yet" in failed.getMessage()
    assert backup.newest(settings) is not None


def test_a_file_that_only_looks_like_a_backup_is_none(settings: Settings, tmp_path: Path) -> None:
    migrate(settings.database)
    made = backup.make(settings, AT)
    for name in ("undersigned-2T3Z.db", "undersigned-99999999T9Z.db", "undersigned-20250214T090001Z-mine.db"):
        (tmp_path / "backups" / name).touch()
    assert backup.newest(settings) == (made, AT)


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

    monkeypatch.setattr("cogs.hosting.asyncio.sleep", sleep)
    monkeypatch.setattr(backup, "is_due", away)
    with pytest.raises(EnoughError):
        await hosting.make_daily(settings)
    told = [record.getMessage() for record in caplog.records if record.name == hosting.__name__]
    assert told == ["the folder is not ours"] * 3


def test_nothing_is_put_back_under_a_running_bot(settings: Settings) -> None:
    before = whole.made(settings.database)
    file = backup.make(settings, AT)
    bot = Lease(settings.database)
    assert bot.take()
    with pytest.raises(ConfigError, match="A bot is running"):
        restored(settings, file)
    bot.stop()
    assert whole.rows(settings.database) == before


@pytest.mark.parametrize(
    ("holds", "said"),
    [
        (b"Dear sir", "is no backup of Undersigned"),
        (b"SQLite format 3\0" + b"x" * 5000, "cannot be opened"),
        (b"PGDMP" + b"x" * 99, "is a backup of a PostgreSQL database"),
        (None, "cannot be read"),
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
    file = backup.make(settings, AT)
    (tmp_path / "bot.db").write_bytes(b"broken" * 999)
    assert restored(settings, file) is not None
    assert whole.rows(settings.database) == before


def test_a_damaged_backup_is_refused(settings: Settings, tmp_path: Path) -> None:
    whole.made(settings.database)
    file = backup.make(settings, AT)
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
    file = backup.make(settings, AT)
    assert file.suffix == ".dump"
    server.execute("DELETE FROM ballot", "INSERT INTO meta VALUES ('later', 'yes')", database="dumped")
    after = whole.rows(settings.database)
    kept = restored(settings, file)
    assert whole.rows(settings.database) == before
    assert kept is not None
    backup.restore(settings, kept, AT + DAY)
    assert whole.rows(settings.database) == after


def test_without_postgresqls_programs_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    settings = Settings(database="postgresql://u:hunter2@127.0.0.1:9/x", backup_folder=tmp_path)
    with pytest.raises(ConfigError, match="pg_dump is not on this machine: install") as caught:
        backup.make(settings, AT)
    assert "hunter2" not in str(caught.value)
