"""Setup: the server's channels, roles and time zone, made or chosen, and what the bot lacks in them."""

import asyncio
from collections import defaultdict
from enum import StrEnum

import discord
from discord import app_commands

from cogs.runtime import permissions, server_setup
from cogs.runtime.bot import Bot
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui.cards import setup as cards
from cogs.ui.forms import Answers, Form, OpenForm, Text
from cogs.ui.layout import Card
from models.coalitions import setup
from models.letters import letters
from models.outbox import safeguards
from models.refusal import Reason, Refusal
from models.sheets import CoalitionChanges, CoalitionSheet
from models.translation import N_

ZONE = Form(
    "setup-zone",
    N_("The coalition's time zone"),
    (
        Text(
            "time_zone",
            N_("City or time zone"),
            N_("I use it for deadlines and reminders."),
            example=N_("London, or Europe/London"),
        ),
    ),
)


class ChannelSetting(StrEnum):
    """The channels that can be chosen, as ``CoalitionChanges`` names them."""

    WELCOME = "welcome_id"
    ANNOUNCEMENTS = "announcements_id"
    PROPOSALS = "proposals_id"
    MODERATORS = "moderators_id"


class RoleSetting(StrEnum):
    """The roles that can be chosen."""

    MEMBER = "member_role_id"
    MODERATOR = "moderator_role_id"


class Setup(Room):
    """``/setup``: one panel, which can be opened and used again at any time."""

    def __init__(self, client: Bot) -> None:
        super().__init__(client)
        self._founding: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)

    @command("setup", N_("Choose, create and check channels, roles and the time zone"))
    @app_commands.default_permissions(manage_guild=True)
    @press("setup.open")
    @press("setup.check", Reply.IN_PLACE)
    async def setup(self, call: Call) -> Card:
        """Show the settings, with what is chosen and what is missing."""
        return await self._panel(call, await self._settings(call))

    @press("setup.recommended", Reply.IN_PLACE)
    async def recommended(self, call: Call) -> Card:
        """Create what is missing; one press at a time, so that two make nothing twice."""
        async with self._founding[call.guild_id]:
            sheet = await self._settings(call)
            guild = permissions.guild_of(self.client, call.guild_id)
            made = await server_setup.complete(
                guild, sheet, call.interaction.user.id if call.actor.manages_server else None
            )
            sheet = await self.write(call, safeguards.set_up, made.changes)
        return await self._panel(call, sheet, made.said)

    @press("setup.channel", Reply.IN_PLACE)
    async def channel(self, call: Call, setting: ChannelSetting, *, values: list[str]) -> Card:
        """Choose a channel; an empty choice takes it away."""
        chosen = int(values[0]) if values else None
        guild = permissions.guild_of(self.client, call.guild_id)
        if chosen is not None and not isinstance(guild.get_channel(chosen), discord.TextChannel):
            raise Refusal(Reason.NOT_FOUND)
        changes: CoalitionChanges = {setting.value: chosen}  # type: ignore[misc]
        return await self._change(call, changes)

    @press("setup.role", Reply.IN_PLACE)
    async def role(self, call: Call, setting: RoleSetting, *, values: list[str]) -> Card:
        """Choose a role; an empty choice takes it away."""
        chosen = int(values[0]) if values else None
        guild = permissions.guild_of(self.client, call.guild_id)
        if chosen is not None and guild.get_role(chosen) is None:
            raise Refusal(Reason.NOT_FOUND)
        changes: CoalitionChanges = {setting.value: chosen}  # type: ignore[misc]
        return await self._change(call, changes)

    @press("setup.zone", Reply.WITH_FORM)
    async def zone(self, call: Call) -> OpenForm:
        """Open the form for the time zone."""
        sheet = await self._settings(call)
        return ZONE.open(call.guild_id, answers={"time_zone": sheet.time_zone})

    @form(ZONE, Reply.IN_PLACE)
    async def zone_sent(self, call: Call, answers: Answers) -> Card:
        """Store the time zone that was typed."""
        return await self._change(call, {"time_zone": answers.get("time_zone") or ""})

    @press("setup.language", Reply.IN_PLACE)
    async def language(self, call: Call, *, values: list[str]) -> Card:
        """Choose the language of what stands in channels; what stands there now is drawn again."""
        sheet = await self.write(call, safeguards.set_up, {"language": values[0]})
        self.client.languages.set_server(call.guild_id, sheet.language)
        return await self._panel(call, sheet)

    async def _settings(self, call: Call) -> CoalitionSheet:
        return await self.store.read(setup.settings, call.actor)

    async def _change(self, call: Call, changes: CoalitionChanges) -> Card:
        return await self._panel(call, await self.write(call, safeguards.set_up, changes))

    async def _panel(self, call: Call, sheet: CoalitionSheet, done: tuple[str, ...] = ()) -> Card:
        guild = permissions.guild_of(self.client, sheet.guild_id)
        has_letters = await self.store.read(letters.any_yet, call.actor)
        return cards.card(sheet, permissions.check(guild, sheet), done, has_letters=has_letters)
