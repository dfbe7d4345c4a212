"""The bot in a house where Discord refuses, loses and forgets, and that is down for a while."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from models.outbox import cards
from models.rules.voting_policy import Policy
from models.sheets import CardPlace, ScheduledNotice
from models.terms import CardKind, NoticeKind
from models.views import scheduled_notices
from tests.cogs.desk import Desk, a_desk
from tests.cogs.server import seen

HOUR = timedelta(hours=1).total_seconds()
DAY = timedelta(days=1).total_seconds()
SWEEP = timedelta(minutes=5).total_seconds() + 1


@dataclass
class House:
    """A desk with its three channels; a reminder is due in an hour, also directly, and the last one 22 hours later."""

    desk: Desk
    news: Any
    proposals: Any
    board: Any

    @property
    def stage(self) -> Any:
        return self.desk.server.stage

    def said(self, channel: Any) -> list[str]:
        """The contents of a channel's messages."""
        return [message.content for message in self.stage.messages(channel)]

    def reminded(self, channel: Any) -> int:
        """How many reminders are there, also as they are redrawn after the close."""
        return sum("** closes " in said or "**: **Closed** " in said for said in self.said(channel))

    async def delete(self, channel: Any) -> None:
        """Someone deletes a channel."""
        await self.stage.bot.get_channel(channel.id).delete()
        await self.stage.env.settle()

    def refuse(self, channel: Any, status: int, code: int, times: int | None = None) -> None:
        """Discord refuses messages in this channel."""
        path = f"/channels/{channel.id}/messages"
        self.stage.env.inject_error("POST", path, status=status, code=code, message="-", times=times)

    async def outcome(self) -> ScheduledNotice:
        """What happened to the newest reminder that was due."""
        read = self.desk.store.read
        past = (await read(scheduled_notices.scheduled, self.desk.moderator(), self.desk.now)).past
        return next(one for one in past if one.kind in (NoticeKind.REMINDER, NoticeKind.LAST_HOUR))

    async def place(self, one: int) -> CardPlace | None:
        """Where the card of a proposal stands."""
        return await self.desk.store.read(cards.place, CardKind.PROPOSAL, one)

    async def goes_on(self) -> None:
        """Commands are answered, and the last reminder arrives."""
        assert "on the list" in seen(await self.desk.world.ana.slash(self.desk.hall, "signatory list"))
        before = self.reminded(self.news)
        await self.desk.server.pass_(DAY)
        assert self.reminded(self.news) > before


LONGER_THAN_A_NONCE = 200.0


@asynccontextmanager
async def a_house(tmp_path: Path) -> AsyncIterator[House]:
    async with a_desk(tmp_path, Policy(hours=24)) as desk:
        create = desk.server.guild.create_text_channel
        house = House(desk, create("news"), create("proposals"), create("board"))
        await desk.server.pass_(DAY)
        await desk.server.set_up(
            announcements_id=house.news.id, proposals_id=house.proposals.id, moderators_id=house.board.id
        )
        yield house


async def down_for(desk: Desk, seconds: float) -> None:
    """The bot stops, that long passes, and it starts again on the same database."""
    stage = desk.server.stage
    await stage.bot.close()
    await stage.env.advance_time(seconds)
    await stage.restart()
    await stage.env.settle()
