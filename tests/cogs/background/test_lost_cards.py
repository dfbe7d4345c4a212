"""A public card whose answer was lost, or whose bot died while it was posted: it is posted once, and is redrawn."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import discord
import pytest

from cogs.runtime import messages
from cogs.ui.layout import Card
from models.terms import Choice
from models.views import signatory_detail
from models.voting import ballots
from tests.cogs.background.house import HOUR, LONGER_THAN_A_NONCE, SWEEP, House, a_house, down_for
from tests.cogs.desk import parts, texts
from tests.sheets import vote_of

send = messages.send


async def proposed_on(
    house: House,
    monkeypatch: pytest.MonkeyPatch,
    error: type[BaseException] = TimeoutError,
    *,
    arrives: bool = True,
) -> int:
    """A name proposed while its card arrives, or does not, and no answer comes back, until longer than a nonce
    holds; anyone who sends it or looks for it ends with ``error``."""

    async def lost(place: Any, card: Card, *, nonce: str) -> discord.Message:
        if not any("Riverlight" in text for text in _said(card)):
            return await send(place, card, nonce=nonce)
        if arrives and not sent:
            sent.append((await send(place, card, nonce=nonce)).id)
        raise error

    async def not_found(*_: Any) -> None:
        raise error

    sent: list[int] = []
    with monkeypatch.context() as cut:
        cut.setattr(messages, "send", lost)
        cut.setattr(messages, "find", not_found)
        one = await house.desk.propose("Riverlight")
        await house.stage.tell()
        await house.stage.env.advance_time(LONGER_THAN_A_NONCE)
        assert await house.place(one) is None
    return one


def _said(card: Card) -> Iterator[str]:
    return (part.content for part in card.view.walk_children() if isinstance(part, discord.ui.TextDisplay))


def cards(house: House, channel: Any) -> list[str]:
    return [texts(one) for one in house.stage.messages(channel) if "Riverlight" in texts(one)]


@pytest.mark.parametrize("arrives", [True, False])
async def test_a_card_is_posted_once_although_the_answer_was_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, arrives: bool
) -> None:
    async with a_house(tmp_path) as house:
        one = await proposed_on(house, monkeypatch, arrives=arrives)
        await house.stage.sweep()
        assert len(cards(house, house.proposals)) == 1
        assert await house.place(one) is not None


async def test_a_bot_that_died_while_it_posted_is_followed_by_one_that_finds_the_card(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_house(tmp_path) as house:
        one = await proposed_on(house, monkeypatch, asyncio.CancelledError)
        ana, ben = house.desk.world.ana, house.desk.world.ben
        await ana.click(house.stage.messages(house.proposals)[-1], label="For: include")
        await down_for(house.desk, SWEEP)
        [shown] = cards(house, house.proposals)
        assert "**1 vote so far.**" in shown
        await ben.click(house.stage.messages(house.proposals)[-1], label="For: include")
        [shown] = cards(house, house.proposals)
        assert "**2 votes so far.**" in shown
        assert (
            vote_of(
                (await house.desk.store.read(signatory_detail.show, house.desk.moderator(), one)).proposal
            ).voted
            == 2
        )


async def test_a_card_is_found_where_it_was_posted_before_another_channel_was_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_house(tmp_path) as house:
        one = await proposed_on(house, monkeypatch)
        await house.desk.server.set_up(proposals_id=house.board.id)
        await house.stage.sweep()
        place = await house.place(one)
        assert place is not None
        assert place.channel_id == house.proposals.id
        assert (len(cards(house, house.proposals)), len(cards(house, house.board))) == (1, 0)


async def test_where_its_first_channel_was_deleted_it_is_posted_in_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_house(tmp_path) as house:
        await proposed_on(house, monkeypatch)
        await house.delete(house.proposals)
        await house.desk.server.set_up(proposals_id=house.board.id)
        await house.stage.sweep()
        assert len(cards(house, house.board)) == 1


async def test_what_is_voted_while_a_card_is_redrawn_is_on_it_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit, edited = messages.edit, list[int]()

    async def slow(message: discord.PartialMessage, card: Card) -> None:
        edited.append(message.id)
        if len(edited) == 1:
            ben = house.desk.server.actor(house.desk.world.ben)
            await house.desk.store.write(ballots.cast, ben, house.stage.env.now(), one, Choice.FOR, 1)
            house.stage.bot.nudge()
        await edit(message, card)

    async with a_house(tmp_path) as house:
        one = await house.desk.propose("Riverlight")
        await house.stage.tell()
        monkeypatch.setattr(messages, "edit", slow)
        await house.desk.world.ana.click(house.stage.messages(house.proposals)[-1], label="For: include")
        await house.stage.tell()
        [shown] = cards(house, house.proposals)
        assert "**2 votes so far.**" in shown
        assert len(edited) == 2


async def test_a_card_is_redrawn_once_for_each_change_of_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit, edited = messages.edit, list[int]()

    async def counted(message: discord.PartialMessage, card: Card) -> None:
        edited.append(message.id)
        await edit(message, card)

    async with a_house(tmp_path) as house:
        await house.desk.propose("Riverlight")
        await house.stage.tell()
        monkeypatch.setattr(messages, "edit", counted)
        for who, label, edits in (
            (house.desk.world.ana, "For: include", 1),
            (house.desk.world.ana, "Against: leave out", 1),  # changed, which nobody sees before the end
            (house.desk.world.ben, "For: include", 2),
        ):
            await who.click(house.stage.messages(house.proposals)[-1], label=label)
            await who.slash(house.desk.hall, "signatory list")
            await who.slash(house.desk.hall, "signatory list")
            assert len(edited) == edits


async def test_a_notice_with_the_same_number_is_not_taken_for_the_card(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        await house.stage.env.advance_time(HOUR + SWEEP)
        [said] = [one for one in house.stage.messages(house.news) if "** closes " in one.content]
        [mark] = {
            part["custom_id"].partition("~")[2] for part in parts(said) if "~" in part.get("custom_id", "")
        }
        bot = house.stage.bot
        place = bot.get_partial_messageable(house.news.id)
        found = await messages.find(place, mark, bot.user.id, said.created_at)
        assert found is not None
        assert found.id == said.id
        assert await messages.find(place, f"c{mark}", bot.user.id, said.created_at) is None
