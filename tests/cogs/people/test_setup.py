"""Setup through the real bot: what is created, chosen, checked and refused."""

from pathlib import Path
from typing import Any

import discord
import pytest

from cogs.people.setup import ZONE
from cogs.runtime.routes import Call
from cogs.ui.cards import setup as cards
from cogs.ui.server_health import ChannelCheck, Health, RoleCheck
from models.coalitions import setup
from models.config import Settings
from models.refusal import Refusal
from models.sheets import Actor, CoalitionSheet
from rehearsal.stage import raised
from tests import databases, limits
from tests.cogs.desk import parts
from tests.cogs.server import START, Server, a_server, newest, seen
from tests.languages import Catalogues


async def panel(server: Server) -> Any:
    return newest(await server.owner.slash(server.hall, "setup"))


async def recommended(server: Server) -> str:
    return seen(await server.owner.click(await panel(server), label="Use recommended settings"))


async def test_one_press_creates_what_is_missing_and_says_so(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        said = await recommended(server)
        assert "everything is ready" in said
        assert {"welcome", "announcements", "proposals", "moderators"} <= set(server.guild.channels)
        assert {"Member", "Moderator"} <= set(server.guild.roles)
        sheet = await server.settings()
        assert sheet.proposals_id == server.guild.channels["proposals"].id
        assert sheet.moderator_role_id == server.guild.roles["Moderator"].id
        assert sheet.set_up_at is not None


async def test_all_read_the_welcome_members_the_rest_and_moderators_are_among_themselves(
    tmp_path: Path,
) -> None:
    async with a_server(tmp_path) as server:
        await recommended(server)
        guild = server.stage.bot.get_guild(server.guild.id)
        assert guild is not None
        named = {channel.name: channel for channel in guild.text_channels}
        member = discord.utils.get(guild.roles, name="Member")
        assert member is not None
        everyone = guild.default_role
        assert not named["moderators"].permissions_for(member).view_channel
        assert not named["proposals"].permissions_for(everyone).view_channel
        assert named["proposals"].permissions_for(member).view_channel
        assert not named["announcements"].permissions_for(everyone).view_channel
        assert named["announcements"].permissions_for(member).view_channel
        assert not named["announcements"].permissions_for(member).send_messages
        assert named["welcome"].permissions_for(everyone).view_channel
        assert not named["welcome"].permissions_for(everyone).send_messages


async def test_setup_ends_in_the_first_letter_and_later_in_its_panel(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        shown = await panel(server)
        assert "Create the first letter" not in seen(await server.owner.slash(server.hall, "setup"))
        ready = server.stage.answer(await server.owner.click(shown, label="Use recommended settings"))
        form = await server.owner.click(ready, label="Create the first letter")
        answers = {"title": "Open maps", "addressee": "The Board", "day": "in 7 days", "hour": "", "zone": ""}
        created = await server.owner.submit_modal(form, answers)
        assert "**I've created the letter.**" in seen(created)
        assert "That's the end of the day" in seen(created)
        assert "Run the letter" in seen(await server.owner.slash(server.hall, "setup"))


async def test_a_phone_shows_the_first_button_of_setup_right_under_its_title(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        said = await recommended(server)
        assert said.splitlines()[1:4] == ["### Setup: everything is ready", "", "Create the first letter"]


async def test_each_menu_says_what_it_is_for_also_once_something_is_chosen(
    tmp_path: Path, catalogue: Catalogues
) -> None:
    catalogue({})
    async with a_server(tmp_path) as server:
        await recommended(server)
        shown = await server.owner.slash(server.hall, "setup")
        said = seen(shown)
        for what in (
            "Welcome channel, open",
            "Announcements channel",
            "Proposals channel",
            "Moderators' channel",
            "The language I use in channels",
        ):
            assert f"**{what}" in said
        assert "**Member role**" in said
        menus = [part["placeholder"] for part in parts(newest(shown)) if part.get("placeholder")]
        assert len(menus) == len({*menus}) == 7
        assert "/manage, /review, /roster and /setup" in said


async def test_again_creates_nothing_twice(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        await recommended(server)
        before = await server.settings()
        said = await recommended(server)
        assert "created" not in said
        assert await server.settings() == before
        assert len(server.guild.channels) == 5


async def test_a_channel_of_that_name_is_used_as_it_is(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        mine = server.guild.create_text_channel("announcements")
        await server.stage.env.settle()
        said = await recommended(server)
        assert f"I'm using your channel <#{mine.id}>." in said
        assert f"Everyone can read <#{mine.id}>. Only people" in said
        assert (await server.settings()).announcements_id == mine.id


async def test_a_deleted_channel_is_named_and_made_again(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        await recommended(server)
        server.stage.env.backend.delete_channel(server.guild.channels["proposals"].id)
        await server.stage.env.settle()
        shown = await panel(server)
        assert "is gone" in seen(await server.owner.click(shown, label="Check again"))
        assert "everything is ready" in await recommended(server)


async def test_what_the_bot_may_not_create_is_told_with_who_can_fix_it(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        server.stage.env.inject_error(
            "POST", "/guilds/*/channels", status=403, code=50013, message="Missing Permissions", times=None
        )
        said = await recommended(server)
        assert "I couldn't create the channel proposals: Discord refused (code 50013)." in said
        sheet = await server.settings()
        assert sheet.proposals_id is None
        assert sheet.member_role_id is not None, "what was made is kept"


async def test_a_channel_in_which_the_bot_is_mute_is_named_with_what_it_lacks(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        nothing = discord.PermissionOverwrite(send_messages=False, attach_files=False)
        closed = server.guild.create_text_channel("closed", overwrites={server.guild.default_role: nothing})
        await server.stage.env.settle()
        await server.set_up(announcements_id=closed.id)
        said = seen(await server.owner.slash(server.hall, "setup"))
        assert (
            f"I'm missing these permissions in <#{closed.id}>: *Send Messages*, *Embed Links* and *Attach Files*."
            in said
        )
        assert f"These people can fix this: <@{server.owner.id}>" in said


async def test_a_proposals_channel_that_everyone_reads_is_named(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        server.guild.create_text_channel("proposals")
        await server.stage.env.settle()
        said = await recommended(server)
        sheet = await server.settings()
        assert f"Everyone can read <#{sheet.proposals_id}>. Only people" in said
        assert f"show it to <@&{sheet.member_role_id}>." in said


async def test_channels_and_roles_can_be_chosen_and_taken_away(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        role = server.guild.create_role("Signers")
        await server.stage.env.settle()
        guild = server.guild.id
        shown = await panel(server)
        await server.owner.select(shown, [server.hall], custom_id=f"us:1:m:setup.channel:{guild}:proposals_id")
        await server.owner.select(shown, [role], custom_id=f"us:1:m:setup.role:{guild}:member_role_id")
        sheet = await server.settings()
        assert (sheet.proposals_id, sheet.member_role_id) == (server.hall.id, role.id)
        await server.owner.select(shown, [], custom_id=f"us:1:m:setup.channel:{guild}:proposals_id")
        assert (await server.settings()).proposals_id is None


async def test_the_role_that_everyone_holds_is_refused(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        custom_id = f"us:1:m:setup.role:{server.guild.id}:moderator_role_id"
        everyone = server.guild.default_role
        said = seen(await server.owner.select(await panel(server), [everyone], custom_id=custom_id))
        assert "Everyone has that role" in said
        assert (await server.settings()).moderator_role_id is None


async def test_a_time_zone_is_typed_and_an_unknown_one_comes_back(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        opened = await server.owner.click(await panel(server), label="Time zone: UTC")
        assert "Correct what I typed" in seen(await server.owner.submit_modal(opened, {"time_zone": "EST"}))
        opened = await server.owner.click(await panel(server), label="Time zone: UTC")
        assert "Time zone: Africa/Nairobi" in seen(
            await server.owner.submit_modal(opened, {"time_zone": "nairobi"})
        )


async def test_a_plain_member_is_refused_and_nothing_is_created(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        # Discord hides the command; this server lets her see it all the same.
        command = server.stage.env.backend.find_command("setup", server.guild.id)
        assert command is not None
        server.guild.set_command_permissions(int(command["id"]), {server.ana: True})
        assert "Only someone who manages this server" in seen(await server.ana.slash(server.hall, "setup"))
        moderator = server.guild.create_role("Moderator")
        await server.set_up(moderator_role_id=moderator.id)
        assert f"<@&{moderator.id}>" in seen(await server.ana.slash(server.hall, "setup"))
        room: Any = server.stage.bot.get_cog("Setup")
        nothing: Any = None
        with pytest.raises(Refusal):
            await room.recommended(Call(nothing, server.actor(server.ana)))
        assert set(server.guild.channels) == {"hall"}


BIG = 2**63 - 1


@pytest.mark.parametrize("exists", [True, False])
async def test_the_panel_stays_inside_discords_limits(exists: bool, catalogue: Catalogues) -> None:
    for language in ("fr", "de", "ar"):
        catalogue({}, language=language)
    sheet = CoalitionSheet(BIG, "America/Argentina/ComodRivadavia", BIG, BIG, BIG, BIG, BIG, None, BIG)
    lacking = ("View Channel", "Send Messages", "Embed Links", "Attach Files", "Read Message History")
    channel = ChannelCheck(BIG, exists, lacking, open_to_all=True)
    role = RoleCheck(
        BIG,
        exists,
        "that role has special powers in the server, and I never give out roles like that",
        pings=False,
    )
    health = Health(channel, channel, channel, role, role, (f"<@{BIG}>",) * 4, channel)
    lines = [f"I couldn't create the channel {'x' * 100}: Discord refused (code 50013)."] * 6
    limits.check(cards.card(sheet, health, lines))
    nothing = Health(None, None, None, None, None, ())
    limits.check(cards.card(CoalitionSheet(BIG, "UTC", None, None, None, None, None, None), nothing))
    limits.check_form(ZONE)


async def test_a_new_server_starts_with_the_hosts_time_zone(tmp_path: Path) -> None:
    settings = Settings(database=databases.url(tmp_path), card_seconds=0, time_zone="Europe/London")
    async with raised(settings, start=START) as stage:
        guild = stage.env.create_guild("River Path Coalition")
        await stage.env.settle()
        sheet = await stage.bot.store.read(setup.show, Actor(guild.id, 1))
        assert sheet.time_zone == "Europe/London"
