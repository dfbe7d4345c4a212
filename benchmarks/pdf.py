"""Peak memory of a process that makes the PDF of a long list: ``python -m benchmarks.pdf [--names 4000] [--json]``.

The list is written by another process before, so that only reading and drawing it count. Not on Windows, which has no
``getrusage``.
"""

import argparse
import json
import multiprocessing
import resource
import sys
import tempfile
from pathlib import Path
from typing import Any

from sqlmodel import Session, select

from benchmarks import lists as lists_of_names
from benchmarks.rows import row

lists: Any = lists_of_names
"""With what it imports: in older checkouts that is elsewhere."""
NAMES = 4000
UNITS = 2**20 if sys.platform == "darwin" else 2**10
"""``getrusage`` counts bytes there, kilobytes elsewhere."""


def filled(url: str, names: int) -> None:
    """A letter with so many names on its list."""
    lists.schema.migrate(url)
    engine = lists.make_engine(url)
    lists.fill(engine, -(-names * 10 // 9))
    engine.dispose()


def peak(url: str) -> float:
    """Megabytes that this process had at most when it had made the PDF."""
    editions: Any = vars(lists).get("editions") or vars(lists)["edition"]
    engine = lists.make_engine(url)
    with Session(engine) as session:
        listed = editions.as_it_stands(session, session.exec(select(lists.Letter)).one(), lists.NOW)
    lists.export(listed, lists.Format.PDF, lists.Arrangement())
    engine.dispose()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / UNITS


def main() -> None:
    """Print the figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=NAMES, help=f"on the list ({NAMES:,})")
    parser.add_argument("--json", action="store_true", help="one line of figures as JSON")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="undersigned-") as folder:
        url = f"sqlite:///{Path(folder)}/list.db"
        before = multiprocessing.get_context("spawn").Process(target=filled, args=(url, arguments.names))
        before.start()
        before.join()
        one = row(f"PDF of {arguments.names:,} names: peak memory", peak(url), "MB")
    print(json.dumps({"rows": [one]}) if arguments.json else f"{one['what']}: {one['value']:.0f} MB")


if __name__ == "__main__":
    main()
