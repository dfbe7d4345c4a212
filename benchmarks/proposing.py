"""How long it takes to find look-alikes on a long letter: ``python -m benchmarks.proposing [NAMES] [--json]``.

Fills a scratch database with made-up names and prints, in milliseconds, the first, the median and the slowest of 200
look-ups as proposing does them. The names of places are read before, as at the bot's start.
"""

import argparse
import json
import tempfile
import time
from datetime import UTC, datetime
from itertools import islice, product
from statistics import median

from sqlmodel import Session

from benchmarks.rows import row
from models.coalitions import records
from models.database import schema
from models.database.store import make_engine
from models.database.tables import Letter, NameMark, Signatory
from models.names import blocking, vocabulary
from models.names.identity import Identity
from models.signatories import lookalikes
from models.terms import Kind, SignatoryState, Way

_STARTS = (
    "Har",
    "Mon",
    "Tal",
    "Ves",
    "Kir",
    "Dol",
    "Pan",
    "Ost",
    "Bel",
    "Cor",
    "Fen",
    "Gil",
    "Lor",
    "Nev",
    "Rud",
)
_ENDS = ("bour", "dale", "wick", "ton", "mere", "holm", "stead", "gate", "bury", "field")
_SORTS = (
    "Network",
    "University",
    "Digital Rights",
    "Friends of the Earth",
    "Climate Action Group",
    "Trust",
    "Union",
)
NOW = datetime(2025, 2, 13, 9, tzinfo=UTC)


def names(count: int) -> list[str]:
    """Made-up names that share many words, as real ones do."""
    towns = [start + end for start, end in product(_STARTS, _ENDS)]
    made = (f"{one} {sort} {other}" for sort, one, other in product(_SORTS, towns, towns))
    return list(islice(made, count))


def main() -> None:
    """Fill, then look up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", type=int, nargs="?", default=20_000, help="how many names (20,000)")
    parser.add_argument("--json", action="store_true", help="one line of figures as JSON")
    arguments = parser.parse_args()
    count = arguments.names
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/scratch.db"
        schema.migrate(url)
        engine = make_engine(url)
        with Session(engine, expire_on_commit=False) as session:
            letter_id = _fill(session, names(count))
            session.commit()
            vocabulary.place("")  # places are read with the first name
            taken = []
            for name in names(count)[:: max(1, count // 200)]:
                start = time.perf_counter()
                identity = Identity(Kind.ORGANISATION, f"The {name} Ltd", "", "", "")
                lookalikes.find(session, letter_id, 1, identity)
                taken.append((time.perf_counter() - start) * 1000)
        engine.dispose()
    if arguments.json:
        rows = [row(f"look-alikes of a name among {count:,}", median(taken), "ms")]
        print(json.dumps({"names": count, "median": median(taken), "slowest": max(taken), "rows": rows}))
        return
    print(
        f"{count:,} names: first {taken[0]:.1f} ms, median {median(taken):.1f} ms, slowest {max(taken):.1f} ms"
    )


def _fill(session: Session, every: list[str]) -> int:
    records.joined(session, 1)
    letter = Letter(
        guild_id=1, title="t", addressee="a", time_zone="UTC", closes_at=NOW, created_by=1, created_at=NOW
    )
    session.add(letter)
    session.flush()
    rows = []
    for name in every:
        identity = Identity(Kind.ORGANISATION, name, "", "", "")
        rows.append(
            Signatory(
                letter_id=letter.id,
                guild_id=1,
                kind=identity.kind,
                name=name,
                name_key=identity.key,
                sort_key=identity.sort_key,
                state=SignatoryState.APPROVED,
                way=Way.IMPORTED,
                added_at=NOW,
                meant=identity.document(),
            )
        )
    session.add_all(rows)
    session.flush()
    session.add_all(
        NameMark(signatory_id=row.id, mark=mark, letter_id=letter.id)
        for row in rows
        for mark in blocking.of(row.kind, row.name)
    )
    session.flush()
    return letter.id


if __name__ == "__main__":
    main()
