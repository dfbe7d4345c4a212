"""Erasing at the command line: the host erases one person in one server, as that person could."""

import asyncio
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from msgspec.structs import asdict

from cli.queries import asked, require_current
from models.coalitions import records
from models.config import ConfigError, Settings
from models.database import secret_key
from models.database.store import Store
from models.operations import forgetting, personal_data
from models.sheets import Actor, ErasureSheet

QUESTION = "Do you want to delete this for good? Type yes: "


def erase(
    settings: Settings, guild_id: int, user_id: int, *, as_json: bool, asks: Callable[[str], str] | None
) -> int:
    """Say what goes and what stays, ask with ``asks`` where one is given, and do it. 0 when it is done or nothing
    was there, 1 when the answer was no.

    Raises ConfigError for a database that holds nothing or is of another version, and for a server that it does not
    know.
    """
    require_current(settings.database)
    if not asked(settings.database, records.is_known, guild_id):  # before a key is made
        raise ConfigError(
            f"The database has no server {guild_id}. A server's id is the first number in a link to a message there."
        )
    store = Store(settings.database, secret_key.opened(settings))
    return asyncio.run(_erase(store, guild_id, user_id, as_json, asks))


async def _erase(
    store: Store, guild_id: int, user_id: int, as_json: bool, asks: Callable[[str], str] | None
) -> int:
    try:
        before = await store.read(personal_data.foreseen, guild_id, user_id)
        if asks is not None and not before.nothing:
            print("\n".join(words(before, user_id)), file=sys.stderr)
            if asks(QUESTION).strip().lower() != "yes":
                print("Nothing was deleted.", file=sys.stderr)
                return 1
        work = await store.read(forgetting.start_for, guild_id, user_id)
        while work.rest:
            work = await store.write(forgetting.go_on, Actor(guild_id, user_id), datetime.now(UTC), work)
        done = await store.write(personal_data.forget, guild_id, user_id, datetime.now(UTC), work)
        emptied = await store.scrubbed()
    finally:
        store.close()
    if as_json:
        said = asdict(done) | {"guild_id": str(guild_id), "user_id": str(user_id), "log_emptied": emptied}
        print(json.dumps(said, ensure_ascii=False))
        return 0
    but = ", except that moderators stopped their proposals" if done.stopped else ""
    print(
        f"That server has nothing about this person{but}."
        if done.nothing
        else "I've deleted this person's data."
    )
    if not emptied:
        print(
            "The bot was using the database, so the file ending in -wal still has traces. They go when the bot stops, "
            "or when you next erase somebody."
        )
    return 0


def words(sheet: ErasureSheet, user_id: int) -> tuple[str, ...]:
    """What would be done, in lines."""
    own = ", ".join(sheet.stays) or "none"
    return (
        f"This is about user {user_id} in server {sheet.guild_id}:",
        f"- votes that are still open, and will be taken back: {sheet.open_votes:,}",
        f"- journal entries that will no longer say who it was: {sheet.journal_entries:,}",
        f"- signatures of their own that stay on the lists: {own}",
        "- also deleted: what they wrote in Take part, refused forms, the record of messages to them, and their id",
        *(["- not deleted: that moderators stopped their proposals, and when"] if sheet.stopped else []),
    )


def ask_to_confirm(question: str) -> str:
    """The answer at the terminal, which the question does not mix with what is printed; none where nobody answers."""
    print(question, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline()
