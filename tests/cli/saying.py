"""The command line as a process of its own: what is said to it, and what it answers."""

import contextlib
import io
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bot
from cli import logs
from rehearsal.rest import HANGS_SECONDS

ROOT = Path(__file__).parents[2]


class Says:
    """Says words to the command line, in an empty folder and with nothing in the environment but what is given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """In this process: one of its own takes a second to start."""
        out, err = io.StringIO(), io.StringIO()
        with (
            pytest.MonkeyPatch.context() as patch,
            records_left_alone(),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            patch.chdir(self.folder)
            for name in set(os.environ) - set(surroundings()):
                patch.delenv(name)
            for name, value in environment.items():
                patch.setenv(name, value)
            try:
                code: Any = bot.main(words)
            except SystemExit as left:
                code = left.code
        return subprocess.CompletedProcess(words, int(code or 0), out.getvalue(), err.getvalue())

    def in_a_process(self, *words: str) -> subprocess.CompletedProcess[str]:
        """As anyone who installs the bot runs it."""
        return subprocess.run(
            [sys.executable, ROOT / "bot.py", *words],
            cwd=self.folder,
            env=surroundings(),
            capture_output=True,
            text=True,
            check=False,
            timeout=HANGS_SECONDS,
        )


def surroundings() -> dict[str, str]:
    """The environment without settings of ours."""
    return {name: value for name, value in os.environ.items() if not name.upper().startswith("UNDERSIGNED_")}


@contextlib.contextmanager
def records_left_alone() -> Iterator[None]:
    """What the program says about its records is undone."""
    root = logging.getLogger()
    handlers = list(root.handlers)
    loggers = [root, *map(logging.getLogger, (*logs.OURS, *logs.LIBRARIES))]
    levels = [logger.level for logger in loggers]
    try:
        yield
    finally:
        root.handlers[:] = handlers
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """The only line of a mistake, which ends in exit code 2."""
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    return done.stderr
