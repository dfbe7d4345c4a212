"""Permissions: what the bot may do in a server, and who can fix it. Read from what Discord sent at connecting."""

import aiohttp
import discord
from discord.utils import oauth_url

from cogs.runtime.bot import Bot
from cogs.ui.server_health import NEEDED, ChannelCheck, Health, RoleCheck, named
from models.refusal import Reason, Refusal
from models.sheets import CoalitionSheet
from models.translation import _

ELEVATED = discord.Permissions.elevated() | discord.Permissions(mention_everyone=True, moderate_members=True)
"""A role that holds any of these is never given by the bot: letting someone in must not make them powerful."""
PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
    manage_channels=True,
    manage_roles=True,
)
"""What the invite link asks for; the last two only for *Use recommended settings* and *Let in*."""
MENDERS = 3
FAILURES = (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError, TimeoutError)
"""All in which a request to Discord can end."""


def check(guild: discord.Guild, sheet: CoalitionSheet) -> Health:
    """How the chosen channels and roles stand now."""
    return Health(
        _channel(guild, sheet.announcements_id),
        _channel(guild, sheet.proposals_id),
        _channel(guild, sheet.moderators_id),
        _role(guild, sheet.member_role_id, sheet.announcements_id),
        _role(guild, sheet.moderator_role_id, sheet.announcements_id),
        menders(guild),
        _channel(guild, sheet.welcome_id),
    )


def invite(client: Bot, guild_id: int) -> str:
    """The address at which somebody who manages this server adds the bot to it."""
    guild = discord.Object(guild_id)
    return oauth_url(
        client.application_id or 0, permissions=PERMISSIONS, guild=guild, disable_guild_select=True
    )


def guild_of(client: Bot, guild_id: int) -> discord.Guild:
    """The server as the client knows it; refuses NOT_FOUND if the bot is in it no more."""
    guild = client.get_guild(guild_id)
    if guild is None:
        raise Refusal(Reason.NOT_FOUND)
    return guild


def everyone_reads(client: Bot, guild_id: int, channel_id: int) -> bool:
    """Whether a channel, or the one that a thread hangs under, is open to everyone in the server; False if the bot
    does not see it, and can post nothing there."""
    guild = client.get_guild(guild_id)
    channel = guild.get_channel_or_thread(channel_id) if guild is not None else None
    if isinstance(channel, discord.Thread):
        channel = None if channel.is_private() else channel.parent
    return channel is not None and channel.permissions_for(channel.guild.default_role).view_channel


def lacking(guild: discord.Guild, channel_id: int) -> tuple[str, ...]:
    """What the bot lacks to post in a channel, by its names in the API; a thread is judged by the channel that it
    hangs under. Empty if it lacks nothing, or the channel is not known."""
    channel = guild.get_channel_or_thread(channel_id)
    thread = isinstance(channel, discord.Thread)
    place = channel.parent if isinstance(channel, discord.Thread) else channel
    return missing_of(place.permissions_for(guild.me), thread=thread) if place is not None else ()


TALK = ("create_public_threads", "send_messages_in_threads", "manage_threads")
"""What a thread under each proposal needs: to make it, to say what it is for, and to close it."""


def lacking_to_talk(client: Bot, guild_id: int, channel_id: int | None) -> tuple[str, ...]:
    """What the bot lacks for threads in a channel, by its names in the API; nothing where the channel is not
    known."""
    guild = client.get_guild(guild_id)
    channel = guild.get_channel(channel_id) if guild is not None and channel_id is not None else None
    mine = channel.permissions_for(channel.guild.me) if channel is not None else discord.Permissions.all()
    return tuple(name for name in TALK if not getattr(mine, name))


def missing_of(mine: discord.Permissions, *, thread: bool) -> tuple[str, ...]:
    """What is missing of what posting takes, by its names in the API. Without one of the first two Discord
    counts none of the others, so they alone are named."""
    sending = "send_messages_in_threads" if thread else "send_messages"
    needed = [sending if name == "send_messages" else name for name in NEEDED]
    missing = [name for name in needed if not getattr(mine, name)]
    first = [name for name in missing if name in ("view_channel", sending)]
    return tuple(first[:1] or missing)


def menders(guild: discord.Guild) -> tuple[str, ...]:
    """Mentions of the owner and the highest roles of people who may manage roles, to be asked for help."""
    roles = [
        role
        for role in sorted(guild.roles, reverse=True)
        if (role.permissions.manage_roles or role.permissions.administrator) and not role.managed
    ]
    return (f"<@{guild.owner_id}>", *(role.mention for role in roles[:MENDERS] if not role.is_default()))


def obstacle(guild: discord.Guild, role: discord.Role) -> str:
    """Why the bot cannot give the role, as the end of a sentence in the reader's language; empty if it can."""
    if role.managed or role.is_default():
        # Translators: these stand after a colon, as in “I can't give the role @Member: …”, without a full stop.
        return _("only Discord can give out that role")
    if role.permissions.value & ELEVATED.value:
        return _("that role has special powers in the server, and I never give out roles like that")
    if not guild.me.guild_permissions.manage_roles:
        return _("I don't have the permission *Manage Roles*")
    if role >= guild.me.top_role:
        return _("my own role is below that one: in Server Settings, Roles, drag mine above it")
    return ""


def failure(error: Exception) -> str:
    """Why a request came to nothing, as the end of a sentence."""
    if isinstance(error, discord.HTTPException) and error.status < 500:
        return _("Discord refused (code {code})", code=error.code)
    return _("I couldn't reach Discord, so try again in a minute")


def _channel(guild: discord.Guild, channel_id: int | None) -> ChannelCheck | None:
    if channel_id is None:
        return None
    channel = guild.get_channel(channel_id)
    if not isinstance(channel, discord.TextChannel):
        return ChannelCheck(channel_id, exists=False, missing=(), open_to_all=False)
    mine = channel.permissions_for(guild.me)
    missing = tuple(named(name) for name in NEEDED if not getattr(mine, name))
    everyone = channel.permissions_for(guild.default_role).view_channel
    return ChannelCheck(channel_id, exists=True, missing=missing, open_to_all=everyone)


def _role(guild: discord.Guild, role_id: int | None, announcements_id: int | None) -> RoleCheck | None:
    if role_id is None:
        return None
    role = guild.get_role(role_id)
    if role is None:
        return RoleCheck(role_id, exists=False, obstacle="", pings=False)
    channel = guild.get_channel(announcements_id) if announcements_id is not None else None
    mine = channel.permissions_for(guild.me) if channel is not None else guild.me.guild_permissions
    return RoleCheck(role_id, True, obstacle(guild, role), pings=role.mentionable or mine.mention_everyone)
