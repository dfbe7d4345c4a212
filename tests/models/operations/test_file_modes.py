"""File modes: what the bot keeps is for its own account alone, however it came to be there."""

import asyncio
import logging
import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli import check
from models.config import Settings
from models.database.lease import Lease
from models.operations import backups, file_modes
from rehearsal.stage import raised
from tests import databases
from tests.cogs.server import START

AT = datetime(2025, 2, 13, 9, 0, tzinfo=UTC)
ALL_OF_THEM = {
    "bot.db", "bot.db-wal", "bot.db-shm", "bot.db-lease", "bot.key",
    "bot.20250101T000000000000Z-before-0001.db", "bot-before-restore-20250101T000000Z.db",
    "undersigned-20250213T090000Z.db", "by-hand-20250213T090000Z.db",
}  # fmt: skip

pytestmark = databases.only_sqlite


@pytest.fixture(autouse=True)
def ordinary_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database=f"sqlite:///{tmp_path}/bot.db")


def modes(folder: Path) -> dict[str, int]:
    return {
        file.name: stat.S_IMODE(file.stat().st_mode)
        for place in (folder, folder / "backups")
        if place.is_dir()
        for file in place.iterdir()
        if file.is_file()
    }


def checked(settings: Settings) -> str:
    return dict(check.examine(settings).findings)["files"]


async def started(settings: Settings, tmp_path: Path) -> dict[str, int]:
    """The modes while the bot runs, and holds the lease."""
    lease = Lease(settings.database)
    assert lease.take()
    try:
        async with raised(settings, start=START):
            return modes(tmp_path)
    finally:
        lease.stop()


async def test_what_a_start_makes_nobody_else_can_read(settings: Settings, tmp_path: Path) -> None:
    made = await started(settings, tmp_path)
    assert made.keys() >= {"bot.db", "bot.db-wal", "bot.db-lease", "bot.key"}
    assert set(made.values()) == {0o600}


async def test_each_start_takes_what_is_there_from_everybody_else(settings: Settings, tmp_path: Path) -> None:
    await started(settings, tmp_path)
    backups.make(settings, AT)
    backups.make(settings, AT, by_hand=True)
    for name in ALL_OF_THEM - modes(tmp_path).keys() - {"bot.db-wal", "bot.db-shm"}:
        (tmp_path / name).touch()
    strange = tmp_path / "bot2.db"
    strange.touch(0o644)
    for name in modes(tmp_path):
        place = tmp_path / name if (tmp_path / name).exists() else tmp_path / "backups" / name
        place.chmod(0o644)
    now = await started(settings, tmp_path)
    assert now.keys() >= ALL_OF_THEM
    assert {name for name, mode in now.items() if mode != 0o600} == {strange.name}, "it is none of ours"


async def test_a_mode_that_cannot_be_changed_is_said_at_the_start_and_by_check(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await started(settings, tmp_path)
    (tmp_path / "bot.key").chmod(0o640)
    said = await asyncio.to_thread(checked, settings)
    assert said.startswith(f"others on this machine can read {tmp_path / 'bot.key'};")
    monkeypatch.setattr(Path, "chmod", lambda *_args, **_keywords: None)
    with caplog.at_level(logging.WARNING, "cogs.client"):
        await started(settings, tmp_path)
    assert f"others on this machine can read {tmp_path / 'bot.key'}" in caplog.text
    monkeypatch.undo()
    file_modes.narrow(settings)
    assert await asyncio.to_thread(checked, settings) == "only this account can read the bot's files"


def test_a_file_system_without_modes_is_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert file_modes.knows_modes(settings)
    monkeypatch.setattr(file_modes, "OTHERS", stat.S_IRWXU)  # as where every file is open to all
    assert checked(settings).startswith("this file system has no permissions,")
