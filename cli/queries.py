"""Queries: what a verb of the command line asks a database that no bot has to run on."""

import asyncio
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from sqlmodel import Session

from models.config import ConfigError, shown
from models.database import schema
from models.database.store import Store

P = ParamSpec("P")
T = TypeVar("T")


def asked(database: str, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Open the database, which must be of this version, answer one query and close it. Changes nothing."""

    async def ask() -> T:
        store = Store(database)
        try:
            return await store.read(query, *args, **kwargs)
        finally:
            store.close()

    return asyncio.run(ask())


def require_current(database: str) -> None:
    """ConfigError for a database that holds nothing or is of another version."""
    state = schema.state_of(database)
    if not state.stored:
        raise ConfigError(
            f"The database {shown(database)} doesn't exist or is empty. Run this where the bot runs, or use "
            "--config with the bot's settings."
        )
    if not state.current:
        raise ConfigError(f"The database {shown(database)} is from another version. Run bot.py migrate first.")
