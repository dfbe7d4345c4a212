"""How well look-alike names are told: ``python -m benchmarks.names FILE [--json]``.

FILE is tab-separated with a heading line: label (same, different, unsure), then two names. ``same_warned`` and
``different_warned`` are the fractions of those pairs of which a moderator would be warned.
"""

import argparse
import csv
import json
from collections import Counter
from pathlib import Path

from models.names import cleaning, similarity
from models.refusal import Refusal


def warned(one: str, other: str) -> str:
    """The reason that would be shown for two names, or nothing."""
    found = similarity.compare(_printable(one), _printable(other))
    return found.value if found is not None else ""


def _printable(name: str) -> str:
    try:
        return cleaning.printable(name)
    except Refusal:
        return name


def measured(file: Path) -> tuple[dict[str, float | int], list[str]]:
    """The fractions and how many pairs there are of each label, and a line for each pair that was told wrongly."""
    totals: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    wrong = []
    with file.open(encoding="utf-8-sig", newline="") as rows:
        for number, row in enumerate(csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)):
            if len(row) < 3 or (number == 0 and row[0].strip().casefold() == "label"):
                continue
            label, one, other = row[0].strip().casefold(), row[1], row[2]
            reason = warned(one, other)
            totals[label] += 1
            hits[label] += bool(reason)
            if (label == "same") != bool(reason) and label in ("same", "different"):
                wrong.append(f"{label}: {one} | {other} | {reason or 'not warned'}")
    figures: dict[str, float | int] = {
        f"{label}_warned": round(hits[label] / total, 4) for label, total in totals.items() if total
    }
    figures |= {f"{label}_pairs": total for label, total in totals.items()}
    return figures, wrong


def main() -> None:
    """Print the fractions; without ``--json`` also each pair that was told wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    figures, wrong = measured(arguments.file)
    if arguments.json:
        print(json.dumps(figures))
    else:
        print("\n".join([*wrong, *(f"{name}: {value}" for name, value in figures.items())]))


if __name__ == "__main__":
    main()
