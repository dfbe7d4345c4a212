"""Every benchmark of this folder, in one table: ``python -m benchmarks [--json] [--against DIR] [NAME ...]``.

Each is a program of its own, ``python -m benchmarks.NAME --json``, whose last line is one JSON object; what it calls
``rows`` (``benchmarks.rows``) goes into the table. One that needs something of yours (exit code 2) is named as not run.

``--against`` takes a checkout of another version with its own ``.venv``. Its benchmarks of the same names are run in
turns with these, and each row says beside the value that of the other: medians of ``--turns``. What only calls things
that every version has is run there too, where it has no such benchmark itself.
"""

import argparse
import json
import os
import platform
import sqlite3
import statistics
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TURNS = 3
TARGETS = {
    "a vote's press, idle: work, mean": "<= 0.45",
    "votes, 200 at once": ">= 3.5",
    "start until the first press is acknowledged": "<= 0.75",
    "start: work": "<= 0.75",
    "resident memory": "<= 0.75",
    "the week played: work": "<= 0.4",
    "a day in the rehearsal: work": "<= 0.4",
    "PDF of 4,000 names: peak memory": "<= 0.6",
}
"""What the value is to be in times of the other's."""
ANYWHERE = {"pdf", "rehearsals"}
"""Those that run in a checkout which has not got them."""
NO_BENCHMARKS = {"__init__", "__main__", "peers", "rows"}
PACKAGES = ("discord.py", "sqlalchemy", "sqlmodel", "psycopg")


def names() -> list[str]:
    """The benchmarks that there are."""
    return sorted(file.stem for file in HERE.glob("*.py") if file.stem not in NO_BENCHMARKS)


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    cpu = next(
        (
            line.partition(":")[2].strip()
            for line in _lines(Path("/proc/cpuinfo"))
            if line.startswith("model name")
        ),
        platform.processor() or platform.machine(),
    )
    return {
        "system": platform.platform(),
        "processor": cpu,
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{package: version(package) for package in PACKAGES},
    }


def run(name: str, checkout: Path = HERE.parent, python: str = sys.executable) -> dict[str, Any]:
    """The figures of one, or why there are none; of another checkout by its own Python."""
    own = (checkout / "benchmarks" / f"{name}.py").exists()
    # Hosts keep compiled modules: a start is measured as theirs, which compiles nothing.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(  # noqa: S603
        [python, *(("-m", f"benchmarks.{name}") if own else (str(HERE / f"{name}.py"),)), "--json"],
        cwd=checkout,
        env=environment if own else environment | {"PYTHONPATH": str(checkout), "PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        why = (done.stderr.strip().splitlines() or ["no word of it"])[-1]
        return {"not_run": why, "failed": done.returncode != 2}
    figures: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return figures


def beside(ours: list[dict[str, Any]], theirs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of several turns of one benchmark here, and of several of the other checkout's, as one row each."""
    values, others = _medians(ours, "value"), _medians(theirs, "value")
    floors = _medians(ours, "floor")
    made: dict[tuple[str, str], dict[str, Any]] = {}
    for one in (row for figures in ours for row in figures.get("rows", ())):
        key = one["what"], one["of"]
        value, other, floor = values[key], others.get(key), floors.get(key)
        target = TARGETS.get(one["what"], "")
        ratio = round(value / other, 2) if other else None
        goals = [
            (target, "the other", ratio),
            (one["goal"], one["of"], round(value / floor, 2) if floor else None),
        ]
        kept = [_is_met(times, goal) for goal, _, times in goals if goal and times is not None]
        made[key] = {
            "what": one["what"],
            "unit": one["unit"],
            "value": value,
            "other": other,
            "floor": floor,
            "of": one["of"],
            "ratio": ratio,
            "goal": "; ".join(f"{goal.removesuffix(' x')} x {whose}" for goal, whose, _ in goals if goal),
            "met": all(kept) if kept else None,
        }
    return list(made.values())


def _medians(turns: list[dict[str, Any]], which: str) -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], list[float]] = {}
    for one in (row for figures in turns for row in figures.get("rows", ())):
        if one[which] is not None:
            found.setdefault((one["what"], one["of"]), []).append(one[which])
    return {key: round(statistics.median(values), 3) for key, values in found.items()}


def _is_met(ratio: float, target: str) -> bool:
    sign, times, *_x = target.split()
    return ratio <= float(times) if sign == "<=" else ratio >= float(times)


def compare(wanted: list[str], other: Path, turns: int) -> list[dict[str, Any]]:
    """The rows of these benchmarks, each beside the other checkout's."""
    python = str(other / ".venv" / "bin" / "python")
    rows = []
    for name in wanted:
        ours, theirs = list[dict[str, Any]](), list[dict[str, Any]]()
        for turn in range(turns):
            print(f"benchmarks.{name}, turn {turn + 1} ...", file=sys.stderr, flush=True)
            ours.append(run(name))
            if name in ANYWHERE or (other / "benchmarks" / f"{name}.py").exists():
                theirs.append(run(name, other, python))
        for why in (one["not_run"] for one in (*ours, *theirs) if "not_run" in one):
            print(f"benchmarks.{name}: {why}", file=sys.stderr, flush=True)
        rows += beside(ours, theirs)
    return rows


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def compared(rows: list[dict[str, Any]]) -> str:
    """Rows beside another version's, as a Markdown table."""
    lines = ["| what | here | other | ratio | floor | goal |", "| --- | --- | --- | --- | --- | --- |"]
    for row in rows:
        value, other, floor = (
            "" if row[name] is None else f"{_figure(row[name])} {row['unit']}".strip()
            for name in ("value", "other", "floor")
        )
        floor = f"{row['of']}: {floor}" if floor else ""
        ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}"
        met = {True: ", met", False: ", **missed**", None: ""}[row["met"]]
        lines.append(f"| {row['what']} | {value} | {other} | {ratio} | {floor} | {row['goal']}{met} |")
    return "\n".join(lines)


def table(found: dict[str, dict[str, Any]]) -> str:
    """The rows of all, as a Markdown table."""
    lines = ["| what | measured | against | ratio | goal |", "| --- | --- | --- | --- | --- |"]
    for name, figures in found.items():
        if "not_run" in figures:
            lines.append(f"| {name} | not run: {figures['not_run']} | | | |")
        for row in figures.get("rows", ()):
            floor = f"{row['of']}: {row['floor']:,} {row['unit']}" if row["floor"] is not None else ""
            ratio = f"{row['ratio']:.2f}" if row["ratio"] is not None else ""
            met = {True: ", met", False: ", **missed**", None: ""}[row["met"]]
            value = f"{row['value']:,} {row['unit']}"
            lines.append(f"| {row['what']} | {value} | {floor} | {ratio} | {row['goal']}{met} |")
    return "\n".join(lines)


def main() -> int:
    """Run what is named, or all; 1 where one failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(names())}")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--against", type=Path, metavar="DIR", help="a checkout with its own .venv")
    parser.add_argument("--turns", type=int, default=TURNS, help=f"how often both are run, in turns ({TURNS})")
    arguments = parser.parse_args()
    if strange := set(arguments.names) - set(names()):
        parser.error(f"there is no benchmark {min(strange)!r}")
    if arguments.against is not None:
        if not (arguments.against / ".venv" / "bin" / "python").exists():
            parser.error(f"{arguments.against} is no checkout with a .venv of its own")
        rows = compare(arguments.names or names(), arguments.against.resolve(), arguments.turns)
        if arguments.json:
            print(json.dumps({"machine": machine(), "against": str(arguments.against), "rows": rows}))
        else:
            print(compared(rows))
            print("\n" + ", ".join(f"{name} {value}" for name, value in machine().items()))
        return int(not rows)
    found = {}
    for name in arguments.names or names():
        print(f"benchmarks.{name} ...", file=sys.stderr, flush=True)
        found[name] = run(name)
    if arguments.json:
        print(json.dumps({"machine": machine(), **found}))
    else:
        print(table(found))
        print("\n" + ", ".join(f"{name} {value}" for name, value in machine().items()))
    return int(any(figures.get("failed") for figures in found.values()))


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


if __name__ == "__main__":
    sys.exit(main())
