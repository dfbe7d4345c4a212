"""A reply of Discord that is lost: the message is there, the bot does not know, and still sends no second one."""

import asyncio
from pathlib import Path
from typing import Any

import discord
import pytest

from cogs.runtime import messages
from models.delivery import claims
from models.terms import DeliveryState
from tests.cogs.background.house import DAY, HOUR, LONGER_THAN_A_NONCE, House, a_house, down_for

send = messages.send


class Line:
    """The line to Discord for reminders in one channel: while it is cut, the first arrives and no answer comes back.

    Discord knows no nonce again here: that is what it is like some minutes later.
    """

    def __init__(self, house: House) -> None:
        self.house = house
        self.cut, self.tries = True, 0

    async def __call__(self, place: discord.abc.Messageable, card: Any, *, nonce: str) -> discord.Message:
        if getattr(place, "id", None) != self.house.news.id or "** closes " not in (card.content or ""):
            return await send(place, card, nonce=nonce)
        self.tries += 1
        if not self.cut:
            return await send(place, card, nonce=f"new-{self.tries}")
        if self.tries == 1:
            await send(place, card, nonce=nonce)
        raise TimeoutError


async def test_a_message_whose_answer_was_lost_is_found_again_and_not_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_house(tmp_path) as house:
        line = Line(house)
        monkeypatch.setattr(messages, "send", line)
        await house.stage.env.advance_time(HOUR + 60)
        assert line.tries == 3
        assert (await house.outcome()).channel is DeliveryState.PENDING
        line.cut = False
        await house.stage.env.advance_time(LONGER_THAN_A_NONCE)
        assert (await house.outcome()).channel is DeliveryState.SENT
        assert house.reminded(house.news) == 1
        await house.goes_on()


async def test_a_message_that_never_arrived_is_sent_after_looking_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_house(tmp_path) as house:
        await house.stage.sweep()
        house.refuse(house.news, 500, 0, times=3)
        await house.stage.env.advance_time(HOUR + LONGER_THAN_A_NONCE)
        assert (await house.outcome()).channel is DeliveryState.SENT
        assert house.reminded(house.news) == 1


async def test_a_process_that_ends_between_sending_and_settling_is_followed_by_one_that_sends_no_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_house(tmp_path) as house:
        with monkeypatch.context() as cut:
            line = Line(house)

            async def dies(place: Any, card: Any, *, nonce: str) -> discord.Message:
                try:
                    return await line(place, card, nonce=nonce)
                except TimeoutError:
                    raise asyncio.CancelledError from None

            cut.setattr(messages, "send", dies)
            await house.stage.env.advance_time(HOUR + 1)
            assert line.tries == 1
            await down_for(house.desk, LONGER_THAN_A_NONCE)
        monkeypatch.setattr(messages, "send", line)
        line.cut = False
        await house.stage.sweep()
        assert (await house.outcome()).channel is DeliveryState.SENT
        assert (house.reminded(house.news), line.tries) == (1, 1)
        await house.stage.env.advance_time(DAY)
        assert house.reminded(house.news) > 1


@pytest.mark.threads
@pytest.mark.parametrize("arrives", [True, False])
async def test_after_the_last_try_that_was_cut_off_the_message_is_looked_for_and_what_is_found_is_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arrives: bool
) -> None:
    async with a_house(tmp_path) as house:
        with monkeypatch.context() as cut:
            tries = 0

            async def dies(place: Any, card: Any, *, nonce: str) -> discord.Message:
                nonlocal tries
                if getattr(place, "id", None) == house.news.id:
                    tries += 1
                if arrives and tries == 1:
                    await send(place, card, nonce=nonce)
                raise asyncio.CancelledError

            async def not_found(*_: Any) -> None:
                """What Discord shows of before: nothing."""

            cut.setattr(messages, "send", dies)
            cut.setattr(messages, "find", not_found)
            await house.stage.env.advance_time(HOUR + 1)
            while tries < claims.TRIES:
                await down_for(house.desk, LONGER_THAN_A_NONCE)
        await down_for(house.desk, LONGER_THAN_A_NONCE)
        assert (await house.outcome()).channel is (DeliveryState.SENT if arrives else DeliveryState.FAILED)
        assert (house.reminded(house.news), tries) == (arrives, claims.TRIES)
