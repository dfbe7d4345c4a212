"""Everything that must hold: ``python -m tests``. Stops at the first failure; arguments go to pytest.

``python -m tests --long`` is the rest: the long forms (``tests/long.py``), all or those that are named after it.
``python -m tests --postgresql`` runs all tests once more, on a PostgreSQL server that it starts and throws away.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.long import FORMS, Form

ROOT = Path(__file__).parents[1]
PROGRAMS = Path(sys.executable).parent
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
"""Those that this process may use."""
TESTS = ("pytest", f"--numprocesses={CORES}", "--dist=loadgroup", "--durations=10", "--durations-min=0.1")
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)


def done(program: str, *arguments: str, **settings: str) -> int:
    """Run a program of the environment; its exit code."""
    print("+", *(f"{name}={value}" for name, value in settings.items()), program, *arguments, flush=True)
    began = time.monotonic()
    # Dozens of processes start, and none is to compile what another has compiled.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    words = [str(PROGRAMS / program), *arguments]
    code = subprocess.run(words, cwd=ROOT, env=environment | settings, check=False).returncode
    print(
        f"  {'done' if code == 0 else f'failed with {code}'} after {time.monotonic() - began:.0f} s", flush=True
    )
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
    for check in (*CHECKS, (*TESTS, *words)):
        if code := done(*check):
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
