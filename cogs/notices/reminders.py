"""Reminders: what is planned, what was sent, and whether direct messages come."""

from datetime import timedelta

from discord import app_commands

from cogs.runtime import actors, inputs, messages
from cogs.runtime.room import Interaction, Room
from cogs.runtime.routes import Answers, press
from cogs.ui.cards import by_hand as one
from cogs.ui.cards import reminders as cards
from cogs.ui.layout import Card
from models.delivery import manual
from models.participants import participants
from models.refusal import Reason, Refusal
from models.sheets import Actor
from models.views import scheduled_notices

SPANS = (0, 1, 7)
"""Days for which one may mute; 0 ends it."""


class Reminders(Room):
    """A private panel."""

    @app_commands.command(name="reminders", description="What is planned and was sent; mute direct messages")
    async def reminders(self, interaction: Interaction) -> None:
        """The panel, from its beginning."""
        await messages.begin(interaction)
        actor = await actors.enter(interaction)
        await messages.answer(interaction, await self._card(interaction, actor, 1))

    @press("reminders.open")
    async def opened(self, interaction: Interaction, actor: Actor) -> Card:
        """The same from another answer."""
        return await self._card(interaction, actor, 1)

    @press("reminders", Answers.IN_PLACE)
    async def page(self, interaction: Interaction, actor: Actor, page: int) -> Card:
        """Another page."""
        return await self._card(interaction, actor, page)

    @press("reminders.pick", Answers.IN_PLACE)
    async def pick(self, interaction: Interaction, actor: Actor, *, values: list[str]) -> Card:
        """One notice, for a moderator, with what can be done about it."""
        now, notice_id = interaction.created_at, inputs.number(values[0]) or 0
        return one.picked(await self.store.read(manual.pick, actor, now, notice_id))

    @press("reminders.send", Answers.IN_PLACE)
    async def send(self, interaction: Interaction, actor: Actor, notice_id: int) -> Card:
        """It is sent now."""
        now = interaction.created_at
        return one.picked(await self.store.write(manual.send_now, actor, now, notice_id), "It goes out now.")

    @press("reminders.skip", Answers.IN_PLACE)
    async def skip(self, interaction: Interaction, actor: Actor, notice_id: int) -> Card:
        """It is not sent."""
        now = interaction.created_at
        return one.picked(await self.store.write(manual.skip, actor, now, notice_id), "Skipped.")

    @press("reminders.show")
    async def show(self, interaction: Interaction, actor: Actor, notice_id: int) -> Card:
        """What it would say now, to this moderator alone."""
        return one.rehearsed(await self.store.read(manual.show, actor, interaction.created_at, notice_id))

    @press("reminders.mute", Answers.IN_PLACE)
    async def mute(self, interaction: Interaction, actor: Actor, days: int) -> Card:
        """Silence for so many days, or the end of it."""
        if days not in SPANS:
            raise Refusal(Reason.OUTDATED)
        now = interaction.created_at
        until = now + timedelta(days=days) if days else None
        await self.store.write(participants.mute, actor, now, until)
        return await self._card(interaction, actor, 1)

    async def _card(self, interaction: Interaction, actor: Actor, page: int) -> Card:
        sheet = await self.store.read(scheduled_notices.scheduled, actor, interaction.created_at)
        return cards.card(sheet, actor.guild_id, page)
