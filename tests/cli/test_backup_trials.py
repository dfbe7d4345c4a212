"""What is tried before it matters: an update and a restore, on copies; and each backup handed to the host's program."""

import asyncio
import json
import os
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from cli import backup, check
from models.config import ConfigError, Settings
from models.database import installation, schema
from models.database.store import Store, make_engine
from models.database.tables import JournalEntry
from models.operations import backups, trials
from tests import databases, postgresql
from tests.cli.saying import Says, one_sentence
from tests.kept import database
from tests.models import whole
from tests.models.makers import present
from tests.until import until

AT = datetime(2025, 2, 13, 9, 0, 1, tzinfo=UTC)
WEEK = timedelta(days=7)

pytestmark = pytest.mark.skipif(databases.on_postgresql(), reason="tries both kinds of database by itself")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database=f"sqlite:///{tmp_path}/bot.db")


def nothing_left(settings: Settings) -> bool:
    return not list(backups.folder(settings).glob(f"{trials.PREFIX}*"))


def test_an_update_is_tried_on_a_copy_and_changes_nothing(settings: Settings) -> None:
    database.load(database.NAMES[0], settings.database)
    before = schema.state_of(settings.database), database.counts(settings.database)
    tried = trials.migration(settings)
    assert (tried.before != tried.after, tried.after, tried.rows > 0) == (True, schema.newest(), True)
    assert (schema.state_of(settings.database), database.counts(settings.database)) == before
    assert nothing_left(settings)


def test_the_verb_says_how_it_went(tmp_path: Path) -> None:
    says = Says(tmp_path)
    assert "doesn't exist or is empty" in one_sentence(says("migrate", "--rehearse"))
    says("migrate")
    said = says("migrate", "--rehearse")
    assert said.returncode == 0
    assert f"revision {schema.newest()} to {schema.newest()}" in said.stdout
    assert said.stdout.endswith("The copy has been deleted, and your database hasn't changed.\n")


def test_a_backup_is_restored_into_a_copy_and_its_journals_are_read(settings: Settings) -> None:
    whole.made(settings.database)
    file = backups.make(settings, AT)
    before = whole.rows(settings.database)
    tried = trials.restore(settings, file)
    assert tried.rows == sum(map(len, before.values()))
    assert tried.servers == 1
    engine = make_engine(f"sqlite:///{file}")
    with Session(engine) as session, session.begin():
        entry = present(session.exec(select(JournalEntry)).first())
        entry.digest = "0" * 64
    engine.dispose()
    with pytest.raises(ConfigError, match="The journal of the server"):
        trials.restore(settings, file)
    assert whole.rows(settings.database) == before
    assert nothing_left(settings)


def test_a_copy_that_was_left_behind_is_deleted_after_a_day(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole.made(settings.database)
    left = backups.folder(settings) / f"{trials.PREFIX}left"
    left.mkdir(parents=True)
    (left / "trial.db").touch()
    trials.migration(settings)
    assert left.exists()
    monkeypatch.setattr(trials, "STALE_SECONDS", -1)
    trials.migration(settings)
    assert not left.exists()


def test_on_a_server_it_is_tried_in_a_database_that_is_dropped(
    server: postgresql.Server, tmp_path: Path
) -> None:
    server.execute("CREATE DATABASE trials_of_backups")
    settings = Settings(database=server.url("trials_of_backups"), backup_folder=tmp_path / "backups")
    whole.made(settings.database)
    before = whole.rows(settings.database)
    try:
        tried = trials.restore(settings, backups.make(settings, AT))
    except ConfigError as problem:
        if "pg_" in str(problem):
            pytest.skip(str(problem))
        raise
    assert tried.rows == sum(map(len, before.values()))
    assert trials.migration(settings).rows == tried.rows
    assert whole.rows(settings.database) == before
    engine = make_engine(server.url())
    with engine.connect() as connection:
        names = connection.exec_driver_sql("SELECT datname FROM pg_database").scalars().all()
    engine.dispose()
    assert [name for name in names if "undersigned_trial" in name] == []


def test_on_a_server_a_copy_that_was_left_behind_is_dropped_after_a_day_and_no_other(
    server: postgresql.Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = f"undersigned_trial_{time.time():.0f}_ab"
    for name in ("undersigned_trial_1000000000_cd", new, "undersigned_trial_of_ours"):
        server.execute(f"CREATE DATABASE {name}")
    settings = Settings(database=server.url())
    monkeypatch.setattr(backups, "put_back", lambda *_: None)
    with trials._scratch(settings, tmp_path / "a.dump", tmp_path) as url:
        engine = make_engine(url)
        with engine.connect() as connection:
            names = connection.exec_driver_sql("SELECT datname FROM pg_database").scalars().all()
        engine.dispose()
    assert "undersigned_trial_1000000000_cd" not in names
    assert {new, "undersigned_trial_of_ours"} <= set(names)
    for name in (new, "undersigned_trial_of_ours"):
        server.execute(f"DROP DATABASE {name}")


@pytest.mark.log_errors
async def test_the_newest_backup_is_tried_each_week_and_check_says_how_that_went(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema.migrate(settings.database)
    store = Store(settings.database)
    await backup._look(settings, store, AT)

    async def found() -> dict[str, str]:
        report = await asyncio.to_thread(check.examine, settings)
        return dict(report.findings) | {"problems": "\n".join(report.problems)}

    assert "the last time was 13 February 2025" in (await found())["restore"]
    kept = present(backups.newest(settings))
    kept[0].write_bytes(b"SQLite format 3\0" + bytes(4096))
    await backup._look(settings, store, AT + timedelta(hours=1))  # only tried after a week
    monkeypatch.setattr(backups, "is_due", lambda *_: False)
    with pytest.raises(ConfigError):
        await backup._look(settings, store, AT + WEEK)
    assert "I couldn't" in (await found())["problems"]
    store.close()


async def test_a_backup_that_failed_is_a_problem_in_the_report_until_one_is_made(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_args: object) -> None:
        raise ConfigError("There is no room for a backup.")

    schema.migrate(settings.database)
    store = Store(settings.database)
    with monkeypatch.context() as full:
        full.setattr(backups, "make", breaks)
        with pytest.raises(ConfigError):
            await backup._look(settings, store, AT)
    problems = (await asyncio.to_thread(check.examine, settings)).problems
    assert "There is no room for a backup." in problems
    await backup._look(settings, store, AT)
    assert "There is no room" not in "".join((await asyncio.to_thread(check.examine, settings)).problems)
    store.close()


@pytest.mark.parametrize("raised", [RuntimeError("anything"), asyncio.CancelledError()], ids=["fails", "ends"])
async def test_a_trial_that_did_not_come_to_its_end_is_not_noted_as_fine(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, raised: BaseException
) -> None:
    def breaks(*_args: object) -> None:
        raise raised

    schema.migrate(settings.database)
    store = Store(settings.database)
    monkeypatch.setattr(trials, "restore", breaks)
    with pytest.raises(type(raised)):
        await backup._look(settings, store, AT)
    noted = await store.read(installation.get, backup.TRIAL)
    assert noted is None or json.loads(noted)["failed"]
    store.close()


def program(folder: Path, text: str) -> Path:
    place = folder / "take.py"
    place.write_text(text, encoding="utf-8")
    return place


async def test_each_backup_is_handed_to_the_hosts_program_without_a_shell_or_secrets(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNDERSIGNED_TOKEN", "hunter2")
    text = "import os, sys\nopen('taken', 'w').write(repr((sys.argv[1:], 'hunter2' in str(os.environ))))\n"
    monkeypatch.chdir(tmp_path)
    words = (sys.executable, str(program(tmp_path, text)), "to=$HOME; {file}")
    schema.migrate(settings.database)
    store = Store(settings.database)
    await backup._look(settings.model_copy(update={"backup_command": words}), store, AT)
    store.close()
    file = backups.folder(settings) / "undersigned-20250213T090001Z.db"
    assert (tmp_path / "taken").read_text() == repr(([f"to=$HOME; {file}"], False))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("no-such-program",), "No such file or directory"),
        (
            (sys.executable, "-c", "import sys; sys.exit('the disk over there is full')"),
            "the disk over there is full",
        ),
        ((sys.executable, "-c", "import time; time.sleep(60)"), "it took longer than 0 minutes"),
    ],
)
def test_a_program_that_fails_is_told_and_the_backup_stays(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], says: str
) -> None:
    if "sleep" in words[-1]:
        monkeypatch.setattr(backup, "COMMAND_SECONDS", 0.01)
    schema.migrate(settings.database)
    with pytest.raises(ConfigError, match="was made, but backup_command") as failed:
        backup.backup(settings.model_copy(update={"backup_command": words}))
    assert says in str(failed.value)
    assert len(list(backups.folder(settings).glob("by-hand-*.db"))) == 1


@pytest.mark.log_errors
async def test_check_names_a_program_that_failed_until_it_works_again(settings: Settings) -> None:
    schema.migrate(settings.database)
    store = Store(settings.database)
    fails = settings.model_copy(update={"backup_command": ("no-such-program",)})
    with pytest.raises(ConfigError):
        await backup._look(fails, store, AT)
    report = await asyncio.to_thread(check.examine, fails)
    assert any("backup_command 'no-such-program' failed" in one for one in report.problems)
    works = settings.model_copy(update={"backup_command": (sys.executable, "-c", "")})
    await backup._look(works, store, AT + timedelta(days=1))
    report = await asyncio.to_thread(check.examine, works)
    assert [one for one in report.problems if "backup_command" in one] == []
    store.close()


@pytest.mark.log_errors
async def test_check_says_nothing_more_of_a_program_that_is_not_set_any_more(settings: Settings) -> None:
    schema.migrate(settings.database)
    store = Store(settings.database)
    with pytest.raises(ConfigError):
        await backup._look(settings.model_copy(update={"backup_command": ("no-such-program",)}), store, AT)
    store.close()
    report = await asyncio.to_thread(check.examine, settings)
    assert [one for one in report.problems if "backup_command" in one] == []


async def test_a_program_that_runs_when_the_bot_ends_is_killed_with_all_that_it_started(
    settings: Settings, tmp_path: Path
) -> None:
    ids = tmp_path / "ids"
    text = (
        "import os, pathlib, subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"pathlib.Path({str(ids)!r}).write_text(f'{{os.getpid()}} {{child.pid}}.')\n"
        "child.wait()\n"
    )
    words = (sys.executable, str(program(tmp_path, text)))
    taking = asyncio.create_task(
        backup.hand_over(settings.model_copy(update={"backup_command": words}), tmp_path / "a.db")
    )
    await until(lambda: ids.exists() and ids.read_text().endswith("."))
    taking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await taking
    await until(lambda: not any(map(runs, ids.read_text().rstrip(".").split())))


def runs(number: str) -> bool:
    """Whether a process of this number does anything still; one that ended and is not fetched does not."""
    try:
        os.kill(int(number), 0)
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def test_a_command_that_is_no_list_is_a_sentence(tmp_path: Path) -> None:
    says = Says(tmp_path)
    assert 'UNDERSIGNED_BACKUP_COMMAND: write a JSON list, such as ["program", "{file}"].' in one_sentence(
        says("check", UNDERSIGNED_BACKUP_COMMAND="rclone copy")
    )
    (tmp_path / "config.toml").write_text('backup_command = "rclone copy"', encoding="utf-8")
    assert "this should be a list of words, each in quotes." in one_sentence(says("check"))
