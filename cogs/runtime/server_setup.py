"""Server setup: creates the channels and roles that a coalition has not chosen yet, as far as the bot may."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import discord

from cogs.runtime import messages, permissions
from cogs.ui import server_health
from models import cldr
from models.sheets import CoalitionChanges, CoalitionSheet
from models.translation import _

MEMBER, MODERATOR = "Member", "Moderator"
ROLES = (("member_role_id", MEMBER), ("moderator_role_id", MODERATOR))
CHANNELS = (
    ("welcome_id", "welcome"),
    ("announcements_id", "announcements"),
    ("proposals_id", "proposals"),
    ("moderators_id", "moderators"),
)
WHY = "Undersigned: recommended settings"
_MINE = discord.PermissionOverwrite(view_channel=True, send_messages=True, embed_links=True, attach_files=True)
_SEEN = discord.PermissionOverwrite(view_channel=True)
_HIDDEN = discord.PermissionOverwrite(view_channel=False)
_TOLD = discord.PermissionOverwrite(view_channel=True, send_messages=False)
_QUIET = discord.PermissionOverwrite(send_messages=False)

Overwrites = dict[discord.Role | discord.Member | discord.Object, discord.PermissionOverwrite]


@dataclass(slots=True)
class SetupResult:
    """What setup created: the settings to be stored, and sentences on what was made and what could not be."""

    changes: CoalitionChanges = field(default_factory=CoalitionChanges)
    lines: list[str] = field(default_factory=list)

    @property
    def said(self) -> tuple[str, ...]:
        """The sentences, in the order in which things were made."""
        return tuple(self.lines)

    def keep(self, setting: str, found: int, said: str) -> None:
        """Note what was made or found for a setting, by its id, and the sentence about it."""
        self.changes[setting] = found  # type: ignore[literal-required]
        self.lines.append(said)


async def complete(guild: discord.Guild, sheet: CoalitionSheet, founder_id: int | None) -> SetupResult:
    """Create what is not chosen or is gone; what carries its name already is used as it is.

    Discord's refusals are told, not raised, so that what was made is stored. ``founder_id`` is the person who pressed,
    to be given the roles made now; None gives them to nobody."""
    made = SetupResult()
    roles: dict[str, discord.Role] = {}
    new: list[discord.Role] = []
    for setting, name in ROLES:
        role = guild.get_role(getattr(sheet, setting) or 0)
        if role is None:
            role = await _role(guild, setting, name, made, new)
        if role is not None:
            roles[name] = role
    for setting, name in CHANNELS:
        channel = guild.get_channel(getattr(sheet, setting) or 0)
        if not isinstance(channel, discord.TextChannel):
            await _channel(guild, setting, name, roles, made)
    if new and founder_id is not None:
        await _give(guild, founder_id, new, made)
    return made


async def _role(
    guild: discord.Guild, setting: str, name: str, made: SetupResult, new: list[discord.Role]
) -> discord.Role | None:
    same = [role for role in guild.roles if role.name.casefold() == name.casefold() and not role.managed]
    if same:
        made.keep(setting, same[0].id, _("I'm using your role {role}.", role=same[0].mention))
        return same[0]
    if not guild.me.guild_permissions.manage_roles:
        made.lines.append(
            _("I couldn't create the role {name}: I don't have the permission *Manage Roles*.", name=name)
        )
        return None
    try:
        # Anyone who holds no power over mentions pings a role only where anyone may mention it.
        async with asyncio.timeout(messages.PATIENCE):
            role = await guild.create_role(name=name, mentionable=name == MEMBER, reason=WHY)
    except permissions.FAILURES as error:
        made.lines.append(
            _("I couldn't create the role {name}: {reason}.", name=name, reason=permissions.failure(error))
        )
        return None
    new.append(role)
    said = (
        _(
            "I've created the role {role}. Anyone can mention it: that's how reminders reach people.",
            role=role.mention,
        )
        if name == MEMBER
        else _("I've created the role {role}.", role=role.mention)
    )
    made.keep(setting, role.id, said)
    return role


async def _channel(
    guild: discord.Guild, setting: str, name: str, roles: dict[str, discord.Role], made: SetupResult
) -> None:
    same = [channel for channel in guild.text_channels if channel.name == name]
    if same:
        made.keep(setting, same[0].id, _("I'm using your channel {channel}.", channel=same[0].mention))
        return
    mine = guild.me.guild_permissions
    missing = [
        server_health.named(one) for one in ("manage_channels", "manage_roles") if not getattr(mine, one)
    ]
    if missing:
        lacking = cldr.listed(f"*{one}*" for one in missing)
        made.lines.append(
            _(
                "I couldn't create the channel {name}. I'm missing these permissions: {permissions}.",
                name=name,
                permissions=lacking,
            )
        )
        return
    try:
        async with asyncio.timeout(messages.PATIENCE):
            channel = await guild.create_text_channel(
                name, overwrites=_overwrites(guild, name, roles), reason=WHY
            )
    except permissions.FAILURES as error:
        made.lines.append(
            _("I couldn't create the channel {name}: {reason}.", name=name, reason=permissions.failure(error))
        )
        return
    made.keep(setting, channel.id, _("I've created {channel}.", channel=channel.mention))


def _overwrites(guild: discord.Guild, name: str, roles: dict[str, discord.Role]) -> Any:
    """All read the welcome; announcements and proposals are for members, who only read the former; moderators are
    among themselves."""
    found: Overwrites = {guild.me: _MINE}
    if name == "welcome":
        return found | {guild.default_role: _QUIET}
    seen_by = [role for role in (MEMBER, MODERATOR) if role in roles and (name, role) != ("moderators", MEMBER)]
    quiet = {MEMBER: _TOLD} if name == "announcements" else {}
    if name != "moderators" and MEMBER not in roles:
        return found | ({guild.default_role: _QUIET} if quiet else {})
    seen = {roles[role]: quiet.get(role, _SEEN) for role in seen_by}
    return found | {guild.default_role: _HIDDEN} | seen


async def _give(guild: discord.Guild, user_id: int, roles: list[discord.Role], made: SetupResult) -> None:
    mentions = cldr.listed(role.mention for role in roles)
    try:
        async with asyncio.timeout(messages.PATIENCE):
            member = await guild.fetch_member(user_id)
            await member.add_roles(*roles, reason=WHY)
    except permissions.FAILURES as error:
        made.lines.append(
            _(
                "I couldn't give you {roles}: {reason}. You can do that yourself in Server Settings.",
                roles=mentions,
                reason=permissions.failure(error),
            )
        )
    else:
        made.lines.append(_("I've given you {roles}.", roles=mentions))
