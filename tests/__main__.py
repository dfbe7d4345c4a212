"""Everything that must hold: ``python -m tests``. First the checks, then the tests; arguments go to pytest.

``python -m tests --long`` is the rest: the long forms (``tests/long.py``), all or those that are named after it.
``python -m tests --postgresql`` runs all tests once more, on a PostgreSQL server that it starts and throws away.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.long import FORMS, Form

ROOT = Path(__file__).parents[1]
PROGRAMS = Path(sys.executable).parent
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
"""Those that this process may use."""
WORKERS = CORES + 1
"""One more: a test on the wire or in a browser mostly waits, and leaves its core to another."""
TESTS = ("pytest", f"--numprocesses={WORKERS}", "--dist=loadgroup", "--durations=10", "--durations-min=0.1")
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("lint-imports",),
    ("mypy",),
)


def started(words: Sequence[str], settings: dict[str, str], **how: Any) -> "subprocess.Popen[str]":
    """Start a program of the environment."""
    # Dozens of processes start, and none is to compile what another has compiled.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    program, *arguments = words
    return subprocess.Popen(
        [str(PROGRAMS / program), *arguments], cwd=ROOT, env=environment | settings, text=True, **how
    )


def done(*words: str, **settings: str) -> int:
    """Run a program of the environment; its exit code."""
    print("+", *(f"{name}={value}" for name, value in settings.items()), *words, flush=True)
    began = time.monotonic()
    return _told(started(words, settings).wait(), time.monotonic() - began)


def checked(words: Sequence[str]) -> int:
    """Run all checks at once, each on a core, with one that collects the tests: so that they are compiled once and not
    by each worker. The first exit code that is not 0; what a check says is shown where it fails."""
    checks, codes = (*CHECKS, ("pytest", "--collect-only", "-qq", *words)), list[int]()
    with ThreadPoolExecutor(len(checks)) as together:
        for check, (code, said, seconds) in zip(checks, together.map(_ran, checks), strict=True):
            print("+", *check, flush=True)
            if code:
                print(said)
            codes.append(_told(code, seconds))
    return next(filter(None, codes), 0)


def _ran(check: Sequence[str]) -> tuple[int, str, float]:
    """Run a check beside others: its exit code, what it says and how many seconds it took."""
    began = time.monotonic()
    process = started(check, {}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said, _ = process.communicate()
    return process.returncode, said, time.monotonic() - began


def _told(code: int, seconds: float) -> int:
    print(f"  {'done' if code == 0 else f'failed with {code}'} after {seconds:.0f} s", flush=True)
    return code


def long(names: Sequence[str]) -> int:
    """Run the long forms, or those of these names; how many failed. One that fails does not hide the next."""
    if strange := [name for name in names if name not in FORMS]:
        print(f"There is no long form {strange[0]!r}; there are {', '.join(FORMS)}.", file=sys.stderr)
        return 2
    failed = [name for name in names or FORMS if _run(FORMS[name])]
    print(f"failed: {', '.join(failed)}" if failed else "all long forms hold")
    return 1 if failed else 0


def _run(form: Form) -> int:
    program, *words = form.words
    if program == "pytest":
        return done("pytest", "--durations=10", "--durations-min=0.1", *words, **form.settings)
    module = () if program.endswith(".py") else ("-m",)
    return done(Path(sys.executable).name, *module, program, *words, **form.settings)


def main(words: list[str]) -> int:
    """Run what was asked for; the first exit code that is not 0."""
    if words[:1] == ["--long"]:
        return long(words[1:])
    if "--postgresql" in words:
        from tests import postgresql

        words.remove("--postgresql")
        with postgresql.started() as server:
            postgresql.prepare(server)
            os.environ[postgresql.ADDRESS] = server.url()
            return done(*TESTS, *words)
    return checked(words) or done(*TESTS, *words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
