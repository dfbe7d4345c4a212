"""The command line as a process of its own: what is said to it, and what it answers."""

import os
import subprocess
import sys
from pathlib import Path

from rehearsal import inside

ROOT = Path(__file__).parents[2]


class Says:
    """Says words to the front door, in an empty folder and with nothing in the environment but what is given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        kept = {
            name: value for name, value in os.environ.items() if not name.upper().startswith("UNDERSIGNED_")
        }
        return subprocess.run(
            [sys.executable, ROOT / "bot.py", *words],
            cwd=self.folder,
            env=kept | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=inside.HANGS_SECONDS,
        )


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """The only line of a mistake, which ends in exit code 2."""
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    return done.stderr
