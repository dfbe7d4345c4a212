"""The clock on the wall goes forward or back, the machine sleeps, the zone's clocks change, two processes send: the
scheduler, what is due and the publisher together still say each thing once, at its instant."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, select

from cogs.background.publisher import Publisher
from models.database.tables import Letter
from models.outbox import notices
from models.rules.voting_policy import Policy
from rehearsal import inside
from tests.cogs.background.house import HOUR, House
from tests.cogs.campaign import CLOSE
from tests.cogs.desk import a_desk, texts

DUE = CLOSE - timedelta(hours=23)
"""A reminder, an hour after the house is entered."""


async def beat(house: House) -> None:
    """A minute of the monotonic clock is over. The stage slows the beat down, because its two clocks are one."""
    scheduler, beats = house.stage.bot.scheduler, []
    inside.wake(house.stage.env, lambda: beats.append(asyncio.ensure_future(scheduler.look_again())))
    await asyncio.gather(*beats)
    await house.stage.env.settle()


@asynccontextmanager
async def a_house_before_a_reminder(tmp_path: Path) -> AsyncIterator[House]:
    """As ``a_house``, but quickly: by leaps, not by every sweep on the way."""
    async with a_desk(tmp_path, Policy(hours=24)) as desk:
        create, stage = desk.server.guild.create_text_channel, desk.server.stage
        house = House(desk, create("news"), create("proposals"), create("board"))
        await stage.leap(DUE - timedelta(minutes=55))
        await desk.server.set_up(
            announcements_id=house.news.id, proposals_id=house.proposals.id, moderators_id=house.board.id
        )
        await stage.tell()
        house.stage.rest.lead = 15.0
        assert house.reminded(house.news) == 0
        yield house


def put(house: House, now: datetime) -> None:
    """The clock on the wall jumps; no timer notices."""
    inside.set_clock(house.stage.env, now)


@pytest.mark.parametrize("late", [timedelta(), timedelta(hours=1)])
async def test_a_clock_that_is_moved_forward_is_noticed_within_a_minute(
    tmp_path: Path, late: timedelta
) -> None:
    async with a_house_before_a_reminder(tmp_path) as house:
        put(house, DUE + late)
        await beat(house)
        assert house.reminded(house.news) == 1
        assert ("This message is late" in house.said(house.news)[-1]) is bool(late)
        await house.stage.env.advance_time(HOUR)
        assert house.reminded(house.news) == 1


async def test_a_clock_that_is_put_back_before_a_reminder_lets_it_wait_for_its_instant(tmp_path: Path) -> None:
    async with a_house_before_a_reminder(tmp_path) as house:
        put(house, DUE - timedelta(hours=2))
        await house.stage.env.advance_time(2 * HOUR - 1)
        assert house.reminded(house.news) == 0
        await house.stage.env.advance_time(2)
        assert house.reminded(house.news) == 1


async def test_the_beat_goes_on_when_the_clock_is_moved_back_and_when_it_is_moved_forward(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_house_before_a_reminder(tmp_path) as house:
        beats: list[datetime] = []

        async def count() -> None:
            beats.append(house.stage.env.now())

        monkeypatch.setattr(house.stage.bot.scheduler, "look_again", count)
        for jump in (timedelta(), -timedelta(hours=2), timedelta(days=1)):
            put(house, house.stage.env.now() + jump)
            await house.stage.env.advance_time(HOUR)
        assert len(beats) == 3


async def test_a_clock_that_is_put_back_after_a_reminder_does_not_repeat_it(tmp_path: Path) -> None:
    async with a_house_before_a_reminder(tmp_path) as house:
        await house.stage.env.advance_time(HOUR)
        assert house.reminded(house.news) == 1
        put(house, DUE - timedelta(minutes=50))
        await house.stage.env.advance_time(2 * HOUR)
        assert house.reminded(house.news) == 1


async def test_a_machine_that_slept_over_the_close_closes_at_the_deadline_and_says_so_once(
    tmp_path: Path,
) -> None:
    async with a_house_before_a_reminder(tmp_path) as house:
        put(house, DUE + timedelta(days=1))
        await beat(house)
        assert house.reminded(house.news) == 0
        assert sum("** is closed." in one for one in house.said(house.news)) == 1
        await house.stage.env.advance_time(HOUR)
        assert sum("** is closed." in one for one in house.said(house.news)) == 1


NIGHTS = {
    "London, forward": ("Europe/London", "2025-03-30T12:30Z", ["2025-03-29T10:00Z", "2025-03-30T09:00Z"]),
    "half an hour back": (
        "Australia/Lord_Howe",
        "2025-04-06T02:30Z",
        ["2025-04-04T23:00Z", "2025-04-05T23:30Z"],
    ),
}
"""The letter's zone, its close, and when it is ten in the morning there on the last two days."""


async def test_reminders_come_at_ten_by_the_clock_of_the_letter_on_both_sides_of_a_change(
    tmp_path: Path,
) -> None:
    async with a_house_before_a_reminder(tmp_path) as house:
        stage = house.stage
        for night, (zone, closes_at, mornings) in NIGHTS.items():

            def move(session: Session, zone: str = zone, closes_at: str = closes_at) -> None:
                letter = session.exec(select(Letter)).one()
                letter.time_zone, letter.closes_at = zone, datetime.fromisoformat(closes_at)
                letter.deadline_version += 1
                notices.plan(session, letter, stage.env.now())

            await house.desk.store.write(move)
            for morning in map(datetime.fromisoformat, mornings):
                await stage.leap(morning - timedelta(minutes=10))
                before = house.reminded(house.news)
                await stage.env.advance_time(599)
                assert house.reminded(house.news) == before, night
                await stage.env.advance_time(1)
                assert house.reminded(house.news) == before + 1, night
                assert "This message is late" not in house.said(house.news)[-1]


async def test_two_tellers_on_one_database_send_one_message_and_post_one_card(tmp_path: Path) -> None:
    async with a_house_before_a_reminder(tmp_path) as house:
        second = Publisher(house.stage.bot, card_seconds=0)
        await house.desk.propose("Riverlight")
        put(house, DUE)

        def both() -> None:
            second.nudge()
            house.stage.bot.nudge()

        inside.wake(house.stage.env, both)
        await house.stage.env.settle()
        ben: Any = house.desk.world.ben
        assert (house.reminded(house.news), house.reminded(ben.user.dm_channel)) == (1, 1)
        assert sum("Riverlight" in texts(one) for one in house.stage.messages(house.proposals)) == 1
        await second.stop(1)
