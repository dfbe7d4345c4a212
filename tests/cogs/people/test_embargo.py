"""The embargo through the real bot: before publication nothing about a letter stands where outsiders read."""

from pathlib import Path
from typing import Any

from tests.cogs.coordinator import confirm, manage, point, published, stored
from tests.cogs.desk import Desk, a_desk, texts
from tests.cogs.server import newest, seen

TITLE = "Keep it safe"


def said(desk: Desk, channel: Any) -> str:
    """Everything that is in a channel."""
    return "\n".join(f"{message.content}\n{texts(message)}" for message in desk.server.stage.messages(channel))


async def with_outsiders(desk: Desk, **channels: int) -> Any:
    """From now on there are a role of members, so that others in the server are outsiders, and channels for them."""
    setup = await desk.server.owner.slash(desk.hall, "setup")
    await desk.server.owner.click(newest(setup), label="Use recommended settings")
    await desk.server.set_up(**channels)
    await desk.server.stage.tell()
    return desk.server.guild.channels


async def test_an_unpublished_letter_is_not_announced_where_everyone_reads_and_moderators_are_told(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        news = desk.server.guild.create_text_channel("news")
        role = desk.server.guild.create_role("Member")
        await desk.server.stage.env.settle()
        chosen = {"announcements_id": news.id, "proposals_id": news.id, "moderators_id": desk.hall.id}
        await desk.server.set_up(member_role_id=role.id, **chosen)
        await desk.server.stage.tell()
        await confirm(desk, await manage(desk, "pause"), "Pause the letter")
        await desk.server.stage.tell()
        assert said(desk, news).strip() == ""
        told = said(desk, desk.hall)
        assert f"in <#{news.id}>: the message saying the letter is open. Reason: everyone in " in told
        assert TITLE not in told
        panel = seen(await desk.server.owner.slash(desk.hall, "setup"))
        assert (
            f"Everyone can read <#{news.id}>. Only people who take part may see a letter before it's published"
            in panel
        )
        await published(desk)
        await desk.server.stage.tell()
        assert TITLE in said(desk, news)


async def test_where_everyone_reads_by_now_a_card_that_stands_is_withheld_until_the_letter_is_published(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        news = desk.server.guild.create_text_channel("news")
        role = desk.server.guild.create_role("Member")
        await desk.server.stage.env.settle()
        await desk.server.set_up(announcements_id=news.id, proposals_id=news.id, moderators_id=desk.hall.id)
        await desk.server.stage.tell()
        assert TITLE in said(desk, news)
        await desk.server.set_up(member_role_id=role.id)  # from now on there are outsiders
        await confirm(desk, await manage(desk, "pause"), "Pause the letter")
        await desk.server.stage.tell()
        assert TITLE not in said(desk, news)
        assert "isn't published yet, and everyone can read this channel" in said(desk, news)
        assert "us:" not in str([one.components for one in desk.server.stage.messages(news)])
        assert "everyone in this server can read that channel" in said(desk, desk.hall)
        await published(desk)
        await desk.server.stage.tell()
        assert TITLE in said(desk, news)


async def test_in_a_channel_for_members_it_is_there_at_once(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        channels = await with_outsiders(desk)
        assert TITLE in said(desk, channels["announcements"])


async def test_where_everyone_may_take_part_nobody_is_an_outsider(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(announcements_id=desk.hall.id)
        await desk.server.stage.tell()
        assert TITLE in said(desk, desk.hall)


async def test_the_list_of_events_says_nothing_before_publication(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        events = desk.server.stage.env.backend.guilds[desk.server.guild.id].scheduled_events
        shown = await desk.mo.click(newest(await manage(desk, "dates")), label="Show deadline in events")
        assert "I only show the deadline there once the letter is published" in seen(shown)
        await desk.server.stage.env.settle()
        assert len(events) == 1
        await with_outsiders(desk)
        assert len(events) == 0
        await published(desk)
        await desk.server.stage.tell()
        assert [TITLE in one.name for one in events.values()] == [True]


async def test_a_moderator_posts_no_unpublished_text_where_everyone_reads(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await with_outsiders(desk)
        await point(desk, "Costs", "It costs little.")
        refused = seen(await desk.mo.slash(desk.hall, "letter points", post=True))
        assert "Everyone can read this channel" in refused
        assert "It costs little" not in said(desk, desk.hall)


async def test_the_welcome_is_for_all_and_tells_of_published_letters_alone(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await with_outsiders(desk, welcome_id=desk.hall.id)
        await desk.server.stage.tell()
        [card] = desk.server.stage.messages(desk.hall)
        assert "No letter has been published yet." in texts(card)
        assert TITLE not in texts(card)
        stranger = desk.server.add("stranger")
        opened = await stranger.click(card, label="Take part")
        answers = {"organisation": "Somewhere", "title": "", "time_zone": ""}
        refused = newest(await stranger.submit_modal(opened, answers))
        assert "moderators" in seen(await stranger.click(refused, label="Ask to be let in"))
        await published(desk)
        await desk.server.stage.tell()
        [card] = [one for one in desk.server.stage.messages(desk.hall) if "Joint letters" in texts(one)]
        assert TITLE in texts(card)
        assert (await stored(desk)).published_at is not None
        assert TITLE in seen(await stranger.click(card, label="Read the letter"))


async def test_the_welcome_moves_to_the_channel_that_is_chosen(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        porch = desk.server.guild.create_text_channel("porch")
        await desk.server.stage.env.settle()
        await desk.server.set_up(welcome_id=desk.hall.id)
        await desk.server.stage.tell()
        await desk.server.set_up(welcome_id=porch.id)
        await desk.server.stage.tell()
        assert "Joint letters" in said(desk, porch)
        panel = seen(await desk.server.owner.slash(desk.hall, "setup"))
        assert "No welcome channel" not in panel
