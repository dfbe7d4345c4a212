"""Deadline: moderators move the close later, or open a closed letter again. Old and new are shown first; the button
that confirms it is the window's."""

from datetime import datetime

from discord import app_commands

from cogs.runtime import actors, inputs, messages
from cogs.runtime.room import Interaction, Room, manages
from cogs.runtime.routes import Answers, press
from cogs.ui.cards import window as cards
from cogs.ui.cards.window import Move
from cogs.ui.layout import Card
from models.letters import letters, window
from models.sheets import Actor, Deadline

WHICH = "Which letter, where there are several"
DAY, HOUR = (
    "20 February, in 7 days, or all in one: 20 Feb 23:59 London",
    "23:59 or 5pm; empty is the end of that day",
)
ZONE = "A city or time zone; empty is the letter's"


class Closes(Room):
    """``/manage letter extend`` and ``reopen``."""

    @manages("letter", "extend", "Move the deadline later: shows the old and the new one first")
    @app_commands.describe(day=DAY, hour=HOUR, zone=ZONE, letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters, zone=inputs.zones)
    async def extend(
        self, interaction: Interaction, day: str, hour: str = "", zone: str = "", letter: str | None = None
    ) -> None:
        """The echo."""
        await self._move_close(interaction, Move.EXTEND, day, hour, zone, letter)

    @manages("letter", "reopen", "Open a closed letter again until a new deadline")
    @app_commands.describe(day=DAY, hour=HOUR, zone=ZONE, letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters, zone=inputs.zones)
    async def reopen(
        self, interaction: Interaction, day: str, hour: str = "", zone: str = "", letter: str | None = None
    ) -> None:
        """The echo."""
        await self._move_close(interaction, Move.REOPEN, day, hour, zone, letter)

    @press("deadline.at", Answers.IN_PLACE)
    async def read_so(
        self, interaction: Interaction, actor: Actor, move: Move, letter_id: int, zone: str, stamp: int
    ) -> Card:
        """One of several readings was chosen: what the command would have shown for it."""
        now = interaction.created_at
        sheet = await self.store.read(letters.status, actor, now, letter_id)
        read = inputs.chosen(zone, stamp, sheet.time_zone, now)
        return await self._shown(actor, now, move, letter_id, read)

    async def _move_close(
        self, interaction: Interaction, move: Move, day: str, hour: str, zone: str, letter: str | None
    ) -> None:
        await messages.begin(interaction)
        actor, now = await actors.enter(interaction), interaction.created_at
        sheet = await self.store.read(window.before, actor, now, inputs.number(letter), move.value)
        again = ("deadline.at", move.value, sheet.id)
        read = inputs.deadline(interaction, day, hour, zone, sheet.time_zone, *again)
        await messages.answer(interaction, await self._shown(actor, now, move, sheet.id, read))

    async def _shown(self, actor: Actor, now: datetime, move: Move, letter_id: int, read: Deadline) -> Card:
        """What a move at that instant would do, with the button that confirms it."""
        sheet = await self.store.read(window.before, actor, now, letter_id, move.value, read.instant)
        return cards.move_close(sheet, read, move)
