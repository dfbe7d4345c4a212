"""Outages: what moderators do when the bot was away in the last hours before a close."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from cogs.runtime import inputs
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, form, press
from cogs.ui import when
from cogs.ui.cards import outage as cards, window as window_cards
from cogs.ui.cards.window import Move
from cogs.ui.forms import Answers, Form, OpenForm
from cogs.ui.layout import Card
from models.letters import letters, outages as verbs, window
from models.refusal import Reason, Refusal
from models.sheets import Deadline, LetterSheet
from models.terms import LetterState
from models.translation import N_

ACCEPT = Form(
    "outage-accept",
    N_("Up to what time do late names count?"),
    (when.DAY, replace(when.TIME, hint=""), when.ZONE),
)


class Outages(Room):
    """Two ways to make up for an outage. Each begins at a button of the moderators' notice and ends with one to
    confirm."""

    @press("outage.extend")
    async def extend(self, call: Call, letter_id: int, seconds: int, version: int) -> Card:
        """Show the close moved by as long as the bot was away; a letter that closed meanwhile is reopened for so
        long."""
        sheet = await self._letter(call, letter_id, version)
        still_open = sheet.state is LetterState.OPEN and call.now < sheet.closes_at
        move = Move.EXTEND if still_open else Move.REOPEN
        at = verbs.extended(sheet, call.now, timedelta(seconds=seconds))
        sheet = await self.read(call, window.check_move, letter_id, move.value, at)
        return window_cards.move_close(sheet, Deadline(at, sheet.time_zone, date_only=False), move)

    @press("outage.ask", Reply.WITH_FORM)
    async def ask(self, call: Call, letter_id: int, seconds: int, version: int) -> OpenForm:
        """Open the form for the hour until which names count as on time, filled with the close moved by the outage."""
        sheet = await self._letter(call, letter_id, version)
        at = (sheet.closes_at + timedelta(seconds=seconds)).astimezone(ZoneInfo(sheet.time_zone))
        filled = {"day": f"{at:%Y-%m-%d}", "hour": f"{at:%H:%M}"}
        return ACCEPT.open(call.guild_id, letter_id, version, answers=filled)

    @form(ACCEPT)
    async def typed(self, call: Call, answers: Answers, letter_id: int, version: int) -> Card:
        """Show that hour as it was understood, with one button to confirm. It may have passed already."""
        sheet = await self._letter(call, letter_id, version)
        day, hour, zone = (answers.get(field.name) or "" for field in ACCEPT.fields)
        read = await inputs.deadline(call.interaction, day, hour, zone, sheet.time_zone, since=sheet.closes_at)
        sheet = await self.read(call, verbs.check_accept_until, letter_id, read.instant, version)
        return cards.echo(sheet, read, version)

    @press("outage.accept", Reply.IN_PLACE)
    async def accept(self, call: Call, letter_id: int, stamp: int, version: int) -> Card:
        """Count names until the hour that was shown as on time, unless the close has moved since."""
        until = inputs.instant(stamp)
        return cards.accepted(await self.write(call, verbs.accept_until, letter_id, until, version))

    async def _letter(self, call: Call, letter_id: int, version: int) -> LetterSheet:
        """The letter, for a moderator, as long as its close is the one that the outage was about."""
        sheet: LetterSheet = await self.read(call, letters.check_change, letter_id, verbs.STATES)
        if sheet.deadline_version != version:
            raise Refusal(Reason.OUTDATED)
        return sheet
