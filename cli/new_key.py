"""Another secret key, where that of a database is lost for good: what it costs is said before it is done."""

import asyncio
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from sqlmodel import Session

from cli.queries import asked, require_current
from models.config import ConfigError, Settings, shown
from models.database import installation, schema, secret_key
from models.database.store import Store
from models.operations.copying import alone
from models.voting import sealing

GONE = "Once you have a new key, the old one will never work again, even if you find it."
FORGOTTEN = (
    "The bot will no longer recognise people who said no and then erased their data, and every member's limits start "
    "again."
)
QUESTION = "Do you want to make a new key? Type yes: "


def new_key(settings: Settings, asks: Callable[[str], str] | None) -> int:
    """Say what is lost, ask with ``asks`` where one is given, and do it. 0 when it is done or nothing was lost, 1 when
    the answer was no.

    Raises ConfigError for a database that holds nothing or is of another version, and where a bot runs on it.
    """
    require_current(settings.database)
    with alone(settings.database):
        return asyncio.run(_replace(settings, asks))


async def _replace(settings: Settings, asks: Callable[[str], str] | None) -> int:
    store = Store(settings.database)
    try:
        lost = len(await store.read(sealing.sealed_votes))
        if asks is not None:
            print(f"{GONE} {cost(lost)}", file=sys.stderr)
            if asks(QUESTION).strip().lower() != "yes":
                print("Nothing was changed.", file=sys.stderr)
                return 1
        key = secret_key.another(settings)
        if key is None:
            print("Nothing was changed. The database has its key, or doesn't need one yet.")
            return 0
        await store.write(_begin_anew, datetime.now(UTC), key.fingerprint)
    finally:
        store.close()
    where = secret_key.check(settings)
    print(f"The database {shown(settings.database)} now uses a new secret key. {where[0].upper()}{where[1:]}.")
    return 0


def _begin_anew(session: Session, now: datetime, fingerprint: str) -> int:
    installation.put(session, secret_key.FINGERPRINT, fingerprint)
    return sealing.begin_anew(session, now)


def cost(votes: int) -> str:
    """What is lost with a key: everything of ``models/database/keyed.py``."""
    if not votes:
        return f"No secret vote is open, so nobody has to vote again. {FORGOTTEN}"
    begins = "1 open secret vote starts" if votes == 1 else f"{votes:,} open secret votes start"
    again = f"Without the old key, {begins} again. I'll tell the moderators. Everyone has to vote again."
    return f"{again} {FORGOTTEN}"


def missing(settings: Settings) -> str:
    """What should be said of a database that was put in its place and whose key is not there; empty if it is."""
    try:
        secret_key.check(settings)
    except ConfigError as said:
        return f"\n{said}\n{cost(_count(settings))}"
    return ""


def _count(settings: Settings) -> int:
    current = schema.state_of(settings.database).current
    return len(asked(settings.database, sealing.sealed_votes)) if current else 0
