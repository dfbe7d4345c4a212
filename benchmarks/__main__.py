"""Every benchmark of this folder, in one table: ``python -m benchmarks [--json] [NAME ...]``.

Each is a program of its own, ``python -m benchmarks.NAME --json``, whose last line is one JSON object; what it calls
``rows`` (``benchmarks.rows``) goes into the table. One that needs something of yours (exit code 2) is named as not run.
"""

import argparse
import json
import os
import platform
import sqlite3
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
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


def run(name: str) -> dict[str, Any]:
    """The figures of one, or why there are none."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", f"benchmarks.{name}", "--json"],
        cwd=HERE.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        why = (done.stderr.strip().splitlines() or ["no word of it"])[-1]
        return {"not_run": why, "failed": done.returncode != 2}
    figures: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return figures


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
    arguments = parser.parse_args()
    if strange := set(arguments.names) - set(names()):
        parser.error(f"there is no benchmark {min(strange)!r}")
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
