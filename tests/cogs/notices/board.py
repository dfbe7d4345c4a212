"""A server with a moderators' channel and an open letter, for what comes each morning."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from models.participants import participants
from models.sheets import ParticipantAnswers
from tests.cogs.desk import Desk, a_desk
from tests.cogs.server import START


@asynccontextmanager
async def a_board(tmp_path: Path) -> AsyncIterator[tuple[Desk, Any]]:
    """A desk with a channel for its moderators; Ana takes part and gets direct messages."""
    async with a_desk(tmp_path) as desk:
        board = desk.server.guild.create_text_channel("board")
        await desk.server.stage.env.settle()
        await desk.server.set_up(announcements_id=desk.hall.id, moderators_id=board.id)
        answers = ParticipantAnswers("Riverlight", "Director", "London", direct_messages=True)
        await desk.store.write(participants.take_part, desk.server.actor(desk.world.ana), START, answers)
        yield desk, board


def said(desk: Desk, channel: Any, beginning: str) -> list[Any]:
    return [one for one in desk.server.stage.messages(channel) if beginning in one.content]
