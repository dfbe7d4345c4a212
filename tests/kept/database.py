"""The kept databases, put into an empty one."""

import json
import sqlite3
from typing import Any

import psycopg
from sqlalchemy import inspect, make_url, text

from models.database.store import make_engine
from tests.kept.world import FOLDER

NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


def stood(name: str) -> dict[str, Any]:
    """What was on Discord beside it."""
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found


def load(name: str, url: str) -> None:
    """Put a kept database into the empty one at this address."""
    address = make_url(url)
    kind = address.get_backend_name()
    statements = (FOLDER / f"{name}.{kind}.sql").read_text(encoding="utf-8")
    if kind == "sqlite":
        connection = sqlite3.connect(str(address.database))
        connection.executescript(statements)
        connection.close()
        return
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(statements.encode())


def counts(url: str) -> dict[str, int]:
    """How many rows each table has."""
    engine = make_engine(url)
    with engine.connect() as connection:
        names = sorted(inspect(engine).get_table_names())
        found = {
            table: connection.execute(text(f'SELECT count(*) FROM "{table}"')).scalar_one()  # noqa: S608
            for table in names
        }
    engine.dispose()
    return found
