"""Hearing each touch of the disk, to look or to stop in between."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TOUCHES = frozenset(
    {
        "open",
        "os.mkdir",
        "os.rename",
        "os.link",
        "os.symlink",
        "os.remove",
        "os.rmdir",
        "os.chmod",
        "shutil.rmtree",
    }
)
"""What Python tells an audit hook of the disk (its documentation, *Audit events table*)."""


class Watch:
    """Has something done before each touch of the disk under a folder."""

    def __init__(self) -> None:
        self.before: Callable[[], None] | None = None
        self.root = ""
        sys.addaudithook(self._hear)

    def _hear(self, event: str, args: tuple[Any, ...]) -> None:
        if self.before is None or event not in TOUCHES or not any(self.root in str(one) for one in args):
            return
        before, self.before = self.before, None  # what it does itself is not heard
        try:
            before()
        finally:
            self.before = before

    @contextmanager
    def touches(self, root: Path, before: Callable[[], None]) -> Iterator[None]:
        self.root, self.before = str(root), before
        try:
            yield
        finally:
            self.before = None


WATCH = Watch()
"""One for all: a hook stays as long as the process."""
