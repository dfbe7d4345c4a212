"""Taking part through the real bot, and the longest that somebody can say of themselves."""

from typing import Any

from models.participants import participants
from models.sheets import ParticipantAnswers, ParticipantSheet
from tests.cogs.server import START, Server

ANSWERS = {"organisation": "Riverlight", "title": "Director", "time_zone": "Nairobi", "direct_messages": True}
GIVEN = ParticipantAnswers("Riverlight", "Director", "Nairobi", direct_messages=True)
LONG = "**[x](https://e.example)** @everyone " * 5
WORST = ParticipantSheet(
    2**63 - 1, 2**63 - 1, LONG[:200], LONG[:200], "America/Argentina/ComodRivadavia", True, START, START, None
)


async def take_part(server: Server, who: Any, **answers: Any) -> Any:
    return await who.submit_modal(await who.slash(server.hall, "take-part"), ANSWERS | answers)


async def known(server: Server, who: Any) -> ParticipantSheet | None:
    return await server.stage.bot.store.read(participants.me, server.actor(who))
