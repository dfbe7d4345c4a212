"""What Discord refuses or loses: each has its outcome, which moderators can see, and the bot goes on."""

from pathlib import Path
from typing import Any

import pytest

from cogs.runtime import messages
from cogs.ui import troubles
from cogs.ui.troubles import Trouble
from models.terms import DeliveryState
from tests.cogs.background.house import HOUR, SWEEP, a_house
from tests.cogs.desk import texts
from tests.cogs.server import newest, seen
from tests.sheets import vote_of


async def test_a_deleted_announcements_channel_is_told_to_the_moderators_once(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        gone = house.news.id
        await house.delete(house.news)
        await house.stage.env.advance_time(2 * HOUR)
        told = [said for said in house.said(house.board) if f"<#{gone}>" in said]
        assert len(told) == 1
        what = ">: reminder. Reason: the channel was deleted."
        assert f"{what}\nSomeone who manages the server can fix the problem with </setup:" in told[0]
        outcome = await house.outcome()
        assert (outcome.channel, outcome.people[DeliveryState.SENT]) == (DeliveryState.UNDELIVERABLE, 1)
        assert house.reminded(house.desk.world.ben.user.dm_channel) == 1
        house.news = house.desk.server.guild.create_text_channel("new-news")
        await house.stage.env.settle()
        await house.desk.server.set_up(announcements_id=house.news.id)
        await house.goes_on()


async def test_a_missing_permission_is_told_to_the_moderators_by_its_name(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        await house.stage.sweep()
        house.refuse(house.news, 403, 50013, times=1)
        await house.stage.env.advance_time(2 * HOUR)
        assert "I don't have the permission Send Messages." in house.said(house.board)[-1]
        assert (await house.outcome()).channel is DeliveryState.UNDELIVERABLE
        shown = seen(await house.desk.mo.slash(house.desk.hall, "reminders"))
        assert "I don't have the permission Send Messages" in shown
        await house.goes_on()


async def test_a_closed_direct_message_is_kept_and_troubles_nobody(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        house.refuse(house.desk.world.ben.user.dm_channel, 403, 50007)
        await house.stage.env.advance_time(2 * HOUR)
        outcome = await house.outcome()
        assert outcome.channel is DeliveryState.SENT
        assert dict(outcome.people) == {DeliveryState.UNDELIVERABLE: 1}
        assert outcome.troubles == (Trouble.REFUSES_MESSAGES,)
        assert not house.said(house.board)
        assert house.reminded(house.news) == 1
        await house.goes_on()


async def test_a_message_that_discord_fails_to_take_is_sent_a_little_later_once(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        await house.stage.sweep()
        house.refuse(house.news, 500, 0, times=1)
        await house.stage.env.advance_time(HOUR - SWEEP + 2)
        assert house.reminded(house.news) == 0
        assert (await house.outcome()).channel is DeliveryState.PENDING
        await house.stage.env.advance_time(5)
        assert house.reminded(house.news) == 1
        await house.stage.env.advance_time(HOUR)
        assert house.reminded(house.news) == 1
        assert (await house.outcome()).channel is DeliveryState.SENT
        await house.goes_on()


async def test_a_message_that_fails_again_and_again_is_given_up_and_shown(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        await house.stage.sweep()
        house.refuse(house.news, 502, 0, times=6)
        await house.stage.env.advance_time(2 * HOUR)
        outcome = await house.outcome()
        assert outcome.channel is DeliveryState.FAILED
        assert outcome.troubles == (troubles.stored(Trouble.ANSWERED, 502),)
        assert house.reminded(house.news) == 0
        await house.goes_on()


async def test_without_the_proposals_channel_the_vote_goes_on_and_moderators_are_told(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        gone = house.proposals.id
        await house.delete(house.proposals)
        one = await house.desk.propose("Riverlight")
        await house.stage.sweep()
        assert await house.place(one) is None
        told = [said for said in house.said(house.board) if f"<#{gone}>" in said]
        assert [("the channel was deleted" in said) for said in told] == [True]
        panel = await house.desk.world.ana.slash(house.desk.hall, "mine")
        await house.desk.world.ana.click(newest(panel), label="For: include")
        assert vote_of((await house.desk.shown(one)).proposal).voted == 1
        house.proposals = house.desk.server.guild.create_text_channel("new-proposals")
        await house.stage.env.settle()
        await house.desk.server.set_up(proposals_id=house.proposals.id)
        other = await house.desk.propose("Bank Street")
        await house.stage.sweep()
        place = await house.place(other)
        assert place is not None
        assert place.channel_id == house.proposals.id


async def test_a_deleted_card_is_left_alone_and_its_vote_goes_on(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        one, other = [await house.desk.propose(name) for name in ("Riverlight", "Bank Street")]
        await house.stage.sweep()
        first, second = house.stage.messages(house.proposals)
        voting = await house.desk.world.ana.click(first, label="For: include")
        assert "**You voted “For" in seen(voting)
        await first.delete()
        await house.desk.world.ana.click(newest(voting), label="Take my vote back")
        assert await house.place(one) is None
        assert [message.id for message in house.stage.messages(house.proposals)] == [second.id]
        assert not house.said(house.board)
        await house.desk.world.ana.click(second, label="For: include")
        assert vote_of((await house.desk.shown(other)).proposal).voted == 1
        assert await house.place(other) is not None
        await house.goes_on()


async def test_a_card_catches_up_after_an_outage_of_half_an_hour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unreachable(*_anything: Any) -> None:
        raise TimeoutError

    async with a_house(tmp_path) as house:
        await house.desk.propose("Riverlight")
        await house.stage.sweep()
        [message] = house.stage.messages(house.proposals)
        with monkeypatch.context() as outage:
            outage.setattr(messages, "edit", unreachable)
            await house.desk.world.ana.click(message, label="For: include")
            await house.stage.env.advance_time(HOUR / 2)
            assert "1 vote so far" not in texts(house.stage.messages(house.proposals)[-1])
        await house.stage.sweep()
        assert "1 vote so far" in texts(house.stage.messages(house.proposals)[-1])


async def test_someone_who_left_is_told_so_by_an_old_button(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        await house.desk.propose("Riverlight", who=house.desk.world.ana)
        await house.stage.env.advance_time(2 * HOUR)
        ben = house.desk.world.ben
        [reminder] = house.stage.messages(ben.user.dm_channel)
        assert "Riverlight" in seen(await ben.user.click(reminder, label="My to-do list"))
        house.desk.server.guild.remove_member(ben)
        await house.stage.env.settle()
        for label in ("My to-do list", "Mute reminders"):
            said = seen(await ben.user.click(reminder, label=label))
            assert "You're no longer in that server" in said
            assert "Riverlight" not in said
        await house.goes_on()
