"""The settings: ``config.toml`` and the environment, read into one typed object.

A wrong key, value, zone, URL or file, and a missing token, is one sentence that names it (:class:`ConfigError`).
No sentence and no ``repr`` holds a token or the password of a database.
"""

import contextlib
import difflib
import json
import os
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError, field_validator
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from models.config_error import ConfigError as ConfigError
from models.geography import time_zones
from models.log_records import LogFormat, LogLevel
from models.refusal import Refusal

PREFIX = "UNDERSIGNED_"
"""Every key can be given in the environment: ``UNDERSIGNED_TIME_ZONE`` for ``time_zone``. It wins over the file."""

FILE = Path("config.toml")
"""Read from the working directory when no other file is named; it need not exist."""


SECRETS = frozenset({"token", "key"})
"""Keys that are only taken from the environment."""


def _lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


class Settings(BaseModel):
    """Every key with its default; ``config.example.toml`` explains each to whoever runs the bot.

    Made directly it holds what it is given: only :func:`load` looks at the file and the environment, so that a
    rehearsal or a test never meets the real database by accident.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    token: SecretStr | None = None
    token_file: Path | None = None
    database: Annotated[str, Field(repr=False)] = "sqlite:///undersigned.db"
    """May hold a password: show it with :func:`shown`."""
    key: SecretStr | None = None
    key_file: Path | None = None
    time_zone: str = "UTC"
    log_level: Annotated[LogLevel, BeforeValidator(_lower)] = LogLevel.INFO
    log_format: Annotated[LogFormat, BeforeValidator(_lower)] = LogFormat.TEXT
    drain_seconds: Annotated[float, Field(ge=0, le=600, allow_inf_nan=False)] = 8.0
    card_seconds: Annotated[float, Field(ge=0, le=60, allow_inf_nan=False)] = 2.0
    backups: Annotated[int, Field(ge=0, le=1000)] = 7
    backup_folder: Path | None = None
    pages: Path | None = None
    pages_url: str = ""
    """Where ``pages`` is on the web, without a slash at the end."""
    backup_command: tuple[str, ...] = ()
    alive_file: Path | None = None
    shards: Annotated[int, Field(ge=0, le=1000)] = 0
    metrics_port: Annotated[int, Field(ge=0, le=65535)] = 0
    # Days, in the file under [retention]; what each means stands in models.operations.retention.
    retention_contacts: Annotated[int, Field(ge=1, le=3650)] = 30
    retention_journal: Annotated[int, Field(ge=0, le=36500)] = 730
    retention_servers: Annotated[int, Field(ge=1, le=3650)] = 30
    retention_refusals: Annotated[int, Field(ge=1, le=3650)] = 365
    retention_notices: Annotated[int, Field(ge=1, le=3650)] = 90
    retention_wishes: Annotated[int, Field(ge=1, le=3650)] = 30

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            return time_zones.zone_of(value, "UTC")
        except Refusal as refusal:
            raise ValueError(
                f"{value[:60]!r} isn't a time zone{_perhaps(refusal.values['suggestions'])}"
            ) from None

    @field_validator("pages_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        if value and re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", value) is None:
            raise ValueError("this isn't a web address; write it like https://letters.example.org.")
        return value.rstrip("/")

    @field_validator("database")
    @classmethod
    def _known_database(cls, value: str) -> str:
        _require_supported(value)
        return value

    def token_value(self) -> str:
        """The bot's token, from the environment or from ``token_file``. Raises ConfigError when there is none."""
        if self.token is not None and self.token_file is not None:
            raise ConfigError(f"{PREFIX}TOKEN and token_file are both set. Keep only one.")
        if self.token is not None:
            return _one_word(self.token.get_secret_value(), f"{PREFIX}TOKEN")
        if self.token_file is not None:
            return _one_word(_read_text(self.token_file, "token_file"), f"token_file {str(self.token_file)!r}")
        raise ConfigError(
            "There's no token. You get one at https://discord.com/developers/applications (docs/hosting.md). Put it in "
            f"the environment as {PREFIX}TOKEN, or in a file that token_file names."
        )

    def key_place(self) -> Path:
        """The file of the secret key: where the settings say, else beside a SQLite file or in the working directory."""
        return self.key_file or self._beside(".key")

    def alive_place(self) -> Path:
        """The file of the sign of life, by the same rule."""
        return self.alive_file or self._beside(".alive")

    def _beside(self, suffix: str) -> Path:
        address = make_url(self.database)
        beside = address.get_backend_name() == "sqlite" and Path(address.database or "")
        return beside.with_suffix(suffix) if beside else Path(f"undersigned{suffix}")

    def key_text(self) -> str | None:
        """The secret key as it is written in the environment or in its file; None where there is none yet.

        Raises ConfigError where both are set, or the file cannot be read.
        """
        if self.key is not None and self.key_file is not None:
            raise ConfigError(f"{PREFIX}KEY and key_file are both set. Keep only one.")
        if self.key is not None:
            return self.key.get_secret_value()
        place = self.key_place()
        return _read_text(place, "The secret key") if place.exists() else None

    def secrets(self) -> tuple[str, ...]:
        """What must never be shown: token, secret key and the database's password, where they are known."""
        address = make_url(self.database)
        found = [address.password, address.query.get("password")]
        with contextlib.suppress(ConfigError):
            found.append(self.token_value())
        with contextlib.suppress(ConfigError):
            found.append((self.key_text() or "").strip())
        return tuple(str(secret) for secret in found if secret)


def _require_supported(url: str) -> None:
    """Raises ValueError, with a sentence, for what is no URL of a database that is supported."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise ValueError(
            "this isn't a database URL; write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME."
        ) from None
    if address.drivername == "sqlite":
        if address.database in (None, "", ":memory:") or address.query or address.host:
            raise ValueError("a SQLite URL only names a file, such as sqlite:///undersigned.db.")
    elif address.drivername not in ("postgresql", "postgresql+psycopg"):
        raise ValueError(
            f"{address.drivername}:// isn't supported; start the URL with sqlite:/// or postgresql://."
        )


def spoken(url: str) -> str:
    """A database URL of the command line, where every program of the machine can read it.

    Raises ConfigError for what is none, and for one with a password.
    """
    try:
        _require_supported(url)
    except ValueError as problem:
        raise ConfigError(f"{url.rpartition('@')[2][:80]!r} can't be used: {problem}") from None
    address = make_url(url)
    if address.password or "password" in address.query:
        raise ConfigError(
            "Everyone on this machine can read a password on the command line. Leave it out of the URL and put "
            "it in PGPASSWORD in the environment or in the file ~/.pgpass."
        )
    return url


def shown(database: str) -> str:
    """A database URL without password and options, for people to read."""
    return make_url(database).set(query={}).render_as_string(hide_password=True)


def load(path: Path | None = None) -> Settings:
    """The settings from ``path`` and the environment. Without a path ``config.toml`` is read where it exists.

    Raises ConfigError with the first thing that is wrong.
    """
    file = path or FILE
    from_file = _read_toml(file) if path is not None or file.exists() else {}
    for secret in SECRETS & set(from_file):
        raise ConfigError(
            f"{file}: the {secret} doesn't belong in this file; set {PREFIX}{secret.upper()} in the environment, "
            f"or {secret}_file to a file that contains it."
        )
    for name in from_file:
        if name.startswith("retention_"):
            key = name.removeprefix("retention_")
            raise ConfigError(f"{file}: there's no setting {name!r}; write {key} under [retention].")
    from_file = flattened(from_file)
    _refuse_unknown(from_file, set(Settings.model_fields) - SECRETS, str(file))
    from_environment = _environment()
    try:
        return Settings(**{**from_file, **from_environment})
    except ValidationError as error:
        wrong = error.errors(include_url=False)[0]
        key = str(wrong["loc"][0])
        name = _variable(key) if key in from_environment else f"{file}: {key}"
        raise ConfigError(f"{name}: {_complaint(wrong['type'], wrong['msg'], wrong.get('ctx', {}))}") from None


def flattened(document: dict[str, Any]) -> dict[str, Any]:
    """The keys of the table ``[retention]`` beside all others, as ``retention_...``."""
    table = document.get("retention")
    if not isinstance(table, dict):
        return document
    return {name: value for name, value in document.items() if name != "retention"} | {
        f"retention_{name}": value for name, value in table.items()
    }


def _environment() -> dict[str, Any]:
    """The settings in the environment, in upper or lower case. Empty variables count as not set."""
    variables = {name.upper(): value for name, value in os.environ.items() if name.upper().startswith(PREFIX)}
    _refuse_unknown(variables, set(map(_variable, Settings.model_fields)), "environment")
    found: dict[str, Any] = {
        key: variables[_variable(key)] for key in Settings.model_fields if variables.get(_variable(key))
    }
    if "backup_command" in found:
        try:
            found["backup_command"] = json.loads(found["backup_command"])
        except ValueError:
            raise ConfigError(
                f'{_variable("backup_command")}: write a JSON list, such as ["program", "{{file}}"].'
            ) from None
    return found


def _variable(key: str) -> str:
    return PREFIX + key.upper()


def _read_toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_read_text(file, "The settings file"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file} isn't valid TOML: {error}.") from None


def _read_text(file: Path, what: str) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{what} {str(file)!r} can't be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{what} {str(file)!r} isn't UTF-8 text.") from None


def _one_word(text: str, where: str) -> str:
    token = text.strip()
    if not token or len(token.split()) != 1 or not token.isascii():
        raise ConfigError(
            f"{where} doesn't contain a bot token. Copy it again from the developer portal, with nothing around it."
        )
    return token


def _refuse_unknown(names: Iterable[str], known: set[str], where: str) -> None:
    for name in names:
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1, cutoff=0.7)
            raise ConfigError(f"{where}: there's no setting {name!r}{_perhaps(close)}")


_PLAINER = {
    "tuple_type": "this should be a list of words, each in quotes.",
    "float_parsing": "this should be a number.",
    "int_type": "this should be a whole number.",
    "int_parsing": "this should be a whole number.",
    "path_type": "this should be the path of a file, in quotes.",
    "string_type": "this should be text, in quotes.",
}


def _complaint(kind: str, message: str, context: dict[str, Any]) -> str:
    """Pydantic's complaint without the value, which might be a secret."""
    if kind == "value_error":
        return str(context["error"])
    return _PLAINER.get(kind) or f"{message.replace('Input should be', 'this should be')}."


def _perhaps(suggestions: list[str]) -> str:
    return f"; did you mean {' or '.join(suggestions[:3])}?" if suggestions else "."
