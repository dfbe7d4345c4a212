"""Settings: what is read, and that every mistake is one sentence that names it and holds no secret."""

import os
import re
import tomllib
from pathlib import Path

import pytest
from msgspec.structs import asdict
from pydantic import SecretStr

from models import config
from models.config import ConfigError, Settings
from models.operations.retention import Retention

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of anyone who runs the tests, and no config.toml."""
    for name in os.environ:
        if name.upper().startswith(config.PREFIX):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def complaint(text: str) -> str:
    """The sentence for a config.toml with this text."""
    Path("config.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        config.load()
    return str(caught.value)


def test_without_a_file_the_defaults_hold() -> None:
    assert config.load() == Settings()


def test_the_file_in_the_working_directory_is_read() -> None:
    Path("config.toml").write_text('time_zone = "Europe/Paris"')
    assert config.load().time_zone == "Europe/Paris"


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("config.toml").write_text("drain_seconds = 1")
    monkeypatch.setenv("UNDERSIGNED_DRAIN_SECONDS", "3.5")
    assert config.load().drain_seconds == 3.5


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDERSIGNED_TIME_ZONE", "")
    assert config.load().time_zone == "UTC"


def test_settings_made_directly_never_look_at_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDERSIGNED_DATABASE", "postgresql://real/one")
    assert Settings().database == "sqlite:///undersigned.db"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('databse = "x"', "config.toml: there's no setting 'databse'; did you mean database?"),
        ("[discord]", "config.toml: there's no setting 'discord'."),
        ("database = 5", "config.toml: database: this should be text, in quotes."),
        (
            'time_zone = "Europe/Pariss"',
            "config.toml: time_zone: 'Europe/Pariss' isn't a time zone; did you mean Europe/Paris",
        ),
        ('log_level = "loud"', "config.toml: log_level: this should be 'debug', 'info', 'warning' or 'error'."),
        ('log_format = "xml"', "config.toml: log_format: this should be 'text' or 'json'."),
        ("drain_seconds = -1", "config.toml: drain_seconds: this should be greater than or equal to 0."),
        ('card_seconds = "soon"', "config.toml: card_seconds: this should be a number."),
        ("card_seconds = nan", "config.toml: card_seconds: this should be a finite number."),
        ("token_file = 4", "config.toml: token_file: this should be the path of a file, in quotes."),
        ("drain_seconds", "config.toml isn't valid TOML: "),
        (
            "[retention]\nserver = 3",
            "config.toml: there's no setting 'retention_server'; did you mean retention_servers",
        ),
        (
            "[retention]\nservers = 0",
            "config.toml: retention_servers: this should be greater than or equal to 1.",
        ),
        ('[retention]\njournal = "long"', "config.toml: retention_journal: this should be a whole number."),
        (
            "retention_contacts = 3",
            "config.toml: there's no setting 'retention_contacts'; write contacts under [retention].",
        ),
        ("retention = 3", "config.toml: there's no setting 'retention'"),
    ],
)
def test_a_wrong_key_or_value_is_named(text: str, sentence: str) -> None:
    assert complaint(text).startswith(sentence)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("hunter2", "this isn't a database URL"),
        ("postgresql://u:hunter2@host:port/name", "this isn't a database URL"),
        ("postgres://u:hunter2@host/name", "postgres:// isn't supported"),
        ("postgresql+asyncpg://u:hunter2@host/name", "postgresql+asyncpg:// isn't supported"),
        ("sqlite+aiosqlite:///file.db", "sqlite+aiosqlite:// isn't supported"),
        ("sqlite://", "a SQLite URL only names a file"),
        ("sqlite:///:memory:", "a SQLite URL only names a file"),
        ("sqlite:///file.db?mode=ro", "a SQLite URL only names a file"),
    ],
)
def test_a_database_url_that_cannot_work_is_refused_without_its_password(url: str, sentence: str) -> None:
    said = complaint(f'database = "{url}"')
    assert said.startswith(f"config.toml: database: {sentence}")
    assert "hunter2" not in said


def test_a_mistyped_variable_is_named_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDERSIGNED_TIMEZONE", "UTC")
    with pytest.raises(
        ConfigError,
        match=r"environment: there's no setting 'UNDERSIGNED_TIMEZONE'; did you mean UNDERSIGNED_TIME_ZONE\?",
    ):
        config.load()


def test_a_wrong_value_in_the_environment_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDERSIGNED_LOG_LEVEL", "loud")
    with pytest.raises(ConfigError, match=r"^UNDERSIGNED_LOG_LEVEL: this should be"):
        config.load()


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"absent\.toml' can't be read: No such file"):
        config.load(tmp_path / "absent.toml")


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    Path("config.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match=r"'config\.toml' isn't UTF-8 text"):
        config.load()


@pytest.mark.parametrize("secret", ["token", "key"])
def test_the_token_is_refused_in_the_file_and_not_repeated(secret: str) -> None:
    said = complaint(f'{secret} = "hunter2"')
    assert "doesn't belong in this file" in said
    assert "hunter2" not in said


def test_the_token_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDERSIGNED_TOKEN", " a.b.c\n")
    assert config.load().token_value() == "a.b.c"


def test_the_token_comes_from_a_file_of_its_own(tmp_path: Path) -> None:
    secret = tmp_path / "token"
    secret.write_text("a.b.c\n")
    assert Settings(token_file=secret).token_value() == "a.b.c"


def test_two_tokens_are_one_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDERSIGNED_TOKEN", "a.b.c")
    monkeypatch.setenv("UNDERSIGNED_TOKEN_FILE", "token")
    with pytest.raises(ConfigError, match=r"UNDERSIGNED_TOKEN and token_file are both set"):
        config.load().token_value()


@pytest.mark.parametrize("token", ["Bot a.b.c", "“a.b.c”"])
def test_a_token_with_something_around_it_is_refused_and_not_repeated(
    token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNDERSIGNED_TOKEN", token)
    with pytest.raises(ConfigError, match=r"^UNDERSIGNED_TOKEN doesn't contain a bot token") as caught:
        config.load().token_value()
    assert "a.b.c" not in str(caught.value)


def test_a_missing_token_says_where_to_put_one() -> None:
    with pytest.raises(
        ConfigError, match=r"no token\. You get one at .* UNDERSIGNED_TOKEN, or in a file that token_file"
    ):
        config.load().token_value()


def test_a_token_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"token_file '.*absent' can't be read: No such file"):
        Settings(token_file=tmp_path / "absent").token_value()


def test_no_secret_is_in_the_repr() -> None:
    settings = Settings(token=SecretStr("a.b.c"), database="postgresql://u:hunter2@host/name")
    assert "a.b.c" not in repr(settings)
    assert "hunter2" not in repr(settings)


def test_a_database_is_shown_without_password_and_options() -> None:
    url = "postgresql://u:hunter2@host/name?password=hunter2"
    assert config.shown(url) == "postgresql://u:***@host/name"


def test_what_must_not_be_shown_is_known() -> None:
    url = "postgresql://u:first@host/name?password=second"
    assert Settings(token=SecretStr("a.b.c"), database=url).secrets() == ("first", "second", "a.b.c")


def test_the_example_gives_every_key_with_its_default_and_explains_it() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    before, table = text.split("[retention]")
    explained = re.findall(r"^# .*\n(?:# )?([a-z_]+) = ", before, re.MULTILINE)
    explained += [f"retention_{key}" for key in re.findall(r"^# .*\n([a-z_]+) = ", table, re.MULTILINE)]
    assert explained == [key for key in Settings.model_fields if key not in config.SECRETS]
    given = config.flattened(tomllib.loads(text))
    assert Settings(**given) == Settings()
    assert set(given) == set(explained) - {
        "token_file",
        "key_file",
        "backup_folder",
        "backup_command",
        "alive_file",
        "pages",
        "pages_url",
    }


def test_days_of_retention_stand_in_a_table_of_their_own() -> None:
    Path("config.toml").write_text("[retention]\nservers = 7", encoding="utf-8")
    assert config.load().retention_servers == 7
    assert asdict(Retention()) == {
        "contacts": Settings().retention_contacts,
        "journal": Settings().retention_journal,
        "servers": Settings().retention_servers,
        "refusals": Settings().retention_refusals,
        "notices": Settings().retention_notices,
        "wishes": Settings().retention_wishes,
    }


def test_the_example_says_where_the_token_goes() -> None:
    assert "UNDERSIGNED_TOKEN" in EXAMPLE.read_text(encoding="utf-8")
