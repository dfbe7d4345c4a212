"""How fast lists and search answer with many signatories: ``python -m benchmarks.lists [--names 20000] [--json]``.

Times are in milliseconds, the median and the 95th percentile of many runs of the query alone, on a SQLite file with
names made up from syllables. ``within`` says whether 95 of 100 answers keep the bounds: 20 ms to complete a name, 50 ms
for a page. Other work on the machine counts against them.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from benchmarks.rows import row
from models.coalitions import records
from models.database import schema
from models.database.store import make_engine
from models.database.tables import Letter, Signatory
from models.names import cleaning
from models.publishing import editions, roster
from models.publishing.exports import export
from models.sheets import Actor, Arrangement
from models.signatories import counting
from models.terms import Format, Kind, LetterState, SignatoryState, Way
from models.views import signatory_detail

NOW = datetime(2025, 2, 20, 12, 0, tzinfo=UTC)
GUILD, MODERATOR = 900, Actor(900, 1, manages_server=True)
COMPLETING, PAGE = 20.0, 50.0
"""Milliseconds that an answer may take."""
SYLLABLES = (
    "ar ben cor dal el fon gra hum int jur kin lib med nor open pri qua rig saf trust uni vor wes xen yor zen"
)
TYPED = ("", "o", "open", "zen trust", "no such name", "1999")
RUNS = 60
PDF = "whole list as PDF"


def fill(engine: Engine, count: int) -> int:
    """A published letter with so many signatories, nine of ten on the list; its id."""
    dice, parts = random.Random(7), SYLLABLES.split()
    with Session(engine) as session, session.begin():
        records.joined(session, GUILD)
        letter = Letter(
            guild_id=GUILD, title="A joint letter", addressee="The Minister", state=LetterState.OPEN,
            time_zone="UTC", closes_at=NOW + timedelta(days=7), created_by=1, created_at=NOW - timedelta(days=9),
            opened_at=NOW - timedelta(days=8), published_at=NOW - timedelta(days=7),
        )  # fmt: skip
        session.add(letter)
        session.flush()
        for number in range(count):
            kind = dice.choice(list(Kind))
            words = ("".join(dice.choices(parts, k=dice.randint(1, 3))).capitalize() for _ in range(3))
            name = f"{' '.join(words)} {number}"
            listed = number % 10 > 0
            session.add(
                Signatory(
                    letter_id=letter.id, guild_id=GUILD, kind=kind, name=name, name_key=cleaning.exact_key(kind, name),
                    sort_key=cleaning.sort_key(kind, name), country=dice.choice(["GB", "DE", "FR", ""]),
                    state=SignatoryState.APPROVED if listed else SignatoryState.PROPOSED, way=Way.IMPORTED,
                    added_by=1, added_at=NOW, meant={},
                    approved_at=NOW - timedelta(hours=number % 150) if listed else None,
                )
            )  # fmt: skip
        return letter.id


def measure(engine: Engine, act: Callable[[Session], object], runs: int = RUNS) -> dict[str, float]:
    """Median and 95th percentile of a query, each time on a session of its own, after one run that is not counted."""
    times = []
    for run in range(runs + 1):
        with Session(engine) as session:
            started = time.perf_counter()
            act(session)
            if run:
                times.append((time.perf_counter() - started) * 1000)
    times.sort()
    return {
        "median": round(statistics.median(times), 1),
        "p95": round(times[max(0, int(len(times) * 0.95) - 1)], 1),
    }


def measured(engine: Engine, letter_id: int) -> dict[str, dict[str, float]]:
    """Every answer that a member waits for while typing or paging, and what a moderator waits for longer."""
    last = 10**6

    def as_pdf(session: Session) -> object:
        listed = editions.as_it_stands(session, session.get_one(Letter, letter_id), NOW)
        return export(listed, Format.PDF, Arrangement())

    acts: dict[str, Callable[[Session], object]] = {
        **{f"complete {typed!r}": _completing(typed) for typed in TYPED},
        "first page": lambda session: roster.page(session, MODERATOR, NOW, letter_id),
        "last page": lambda session: roster.page(session, MODERATOR, NOW, letter_id, page=last),
        "page of companies": lambda session: roster.page(session, MODERATOR, NOW, letter_id, Kind.COMPANY, 100),
        "count": lambda session: counting.count(session, letter_id, NOW),
    }
    times = {name: measure(engine, act) for name, act in acts.items()}
    return times | {PDF: measure(engine, as_pdf, runs=1)}


def _completing(typed: str) -> Callable[[Session], object]:
    return lambda session: signatory_detail.search(session, MODERATOR, None, typed)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--names", type=int, default=20_000, help="how many signatories; 20,000 where it is left out"
    )
    parser.add_argument("--json", action="store_true", help="one line of figures as JSON")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="undersigned-") as folder:
        url = f"sqlite:///{Path(folder)}/lists.db"
        schema.migrate(url)
        engine = make_engine(url)
        times = measured(engine, fill(engine, arguments.names))
        engine.dispose()
    bounds = {name: COMPLETING if name.startswith("complete") else PAGE for name in times if name != PDF}
    within = all(times[name]["p95"] <= bound for name, bound in bounds.items())
    if arguments.json:
        rows = [
            row(f"{name}, {arguments.names:,} names (95 of 100)", times[name]["p95"], "ms", floor=bound,
                of="bound", at_most=1)
            for name, bound in bounds.items()
        ]  # fmt: skip
        figures = {"names": arguments.names, "milliseconds": times, "within": within, "rows": rows}
        print(json.dumps(figures))
        return
    for name, figures in times.items():
        print(f"{name:<24} median {figures['median']:>8} ms, 95 of 100 within {figures['p95']:>8} ms")
    print("within the bounds" if within else "NOT within the bounds")


if __name__ == "__main__":
    main()
