"""Reminders: what is planned, what was sent, and whether direct messages come."""

from datetime import timedelta

from discord import app_commands

from cogs.kit import gate, post
from cogs.kit.cards import reminders as cards
from cogs.kit.layout import Card
from cogs.kit.room import Interaction, Room
from cogs.kit.switchboard import Answers, press
from models import participant, reminders
from models.refusal import Reason, Refusal
from models.sheets import Actor

SPANS = (0, 1, 7)
"""Days for which one may mute; 0 ends it."""


class Reminders(Room):
    """A private panel."""

    @app_commands.command(name="reminders", description="What is planned and was sent; mute direct messages")
    async def reminders(self, interaction: Interaction) -> None:
        """The panel, from its beginning."""
        await post.begin(interaction)
        actor = await gate.enter(interaction)
        await post.answer(interaction, await self._card(interaction, actor, 1))

    @press("reminders.open")
    async def opened(self, interaction: Interaction, actor: Actor) -> Card:
        """The same from another answer."""
        return await self._card(interaction, actor, 1)

    @press("reminders", Answers.IN_PLACE)
    async def page(self, interaction: Interaction, actor: Actor, page: int) -> Card:
        """Another page."""
        return await self._card(interaction, actor, page)

    @press("reminders.mute", Answers.IN_PLACE)
    async def mute(self, interaction: Interaction, actor: Actor, days: int) -> Card:
        """Silence for so many days, or the end of it."""
        if days not in SPANS:
            raise Refusal(Reason.OUTDATED)
        now = interaction.created_at
        until = now + timedelta(days=days) if days else None
        await self.store.write(participant.mute, actor, now, until)
        return await self._card(interaction, actor, 1)

    async def _card(self, interaction: Interaction, actor: Actor, page: int) -> Card:
        sheet = await self.store.read(reminders.scheduled, actor, interaction.created_at)
        return cards.card(sheet, actor.guild_id, page)
