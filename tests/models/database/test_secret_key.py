"""The secret key: made once, readable by nobody else, in no backup, and the same for every process on a database."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlmodel import Session

from cogs.client import Undersigned
from models.config import ConfigError, Settings
from models.database import keyed, schema, secret_key
from models.database.keyed import Key, Purpose
from models.database.lease import NotLeading
from models.operations import backups
from tests import databases

ONE, OTHER = "1" * 64, "2" * 64


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database=databases.url(tmp_path, "test"), key_file=tmp_path / "test.key")


def refused(settings: Settings) -> str:
    with pytest.raises(ConfigError) as error:
        secret_key.opened(settings)
    with pytest.raises(ConfigError, match="^" + str(error.value).partition(",")[0]):
        secret_key.check(settings)
    return str(error.value)


def test_the_first_start_makes_it_and_nobody_else_may_read_it(settings: Settings, tmp_path: Path) -> None:
    key = secret_key.opened(settings)
    file = tmp_path / "test.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert bytes.fromhex(file.read_text()) == key.secret
    assert [path.name for path in tmp_path.glob("*key*")] == ["test.key"]
    assert secret_key.opened(settings) == key
    assert secret_key.fingerprint(settings.database) == key.fingerprint


def test_of_two_processes_that_open_a_new_database_with_different_keys_one_is_refused(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema.migrate(settings.database)
    other, looks = settings.model_copy(update={"key_file": tmp_path / "other.key"}), secret_key.fingerprint

    def looked(url: str) -> str | None:
        monkeypatch.setattr(secret_key, "fingerprint", looks)
        found = looks(url)
        secret_key.opened(other)  # before the first has written its own down
        return found

    monkeypatch.setattr(secret_key, "fingerprint", looked)
    with pytest.raises(ConfigError, match="needs the secret key with the fingerprint"):
        secret_key.opened(settings)
    assert secret_key.opened(other).fingerprint == looks(settings.database)


def test_a_process_that_leads_no_more_writes_down_no_key(settings: Settings) -> None:
    def leads_no_more(_connection: object) -> None:
        raise NotLeading

    schema.migrate(settings.database)
    with pytest.raises(NotLeading):
        secret_key.opened(settings, leads_no_more)
    assert secret_key.fingerprint(settings.database) is None


@databases.only_sqlite
def test_left_out_it_stands_beside_a_sqlite_file(tmp_path: Path) -> None:
    assert Settings(database=f"sqlite:///{tmp_path}/bot.db").key_place() == tmp_path / "bot.key"
    assert Settings(database="postgresql://u@host/name").key_place() == Path("undersigned.key")


def test_a_database_takes_no_other_key_and_not_none(settings: Settings, tmp_path: Path) -> None:
    key = secret_key.opened(settings)
    (tmp_path / "test.key").rename(tmp_path / "away.key")
    assert f"the fingerprint {key.fingerprint}, but there's none in " in refused(settings)
    assert not (tmp_path / "test.key").exists(), "none is made in its place"
    (tmp_path / "test.key").write_text(OTHER)
    assert "but the one in " in refused(settings)
    assert secret_key.opened(settings.model_copy(update={"key_file": tmp_path / "away.key"})) == key


async def test_a_process_with_another_key_does_not_start(settings: Settings, tmp_path: Path) -> None:
    secret_key.opened(settings)
    (tmp_path / "test.key").write_text(OTHER)
    client = Undersigned(settings)
    with pytest.raises(ConfigError, match="needs the secret key"):
        await client.setup_hook()
    client.store.close()


def test_the_environment_can_give_it_and_no_file_is_made(tmp_path: Path) -> None:
    settings = Settings(database=databases.url(tmp_path, "test"), key=SecretStr(ONE))
    assert secret_key.opened(settings) == Key(bytes.fromhex(ONE))
    assert not settings.key_place().with_name("test.key").exists()
    with pytest.raises(ConfigError, match="Keep only one"):
        secret_key.opened(settings.model_copy(update={"key_file": tmp_path / "x"}))


@pytest.mark.parametrize("written", ["", "hunter2", ONE[1:], ONE + ONE, "g" * 64])
def test_what_is_no_key_is_refused_and_not_repeated(settings: Settings, tmp_path: Path, written: str) -> None:
    (tmp_path / "test.key").write_text(written)
    with pytest.raises(ConfigError, match="doesn't contain a secret key") as error:
        secret_key.opened(settings)
    assert not written or written not in str(error.value)


def test_it_is_never_shown(settings: Settings) -> None:
    key = secret_key.opened(settings)
    assert key.secret.hex() in settings.secrets()
    assert repr(key) == "Key()"
    assert ONE not in repr(Settings(key=SecretStr(ONE)))


@databases.only_sqlite
def test_no_backup_holds_it(settings: Settings, tmp_path: Path) -> None:
    key = secret_key.opened(settings)
    backups.make(settings, datetime(2025, 2, 13, tzinfo=UTC))
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "test.key"]
    assert len(kept) > 1
    assert [
        path for path in kept if key.secret in (held := path.read_bytes()) or key.secret.hex().encode() in held
    ] == []


def test_where_it_cannot_be_kept_is_said(settings: Settings, tmp_path: Path) -> None:
    absent = settings.model_copy(update={"key_file": tmp_path / "absent" / "test.key"})
    with pytest.raises(ConfigError, match=r"can't save the secret key in '.*absent/test\.key': No such file"):
        secret_key.opened(absent)
    assert secret_key.fingerprint(settings.database) is None


def test_a_new_database_and_one_before_the_key_say_where_it_will_be(tmp_path: Path) -> None:
    empty = Settings(database=databases.url(tmp_path, "empty", empty=True), key_file=tmp_path / "test.key")
    assert secret_key.check(empty) == f"the bot makes it in {tmp_path}/test.key when it starts"
    schema.migrate(empty.database)
    assert secret_key.check(empty).startswith("the bot makes it")
    secret_key.opened(empty)
    assert secret_key.check(empty).startswith(f"it's in {tmp_path}/test.key (fingerprint ")


def test_a_digest_depends_on_the_key_the_purpose_and_where_each_part_ends(session: Session) -> None:
    made = {
        keyed.digest(session, Purpose.BALLOT, "ab", "c"),
        keyed.digest(session, Purpose.BALLOT, "a", "bc"),
        keyed.digest(session, Purpose.BALLOT, 1),
        keyed.digest(session, Purpose.BALLOT, "1"),
        keyed.digest(session, Purpose.PRESS, 1),
    }
    again = keyed.digest(session, Purpose.BALLOT, 1)
    session.info[keyed.KEY] = Key(bytes(32))
    assert len(made | {keyed.digest(session, Purpose.BALLOT, 1)}) == 6
    assert again in made
    assert {len(one) for one in made} == {43}


def test_a_session_without_the_key_makes_no_digest(session: Session) -> None:
    session.info.clear()
    with pytest.raises(RuntimeError, match="without the secret key"):
        keyed.digest(session, Purpose.BALLOT, 1)
