"""What a round costs with one server and with thousands: ``python -m benchmarks.rounds``.

A round asks what is due next, runs what is due and looks for stale cards, on a SQLite file.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlmodel import Session

from benchmarks.rows import row
from models.database import schema
from models.database.store import make_engine
from models.database.tables import Coalition, Letter
from models.delivery import card_drawing
from models.operations import due_work
from models.terms import LetterState

NOW = datetime(2026, 2, 3, 12, tzinfo=UTC)
RUNS = 15
SAME = 1.3
"""How much longer a round with many servers may take than with one."""


def filled(url: str, servers: int) -> None:
    """A database with so many servers; each has a letter, every twentieth an open one."""
    schema.migrate(url)
    engine = make_engine(url)
    with Session(engine) as session, session.begin():
        session.add_all(Coalition(guild_id=number) for number in range(1, servers + 1))
        session.flush()
        session.add_all(
            Letter(
                guild_id=number, title="Keep it", addressee="The Minister", time_zone="UTC", created_by=1,
                state=LetterState.OPEN if number % 20 == 1 else LetterState.DRAFT, created_at=NOW,
                closes_at=NOW + timedelta(days=30, minutes=number),
            )
            for number in range(1, servers + 1)
        )  # fmt: skip
    engine.dispose()


def round_time(url: str) -> float:
    """Milliseconds that the thread works for one round; the median of many."""
    engine = make_engine(url)
    acts: list[Callable[[Session], object]] = [
        lambda session: due_work.next_moment(session, NOW),
        *(lambda session, step=step: step(session, NOW) for step in due_work.STEPS),
        lambda session: card_drawing.to_draw(session, NOW),
    ]
    times = []
    for _ in range(RUNS):
        with Session(engine) as session:
            began = time.thread_time()
            for act in acts:
                act(session)
            times.append((time.thread_time() - began) * 1000)
            session.rollback()
    engine.dispose()
    return statistics.median(times)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--servers", type=int, default=10_000)
    parser.add_argument("--json", action="store_true", help="one line of figures as JSON")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="undersigned-") as name:
        folder = Path(name)
        times = {}
        for servers in (1, arguments.servers):
            url = f"sqlite:///{folder}/{servers}-servers.db"
            filled(url, servers)
            times[servers] = round_time(url)
    rows = [
        row(f"a round, {arguments.servers:,} servers", times[arguments.servers], "ms",
            floor=times[1], of="1 server", at_most=SAME),
    ]  # fmt: skip
    if arguments.json:
        print(json.dumps({"rows": rows}))
        return
    for one in rows:
        print(
            f"{one['what']}: {one['value']:.1f} {one['unit']}, {one['ratio']:.2f} x {one['floor']} {one['goal']}"
        )


if __name__ == "__main__":
    main()
