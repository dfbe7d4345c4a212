"""Members: moderators stop somebody's proposals and allow them again, and turn down who asks to be let in."""

import discord
from discord import app_commands

from cogs.runtime import actors, inputs, messages
from cogs.runtime.room import Interaction, Room, manages
from cogs.runtime.routes import Answers, form, press
from cogs.ui.cards import people
from cogs.ui.forms import Answers as Typed
from cogs.ui.forms import Form, OpenForm, Text
from cogs.ui.layout import Card
from models.participants import participants
from models.sheets import Actor
from models.submissions import limits

BLOCK = Form(
    "member-block",
    "Stop their proposals",
    (Text("reason", "Why?", "For the record; they are not told it.", long=True, most=300),),
)


class Members(Room):
    """``/manage member``, and buttons on notices and in the review."""

    @manages("member", "block", "Stop somebody's proposals, with a reason")
    @app_commands.describe(member="Who")
    async def block(self, interaction: Interaction, member: discord.Member | discord.User) -> None:
        """The form that asks for the reason."""
        actor = await actors.enter(interaction)
        await messages.show_form(interaction, (await self.blocking(interaction, actor, member.id)).modal())

    @manages("member", "unblock", "Let somebody propose again")
    @app_commands.describe(member="Who")
    async def unblock(self, interaction: Interaction, member: discord.Member | discord.User) -> None:
        """Allowed again."""
        await messages.begin(interaction)
        actor = await actors.enter(interaction)
        await messages.answer(interaction, await self.unblocked(interaction, actor, member.id))

    @press("member.block", Answers.WITH_FORM)
    async def blocking(self, _interaction: Interaction, actor: Actor, user_id: int) -> OpenForm:
        """The form, also from a notice."""
        await self.store.read(limits.blockable, actor, user_id)
        return BLOCK.open(actor.guild_id, user_id)

    @form(BLOCK)
    async def blocked(self, interaction: Interaction, actor: Actor, answers: Typed, user_id: int) -> Card:
        """Stopped."""
        now, reason = interaction.created_at, answers.get("reason") or ""
        return people.blocked(await self.store.write(limits.block, actor, now, user_id, reason))

    @press("member.unblock")
    async def unblocked(self, interaction: Interaction, actor: Actor, user_id: int) -> Card:
        """Allowed again."""
        now = interaction.created_at
        return people.unblocked(await self.store.write(limits.unblock, actor, now, user_id))

    @press("turn-down")
    async def turned_down(self, interaction: Interaction, actor: Actor, user_id: int) -> Card:
        """Somebody who asked is not let in."""
        now = interaction.created_at
        return people.turned_down(await self.store.write(participants.turn_down, actor, now, user_id))

    @press("turn-down.chosen")
    async def turned_down_chosen(self, interaction: Interaction, actor: Actor, *, values: list[str]) -> Card:
        """The same for one of those who ask, chosen in the review."""
        return await self.turned_down(interaction, actor, inputs.user(values[0]))
