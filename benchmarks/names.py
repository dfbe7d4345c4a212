"""How well look-alike names are told: ``python -m benchmarks.names [FILE ...] [--peers] [--json]``.

A FILE is tab-separated with a heading line: label (same, different, unsure), then two names, then, where pairs are of
several sorts, which sort. Without one, all pairs of this folder are taken. ``same_warned`` and ``different_warned`` are
the fractions of those pairs of which a moderator would be warned. With ``--peers`` two libraries say what they make of
the same pairs; they are installed into a temporary virtual environment for it.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import venv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers import PINNED
from benchmarks.rows import row
from models.names import cleaning, similarity
from models.refusal import Refusal

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names that somebody looked at."""

    label: str
    one: str
    other: str
    sort: str = ""


def read(file: Path) -> list[Pair]:
    """The pairs of a file."""
    with file.open(encoding="utf-8-sig", newline="") as rows:
        found = [row for row in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE) if len(row) > 2]
    return [
        Pair(row[0].strip().casefold(), row[1], row[2], row[3].strip() if len(row) > 3 else "")
        for number, row in enumerate(found)
        if number or row[0].strip().casefold() != "label"
    ]


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
    pairs = read(file)
    reasons = [warned(pair.one, pair.other) for pair in pairs]
    wrong = [
        f"{pair.label}: {pair.one} | {pair.other} | {reason or 'not warned'}"
        for pair, reason in zip(pairs, reasons, strict=True)
        if pair.label in ("same", "different") and (pair.label == "same") != bool(reason)
    ]
    return figures(pairs, list(map(bool, reasons))), wrong


def figures(pairs: Sequence[Pair], answers: Sequence[bool]) -> dict[str, float | int]:
    """The fractions of each label, all together and by sort, and how many pairs there are."""
    totals: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for pair, answer in zip(pairs, answers, strict=True):
        for label in (pair.label, *([f"{pair.sort}_{pair.label}"] if pair.sort else [])):
            totals[label] += 1
            hits[label] += answer
    found: dict[str, float | int] = {
        f"{label}_warned": round(hits[label] / totals[label], 4) for label in totals
    }
    return found | {f"{label}_pairs": total for label, total in totals.items()}


def peers(pairs: Sequence[Pair]) -> dict[str, list[bool]]:
    """What each peer says of these pairs. Raises CalledProcessError where it cannot be installed."""
    with tempfile.TemporaryDirectory(prefix="undersigned-") as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / ("Scripts" if sys.platform == "win32" else "bin") / "python")
        subprocess.run([python, "-m", "pip", "install", "-q", *PINNED], check=True, stdout=sys.stderr)  # noqa: S603
        done = subprocess.run(  # noqa: S603
            [python, str(HERE / "peers.py")],
            input=json.dumps([(pair.one, pair.other) for pair in pairs]),
            capture_output=True,
            text=True,
            check=True,
        )
    answers: dict[str, list[bool]] = json.loads(done.stdout)
    return answers


def main() -> None:
    """Print the fractions; without ``--json`` also each pair that was told wrongly."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names", description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE")
    parser.add_argument("--peers", action="store_true", help="beside nomenklatura, and cleanco with rapidfuzz")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    files = arguments.files or sorted(HERE.glob("*-pairs.tsv"))
    pairs = [pair for file in files for pair in read(file)]
    told = {"undersigned": [bool(warned(pair.one, pair.other)) for pair in pairs]}
    if arguments.peers:
        told |= peers(pairs)
    found = {who: figures(pairs, answers) for who, answers in told.items()}
    if arguments.json:
        print(
            json.dumps(
                {**found["undersigned"], **({"beside": found} if arguments.peers else {}), "rows": _rows(found)}
            )
        )
        return
    for file in files:
        print("\n".join(measured(file)[1]))
    for who, fractions in found.items():
        print("\n".join([f"{who}:", *(f"  {name}: {value}" for name, value in fractions.items())]))


def _rows(found: dict[str, dict[str, float | int]]) -> list[dict[str, object]]:
    ours = found["undersigned"]
    return [
        row(f"{name} ({who})" if who else name, ours[name] if not who else fractions[name], "of the pairs")
        for who, fractions in (("", ours), *((who, one) for who, one in found.items() if who != "undersigned"))
        for name in ("same_warned", "different_warned")
        if name in fractions
    ]


if __name__ == "__main__":
    main()
