"""Modules of ours that are read when something in them is first used, not when another module imports them.

A bot that counts votes never imports a list and never reads a deadline. All the same, imports stand at the top of each
file, where those who read it and the tools that check it look for them. So no module may do anything to another while
it is read (``tests/test_walls.py``): nobody knows when that is.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from threading import RLock
from types import ModuleType
from typing import Any

OURS = frozenset({"cli", "cogs", "locales", "models"})

CHANGED = "The code has changed since the bot started. Restart the bot."

_State = tuple[int, int] | None
_loaders: dict[ModuleType, tuple[Loader, _State]] = {}
"""What reads each module that is unread, and how its file was then: one of another version may not fit what is read."""
_reading = RLock()
"""One for all modules: with one each, two threads whose modules need each other's would wait for ever."""


class _Unread(ModuleType):
    """A module that holds nothing yet but what an import writes into it."""

    def __getattribute__(self, name: str) -> Any:
        """Read the module, or wait until another thread has. What an import asks for (``__spec__``) is there before."""
        if not name.startswith("__"):
            with _reading:
                if (left := _loaders.pop(self, None)) is not None:
                    loader, state = left
                    try:
                        if _state(self) != state:
                            raise RuntimeError(CHANGED)
                        loader.exec_module(self)
                    except BaseException:
                        _loaders[self] = left  # whoever uses it next hears of it too
                        raise
                    self.__class__ = ModuleType  # type: ignore[assignment]
        return ModuleType.__getattribute__(self, name)


def _state(module: ModuleType) -> _State:
    """When its file was written, and how long it is; None where there is none."""
    spec = module.__spec__
    try:
        found = os.stat(spec.origin if spec is not None and spec.origin is not None else "")
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


class _Later(Loader):
    """Leaves to another loader what that one does with a module, until the module is used."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        _loaders[module] = self._loader, _state(module)
        module.__class__ = _Unread


class _Finder(MetaPathFinder):
    """Finds our modules where Python does."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] not in OURS:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _Later(spec.loader)
        return spec


@contextmanager
def until_used() -> Iterator[None]:
    """Inside, modules of ours that are imported stay unread until they are used."""
    finder = _Finder()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
