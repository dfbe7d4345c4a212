"""Reminders: what is planned, what was sent, and whether direct messages come."""

from datetime import timedelta

from cogs.runtime import inputs
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, press
from cogs.ui.cards import manual_notices as one, notices, reminders as cards
from cogs.ui.layout import Card
from models.delivery import manual
from models.participants import participants
from models.refusal import Reason, Refusal
from models.translation import N_, _
from models.views import scheduled_notices

SPANS = (0, 1, 7)
"""Days for which one may mute; 0 ends it."""


class Reminders(Room):
    """``/reminders``: what is planned and what was sent, and muting direct messages."""

    @command("reminders", N_("See planned and sent reminders, or mute direct messages"))
    @press("reminders.open")
    async def reminders(self, call: Call) -> Card:
        """Show the first page of the panel."""
        return await self.page(call, 1)

    @press("reminders", Reply.IN_PLACE)
    async def page(self, call: Call, page: int) -> Card:
        """Show one page of the panel, counted from 1."""
        sheet = await self.read(call, scheduled_notices.scheduled)
        return cards.card(sheet, call.guild_id, page)

    @press("reminders.pick", Reply.IN_PLACE)
    async def pick(self, call: Call, *, values: list[str]) -> Card:
        """Show one notice to a moderator, with what can be done about it."""
        notice_id = inputs.number(values[0])
        return one.picked(await self.read(call, manual.pick, notice_id))

    @press("reminders.send", Reply.IN_PLACE)
    async def send(self, call: Call, notice_id: int) -> Card:
        """Send the notice now instead of in its time."""
        return one.picked(
            await self.write(call, manual.send_now, notice_id), _("I'm sending this message now.")
        )

    @press("reminders.skip", Reply.IN_PLACE)
    async def skip(self, call: Call, notice_id: int) -> Card:
        """Call the notice off, so that it is never sent."""
        return one.picked(await self.write(call, manual.skip, notice_id), _("I won't send this message."))

    @press("reminders.show")
    async def show(self, call: Call, notice_id: int) -> Card:
        """Show this moderator what the notice would say now."""
        shown = await self.read(call, manual.preview, notice_id)
        drawn = []
        for each in shown:
            with self.client.languages.in_server(call.guild_id, each.notice.language):
                drawn.append(notices.card(each.notice))
        return one.rehearsed(shown, drawn)

    @press("reminders.mute", Reply.IN_PLACE)
    async def mute(self, call: Call, days: int) -> Card:
        """Mute reminders by direct message for so many days; 0 lets them through again."""
        if days not in SPANS:
            raise Refusal(Reason.OUTDATED)
        until = call.now + timedelta(days=days) if days else None
        await self.write(call, participants.mute, until)
        return await self.page(call, 1)
