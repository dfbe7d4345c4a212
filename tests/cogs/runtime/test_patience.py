"""No request to Discord is waited for without end."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from cogs.background.sender import Sender
from cogs.runtime import actors, messages, server_setup
from cogs.runtime.clocks import Clocks
from models.sheets import CoalitionSheet
from models.terms import Place
from rehearsal.rest import HANGS_SECONDS

NOTHING_CHOSEN = CoalitionSheet(900, "UTC", None, None, None, None, None, None)


async def hangs(*_anything: Any, **_more: Any) -> None:
    await asyncio.Event().wait()


async def acknowledging() -> None:
    response = SimpleNamespace(is_done=lambda: False, defer=hangs)
    person: Any = SimpleNamespace(
        response=response, extras={}, created_at=datetime.min.replace(tzinfo=UTC),
        client=SimpleNamespace(clocks=Clocks()),
    )  # fmt: skip
    await messages.begin(person)


async def looking_someone_up() -> None:
    client = SimpleNamespace(get_guild=lambda _id: SimpleNamespace(fetch_member=hangs))
    person: Any = SimpleNamespace(guild_id=None, client=client, user=SimpleNamespace(id=5))
    await actors.actor_in(person, 900)


async def opening_a_direct_message() -> None:
    client: Any = SimpleNamespace(create_dm=hangs)
    to_send: Any = SimpleNamespace(place=Place.USER, recipient_id=5)
    await Sender(client, asyncio.Event())._place(to_send)


@pytest.mark.parametrize("asks", [acknowledging, looking_someone_up, opening_a_direct_message])
async def test_what_discord_does_not_answer_ends(
    monkeypatch: pytest.MonkeyPatch, asks: Callable[[], Awaitable[None]]
) -> None:
    monkeypatch.setattr(messages, "PATIENCE", 0.01)
    async with asyncio.timeout(HANGS_SECONDS) as limit:
        with pytest.raises(TimeoutError):
            await asks()
    assert not limit.expired()


async def test_what_cannot_be_created_in_time_is_told_and_the_rest_is_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(messages, "PATIENCE", 0.01)
    able = SimpleNamespace(manage_roles=True, manage_channels=True)
    guild: Any = SimpleNamespace(
        roles=[], text_channels=[], default_role="@everyone", me=SimpleNamespace(guild_permissions=able),
        get_role=lambda _id: None, get_channel=lambda _id: None, create_role=hangs, create_text_channel=hangs,
    )  # fmt: skip
    monkeypatch.setattr(server_setup, "_overwrites", lambda *_anything: {})
    async with asyncio.timeout(HANGS_SECONDS):
        made = await server_setup.complete(guild, NOTHING_CHOSEN, None)
    assert len(made.said) == 6
    assert all("Discord couldn't be reached" in line for line in made.said)
