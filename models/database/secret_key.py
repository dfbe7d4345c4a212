"""The secret key: what an open secret vote leaves in the database can be recognised with it, and by nobody without it.

It is beside the database, never in it: in a file (``key_file``) or in the environment. A backup does not hold it.
The database keeps its fingerprint, so that every process on it has the same one.
"""

import os
import re
import secrets
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from models.config import PREFIX, ConfigError, Settings, shown
from models.database import schema
from models.database.keyed import Key
from models.database.store import make_engine
from models.database.tables import Meta

BYTES = 32
FINGERPRINT = "fingerprint of the secret key"
"""The name of the fact in the table ``meta``."""
_WRITTEN = re.compile(rf"[0-9a-f]{{{2 * BYTES}}}")


def opened(settings: Settings, require: Callable[[Connection], object] | None = None) -> Key:
    """The key of this database, which is of this version; made where neither the database nor its host has one yet.
    ``require`` is asked before one is written down, and what it raises undoes that (``Term.require``).

    Raises ConfigError where the database has another one, or none can be made.
    """
    key, known = _found(settings), fingerprint(settings.database)
    if known is not None:
        return _require(settings, key, known)
    key = key or _made(settings.key_place())
    engine = make_engine(settings.database)
    try:
        with engine.execution_options(sqlite_begin="IMMEDIATE").begin() as connection:
            connection.execute(insert(Meta).values(name=FINGERPRINT, value=key.fingerprint))
            if require is not None:
                require(connection)
    except IntegrityError:  # another process has opened it meanwhile
        return opened(settings, require)
    finally:
        engine.dispose()
    return key


def another(settings: Settings) -> Key | None:
    """The key with which a database of ours could go on whose own is lost: the one that is there, or one that is made;
    None if nothing is lost."""
    key = _found(settings)
    known = fingerprint(settings.database)
    return None if known is None or (key and key.fingerprint == known) else key or _made(settings.key_place())


def check(settings: Settings) -> str:
    """Where the key stands, in words; changes nothing. Raises ConfigError as ``schema.state_of`` does, and where the
    database has another key."""
    known = fingerprint(settings.database) if schema.state_of(settings.database).stored else None
    key = _found(settings)
    if known is not None:
        _require(settings, key, known)
        return f"it's in {_where(settings)} (fingerprint {known})"
    return f"it's in {_where(settings)}" if key else f"the bot makes it in {_where(settings)} when it starts"


def fingerprint(url: str) -> str | None:
    """The fingerprint of the key to which a database of ours belongs; None if none has opened it yet."""
    engine = make_engine(url)
    with engine.begin() as connection:
        found = connection.execute(select(col(Meta.value)).where(col(Meta.name) == FINGERPRINT)).scalar()
    engine.dispose()
    return found


def _require(settings: Settings, key: Key | None, known: str) -> Key:
    if key is None or key.fingerprint != known:
        where = _where(settings)
        there = f"there's none in {where}" if key is None else f"the one in {where} has {key.fingerprint}"
        raise ConfigError(
            f"The database {shown(settings.database)} needs the secret key with the fingerprint {known}, but {there}. "
            "Put the right file there, or set key_file to it. If you've lost the key for good, run bot.py new-key."
        )
    return key


def _where(settings: Settings) -> str:
    return f"{PREFIX}KEY" if settings.key is not None else str(settings.key_place())


def _found(settings: Settings) -> Key | None:
    text = settings.key_text()
    return _read(text, _where(settings)) if text is not None else None


def _read(text: str, where: str) -> Key:
    """A key as it is written: 64 hexadecimal digits. Raises ConfigError, which does not repeat it."""
    if not _WRITTEN.fullmatch(text.strip()):
        raise ConfigError(
            f"{where} doesn't contain a secret key. A key has {2 * BYTES} characters, 0 to 9 and a to f."
        )
    return Key(bytes.fromhex(text.strip()))


def _made(place: Path) -> Key:
    """A new key in a file of its own, which is on the disk when this returns. Of two that start at once one makes it,
    and the other reads it."""
    key = Key(secrets.token_bytes(BYTES))
    unfinished = place.with_name(f"{place.name}.{os.getpid()}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(f"{key.secret.hex()}\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            place.hardlink_to(unfinished)
        except FileExistsError:
            return _read(place.read_text(encoding="ascii"), str(place))
        finally:
            unfinished.unlink()
    except OSError as error:
        raise ConfigError(
            f"I can't save the secret key in {str(place)!r}: {error.strerror or error}."
        ) from None
    return key
