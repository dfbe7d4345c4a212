"""The sender: several recipients at once, each in order, and what came of it is written down."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import discord
import pytest
from msgspec import Struct

from cogs.background.publisher import Publisher
from cogs.background.sender import AT_ONCE, ROUND
from cogs.runtime import messages
from cogs.runtime.languages import Languages
from cogs.ui.cards import notices
from models.delivery import claims, redrawing
from models.operations import due_work
from models.refusal import Reason, Refusal
from models.sheets import RenderedRound, ToSend
from models.terms import Place
from rehearsal.rest import HANGS_SECONDS
from tests.until import until

FOREVER = 3600.0
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
HELD = timedelta(seconds=90)


class Told(Struct, frozen=True):
    """What the sender reads of a notice."""

    guild_id: int = 1
    embargo: bool = False
    letter: None = None
    language: str = ""
    server: str = ""


class House:
    """A publisher, the rounds that it finds due, a Discord that answers when it is told to, and what was written."""

    def __init__(self, rounds: Sequence[Sequence[ToSend]]) -> None:
        self.rounds = list(rounds)
        self.made: Sequence[ToSend] = ()
        self.written: list[tuple[str, Any]] = []
        self.sending: list[int] = []
        self.answered: list[int] = []
        self.cut: list[int] = []
        self.answers = asyncio.Event()
        self.full = False
        store = SimpleNamespace(
            read=self.read,
            read_if_changed=self.read,
            write=self.write,
            write_quietly=self.write,
            answered=lambda *_anything: None,
        )
        scheduler = SimpleNamespace(wake_at=lambda _moment: None)
        client: Any = SimpleNamespace(
            store=store,
            scheduler=scheduler,
            user=None,
            get_partial_messageable=lambda channel, **_: channel,
            command_links=SimpleNamespace(link=lambda card: card),
            get_guild=lambda _guild_id: None,
            languages=Languages(),
        )
        self.publisher = Publisher(client, card_seconds=0)

    async def read(self, query: Any, *_arguments: Any) -> Any:
        if query is due_work.moments:
            return {claims.claim: LONG_AGO}
        if query is redrawing.to_redraw:
            return redrawing.RedrawRound((), 0)
        return RenderedRound(tuple(self.made), ()) if query is claims.render else ()

    async def write(self, verb: Any, *arguments: Any) -> Any:
        if verb is claims.claim:
            self.made = self.rounds.pop(0) if self.rounds else ()
            return tuple(one.delivery_id for one in self.made)
        if self.full and verb is claims.settle_sent:
            raise Refusal(Reason.DISK_FULL)
        self.written.append((verb.__name__, arguments[-1]))
        return 0

    async def send(self, _place: Any, _card: Any, *, nonce: str) -> Any:
        number = int(nonce.rpartition("-")[2])
        self.sending.append(number)
        try:
            await self.answers.wait()
        except asyncio.CancelledError:
            self.cut.append(number)
            raise
        self.answered.append(number)
        return SimpleNamespace(id=number)

    async def direct(self, _client: Any, user_id: int) -> int:
        return user_id

    def settled(self) -> list[int]:
        """What was written down as arrived, in order."""
        return [one.delivery_id for verb, arrived in self.written if verb == "settle_sent" for one in arrived]

    def given_back(self) -> set[int]:
        """What was written down as not begun."""
        return {number for verb, ids in self.written if verb == "put_back" for number in ids}


def message(number: int, recipient: int | None = None, held: timedelta = HELD) -> ToSend:
    now = discord.utils.utcnow()
    notice: Any = Told()
    to = (Place.USER, number) if recipient is None else (Place.CHANNEL, recipient)
    return ToSend(number, *to, 1, now, now + held, notice)


@asynccontextmanager
async def a_house(
    monkeypatch: pytest.MonkeyPatch, *rounds: Sequence[ToSend], begins: bool = True
) -> AsyncIterator[House]:
    house = House(rounds)
    monkeypatch.setattr(messages, "send", house.send)
    monkeypatch.setattr(messages, "direct", house.direct)
    monkeypatch.setattr(notices, "files", lambda _notice: ())
    monkeypatch.setattr(notices, "card", lambda *_anything, **_more: None)
    if begins:
        house.publisher.nudge()
    yield house
    await house.publisher.stop(0)


def told(house: House) -> asyncio.Task[None]:
    task = house.publisher._rounds.task
    assert task is not None
    return task


async def test_several_people_are_written_to_at_once_and_no_more_than_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with a_house(monkeypatch, [message(number) for number in range(AT_ONCE + 3)]) as house:
        await until(lambda: len(house.sending) == AT_ONCE)
        for _ in range(20):
            await asyncio.sleep(0)
        assert house.sending == list(range(AT_ONCE))
        house.answers.set()
        await until(told(house).done)
        assert sorted(house.settled()) == list(range(AT_ONCE + 3))


async def test_a_channel_gets_its_messages_in_order_and_one_after_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    channel = [message(number, recipient=5) for number in (1, 2, 3)]
    async with a_house(monkeypatch, [*channel[:2], message(9)], [channel[2]]) as house:
        await until(lambda: len(house.sending) == 2)
        for _ in range(20):
            await asyncio.sleep(0)
        assert set(house.sending) == {1, 9}
        house.answers.set()
        await until(told(house).done)
        assert [number for number in house.answered if number != 9] == [1, 2, 3]


async def test_what_arrived_is_written_down_although_another_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cogs.background.sender.SETTLE_EVERY", 0.001)
    async with a_house(monkeypatch, [message(1), message(2)]) as house:
        answer = house.send

        async def one_hangs(place: Any, card: Any, *, nonce: str) -> Any:
            if nonce.endswith("-2"):
                await asyncio.Event().wait()
            return await answer(place, card, nonce=nonce)

        monkeypatch.setattr(messages, "send", one_hangs)
        house.answers.set()
        await until(lambda: house.settled() == [1])
        assert not told(house).done()


async def test_what_arrived_together_is_written_down_together(monkeypatch: pytest.MonkeyPatch) -> None:
    async with a_house(monkeypatch, [message(number) for number in range(AT_ONCE)]) as house:
        house.answers.set()
        await until(told(house).done)
        assert [verb for verb, _ in house.written].count("settle_sent") == 1


async def test_a_stop_ends_with_what_is_being_sent_and_gives_back_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with a_house(monkeypatch, [message(number) for number in range(AT_ONCE + 3)], [message(99)]) as house:
        await until(lambda: len(house.sending) == AT_ONCE)
        stopped = asyncio.create_task(house.publisher.stop(FOREVER))
        await asyncio.sleep(0)
        assert not stopped.done()
        house.answers.set()
        async with asyncio.timeout(HANGS_SECONDS):
            await stopped
        assert sorted(house.settled()) == list(range(AT_ONCE))
        assert house.given_back() == {AT_ONCE, AT_ONCE + 1, AT_ONCE + 2}
        assert len(house.rounds) == 1


async def test_a_stop_waits_no_longer_than_it_was_told_to_and_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with a_house(monkeypatch, [message(number) for number in range(AT_ONCE + 1)]) as house:
        await until(lambda: len(house.sending) == AT_ONCE)
        async with asyncio.timeout(HANGS_SECONDS):
            await house.publisher.stop(0.01)
        assert sorted(house.cut) == list(range(AT_ONCE))
        assert house.given_back() == {AT_ONCE}
        assert house.settled() == []  # anyone who comes next looks whether it is there


async def test_where_one_message_is_cut_off_all_are_and_nothing_is_sent_any_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with a_house(monkeypatch, [message(number) for number in range(AT_ONCE)], [message(99)]) as house:
        answer = house.send

        async def one_dies(place: Any, card: Any, *, nonce: str) -> Any:
            if nonce.endswith("-3"):
                await until(lambda: len(house.sending) == AT_ONCE - 1)
                raise asyncio.CancelledError
            return await answer(place, card, nonce=nonce)

        monkeypatch.setattr(messages, "send", one_dies)
        monkeypatch.setattr("cogs.background.sender.SETTLE_EVERY", 0.001)
        await until(told(house).done)
        assert told(house).cancelled()
        assert sorted(house.cut) == sorted(house.sending)
        assert len(house.rounds) == 1


@pytest.mark.parametrize("is_stopped", [False, True])
async def test_the_next_round_is_made_while_the_end_of_this_one_is_sent_and_a_stop_gives_it_back(
    monkeypatch: pytest.MonkeyPatch, is_stopped: bool
) -> None:
    full, rest = [message(number) for number in range(ROUND)], [message(ROUND), message(ROUND + 1)]
    async with a_house(monkeypatch, full, rest) as house:
        answer = house.send

        async def the_last_hang(place: Any, card: Any, *, nonce: str) -> Any:
            if int(nonce.rpartition("-")[2]) < ROUND - AT_ONCE:
                return SimpleNamespace(id=1)
            return await answer(place, card, nonce=nonce)

        monkeypatch.setattr(messages, "send", the_last_hang)
        await until(lambda: not house.rounds)
        await until(lambda: len(house.sending) == AT_ONCE)
        if is_stopped:
            await house.publisher.stop(0.01)
            assert house.given_back() == {ROUND, ROUND + 1}
        else:
            house.answers.set()
            await until(told(house).done)
            assert house.sending[AT_ONCE:] == [ROUND, ROUND + 1]
            assert sorted(house.settled()) == list(range(ROUND + 2))


@pytest.mark.parametrize(
    ("last", "following", "given_back", "sent"),
    [(ROUND - 1, 0, set(), {0}), (ROUND - 1, ROUND, {ROUND - 1, ROUND}, set())],
    ids=["what failed and is due again is still ours", "nothing newer goes before what took too long"],
)
async def test_what_is_given_back_of_two_rounds(
    monkeypatch: pytest.MonkeyPatch, last: int, following: int, given_back: set[int], sent: set[int]
) -> None:
    full = [message(number) for number in range(last)]
    full.append(message(last, held=HELD if following == 0 else timedelta()))
    async with a_house(monkeypatch, full, [message(following)]) as house:
        house.answers.set()
        await until(told(house).done)
        assert (house.given_back(), set(house.sending[last:]) - {last}) == (given_back, sent)


async def test_what_took_longer_than_its_claim_is_not_sent_by_us(monkeypatch: pytest.MonkeyPatch) -> None:
    async with a_house(monkeypatch, [message(1), message(2, held=timedelta())]) as house:
        house.answers.set()
        await until(told(house).done)
        assert (house.sending, house.settled(), house.given_back()) == ([1], [1], {2})


@pytest.mark.log_errors
async def test_what_arrived_while_nothing_could_be_written_is_written_down_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with a_house(monkeypatch, [message(1)], [message(2)]) as house:
        house.full = True
        house.answers.set()
        await until(told(house).done)
        assert house.settled() == []
        house.full = False
        house.publisher.nudge()
        await until(told(house).done)
        assert house.settled() == [1, 2]
