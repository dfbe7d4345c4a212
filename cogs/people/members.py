"""Members: moderators stop somebody's proposals and allow them again, and turn down who asks to be let in."""

import discord
from discord import app_commands

from cogs.runtime import inputs
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press, user_command
from cogs.ui.cards import people
from cogs.ui.forms import Answers, Form, OpenForm, Text
from cogs.ui.layout import Card
from models.participants import participants
from models.submissions import limits
from models.translation import N_

BLOCK = Form(
    "member-block",
    N_("Stop this person's proposals"),
    (
        Text(
            "reason",
            N_("Why?"),
            N_("I keep this for the record. The person doesn't see it."),
            long=True,
            most=300,
        ),
    ),
)


class Members(Room):
    """``/manage member``, and buttons on notices and in the review."""

    @command(
        "manage member block",
        N_("Stop someone from proposing names, and say why"),
        Reply.WITH_FORM,
        member=N_("The member"),
    )
    async def block(self, call: Call, member: discord.Member | discord.User) -> OpenForm:
        """Open the form that asks for the reason."""
        return await self.blocking(call, member.id)

    @command("manage member unblock", N_("Let someone propose again"), member=N_("The member"))
    async def unblock(self, call: Call, member: discord.Member | discord.User) -> Card:
        """Let a member propose again, chosen in the command."""
        return await self.unblocked(call, member.id)

    @command(
        "manage member allow",
        N_("Set how many names someone can have waiting for a decision"),
        member=N_("The member"),
        most=N_("A whole number, higher than the letter's own limit"),
    )
    async def allow(
        self, call: Call, member: discord.Member | discord.User, most: app_commands.Range[int, 1, 500]
    ) -> Card:
        """More than others may have."""
        return people.allowed(await self.write(call, limits.allow, member.id, most), most)

    @user_command(
        # Translators: an entry of a menu, at most 32 characters.
        N_("Stop proposals"),
        Reply.WITH_FORM,
    )
    async def from_person(self, call: Call, member: discord.Member | discord.User) -> OpenForm:
        """Open the form that asks for the reason, from a person's menu."""
        return await self.blocking(call, member.id)

    @press("member.block", Reply.WITH_FORM)
    async def blocking(self, call: Call, user_id: int) -> OpenForm:
        """Open the form that asks for the reason, from a notice."""
        await self.store.read(limits.check_block, call.actor, user_id)
        return BLOCK.open(call.guild_id, user_id)

    @form(BLOCK)
    async def blocked(self, call: Call, answers: Answers, user_id: int) -> Card:
        """Stop the member's proposals, with the reason that was typed."""
        reason = answers.get("reason") or ""
        return people.blocked(await self.write(call, limits.block, user_id, reason))

    @press("member.unblock")
    async def unblocked(self, call: Call, user_id: int) -> Card:
        """Let a member propose again, by a button."""
        return people.unblocked(await self.write(call, limits.unblock, user_id))

    @press("turn-down")
    async def turned_down(self, call: Call, user_id: int) -> Card:
        """Turn down somebody who asked to be let in."""
        return people.turned_down(await self.write(call, participants.turn_down, user_id))

    @press("turn-down.chosen")
    async def turned_down_chosen(self, call: Call, *, values: list[str]) -> Card:
        """Turn down the person chosen in the review's menu of those who ask."""
        return await self.turned_down(call, inputs.user(values[0]))
