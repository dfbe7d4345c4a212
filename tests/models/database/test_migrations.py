"""The schema: a fresh database is what the tables say, and an earlier one is brought there without loss."""

import contextlib
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, inspect
from sqlmodel import Session, SQLModel, select

from models.config import ConfigError
from models.database import schema
from models.database.lease import NotLeading
from models.database.store import make_engine
from models.database.tables import NameMark, Signatory
from models.names import blocking, collation
from rehearsal.rest import HANGS_SECONDS
from tests import databases
from tests.databases import only_sqlite
from tests.models import makers, naming

NEXT = f"{int(schema.newest()) + 1:04}"


@pytest.fixture
def url(tmp_path: Path) -> str:
    return databases.url(tmp_path, "test", empty=True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "test.db"


def later(monkeypatch: pytest.MonkeyPatch, folder: Path, *statements: str) -> None:
    """One migration more than there is: a later version of the program."""
    shutil.copytree(schema.FOLDER, folder)
    body = "\n".join(f"    op.execute({statement!r})" for statement in statements)
    (folder / "versions" / f"{NEXT}_later.py").write_text(
        f"from alembic import op\nrevision = {NEXT!r}\ndown_revision = {schema.newest()!r}\n"
        f"def upgrade() -> None:\n{body}\n"
    )
    monkeypatch.setattr(schema, "FOLDER", folder)


def shape(engine: Engine) -> dict[str, Any]:
    """Everything that a database says about its tables."""
    look = inspect(engine)
    return {
        table: {
            "columns": [(c["name"], str(c["type"]), c["nullable"]) for c in look.get_columns(table)],
            "primary key": look.get_pk_constraint(table),
            "references": sorted(map(str, look.get_foreign_keys(table))),
            "unique": sorted(map(str, look.get_unique_constraints(table))),
            "indexes": sorted(
                (
                    str(i["name"]),
                    i["column_names"],
                    i["unique"],
                    {option: str(value) for option, value in i.get("dialect_options", {}).items()},
                )
                for i in look.get_indexes(table)
            ),
        }
        for table in look.get_table_names()
        if table != "alembic_version"
    }


def test_the_migrations_make_exactly_the_tables(url: str, tmp_path: Path) -> None:
    # Anyone who changes models.database.tables: python -m models.database.migrations "what changes"
    migrated = make_engine(url, foreign_keys=False)
    with migrated.begin() as connection:
        schema.upgrade(connection)
    new = databases.url(tmp_path, "created", empty=True)
    schema.migrate(new)
    created = make_engine(new)
    assert schema.state_of(new).current
    try:
        with migrated.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, SQLModel.metadata) == []
        assert shape(migrated) == shape(created)
    finally:
        migrated.dispose()
        created.dispose()


@only_sqlite
def test_ballots_lie_in_the_order_of_their_key_whichever_way_the_table_was_made(
    url: str, tmp_path: Path
) -> None:
    migrated = make_engine(url, foreign_keys=False)
    with migrated.begin() as connection:
        schema.upgrade(connection)
    migrated.dispose()
    schema.migrate(f"sqlite:///{tmp_path}/created.db")
    made = "SELECT sql FROM sqlite_master WHERE name = 'ballot'"
    both = [execute(tmp_path / name, made)[0][0] for name in ("test.db", "created.db")]
    assert [sql.rstrip().endswith("WITHOUT ROWID") for sql in both] == [True, True]


def test_the_newest_revision_read_from_the_files_is_the_one_that_alembic_would_reach(url: str) -> None:
    engine = make_engine(url)
    with engine.connect() as connection:
        scripts = ScriptDirectory.from_config(schema.alembic_config(connection))
    engine.dispose()
    assert scripts.get_heads() == [schema.newest()]
    assert tuple(sorted(script.revision for script in scripts.walk_revisions())) == schema.revisions()


@only_sqlite
def test_asking_for_the_state_of_a_database_makes_no_file(file: Path) -> None:
    assert schema.state_of(f"sqlite:///{file}") == schema.SchemaState("", schema.newest())
    assert not file.exists()


def test_a_current_database_is_left_alone_and_alembic_is_not_imported(url: str) -> None:
    schema.migrate(url)
    code = (
        f"import sys; from models.database import schema; schema.migrate({url!r}); "
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_new_database_needs_no_copy(url: str, file: Path) -> None:
    assert schema.migrate(url) is None
    assert [path.name for path in file.parent.glob("*before*")] == []


@only_sqlite
def test_a_copy_is_kept_before_a_migration_and_no_one_else_may_read_it(
    url: str, file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    schema.migrate(url)
    file.chmod(0o600)
    execute(file, "INSERT INTO meta VALUES ('kept', 'yes')")
    later(monkeypatch, tmp_path / "later", "DELETE FROM meta")
    copy = makers.present(schema.migrate(url))
    assert execute(copy, "SELECT value FROM meta") == [("yes",)]
    assert execute(copy, "SELECT version_num FROM alembic_version") != [(NEXT,)]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert execute(file, "SELECT * FROM meta") == []


@only_sqlite
def test_only_the_newest_copies_stay(
    url: str, file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    schema.migrate(url)
    old = [file.with_name(f"test.2025010{day}T000000000000Z-before-0001.db") for day in range(1, 5)]
    other = file.with_name("test.20250101-before-christmas.db")
    for path in (*old, other):
        path.touch()
    later(monkeypatch, tmp_path / "later", "SELECT 1")
    copy = schema.migrate(url)
    assert sorted(file.parent.glob("test.*Z-before-*.db")) == [*old[2:], copy]
    assert other.exists()


def test_a_migration_that_fails_half_way_changes_nothing(
    url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    schema.migrate(url)
    later(monkeypatch, tmp_path / "later", "DROP TABLE meta", "DROP TABLE nowhere")
    with pytest.raises(ConfigError, match=r"can't be updated to this version: .*nowhere.*\."):
        schema.migrate(url)
    assert execute(url, "SELECT * FROM meta") == []
    assert execute(url, "SELECT version_num FROM alembic_version") != [(NEXT,)]


@only_sqlite
def test_a_database_that_another_program_is_using_is_said_so(
    url: str, file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    schema.migrate(url)
    later(monkeypatch, tmp_path / "later", "SELECT 1")
    monkeypatch.setattr(schema, "MIGRATING_MILLISECONDS", 1)
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(
            ConfigError, match=r"can't be updated to this version: another program is using it\."
        ):
            schema.migrate(url)


@only_sqlite
def test_where_a_migration_fails_the_copy_made_before_it_is_named(
    url: str, file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    schema.migrate(url)
    later(monkeypatch, tmp_path / "later", "DROP TABLE nowhere")
    with pytest.raises(ConfigError) as failed:
        schema.migrate(url)
    [copy] = file.parent.glob("test.*Z-before-*.db")
    assert str(failed.value).endswith(f"It hasn't changed, and there's a copy of it: {copy}.")


@only_sqlite
def test_rebuilding_a_table_does_not_empty_its_children(
    url: str, file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    schema.migrate(url)
    execute(file, "CREATE TABLE parent (id INTEGER PRIMARY KEY)", "INSERT INTO parent VALUES (1)")
    execute(
        file,
        "CREATE TABLE child (parent_id INTEGER REFERENCES parent (id) ON DELETE CASCADE)",
        "INSERT INTO child VALUES (1)",
    )
    later(
        monkeypatch,
        tmp_path / "later",
        "CREATE TABLE rebuilt (id INTEGER PRIMARY KEY)",
        "INSERT INTO rebuilt SELECT id FROM parent",
        "DROP TABLE parent",
        "ALTER TABLE rebuilt RENAME TO parent",
    )
    schema.migrate(url)
    assert execute(file, "SELECT * FROM child") == [(1,)]


@only_sqlite
def test_a_migration_that_leaves_orphans_is_undone(
    url: str, file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    schema.migrate(url)
    execute(file, "CREATE TABLE parent (id INTEGER PRIMARY KEY)", "INSERT INTO parent VALUES (1)")
    execute(
        file, "CREATE TABLE child (parent_id INTEGER REFERENCES parent (id))", "INSERT INTO child VALUES (1)"
    )
    later(monkeypatch, tmp_path / "later", "DELETE FROM parent")
    with pytest.raises(ConfigError, match="1 of its rows would then point to nothing"):
        schema.migrate(url)
    assert execute(file, "SELECT * FROM parent") == [(1,)]


def test_a_database_of_a_later_version_is_refused_in_one_sentence(url: str) -> None:
    schema.migrate(url)
    execute(url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ConfigError, match=r"from a later version of the bot \(revision 9999\)"):
        schema.migrate(url)


def test_a_database_of_another_program_is_refused_in_one_sentence(url: str) -> None:
    execute(url, "CREATE TABLE letter (id INTEGER PRIMARY KEY)")
    with pytest.raises(ConfigError, match=r"Another program has made a table 'letter'"):
        schema.migrate(url)


@only_sqlite
def test_a_file_that_is_no_database_is_refused_in_one_sentence(url: str, file: Path) -> None:
    file.write_bytes(b"not a database" * 100)
    with pytest.raises(ConfigError, match=r"test\.db can't be opened: file is not a database\."):
        schema.migrate(url)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"the folder '.*absent' doesn't exist or is read-only"):
        schema.migrate(f"sqlite:///{tmp_path}/absent/test.db")


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    with pytest.raises(ConfigError, match=r"postgresql://u:\*\*\*@127\.0\.0\.1:9/x can't be opened") as caught:
        schema.migrate("postgresql://u:hunter2@127.0.0.1:9/x")
    assert "hunter2" not in str(caught.value)


@only_sqlite
def test_nobody_else_writes_while_a_migration_runs(
    url: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(_connection: Connection) -> None:
        other = sqlite3.connect(file, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()

    monkeypatch.setattr(schema, "_make", make)
    schema.migrate(url)


def test_a_process_that_leads_no_more_leaves_the_database_as_it_is(url: str) -> None:
    def leads_no_more(_connection: object) -> None:
        raise NotLeading

    with pytest.raises(NotLeading):
        schema.migrate(url, leads_no_more)
    assert schema.state_of(url).stored == ""


def test_processes_that_start_at_once_all_reach_the_newest_revision(url: str) -> None:
    code = f"from models.database import schema; schema.migrate({url!r})"
    starts = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(3)]
    assert [start.wait(HANGS_SECONDS) for start in starts] == [0, 0, 0]
    assert schema.state_of(url).current


def execute(database: Path | str, *statements: str) -> list[Any]:
    """Run statements on a file or at an address, past everything of ours; the rows of the last."""
    engine = create_engine(make_engine(database).url if isinstance(database, str) else f"sqlite:///{database}")
    with engine.begin() as connection:
        results = [connection.exec_driver_sql(statement) for statement in statements]
        rows = list(map(tuple, results[-1])) if results[-1].returns_rows else []
    engine.dispose()
    return rows


def test_sort_keys_and_marks_of_names_are_made_again_but_for_what_a_moderator_typed(url: str) -> None:
    schema.migrate(url)
    engine = make_engine(url)
    with Session(engine) as session, session.begin():
        letter = naming.a_letter(session)
        rows = {
            name: makers.signatory(session, letter, name)
            for name in ("Kaʻala Farm", "Kaʻala Trust", "Союз Щит", "Harbour Watch")
        }
        rows["Kaʻala Farm"].sort_key = "kaʻala farm"
        rows["Kaʻala Trust"].sort_key = "zz trust"
        keys = {row.id: row.name_key for row in rows.values()}
        for row in rows.values():
            session.add(NameMark(signatory_id=row.id, mark="w:old", letter_id=letter.id))
        ids = {name: row.id for name, row in rows.items()}
    with engine.begin() as connection, Operations.context(MigrationContext.configure(connection)):
        scripts = ScriptDirectory.from_config(schema.alembic_config(connection))
        scripts.get_revision("0003").module.upgrade()
    with Session(engine) as session:
        found = {row.id: row for row in session.exec(select(Signatory))}
        assert found[ids["Kaʻala Farm"]].sort_key == "kaala farm"
        assert found[ids["Kaʻala Farm"]].alphabetical == collation.key("kaala farm")
        assert found[ids["Kaʻala Trust"]].sort_key == "zz trust"
        assert {row.id: row.name_key for row in found.values()} == keys
        marked = set(session.exec(select(NameMark.signatory_id, NameMark.mark)))
        assert marked == {(row.id, mark) for row in found.values() for mark in blocking.of(row.kind, row.name)}
    engine.dispose()
