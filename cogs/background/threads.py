"""Threads: opens one under each proposal's card, on letters that want it, and closes it with the decision."""

import asyncio
from datetime import timedelta
from typing import Literal

import discord
from discord.utils import snowflake_time, utcnow

from cogs.runtime import errors, messages, permissions
from cogs.runtime.bot import Bot
from cogs.ui import troubles, words
from cogs.ui.cards import talk as cards
from cogs.ui.troubles import Trouble
from models.sheets.talk import TalkStep, TalkTask
from models.talk import threads
from models.translation import _

MISSING = frozenset({50001, 50013})
"""Discord's codes for a permission that the bot lacks (API reference, JSON error codes)."""
GONE = frozenset({10003, 10008})
"""Unknown channel, unknown message."""
THERE_ALREADY = 160004
"""A thread was made under this message before: by the try of which nobody heard."""
NAME_LIMIT = 100
"""Characters of a thread's name (API reference, Channel)."""
RESTS_AFTER: Literal[10080] = 10_080
"""Minutes without a message after which Discord hides a thread: a week, its longest."""


class Threads:
    """Follows proposals with their threads, some steps each time it is asked."""

    def __init__(self, client: Bot, stopping: asyncio.Event) -> None:
        self._client, self._stopping = client, stopping

    async def follow(self) -> int:
        """Take the next steps; how many were done."""
        store, done = self._client.store, 0
        for task in await store.read_if_changed(threads.to_follow, utcnow()):
            if self._stopping.is_set():
                break
            if (
                self._client.get_guild(task.guild_id) is None
            ):  # away, or the bot was removed: others have their turn
                await store.write(threads.failed, utcnow(), task)
                continue
            try:
                await self._step(task)
            except discord.HTTPException as error:
                await self._refused(task, error)
            except permissions.FAILURES:
                await store.write(threads.failed, utcnow(), task)
            except Exception as error:
                errors.report(error, "a thread under a proposal")
                await store.write(threads.failed, utcnow(), task)
            else:
                await store.write(threads.followed, task)
                done += 1
        return done

    async def _step(self, task: TalkTask) -> None:
        async with asyncio.timeout(messages.PATIENCE):
            match task.step:
                case TalkStep.OPEN:
                    await self._open(task)
                case TalkStep.GREET:
                    await self._greet(task)
                case TalkStep.CLOSE | TalkStep.REOPEN:
                    closed = task.step is TalkStep.CLOSE
                    thread = await self._thread(task)
                    await thread.edit(archived=closed, locked=closed)

    async def _open(self, task: TalkTask) -> None:
        channel = self._client.get_partial_messageable(task.channel_id, guild_id=task.guild_id)
        with self._client.languages.in_server(task.guild_id):
            name = words.clip(task.name or _("Proposal no. {number}", number=task.signatory_id), NAME_LIMIT)
        card = channel.get_partial_message(task.thread_id)
        try:
            await card.create_thread(name=name, auto_archive_duration=RESTS_AFTER)
        except discord.HTTPException as error:
            if error.code != THERE_ALREADY:
                raise

    async def _greet(self, task: TalkTask) -> None:
        """Say once what this is for."""
        mark, client = f"t{task.signatory_id}", self._client
        thread = client.get_partial_messageable(task.thread_id)
        since = snowflake_time(task.thread_id) - timedelta(minutes=1)
        if client.user is not None and await messages.find(thread, mark, client.user.id, since) is not None:
            return
        with client.languages.in_server(task.guild_id):
            greeting = cards.greeting(task, mark)
        await messages.send(thread, greeting, nonce=f"us-t-{task.signatory_id}")

    async def _thread(self, task: TalkTask) -> discord.Thread:
        """The thread itself: Discord tells of open ones when it connects, a closed one is asked for."""
        guild = permissions.guild_of(self._client, task.guild_id)
        found = guild.get_thread(task.thread_id) or await guild.fetch_channel(task.thread_id)
        if not isinstance(found, discord.Thread):
            raise TypeError(f"channel {task.thread_id} is no thread")
        return found

    async def _refused(self, task: TalkTask, error: discord.HTTPException) -> None:
        store = self._client.store
        if error.code in GONE:
            await store.write(threads.gone, task)
        elif error.code in MISSING:
            lacking = permissions.lacking_to_talk(self._client, task.guild_id, task.channel_id)
            why = troubles.stored(Trouble.LACKS, *lacking)
            await store.write(threads.forbidden, utcnow(), task, why)
        else:
            await store.write(threads.failed, utcnow(), task)
