"""Durable votes a second on a SQLite file: ``python -m benchmarks.votes [--seconds 3] [--json]``.

The verb ``ballots.cast`` through the store, with 1, 20 and 200 who wait at once, is held against the same verb
committed singly, and against the bare sqlite3 module that writes the same row, each in one thread. All have
``synchronous=FULL``; every vote changes the choice, as an unchanged row is not synced. The figures are the median of
rounds in turn, so that other work on the machine meets all of them. ``--profile`` prints what the verb spends its time
on.
"""

import argparse
import asyncio
import cProfile
import json
import pstats
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from sqlmodel import Session

from benchmarks.rows import row
from models.coalitions import records
from models.database import schema
from models.database.keyed import KEY, Key
from models.database.store import Store
from models.database.tables import Letter, Signatory, Vote
from models.participants import participants
from models.rules.voting_policy import Policy
from models.sheets import Actor, ParticipantAnswers
from models.terms import Choice, Kind, LetterState, SignatoryState, Way
from models.voting import ballots

NOW = datetime(2025, 2, 20, 12, 0, tzinfo=UTC)
GUILD, VOTERS, ROUNDS = 900, 200, 5
AT_ONCE = (1, 20, 200)
CHOICES = (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)


def fill(session: Session) -> int:
    """A vote under way and 200 who take part; the id of the proposal."""
    records.joined(session, GUILD)
    for user_id in range(1, VOTERS + 1):
        person = Actor(GUILD, user_id, manages_server=True)
        participants.take_part(
            session, person, NOW, ParticipantAnswers(f"Group {user_id}", "Director", "UTC", True)
        )
    letter = Letter(
        guild_id=GUILD, title="A joint letter", addressee="The Minister", state=LetterState.OPEN, time_zone="UTC",
        closes_at=NOW + timedelta(days=7), created_by=1, created_at=NOW, opened_at=NOW,
    )  # fmt: skip
    session.add(letter)
    session.flush()
    name = Signatory(
        letter_id=letter.id, guild_id=GUILD, kind=Kind.ORGANISATION, name="Index", name_key="index", sort_key="index",
        state=SignatoryState.VOTING, way=Way.PROPOSED, added_by=1, added_at=NOW, meant={},
    )  # fmt: skip
    session.add(name)
    session.flush()
    ends = NOW + timedelta(days=1)
    session.add(
        Vote(
            signatory_id=name.id,
            policy=Policy().document(),
            opened_at=NOW,
            full_time_at=ends,
            ends_at=ends,
        )
    )
    session.flush()
    return name.id


class Votes:
    """Votes without end: each of another person, each with another choice than the person's last."""

    def __init__(self, signatory_id: int, first: int = 1) -> None:
        self._signatory_id = signatory_id
        self._numbers = count(first)

    def next(self) -> tuple[Actor, datetime, int, Choice, int]:
        """The arguments of the next ``ballots.cast``."""
        number = next(self._numbers)
        person = Actor(GUILD, number % VOTERS + 1, manages_server=True)
        return person, NOW, self._signatory_id, CHOICES[number // VOTERS % 3], number


def bare(file: Path, votes: Votes, until: float) -> int:
    """The same row by sqlite3 alone, one transaction each."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    done = 0
    while time.perf_counter() < until:
        person, _, signatory_id, choice, number = votes.next()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO ballot (signatory_id, voter, pressed_by, user_id, choice, reason, interaction_id, cast_at) "
            "VALUES (?, ?, ?, ?, ?, '', ?, '2025-02-20 12:00:00.000000') ON CONFLICT (signatory_id, voter) DO UPDATE "
            "SET choice = excluded.choice, interaction_id = excluded.interaction_id "
            "WHERE excluded.interaction_id > interaction_id",
            (signatory_id, f"u:{person.user_id}", f"u:{person.user_id}", person.user_id, choice.value, number),
        )
        connection.execute("COMMIT")
        done += 1
    connection.close()
    return done


def singly(store: Store, votes: Votes, until: float) -> int:
    """The verb in one thread, one transaction each."""
    engine = store.engine.execution_options(sqlite_begin="IMMEDIATE")
    done = 0
    while time.perf_counter() < until:
        with Session(engine, expire_on_commit=False, info={KEY: store.key}) as session, session.begin():
            ballots.cast(session, *votes.next())
        done += 1
    return done


async def at_once(store: Store, votes: Votes, until: float, many: int) -> int:
    """The verb through the store, so many waiting at once; only what is committed is answered and counted."""

    async def vote() -> int:
        done = 0
        while time.perf_counter() < until:
            await store.write(ballots.cast, *votes.next())
            done += 1
        return done

    return sum(await asyncio.gather(*(vote() for _ in range(many))))


async def measured(folder: Path, seconds: float) -> dict[str, float]:
    """Votes a second of each way."""
    url = f"sqlite:///{folder}/votes.db"
    schema.migrate(url)
    store = Store(url, Key(bytes(32)))
    votes = Votes(await store.write(fill))
    rates: dict[str, list[float]] = {}

    def note(name: str, done: int, began: float) -> None:
        rates.setdefault(name, []).append(done / (time.perf_counter() - began))

    in_thread: dict[str, Callable[[float], int]] = {
        "bare": lambda until: bare(folder / "votes.db", votes, until),
        "singly": lambda until: singly(store, votes, until),
    }
    for _ in range(ROUNDS):
        for name, act in in_thread.items():
            began = time.perf_counter()
            note(name, await asyncio.to_thread(act, began + seconds / ROUNDS), began)
        for many in AT_ONCE:
            began = time.perf_counter()
            note(str(many), await at_once(store, votes, began + seconds / ROUNDS, many), began)
    store.close()
    return {name: statistics.median(found) for name, found in rates.items()}


def profile(folder: Path) -> None:
    """Print what the verb spends its time on, a thousand of them in one transaction each."""
    url = f"sqlite:///{folder}/votes.db"
    schema.migrate(url)
    store = Store(url, Key(bytes(32)))
    votes = Votes(asyncio.run(store.write(fill)))
    with cProfile.Profile() as found:
        singly(store, votes, time.perf_counter() + 3)
    pstats.Stats(found).sort_stats("cumulative").print_stats(45)
    store.close()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=3.0, help="for each way of writing (3)")
    parser.add_argument("--json", action="store_true", help="one line of figures as JSON")
    parser.add_argument("--profile", action="store_true", help="what the verb spends its time on, instead")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="undersigned-") as folder:
        if arguments.profile:
            profile(Path(folder))
            return
        rates = asyncio.run(measured(Path(folder), arguments.seconds))
    rows = [
        row("votes, 1 at once", rates["1"], "/s", floor=rates["singly"], of="singly", at_least=1),
        row("votes, 20 at once", rates["20"], "/s", floor=rates["singly"], of="singly"),
        row("votes, 200 at once", rates["200"], "/s", floor=rates["singly"], of="singly", at_least=1.5),
        row("votes, 200 at once", rates["200"], "/s", floor=rates["bare"], of="bare sqlite3", at_least=0.5),
    ]
    if arguments.json:
        print(json.dumps({"rates": rates, "rows": rows}))
        return
    for one in rows:
        told = f"{one['value']:>8,.0f}/s, {one['ratio']:.2f} x {one['of']} ({one['floor']:,.0f}/s)"
        print(f"{one['what']:<20} {told} {one['goal']}")


if __name__ == "__main__":
    main()
