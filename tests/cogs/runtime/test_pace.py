"""Pace: what many press at once costs one look whether there is something to tell, not one for each press."""

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from cogs.background.publisher import Publisher
from cogs.background.scheduled_events import ScheduledEvents
from cogs.runtime.languages import Languages
from models.delivery import card_drawing, redrawing
from models.operations import due_work
from models.outbox import events
from rehearsal.rest import HANGS_SECONDS
from tests.until import until

PAUSE = 3600.0


def a_client() -> tuple[Any, list[Callable[..., Any]]]:
    """A client with nothing to tell, and the queries that were asked."""
    asked = list[Callable[..., Any]]()

    async def read(query: Callable[..., Any], *_arguments: Any) -> Any:
        asked.append(query)
        if query is redrawing.to_redraw:
            return redrawing.RedrawRound((), 0)
        return {} if query is due_work.moments else ()

    scheduler = SimpleNamespace(wake_at=lambda _moment: None)
    store = SimpleNamespace(read=read, read_if_changed=read)
    return SimpleNamespace(store=store, scheduler=scheduler, languages=Languages()), asked


@pytest.mark.parametrize(
    ("make", "query"),
    [
        (lambda client: Publisher(client, card_seconds=PAUSE), card_drawing.to_draw),
        (lambda client: ScheduledEvents(client, pause=PAUSE), events.to_tell),
    ],
)
async def test_presses_within_the_pause_are_looked_after_together_at_its_end(
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[Any], Publisher | ScheduledEvents],
    query: Callable[..., Any],
) -> None:
    client, asked = a_client()
    looking = make(client)
    for _ in range(20):
        looking.nudge()
        await asyncio.sleep(0)
    assert asked.count(query) == 1
    loop = asyncio.get_running_loop()
    monkeypatch.setattr(loop, "time", lambda now=loop.time: now() + PAUSE)
    await until(lambda: asked.count(query) == 2)
    await looking.stop(HANGS_SECONDS)
    assert asked.count(query) == 2
