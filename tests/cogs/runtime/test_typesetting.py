"""Whatever Typst draws is drawn on one thread, which those who wait for others do not need."""

import asyncio
import threading
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from cogs.runtime import inputs
from cogs.runtime.typesetting import typeset
from models.publishing.exports import typesetter
from models.terms import Format
from tests.cogs.coordinator import published
from tests.cogs.desk import a_desk
from tests.cogs.lists.exporting import on_the_list, roster
from tests.models.lists import edition, entry, exported

pytestmark = pytest.mark.threads
MANY = 40
"""More than the threads that the event loop has for everybody: 32 at most."""


async def test_several_lists_can_be_set_at_once() -> None:
    sheets = [edition(*(entry(f"Name {one} {number}") for number in range(40))) for one in range(8)]
    made = await asyncio.gather(*(typeset(exported, sheet, Format.PDF) for sheet in sheets))
    assert all(file.data.startswith(b"%PDF") for file in made)
    assert len({file.data for file in made}) == len(sheets)


async def test_a_deadline_is_read_while_many_lists_wait_to_be_set() -> None:
    go_on = threading.Event()
    lists = [asyncio.create_task(typeset(go_on.wait)) for _ in range(MANY)]
    await asyncio.sleep(0)  # all of them wait now
    typed: Any = SimpleNamespace(locale=discord.Locale.german, created_at=datetime(2025, 2, 13, tzinfo=UTC))
    try:
        async with asyncio.timeout(60):  # for ever, where it waits for a list
            found = await inputs.deadline(typed, "morgen", "17 Uhr", "", "UTC")
        assert not any(one.done() for one in lists)
    finally:
        go_on.set()
        await asyncio.gather(*lists)
    assert found.instant == datetime(2025, 2, 14, 17, tzinfo=UTC)


async def test_lists_pictures_and_reports_are_set_on_the_same_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads, draw = list[threading.Thread](), typesetter.draw

    def noted(*what: Any, **how: Any) -> bytes:
        threads.append(threading.current_thread())
        return draw(*what, **how)

    monkeypatch.setattr(typesetter, "draw", noted)
    own = await typeset(threading.current_thread)
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(announcements_id=desk.hall.id)
        await on_the_list(desk, "Riverlight")
        await roster(desk, "export", format="pdf")
        await roster(desk, "growth")
        await published(desk)
        await desk.server.pass_(3 * 24 * 3600 + 10)
    assert threads == [own] * 3
