"""Talk through the real bot: a thread under each proposal, closed with the decision, and what it lacks by name."""

import asyncio
from pathlib import Path
from typing import Any

import discord
import pytest
from sqlmodel import Session, select

from cogs.background.threads import Threads
from models.database.tables import Talk
from models.rules.voting_policy import Policy
from models.talk.threads import AGAIN, to_follow
from tests.cogs.coordinator import manage
from tests.cogs.desk import Desk, a_desk
from tests.cogs.server import newest, seen


async def switched_on(desk: Desk, **denied: bool) -> Any:
    """What the panel says after the press, in a server whose proposals channel lets the bot do all but this."""
    everyone = desk.server.guild.default_role
    allowed = dict.fromkeys(("create_public_threads", "send_messages_in_threads", "manage_threads"), True)
    overwrites = {everyone: discord.PermissionOverwrite(**(allowed | denied))}
    place = desk.server.guild.create_text_channel("proposals", overwrites=overwrites)
    await desk.server.stage.env.settle()
    await desk.server.set_up(proposals_id=place.id, moderators_id=desk.hall.id, moderator_role_id=desk.role.id)
    panel = newest(await manage(desk, "panel"))
    tab = desk.server.stage.answer(await desk.mo.click(panel, label="Ask, talk, share"))
    return await desk.mo.click(tab, label="Switch on discussion threads")


def threads(desk: Desk) -> list[discord.Thread]:
    guild = desk.server.stage.bot.get_guild(desk.server.guild.id)
    assert guild is not None
    return list(guild.threads)


async def test_a_proposal_gets_a_thread_which_closes_with_the_decision(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        assert "Discussion threads switched on." in seen(await switched_on(desk))
        one = await desk.propose("Open Path")
        await desk.server.stage.tell()
        [thread] = threads(desk)
        assert thread.name == "Open Path"
        said = [message.content async for message in thread.history()]
        assert len(said) == 1
        assert "The thread closes when the moderators decide on the name." in said[0]
        assert "secret" not in said[0]
        await desk.approve(one)
        await desk.server.stage.tell()
        closed = await desk.server.stage.bot.fetch_channel(thread.id)
        assert isinstance(closed, discord.Thread)
        assert (closed.archived, closed.locked) == (True, True)


async def test_under_a_secret_vote_the_thread_says_that_it_is_not_secret(tmp_path: Path) -> None:
    async with a_desk(tmp_path, Policy(secret=True)) as desk:
        await switched_on(desk)
        await desk.propose("Open Path")
        await desk.server.stage.tell()
        said = [message.content async for message in threads(desk)[0].history()]
        assert "**What you write here isn't**" in said[0]


async def test_a_permission_that_is_missing_is_named_and_nothing_is_switched_on(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        said = seen(await switched_on(desk, manage_threads=False))
        assert "I need *Manage Threads* in" in said
        await desk.propose("Open Path")
        await desk.server.stage.tell()
        assert threads(desk) == []


async def test_a_restart_makes_no_second_thread_and_no_second_greeting(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await switched_on(desk)
        await desk.propose("Open Path")
        await desk.server.stage.tell()
        [thread] = threads(desk)
        await desk.store.write(_forgotten)
        await desk.server.stage.tell()
        assert [one.id for one in threads(desk)] == [thread.id]
        assert len([message async for message in thread.history()]) == 1


async def test_a_server_that_is_away_holds_no_other_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with a_desk(tmp_path) as desk:
        await switched_on(desk)
        one = await desk.propose("Open Path")
        await desk.server.stage.tell()
        await desk.approve(one)
        bot = desk.server.stage.bot
        with monkeypatch.context() as patch:
            patch.setattr(bot, "get_guild", lambda _: None)
            assert await Threads(bot, asyncio.Event()).follow() == 0
        now = discord.utils.utcnow()
        assert await desk.store.read(to_follow, now) == ()
        assert len(await desk.store.read(to_follow, now + AGAIN)) == 1


def _forgotten(session: Session) -> None:
    """As after a process that died before it could record what Discord had done."""
    for row in session.exec(select(Talk)):
        session.delete(row)
