"""What Discord sends is judged before it is used."""

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import discord
import pytest
from discord.backoff import ExponentialBackoff
from discord.gateway import ReconnectWebSocket

from cogs.runtime import gateway, inputs
from cogs.ui.cards import person
from models.refusal import Reason, Refusal
from models.sheets import ConsentRequest
from models.terms import Choice
from tests.cogs.server import START
from tests.cogs.vote import a_vote


@pytest.mark.parametrize("text", ["", "-1", "²", "1" * 20])
def test_who_is_no_id_of_a_person_is_not_found(text: str) -> None:
    with pytest.raises(Refusal) as caught:
        inputs.user(text)
    assert caught.value.reason is Reason.NOT_FOUND


def test_the_longest_id_is_one() -> None:
    assert inputs.user("9" * 19) == 10**19 - 1


def test_a_message_to_send_shows_a_name_as_it_was_typed() -> None:
    card = person.message(ConsentRequest("*Ana*", "**Keep**", "<@1>", member=False, closes_at=START), 1, "_Us_")
    shown = str(card.view.to_components()) if card.view is not None else card.content or ""
    assert "<@1>" not in shown
    assert "**Keep**" not in shown


@pytest.mark.log_errors
async def test_an_event_that_cannot_be_read_ends_the_session_of_its_shard_and_not_the_bot(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed = list[int]()

    async def close(code: int) -> None:
        closed.append(code)

    monkeypatch.setattr(ExponentialBackoff, "delay", lambda _self: 0)
    socket: Any = SimpleNamespace(close=close)
    connection = gateway._WebSocket(socket, loop=asyncio.get_running_loop())
    connection.shard_id, connection._dispatch = 3, lambda *_: None
    with pytest.raises(ReconnectWebSocket) as again:
        await connection.received_message("{no JSON")
    assert (again.value.shard_id, again.value.resume, closed) == (3, False, [4000])
    assert discord.shard.DiscordWebSocket is gateway._WebSocket


async def test_discord_py_does_not_read_a_message_again_at_each_press_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_vote(tmp_path) as world:
        await world.voters[0].click(world.card(), custom_id=world.address(Choice.FOR))
        built = list[Any]()
        monkeypatch.setattr(discord.ui.LayoutView, "from_message", lambda *given, **_: built.append(given))
        await world.voters[0].click(world.card(), custom_id=world.address(Choice.ABSTAIN))
        assert built == []
