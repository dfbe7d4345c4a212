"""Actors: who presses or types. Makes the Actor that verbs judge; Discord's own hints are never trusted alone."""

import asyncio
from typing import Any

import discord

from cogs.runtime import messages, permissions, presence
from cogs.runtime.bot import Bot
from cogs.ui.layout import Link
from cogs.ui.refusals import Helped
from models.refusal import Reason, Refusal
from models.sheets import Actor
from models.translation import _


async def actor_in(interaction: discord.Interaction[Any], guild_id: int | None = None) -> Actor:
    """Make the actor of an interaction in its server, or in the one that the button names. Refuses what is not for
    them.

    ``guild_id`` is the server in a button's address. In a server it must be that very server; in a direct message
    the person is looked up there, so that someone who left no longer acts. Refuses NOT_FOUND otherwise, and BOT_ABSENT
    where only the commands were added to the server and not the bot.
    """
    if interaction.guild_id is not None:
        if guild_id not in (None, interaction.guild_id):
            raise Refusal(Reason.NOT_FOUND)
        if interaction.client.get_guild(interaction.guild_id) is None:
            add = Link(_("Add me to this server"), permissions.invite(interaction.client, interaction.guild_id))
            raise Helped(Refusal(Reason.BOT_ABSENT), add)
        person = interaction.user
        if not isinstance(person, discord.Member):
            raise Refusal(Reason.NOT_FOUND)
        return actor_of(person, person.guild_permissions)
    guild = interaction.client.get_guild(guild_id) if guild_id is not None else None
    if guild is None:
        raise Refusal(Reason.NOT_FOUND)
    try:
        async with asyncio.timeout(messages.PATIENCE):
            member = await guild.fetch_member(interaction.user.id)
    except discord.NotFound:
        await presence.gone(interaction.client, guild.id, interaction.user.id)
        raise Refusal(Reason.LEFT_SERVER) from None
    return actor_of(member, member.guild_permissions)


async def chosen(client: Bot, guild_id: int, user_id: int) -> Actor:
    """A member who was chosen, as Discord knows them now; NOT_A_MEMBER for a bot and anyone who is not in this
    server."""
    try:
        async with asyncio.timeout(messages.PATIENCE):
            member = await permissions.guild_of(client, guild_id).fetch_member(user_id)
    except discord.NotFound:
        raise Refusal(Reason.NOT_A_MEMBER) from None
    if member.bot:
        raise Refusal(Reason.NOT_A_MEMBER)
    return actor_of(member, member.guild_permissions)


def actor_of(member: discord.Member, permissions: discord.Permissions) -> Actor:
    """The member as verbs see them. ``permissions`` are those in the server: what a channel adds or takes does not
    make anyone manage it."""
    return Actor(
        guild_id=member.guild.id,
        user_id=member.id,
        role_ids=frozenset(role.id for role in member.roles),
        manages_server=permissions.manage_guild or permissions.administrator,
    )
