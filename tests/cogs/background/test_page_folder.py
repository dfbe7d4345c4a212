"""The folder with the pages: whatever stops the bot, and whenever, a whole page is shown, of one state."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cogs.background.page_folder import PageFolder
from tests import pages
from tests.cogs.background.touching import WATCH

LINKS = pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])


class Killed(BaseException):
    """The process ended here: nothing after it was done."""


def state(number: int) -> dict[str, bytes]:
    """A page whose files all say this number."""
    said = str(number).encode()
    return {"index.html": said, "fr/index.html": said, "signatories.json": said, "badge.svg": said}


def shown(root: Path, name: str = "letter-1") -> set[bytes]:
    """What the files of the page say."""
    found = pages.read(root / name)
    assert set(found) - {"lists/list-1.json"} == {*state(0), ".state"}
    return {data for path, data in found.items() if not path.startswith((".", "lists"))}


@pytest.fixture
def without_links(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    def forbid(links: bool) -> None:
        if not links:
            monkeypatch.setattr(Path, "symlink_to", no_links)

    return forbid


def no_links(*_args: object, **_kwargs: object) -> None:
    raise OSError("symbolic link privilege not held")


@LINKS
def test_a_page_is_shown_then_another_and_nothing_else_is_left(
    tmp_path: Path, without_links: Any, links: bool
) -> None:
    without_links(links)
    folder = PageFolder(tmp_path)
    for number in (1, 2, 3):
        folder.put("letter-1", state(number), (), f"made of {number}")
        assert folder.mark("letter-1") == f"made of {number}"
        folder.tidy("letter-1")
        assert shown(tmp_path) == {str(number).encode()}
    assert folder.names() == {"letter-1"}
    assert len(list((tmp_path / ".letter-1").iterdir())) == int(links)
    folder.remove("letter-1")
    assert list(tmp_path.iterdir()) == []


def test_at_every_moment_all_files_are_of_one_state(tmp_path: Path) -> None:
    folder, seen = PageFolder(tmp_path), []
    folder.put("letter-1", state(1), (), "")
    with WATCH.touches(tmp_path, lambda: seen.append(shown(tmp_path))):
        for number in (2, 3):
            folder.put("letter-1", state(number), (), "")
            folder.tidy("letter-1")
    assert len(seen) > 30
    assert {len(one) for one in seen} == {1}
    assert {frozenset(one) for one in seen} == {frozenset({b"1"}), frozenset({b"2"}), frozenset({b"3"})}


@LINKS
def test_a_kill_at_any_point_leaves_a_whole_page_and_the_next_start_leaves_nothing_else(
    tmp_path: Path, without_links: Any, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_links(links)
    monkeypatch.setattr(os, "fsync", lambda _file: None)  # a killed process loses nothing of what it wrote
    at, ended = 0, False
    while not ended:
        at += 1
        root = tmp_path / str(at)
        root.mkdir()
        folder, left = PageFolder(root), at
        folder.put("letter-1", state(1), (), "1")
        folder.tidy("letter-1")

        def count() -> None:
            nonlocal left
            left -= 1
            if left == 0:
                raise Killed

        try:
            with WATCH.touches(root, count):
                folder.put("letter-1", state(2), (), "2")
                folder.tidy("letter-1")
            ended = True
        except Killed:
            if links:
                assert shown(root) in ({b"1"}, {b"2"}), at
        again = PageFolder(root)
        again.tidy("letter-1")
        assert shown(root) in ({b"1"}, {b"2"}), at
        again.put("letter-1", state(3), (), "3")
        again.tidy("letter-1")
        assert shown(root) == {b"3"}
        assert sorted(one.name for one in root.iterdir()) == [".letter-1", "letter-1"]
    assert at > 25


def test_what_fails_half_way_leaves_the_page_that_was_shown_and_nothing_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = PageFolder(tmp_path)
    folder.put("letter-1", state(1), (), "1")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space left"):
            folder.put("letter-1", state(2), (), "2")
    assert shown(tmp_path) == {b"1"}
    assert folder.mark("letter-1") == "1"
    assert [one.name for one in (tmp_path / ".letter-1").iterdir()] == ["1"]


def test_a_file_that_stays_the_same_is_not_written_again(tmp_path: Path) -> None:
    folder = PageFolder(tmp_path)
    folder.put("letter-1", state(1) | {"lists/list-1.json": b"{}"}, (), "1")
    before = (tmp_path / "letter-1" / "lists" / "list-1.json").stat()
    assert folder.has("letter-1", ("lists/list-1.json",))
    assert not folder.has("letter-1", ("lists/list-1.json", "lists/list-2.json"))
    folder.put("letter-1", state(2), ("lists/list-1.json",), "2")
    folder.tidy("letter-1")
    after = (tmp_path / "letter-1" / "lists" / "list-1.json").stat()
    assert (before.st_ino, before.st_size) == (after.st_ino, after.st_size)


def test_another_account_may_read_and_not_write(tmp_path: Path) -> None:
    PageFolder(tmp_path).put("letter-1", state(1), (), "1")
    shown_at = tmp_path / "letter-1"
    assert {oct(one.stat().st_mode & 0o777) for one in shown_at.rglob("*") if one.is_file()} == {"0o644"}
    folders = (shown_at, shown_at / "fr", tmp_path / ".letter-1")
    assert {oct(one.stat().st_mode & 0o777) for one in folders} == {"0o755"}


def test_what_somebody_else_keeps_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter-7").mkdir()
    (tmp_path / "index.html").write_text("ours")
    folder = PageFolder(tmp_path)
    folder.put("letter-1", state(1), (), "1")
    assert folder.names() == {"letter-1"}
    folder.remove("letter-1")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["index.html", "letter-7"]


def test_a_page_made_without_links_becomes_a_link_where_they_work_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = PageFolder(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "symlink_to", no_links)
        folder.put("letter-1", state(1), (), "1")
    assert not (tmp_path / "letter-1").is_symlink()
    folder.put("letter-1", state(2), (), "2")
    folder.tidy("letter-1")
    assert (tmp_path / "letter-1").is_symlink()
    assert shown(tmp_path) == {b"2"}
