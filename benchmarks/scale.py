"""Whether answers stay as quick on a long letter: ``python -m benchmarks.scale [--ballots 1000000] [--json]``.

A vote, a card, a page of the list and the completing of a name are timed, each alone on a session of its own, on
SQLite files with 100, 10,000 and 100,000 signatories and a million ballots; the smallest is the floor. The proposal
that is voted on has a hundred ballots each time, all others are on other names. Every statement that was run is
explained by SQLite itself, and a scan of a whole table is named.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event, insert, text
from sqlmodel import Session

from benchmarks.rows import row
from benchmarks.votes import GUILD, NOW, Votes, fill
from models.database import schema
from models.database.keyed import KEY, Key
from models.database.store import make_engine
from models.database.tables import Ballot, Letter, Signatory, Vote
from models.names import cleaning, collation
from models.publishing import roster
from models.rules.voting_policy import Policy
from models.sheets import Actor
from models.signatories import summary
from models.terms import Choice, Kind, SignatoryState, Way
from models.views import signatory_detail
from models.voting import ballots as ballot

SIZES = (100, 10_000, 100_000)
RUNS = 60
FLAT = 2.0
"""This many times the floor an answer may take and still counts as flat."""
GROW, LONG, LIMIT = ("first page", "last page", "completing, a part"), 10_000, 50.0
"""What reads the whole index of a letter: of one that is longer than this, it may take so many milliseconds."""
INFO = {KEY: Key(bytes(32))}
MODERATOR = Actor(GUILD, 1, manages_server=True)


def name_of(number: int) -> str:
    """A made-up name; no two alike."""
    return f"{('Harbour', 'Mountain', 'Open', 'Digital')[number % 4]} {('Watch', 'Fund', 'Union')[number % 3]} {number}"


def people(count: int, letter_id: int) -> Iterator[dict[str, Any]]:
    """Signatories, nine of ten on the list."""
    for number in range(count):
        name = name_of(number)
        sort_key = cleaning.sort_key(Kind.ORGANISATION, name)
        listed = number % 10 > 0
        yield {
            "letter_id": letter_id, "guild_id": GUILD, "kind": Kind.ORGANISATION, "name": name,
            "name_key": cleaning.exact_key(Kind.ORGANISATION, name), "sort_key": sort_key,
            "alphabetical": collation.key(sort_key),
            "state": SignatoryState.APPROVED if listed else SignatoryState.UNDECIDED, "way": Way.PROPOSED,
            "added_by": 1, "added_at": NOW, "meant": {},
            "approved_at": NOW if listed else None,
        }  # fmt: skip


def ended(count: int, first: int) -> Iterator[dict[str, Any]]:
    """Their votes, each over."""
    for number in range(count):
        yield {
            "signatory_id": first + number, "policy": Policy().document(), "opened_at": NOW, "full_time_at": NOW,
            "ends_at": NOW, "ended_at": NOW, "cut_short": False, "objections": [],
        }  # fmt: skip


def votes(count: int, signatories: int, first: int) -> Iterator[dict[str, Any]]:
    """Ballots on other names, the same number on each."""
    for number in range(count):
        yield {
            "signatory_id": first + number % signatories, "voter": f"u:{number}", "pressed_by": f"u:{number}",
            "user_id": number, "choice": Choice.FOR, "reason": "", "interaction_id": number, "cast_at": NOW,
        }  # fmt: skip


def filled(engine: Engine, signatories: int, ballots: int) -> int:
    """A published letter of that size; the id of the proposal that is voted on."""
    with Session(engine, info=INFO) as session, session.begin():
        proposal = fill(session)
        letter = session.get_one(Signatory, proposal).letter_id
        session.get_one(Letter, letter).published_at = NOW - timedelta(days=1)
        session.flush()
        connection = session.connection()
        for table, rows in (
            (Signatory, people(signatories, letter)),
            (Vote, ended(signatories, proposal + 1)),
            (Ballot, votes(ballots, signatories, proposal + 1)),
        ):
            while chunk := list(islice(rows, 10_000)):
                connection.execute(insert(table), chunk)
        for number in range(100):
            ballot.cast(
                session,
                Actor(GUILD, number + 1, manages_server=True),
                NOW,
                proposal,
                Choice.FOR,
                10**9 + number,
            )
        session.execute(text("ANALYZE"))
    return proposal


def acts(proposal: int) -> dict[str, Callable[[Session], object]]:
    """What members wait for."""
    cast = Votes(proposal, first=10**10)
    last = 10**6
    return {
        "a vote": lambda session: ballot.cast(session, *cast.next()),
        "a vote's message": lambda session: summary.proposal(session, session.get_one(Signatory, proposal)),
        "first page": lambda session: roster.page(session, MODERATOR, NOW),
        "last page": lambda session: roster.page(session, MODERATOR, NOW, page=last),
        "completing, nothing typed": lambda session: signatory_detail.search(session, MODERATOR, None, ""),
        "completing, a beginning": lambda session: signatory_detail.search(session, MODERATOR, None, "harbour"),
        "completing, a part": lambda session: signatory_detail.search(session, MODERATOR, None, "union 77"),
    }


@contextmanager
def watched(engine: Engine) -> Iterator[dict[str, tuple[str, Any]]]:
    """The statements that are run meanwhile, each once."""
    seen: dict[str, tuple[str, Any]] = {}

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        seen.setdefault(statement, (statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


def scans(engine: Engine, act: Callable[[Session], object]) -> list[str]:
    """What SQLite reads from end to end for it."""
    with watched(engine) as seen, Session(engine, info=INFO) as session:
        act(session)
        session.rollback()
    found = []
    with engine.connect() as connection:
        for statement, parameters in list(seen.values()):
            if statement.startswith(("SELECT", "INSERT", "UPDATE", "DELETE")):
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
                found += [line[3] for line in plan if line[3].startswith("SCAN ")]
    return found


def timed(
    built: dict[int, tuple[Engine, dict[str, Callable[[Session], object]]]], name: str
) -> dict[int, float]:
    """The median of many runs in milliseconds for each size, in turn, without the commit: time that the thread itself
    worked, so that other work on the machine counts for none of them."""
    times: dict[int, list[float]] = {size: [] for size in built}
    for run in range(RUNS + 5):
        for size, (engine, doing) in built.items():
            with Session(engine, info=INFO) as session:
                began = time.thread_time()
                doing[name](session)
                if run >= 5:
                    times[size].append((time.thread_time() - began) * 1000)
                session.commit()
    return {size: statistics.median(found) for size, found in times.items()}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of signatories")
    parser.add_argument("--ballots", type=int, default=1_000_000)
    parser.add_argument("--json", action="store_true", help="one line of figures as JSON")
    arguments = parser.parse_args()
    built: dict[int, tuple[Engine, dict[str, Callable[[Session], object]]]] = {}
    with tempfile.TemporaryDirectory(prefix="undersigned-") as folder:
        for size in sorted(arguments.sizes):
            url = f"sqlite:///{Path(folder)}/{size}.db"
            schema.migrate(url)
            engine = make_engine(url)
            built[size] = engine, acts(filled(engine, size, arguments.ballots))
        engine, doing = built[max(built)]
        scanned = {name: scans(engine, act) for name, act in doing.items()}
        found = {name: timed(built, name) for name in doing}
        for engine, _ in built.values():
            engine.dispose()
    least = min(built)
    rows = [
        row(f"{name}, {size:,} signatories", times[size], "ms", floor=times[least],
            of=f"{least:,} signatories", at_most=None if name in GROW and size > LONG else FLAT)
        for name, times in found.items() for size in times if size != least
    ] + [
        row(f"{name}, {size:,} signatories", found[name][size], "ms", floor=LIMIT, of="at most", at_most=1)
        for name in GROW for size in found[name] if size > LONG
    ]  # fmt: skip
    if arguments.json:
        print(json.dumps({"milliseconds": found, "ballots": arguments.ballots, "scans": scanned, "rows": rows}))
        return
    for one in rows:
        print(
            f"{one['what']:<48} {one['value']:>8.2f} ms, {one['ratio']:>6.2f} x {one['floor']:.2f} ms {one['goal']}"
        )
    for name, lines in scanned.items():
        print(f"{name}: {'; '.join(lines) or 'no scan'}")


if __name__ == "__main__":
    main()
