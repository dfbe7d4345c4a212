"""Everything that must hold: ``python -m tests``. Stops at the first failure; arguments go to pytest.

``python -m tests --postgresql`` runs all tests once more, on a PostgreSQL server that it starts and throws away.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAMS = Path(sys.executable).parent
WORKERS = (os.cpu_count() or 1) + 1
"""One more than there are cores: some tests wait for a browser, or for a bot in a process of its own."""
TESTS = ("pytest", f"--numprocesses={WORKERS}", "--dist=worksteal")
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)


def done(program: str, *arguments: str) -> int:
    """Run a program of the environment; its exit code."""
    print("+", program, *arguments, flush=True)
    return subprocess.run([PROGRAMS / program, *arguments], cwd=ROOT, check=False).returncode


def main(words: list[str]) -> int:
    """Run what was asked for; the first exit code that is not 0."""
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
