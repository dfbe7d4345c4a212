"""Everything that must hold: ``python -m tests``. Stops at the first failure; arguments go to pytest."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAMS = Path(sys.executable).parent

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "--numprocesses=auto", "--dist=worksteal", *sys.argv[1:]),
)

for program, *arguments in CHECKS:
    print("+", program, *arguments, flush=True)
    code = subprocess.run([PROGRAMS / program, *arguments], cwd=ROOT, check=False).returncode
    if code:
        sys.exit(code)
