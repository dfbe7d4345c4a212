"""Taking part through the real bot: the form, the way in, the role, silence, leaving, and the kept form."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import discord
import pytest
from msgspec.structs import replace
from sqlmodel import Session

from cogs.people.participants import TAKE_PART
from cogs.ui.cards import people, review
from models.letters import letters, window
from models.participants import participants
from tests import limits
from tests.cogs.desk import texts
from tests.cogs.people.taking_part import ANSWERS, GIVEN, LONG, WORST, known, take_part
from tests.cogs.server import START, Server, a_server, newest, seen


async def roles(server: Server) -> tuple[Any, Any, Any]:
    """A members' and a moderators' role, the moderators' channel, and the settings that name them."""
    member, moderator = server.guild.create_role("Member"), server.guild.create_role("Moderator")
    board = server.guild.create_text_channel("board")
    await server.stage.env.settle()
    await server.set_up(member_role_id=member.id, moderator_role_id=moderator.id, moderators_id=board.id)
    return member, moderator, board


async def asked(server: Server, who: Any) -> None:
    refused = await take_part(server, who)
    await who.click(newest(refused), label="Ask to be let in")
    await server.stage.tell()
    await server.stage.env.settle()


async def test_one_form_and_one_takes_part(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        said = seen(await take_part(server, server.ana))
        assert "You're taking part." in said
        assert "Director, Riverlight" in said
        sheet = await known(server, server.ana)
        assert sheet is not None
        assert (sheet.time_zone, sheet.direct_messages) == ("Africa/Nairobi", True)


async def test_anyone_who_takes_part_can_leave_from_the_same_card(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        taking_part = await take_part(server, server.ana)
        assert "You're no longer taking part." in seen(
            await server.ana.click(newest(taking_part), label="Stop taking part")
        )


async def test_the_form_opens_with_what_is_known(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        await server.set_up(time_zone="Lima")
        assert "America/Lima" in str((await server.ana.slash(server.hall, "take-part")).modal)
        await take_part(server, server.ana)
        assert "Riverlight" in str((await server.ana.slash(server.hall, "take-part")).modal)


async def test_correct_it_brings_back_what_was_typed(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        refused = await take_part(server, server.ana, time_zone="EST")
        opened = await server.ana.click(newest(refused), label="Correct what I typed")
        assert "Riverlight" in str(opened.modal)
        assert "EST" in str(opened.modal)
        await server.ana.submit_modal(opened, ANSWERS)
        assert await known(server, server.ana) is not None


async def test_correct_it_works_after_a_restart_and_not_after_a_day(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        refused = await take_part(server, server.ana, organisation="a@b.example", time_zone="EST")
        assert "can't contain a link" in seen(refused)
        assert "the time zone EST" in seen(refused)
        await server.stage.restart()
        assert (await server.ana.click(newest(refused), label="Correct what I typed")).modal is not None
        await server.stage.env.advance_time(24 * 3600 + 1)
        gone = await server.ana.click(newest(refused), label="Correct what I typed")
        assert "it's more than a day old" in seen(gone)
        assert (await server.ana.click(newest(gone), label="Try again")).modal is not None


async def test_anyone_who_lacks_the_role_asks_and_moderators_hear_of_it(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        member, _, board = await roles(server)
        refused = await take_part(server, server.ana)
        assert f"<@&{member.id}>" in seen(refused)
        said = seen(await server.ana.click(newest(refused), label="Ask to be let in"))
        assert "I've asked the moderators" in said
        about = texts(newest(await server.ana.slash(server.hall, "privacy about")))
        assert ["Withdraw my request" in about, "Stop taking part" in about] == [True, False]
        await server.stage.tell()
        await server.stage.env.settle()
        notice = server.stage.messages(board)[-1]
        assert "is asking to be let in as a member (Director, Riverlight)" in notice.content
        assert server.stage.pinged(notice) == (set(), set())


async def test_a_moderator_lets_in_and_the_bot_gives_the_role(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        member, moderator, board = await roles(server)
        await asked(server, server.ana)
        mod = server.add("mod", moderator)
        said = seen(await mod.click(server.stage.messages(board)[-1], label="Let in"))
        assert f"has the role <@&{member.id}>" in said
        assert member.id in server.stage.env.backend.get_guild(server.guild.id).members[server.ana.id].role_ids
        assert server.stage.messages(board)[-1].content.endswith("-# This person is taking part now.")


async def test_a_role_that_cannot_be_given_is_told_with_who_can_and_given_later(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        member, moderator, board = await roles(server)
        await asked(server, server.ana)
        server.stage.env.inject_error(
            "PUT", "/guilds/*/members/*/roles/*", status=403, code=50013, message="Missing Permissions", times=1
        )
        mod = server.add("mod", moderator)
        refused = await mod.click(server.stage.messages(board)[-1], label="Let in")
        assert "Discord refused (code 50013)" in seen(refused)
        assert f"<@{server.owner.id}>" in seen(refused)
        said = seen(await mod.click(newest(refused), label="Give the role again"))
        assert f"has the role <@&{member.id}>" in said


@pytest.mark.parametrize("failure", [aiohttp.ClientConnectionError(), TimeoutError(), discord.RateLimited(99)])
async def test_whatever_keeps_the_role_from_being_given_it_is_told_and_the_button_gives_it_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    async def fails(*_anything: Any, **_more: Any) -> None:
        raise failure

    async with a_server(tmp_path) as server:
        member, moderator, board = await roles(server)
        await asked(server, server.ana)
        mod = server.add("mod", moderator)
        notice = server.stage.messages(board)[-1]
        with monkeypatch.context() as outage:
            outage.setattr(discord.Guild, "fetch_member", fails)
            refused = await mod.click(notice, label="Let in")
        assert "has been let in, but doesn't have the role" in seen(refused)
        assert "I couldn't reach Discord" in seen(refused)
        said = seen(await mod.click(newest(refused), label="Give the role again"))
        assert f"has the role <@&{member.id}>" in said
        assert member.id in server.stage.env.backend.get_guild(server.guild.id).members[server.ana.id].role_ids


async def test_without_a_moderators_channel_a_request_is_kept_shown_in_the_review_and_told_later(
    tmp_path: Path,
) -> None:
    async with a_server(tmp_path) as server:
        _, moderator, board = await roles(server)
        await server.set_up(moderators_id=None)
        refused = await take_part(server, server.ana)
        for _ in range(2):
            said = seen(await server.ana.click(newest(refused), label="Ask to be let in"))
            assert "**Your request to be let in is saved.**" in said
            assert "I haven't told anyone yet" in said
        await server.stage.env.advance_time(3600)
        mod = server.add("mod", moderator)
        server.stage.show_command(server.guild, "review", moderator)
        panel = await mod.slash(server.hall, "review")
        assert "**1 person is asking to be let in as a member**\n<@" in seen(panel)
        await server.set_up(moderators_id=board.id)
        await server.stage.env.advance_time(3600)
        [notice] = server.stage.messages(board)
        assert "is asking to be let in as a member (Director, Riverlight)." in notice.content
        menu = f"us:1:m:admit.chosen:{server.guild.id}"
        assert "has been let in" in seen(await mod.select(newest(panel), [str(server.ana.id)], custom_id=menu))
        assert "There's no letter here yet" in seen(await mod.slash(server.hall, "review"))


async def test_a_broken_moderators_channel_keeps_a_request_until_it_is_fixed(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        _, _, board = await roles(server)
        server.stage.env.inject_error(
            "POST", f"/channels/{board.id}/messages", status=403, code=50013, message="-", times=1
        )
        refused = await take_part(server, server.ana)
        await server.ana.click(newest(refused), label="Ask to be let in")
        await server.stage.env.advance_time(60)
        assert server.stage.messages(board) == []
        await server.stage.env.advance_time(3600)
        assert len(server.stage.messages(board)) == 1


async def test_who_took_part_and_lost_the_role_is_heard_when_they_ask(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        await take_part(server, server.ana)
        member, moderator, board = await roles(server)
        refused = await take_part(server, server.ana, title="")
        said = seen(await server.ana.click(newest(refused), label="Ask to be let in"))
        assert "I've asked the moderators" in said
        await server.stage.tell()
        await server.stage.env.settle()
        [notice] = server.stage.messages(board)
        assert "is asking to be let in as a member (Riverlight)." in notice.content
        mod = server.add("mod", moderator)
        assert f"has the role <@&{member.id}>" in seen(await mod.click(notice, label="Let in"))


async def test_asked_twice_says_what_holds(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        _, _, board = await roles(server)
        refused = await take_part(server, server.ana)
        for _ in range(2):
            said = seen(await server.ana.click(newest(refused), label="Ask to be let in"))
            assert "I've asked the moderators" in said
        await server.stage.env.advance_time(60)
        assert len(server.stage.messages(board)) == 1


async def test_a_role_that_holds_powers_is_never_given(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        _, moderator, board = await roles(server)
        strong = server.guild.create_role("Strong", permissions=discord.Permissions(ban_members=True))
        await server.stage.env.settle()
        await server.set_up(member_role_id=strong.id)
        await asked(server, server.ana)
        mod = server.add("mod", moderator)
        assert "special powers in the server" in seen(
            await mod.click(server.stage.messages(board)[-1], label="Let in")
        )
        assert not server.stage.env.backend.get_guild(server.guild.id).members[server.ana.id].role_ids


async def test_reminders_are_muted_until_the_letter_closes_and_unmuted(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        await server.set_up(announcements_id=server.hall.id)
        closes_at = START + timedelta(hours=9)

        def prepare(session: Session) -> int:
            made = letters.create(session, server.manager, START, "Keep it", "The Minister", closes_at, "UTC")
            window.open_(session, server.manager, START, made.id)
            participants.take_part(session, server.actor(server.ana), START, GIVEN)
            return made.id

        await server.stage.bot.store.write(prepare)
        # The reminder at ten on the last day is the message that carries the button.
        await server.stage.env.advance_time(2 * 3600)
        reminder = server.ana.user.dm_channel.last_message
        assert reminder is not None
        muted = await server.ana.user.click(reminder, label="Mute reminders")
        assert "No reminders by direct message until" in seen(muted)
        sheet = await known(server, server.ana)
        assert sheet is not None
        assert sheet.muted_until == closes_at
        again = seen(await server.ana.user.click(reminder, label="Mute reminders"))
        assert "No reminders by direct message until" in again
        await server.ana.user.click(newest(muted), label="Unmute")
        sheet = await known(server, server.ana)
        assert sheet is not None
        assert sheet.muted_until is None
        await server.stage.env.advance_time(8 * 3600)
        over = seen(await server.ana.user.click(reminder, label="Mute reminders"))
        assert "you won't get more reminders about it" in over


async def test_the_cards_stay_inside_discords_limits_and_draw_no_markup() -> None:
    now = datetime(2025, 2, 14, tzinfo=UTC)
    drawn = [
        people.taking_part(WORST),
        people.asked(WORST, told=True),
        people.asked(WORST, told=False),
        people.admitted(WORST, 2**63 - 1, "my own role is below that one", [f"<@{2**63 - 1}>"] * 4),
        people.admitted(WORST, None),
        people.muted(replace(WORST, muted_until=now + timedelta(days=1)), now),
        people.muted(WORST, now),
        people.left(WORST),
        people.closed(now),
    ]
    for card in drawn:
        limits.check(card)
        assert "](http" not in limits.text_of(card)
    limits.check(review.without_letter([replace(WORST, user_id=2**63 - one) for one in range(1, 31)]))
    limits.check_form(TAKE_PART, answers={"organisation": LONG, "title": LONG, "time_zone": LONG})
