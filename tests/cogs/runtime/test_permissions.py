"""Permissions are judged where they apply: what is the server's in the server, what is a channel's in the channel, what
is a thread's in the channel above it. What Discord refuses is told with the name of what is missing."""

from pathlib import Path
from typing import Any

import discord
import pytest
from simcord.backend import serializers

from cogs.background import sender
from cogs.runtime import permissions
from cogs.ui import troubles
from models.letters import texts as letter_texts
from tests.cogs.coordinator import stored
from tests.cogs.desk import Desk, a_desk
from tests.cogs.server import a_server, newest, seen

MINE = discord.Permissions(
    view_channel=True, send_messages=True, embed_links=True, attach_files=True, read_message_history=True,
    manage_roles=True, create_events=True, manage_events=True, use_application_commands=True,
)  # fmt: skip


async def channel(desk: Desk, name: str, **denied: bool) -> Any:
    """A channel in which everybody, the bot included, lacks something."""
    everyone = desk.server.guild.default_role
    made = desk.server.guild.create_text_channel(
        name, overwrites={everyone: discord.PermissionOverwrite(**dict.fromkeys(denied, False))}
    )
    await desk.server.stage.env.settle()
    return made


async def grant(desk: Desk, granted: discord.Permissions) -> None:
    """What the bot's own role allows in the whole server."""
    guild = desk.server.stage.bot.get_guild(desk.server.guild.id)
    assert guild is not None
    backend = desk.server.stage.env.backend
    role = backend.guilds[guild.id].roles[guild.me.top_role.id]
    role.permissions = granted.value
    told: Any = {"guild_id": str(guild.id), "role": dict(serializers.role_payload(role))}
    backend.emit("GUILD_ROLE_UPDATE", told)
    await desk.server.stage.env.settle()


async def show_the_close(desk: Desk, where: Any) -> str:
    panel = newest(await desk.mo.slash(where, "manage letter dates"))
    said = seen(await desk.mo.click(panel, label="Show deadline in events"))
    await desk.server.stage.env.settle()
    return said


async def test_an_event_is_the_servers_whatever_the_channel_allows_in_which_a_moderator_types(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        where = await channel(desk, "closed", create_events=True)
        assert "The deadline is now in the server's list of events." in await show_the_close(desk, where)
        assert (await stored(desk)).event


async def test_without_the_servers_permission_to_create_events_it_is_asked_for_by_name(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        where = desk.server.guild.create_text_channel(
            "open", overwrites={desk.server.guild.default_role: discord.PermissionOverwrite(create_events=True)}
        )
        await grant(desk, discord.Permissions(MINE.value & ~discord.Permissions(create_events=True).value))
        assert "I need the permission *Create Events*" in await show_the_close(desk, where)
        assert not (await stored(desk)).event


async def test_discord_asks_for_create_events_where_the_simulated_one_asks_for_manage_events(
    tmp_path: Path,
) -> None:
    """Discord: to create an event takes CREATE_EVENTS, and so does changing one's own (Guild Scheduled Event). With it
    alone the bot goes on, and only the simulated Discord refuses."""
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(moderators_id=desk.hall.id)
        await grant(desk, discord.Permissions(MINE.value & ~discord.Permissions(manage_events=True).value))
        assert "The deadline is now in the server's list of events." in await show_the_close(desk, desk.hall)
        told = [one.content for one in desk.server.stage.messages(desk.hall)]
        assert any("permission Create Events" in one for one in told), "simcord 3.2.1 asks for manage_events"


async def test_a_channel_makes_nobody_manage_the_server(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        allowed = discord.PermissionOverwrite(manage_guild=True)
        where = server.guild.create_text_channel("odd", overwrites={server.ana: allowed})
        await server.stage.env.settle()
        command = server.stage.env.backend.find_command("setup", server.guild.id)
        assert command is not None
        server.guild.set_command_permissions(int(command["id"]), {server.ana: True})
        assert "Only someone who manages this server" in seen(await server.ana.slash(where, "setup"))


@pytest.mark.parametrize(
    ("denied", "named"),
    [
        ({"send_messages": True}, "*Send Messages*"),
        ({"attach_files": True, "embed_links": True}, "*Embed Links* and *Attach Files*"),
    ],
)
async def test_what_the_bot_lacks_in_a_channel_is_named_when_discord_refuses(
    tmp_path: Path, denied: dict[str, bool], named: str
) -> None:
    async with a_desk(tmp_path) as desk:
        where = await channel(desk, "closed", **denied)
        path = f"/channels/{where.id}/messages"
        desk.server.stage.env.inject_error("POST", path, status=403, code=50013, message="Missing Permissions")
        await desk.store.write(
            letter_texts.write, desk.moderator(), desk.now, desk.world.letter.id, "We ask you to keep it safe."
        )
        said = seen(await desk.mo.slash(where, "letter text", post=True))
        assert f"I need {named} in this channel." in said


async def test_in_a_thread_the_permission_for_threads_is_named(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        guild = desk.server.stage.bot.get_guild(desk.server.guild.id)
        assert guild is not None
        where = await channel(desk, "closed", send_messages_in_threads=True)
        parent = guild.get_channel(where.id)
        assert isinstance(parent, discord.TextChannel)
        thread = await parent.create_thread(name="Talk", type=discord.ChannelType.public_thread)
        await desk.server.stage.env.settle()
        assert permissions.lacking(guild, thread.id) == ("send_messages_in_threads",)
        assert permissions.lacking(guild, where.id) == ()
        why = sender.why_never(desk.server.stage.bot, guild.id, thread.id, 50013)
        assert why == "lacks:send_messages_in_threads"
        assert troubles.said(why) == "I don't have the permission Send Messages In Threads"


async def test_a_message_that_may_not_be_posted_names_what_is_missing_to_the_moderators(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        where = await channel(desk, "closed", attach_files=True)
        await desk.server.set_up(moderators_id=desk.hall.id, proposals_id=where.id)
        path = f"/channels/{where.id}/messages"
        desk.server.stage.env.inject_error("POST", path, status=403, code=50013, message="Missing Permissions")
        await desk.propose("Harbour Watch")
        await desk.server.stage.tell()
        told = [one.content for one in desk.server.stage.messages(desk.hall)]
        assert any("I don't have the permission Attach Files." in one for one in told)


async def test_a_channel_that_the_bot_cannot_see_is_told_as_that(tmp_path: Path) -> None:
    assert permissions.missing_of(discord.Permissions.none(), thread=True) == ("view_channel",)
    assert permissions.missing_of(discord.Permissions(view_channel=True), thread=False) == ("send_messages",)
