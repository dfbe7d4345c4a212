"""A coalition moves from one database to the other without loss, and only where nobody is disturbed."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, Table, update
from sqlmodel import Session

import bot
from cli import backup
from models import journal
from models.config import ConfigError
from models.database.lease import Lease
from models.database.schema import migrate
from models.database.store import make_engine
from models.database.tables import JournalEntry
from models.operations import copying
from tests import databases, postgresql
from tests.conftest import GUILD
from tests.models import makers, whole

only_here = pytest.mark.skipif(databases.on_postgresql(), reason="moves between both kinds by itself")


@only_here
def test_there_and_back_again_every_row_is_the_same(tmp_path: Path, server: postgresql.Server) -> None:
    here, back = (f"sqlite:///{tmp_path}/{name}.db" for name in ("here", "back"))
    server.execute("DROP DATABASE IF EXISTS there", "CREATE DATABASE there")
    there = server.url("there")
    before = whole.made(here)
    counts = copying.copy(here, there)
    assert counts == {name: len(rows) for name, rows in before.items() if rows}
    assert whole.rows(there) == before
    engine = make_engine(there)
    with Session(engine) as session:
        assert (proof := journal.verify_chain(session, GUILD)).broken_at == 0
        assert (proof.erased, proof.entries > 3) == (1, True)
        again = makers.signatory(session, makers.letter(session), "Newest")
        assert again.id == max(int(str(row[0])) for row in before["signatory"]) + 1, "the next number is free"
        session.rollback()
    engine.dispose()
    copying.copy(there, back)
    assert whole.rows(back) == before


@only_here
def test_the_report_says_how_much_was_copied_and_where_to(tmp_path: Path) -> None:
    here, there = (f"sqlite:///{tmp_path}/{name}.db" for name in ("here", "there"))
    rows = sum(len(one) for one in whole.made(here).values())
    assert f"\nAll {rows:,} rows are now in {there}, and each one is the same there." in backup.copy(
        here, there
    )


def refused(source: str, target: str) -> str:
    with pytest.raises(ConfigError) as error:
        copying.copy(source, target)
    return str(error.value)


def test_nothing_is_copied_over_something_or_from_nothing(tmp_path: Path) -> None:
    one, other = databases.url(tmp_path, "one", empty=True), databases.url(tmp_path, "other", empty=True)
    assert "named the same database twice" in refused(one, one)
    assert "doesn't exist or is empty" in refused(one, other)
    whole.made(one)
    kept = whole.made(other)
    assert "isn't empty" in refused(one, other)
    assert whole.rows(other) == kept


def test_nothing_is_copied_while_a_bot_runs_on_either(tmp_path: Path) -> None:
    one, other = databases.url(tmp_path, "one", empty=True), databases.url(tmp_path, "other", empty=True)
    whole.made(one)
    for busy in (one, other):
        bot = Lease(busy)
        assert bot.take()
        assert "A bot is running" in refused(one, other)
        bot.stop()
    assert copying.copy(one, other)


def test_another_version_is_not_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = databases.url(tmp_path, "one", empty=True), databases.url(tmp_path, "other", empty=True)
    migrate(one)
    monkeypatch.setattr("models.database.schema.newest", lambda: "9999")
    assert "Run bot.py migrate on it first" in refused(one, other)


def test_what_is_not_written_as_it_was_read_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = databases.url(tmp_path, "one", empty=True), databases.url(tmp_path, "other", empty=True)
    before = whole.made(one)

    def wrong(_old: Connection, new: Connection, _table: Table) -> None:
        new.execute(update(JournalEntry).values(act="other"))

    monkeypatch.setattr(copying, "_link_to_itself", wrong)
    assert "The table journalentry was different after the copy" in refused(one, other)
    assert not any(whole.rows(other).values())
    assert whole.rows(one) == before


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("foo", "this isn't a database URL"),
        ("mysql://x/y", "mysql:// isn't supported"),
        ("sqlite://", "a SQLite URL only names a file"),
        ("postgresql://u:hunter2@127.0.0.1:9/x", "in PGPASSWORD"),
        ("postgresql://u@127.0.0.1:9/x?password=hunter2", "in PGPASSWORD"),
        ("u:hunter2@host", "this isn't a database URL"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_the_command_line_takes_no_password_and_no_other_database(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], url: str, said: str, *, first: bool
) -> None:
    other = f"sqlite:///{tmp_path}/other.db"
    assert bot.main(["copy", *((url, other) if first else (other, url))]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "hunter2" not in told
