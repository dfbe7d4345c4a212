"""Modules that are left unread until they are used, and a start that leaves most of the house so."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from cli import unread
from tests.cli.saying import ROOT

FILES = {
    "__init__": "",
    "diary": "READ = []",
    "noted": "from house import diary\ndiary.READ.append('noted')\nVALUE = 1",
    "absent": "import no_such_library\nVALUE = 1",
    "gate": "import threading\nHALF, GO = threading.Event(), threading.Event()",
    "slow": "from house import gate\ndef late():\n    return LATE\ngate.HALF.set()\ngate.GO.wait(60)\nLATE = 1",
}


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "house").mkdir()
    for name, code in FILES.items():
        (tmp_path / "house" / f"{name}.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(unread, "OURS", frozenset({"house"}))
    with unread.until_used():
        yield
    for name in [one for one in sys.modules if one.partition(".")[0] == "house"]:
        del sys.modules[name]


def read_by(name: str) -> list[str]:
    """What was read after this module was imported, and after something in it was used."""
    module, diary = import_module(f"house.{name}"), import_module("house.diary")
    assert import_module(f"house.{name}") is module
    before = list(diary.READ)
    assert module.VALUE == module.VALUE == 1
    return [*before, "then", *diary.READ]


@pytest.mark.usefixtures("house")
def test_a_module_is_read_once_it_is_used_and_once_only() -> None:
    assert read_by("noted") == ["then", "noted"]
    assert type(sys.modules["house.noted"]) is ModuleType
    assert not hasattr(sys.modules["house.noted"], "NOTHING")


@pytest.mark.usefixtures("house")
def test_everyone_who_uses_a_module_hears_why_it_cannot_be_read() -> None:
    absent = import_module("house.absent")
    for _ in range(2):
        with pytest.raises(ModuleNotFoundError, match="no_such_library"):
            absent.VALUE  # noqa: B018


@pytest.mark.usefixtures("house")
def test_a_module_whose_file_changed_since_the_start_is_not_read(tmp_path: Path) -> None:
    noted = import_module("house.noted")
    (tmp_path / "house" / "noted.py").write_text("from house.diary import ANew", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(
            RuntimeError, match=r"^The code has changed since the bot started. Restart the bot.$"
        ):
            noted.VALUE  # noqa: B018


@pytest.mark.threads
@pytest.mark.usefixtures("house")
def test_nobody_meets_a_module_that_another_thread_has_half_read() -> None:
    gate, slow = import_module("house.gate"), import_module("house.slow")
    half, go, begun, found = gate.HALF, gate.GO, threading.Event(), list[int]()

    def second() -> None:
        begun.set()
        found.append(slow.late())

    threads = [threading.Thread(target=lambda: found.append(slow.late())), threading.Thread(target=second)]
    threads[0].start()
    half.wait(60)
    threads[1].start()
    begun.wait(60)
    go.set()
    for one in threads:
        one.join(60)
    assert found == [1, 1]


def test_what_is_imported_later_is_read_at_once_again() -> None:
    before = list(sys.meta_path)
    with unread.until_used():
        assert sys.meta_path[1:] == before
    assert sys.meta_path == before


def in_a_process(code: str) -> list[str]:
    """What this code prints where our modules are unread until they are used."""
    done = subprocess.run(
        [sys.executable, "-c", f"from cli import unread\nwith unread.until_used():\n    {code}"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.split()


def test_a_start_leaves_unread_what_a_vote_does_not_need() -> None:
    code = "import cli.run, sys; cli.run.run; print(*(n for n, m in sys.modules.items() if type(m) is unread._Unread))"
    left = in_a_process(code)
    assert {
        "cogs.ui.cards.importing", "cogs.ui.prose", "models.deadlines.reader", "models.geography.countries",
        "models.importing.batches", "models.names.vocabulary", "models.publishing.editions",
        "models.publishing.page.files", "models.submissions.proposals",
    } <= set(left)  # fmt: skip
    assert len(left) > 120


def test_every_module_can_be_read_whichever_is_used_first() -> None:
    names = [
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for package in ("cogs", "models")
        for file in sorted((ROOT / package).rglob("*.py"), reverse=True)
        if file.stem not in ("__init__", "__main__", "env") and file.parent.name != "versions"
    ]
    assert len(names) > 400
    code = f"import importlib; print(*(one for one in {names!r} if hasattr(importlib.import_module(one), 'no such')))"
    assert in_a_process(code) == []
