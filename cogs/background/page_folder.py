"""The folder with the pages: each letter's page in a folder of its own, which is always whole.

A page is written beside the one that is shown, into ``.letter-1/STAMP.tmp``; when all of it is on the disk, it is
renamed to ``.letter-1/STAMP``, and ``letter-1``, a symbolic link, is replaced by one that leads there: one step, which
is done or not done. Where the file system has no links, ``letter-1`` is a folder that is moved away and another put in
its place: two steps, between which there is no page for a moment; the next round mends what a kill left between them.
"""

import contextlib
import os
import re
import shutil
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

_MARK = ".state"
"""The file in a page that says what it was made of."""
_OURS = re.compile(r"\.(letter-\d+)")
_KEPT, _SHARED = 0o644, 0o755
"""A web server runs under another account, and only reads."""


class PageFolder:
    """The pages under ``root``, each by its name such as ``letter-1``. Every method works on the disk and raises
    OSError."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def names(self) -> set[str]:
        """Names of all pages that are there, whole or begun; what else somebody keeps here is none of ours."""
        found = (_OURS.fullmatch(one.name) for one in self._root.iterdir())
        return {one[1] for one in found if one is not None}

    def mark(self, name: str) -> str:
        """What the page that is shown was made of, as :meth:`put` was told; empty where there is none."""
        try:
            return (self._root / name / _MARK).read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""

    def has(self, name: str, paths: Collection[str]) -> bool:
        """Whether the page that is shown has all of these files."""
        return all((self._root / name / path).is_file() for path in paths)

    def put(self, name: str, files: dict[str, bytes], same: Collection[str], mark: str) -> None:
        """Show these files from now on, and none of an earlier page but those that stay the ``same``.

        What was shown stays on the disk until :meth:`tidy`, for those who read in it.
        """
        states = self._root / f".{name}"
        states.mkdir(exist_ok=True)
        states.chmod(_SHARED)
        begun = states / f"{_next(states)}.tmp"
        try:
            self._write(
                begun, files | {_MARK: mark.encode()}, {self._root / name / path: path for path in same}
            )
        except OSError:
            shutil.rmtree(begun, ignore_errors=True)
            raise
        whole = begun.with_suffix("")
        os.rename(begun, whole)
        _settle(states)
        self._show(name, whole)

    def tidy(self, name: str) -> None:
        """Delete what is shown no more, and what was begun and not finished."""
        shown = self._root / name
        states = self._root / f".{name}"
        if not shown.exists() and (last := _newest(states)) is not None:
            self._show(name, last)  # a kill came between the two steps of a file system without links
        current = shown.resolve()
        for one in states.iterdir() if states.is_dir() else ():
            if one.resolve() != current:
                shutil.rmtree(one)
        with contextlib.suppress(FileNotFoundError):
            (self._root / f"{name}.tmp").unlink()

    def remove(self, name: str) -> None:
        """Show nothing under this name, and keep nothing of it."""
        shown = self._root / name
        if shown.is_symlink():
            shown.unlink()
        elif shown.is_dir():
            shutil.rmtree(shown)
        with contextlib.suppress(FileNotFoundError):
            (self._root / f"{name}.tmp").unlink()
        if (states := self._root / f".{name}").is_dir():
            shutil.rmtree(states)
        _settle(self._root)

    @staticmethod
    def _write(begun: Path, files: Mapping[str, bytes], same: Mapping[Path, str]) -> None:
        begun.mkdir()
        for path, data in files.items():
            _write(begun / path, data)
        for before, path in same.items():
            _stay(before, begun / path)
        for folder in (begun, *(one for one in begun.rglob("*") if one.is_dir())):
            folder.chmod(_SHARED)
            _settle(folder)

    def _show(self, name: str, whole: Path) -> None:
        shown, link = self._root / name, self._root / f"{name}.tmp"
        with contextlib.suppress(FileNotFoundError):
            link.unlink()
        try:
            link.symlink_to(whole.relative_to(self._root), target_is_directory=True)
        except (OSError, NotImplementedError):
            _move_in(shown, whole)
        else:
            if shown.is_dir() and not shown.is_symlink():
                _move_away(shown, whole)  # it was made where there were no links
            os.replace(link, shown)
        _settle(self._root)


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    with file.open("rb+") as written:
        os.fsync(written.fileno())
    file.chmod(_KEPT)


def _stay(before: Path, after: Path) -> None:
    """The same file in the new page: its bytes are on the disk already."""
    after.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(before, after)
    except OSError:
        _write(after, before.read_bytes())


def _settle(folder: Path) -> None:
    """Have the disk know what is in this folder; Windows does so by itself, and opens none."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _move_in(shown: Path, whole: Path) -> None:
    if shown.exists():
        _move_away(shown, whole)
    os.rename(whole, shown)


def _move_away(shown: Path, whole: Path) -> None:
    os.rename(shown, whole.with_name(f"{whole.name}.old"))


def _numbers(states: Path) -> Iterator[int]:
    for one in states.iterdir() if states.is_dir() else ():
        number = one.name.partition(".")[0]
        if number.isdecimal():
            yield int(number)


def _next(states: Path) -> int:
    return max(_numbers(states), default=0) + 1


def _newest(states: Path) -> Path | None:
    """The newest whole page, where none is shown."""
    whole = [one for one in (states.iterdir() if states.is_dir() else ()) if one.name.isdecimal()]
    return max(whole, key=lambda one: int(one.name), default=None)
