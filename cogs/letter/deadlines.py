"""Deadline: moderators move the close later, or open a closed letter again. Old and new are shown first; the button
that confirms it is the window's."""

from cogs.runtime import inputs
from cogs.runtime.inputs import Letter, Zone
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui import when
from cogs.ui.cards import letter_changes, window as cards
from cogs.ui.cards.window import Move
from cogs.ui.forms import Answers, Form, OpenForm
from cogs.ui.layout import Card
from models.letters import letters, lookup, window
from models.sheets import Deadline, LetterChanges, LetterSheet
from models.terms import LetterState
from models.translation import N_, _

# Translators: descriptions of a command's options, at most 100 characters each.
DAY = N_("20 February, or in 7 days. You can add a time and a place: 20 Feb 23:59 London")
TIME = N_("23:59 or 5pm. Leave blank for the end of that day")
ZONE = N_("A city or time zone. Leave blank to use the letter's time zone")
CLOSE = Form(
    "letter-close",
    N_("The last day to sign"),
    (when.DAY, when.TIME, when.ZONE),
)


class Closes(Room):
    """``/manage letter extend`` and ``reopen``."""

    @command(
        "manage letter extend",
        N_("Set a later deadline. You'll see the old one and the new one first"),
        day=DAY,
        time=TIME,
        zone=ZONE,
    )
    async def extend(
        self, call: Call, day: str, time: str = "", zone: Zone = "", letter: Letter = None
    ) -> Card:
        """Show the old close and the later one, with a button to confirm."""
        return await self._move_close(call, Move.EXTEND, day, time, zone, letter)

    @command(
        "manage letter reopen", N_("Reopen a closed letter with a new deadline"), day=DAY, time=TIME, zone=ZONE
    )
    async def reopen(
        self, call: Call, day: str, time: str = "", zone: Zone = "", letter: Letter = None
    ) -> Card:
        """Show until when a closed letter would be open again, with a button to confirm."""
        return await self._move_close(call, Move.REOPEN, day, time, zone, letter)

    @press("deadline.ask", Reply.WITH_FORM)
    async def asked(self, call: Call, letter_id: int) -> OpenForm:
        """Open the form for a deadline, from the panel."""
        await self.read(call, letters.check_change, letter_id, lookup.LIVE)
        return CLOSE.open(call.guild_id, letter_id)

    @form(CLOSE)
    async def typed(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Show what would move, by the state of the letter. A draft, of which nobody was told, is changed at once."""
        sheet: LetterSheet = await self.read(call, letters.check_change, letter_id, lookup.LIVE)
        day, hour, zone = (answers.get(field.name) or "" for field in CLOSE.fields)
        read = await inputs.deadline(call.interaction, day, hour, zone, sheet.time_zone)
        if sheet.state is LetterState.DRAFT:
            changes = LetterChanges(closes_at=read.instant)
            return letter_changes.created(
                await self.write(call, letters.edit, letter_id, changes), read, _("I've changed the deadline.")
            )
        move = Move.EXTEND if sheet.state is LetterState.OPEN else Move.REOPEN
        return await self._shown(call, move, letter_id, read)

    @press("deadline.at", Reply.IN_PLACE)
    async def read_so(self, call: Call, move: Move, letter_id: int, zone: str, stamp: int) -> Card:
        """One of several readings was chosen: what the command would have shown for it."""
        sheet = await self.read(call, window.check_move, letter_id, move.value)
        read = inputs.chosen(zone, stamp, sheet.time_zone, call.now)
        return await self._shown(call, move, letter_id, read)

    async def _move_close(
        self, call: Call, move: Move, day: str, time: str, zone: str, letter_id: int | None
    ) -> Card:
        sheet = await self.read(call, window.check_move, letter_id, move.value)
        again = ("deadline.at", move.value, sheet.id)
        read = await inputs.deadline(call.interaction, day, time, zone, sheet.time_zone, *again)
        return await self._shown(call, move, sheet.id, read)

    async def _shown(self, call: Call, move: Move, letter_id: int, read: Deadline) -> Card:
        """What a move at that instant would do, with the button that confirms it."""
        sheet = await self.read(call, window.check_move, letter_id, move.value, read.instant)
        return cards.move_close(sheet, read, move)
