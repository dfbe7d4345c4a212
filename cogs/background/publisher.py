"""The publisher: sends what is due and redraws what is stale.

Everything to be said is a row that a verb wrote with its change. The publisher claims rows, sends
(``cogs.background.sender``),
and records the outcome; telling may fail, late or twice, without changing what is true.
"""

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import discord
from discord.utils import utcnow

from cogs.background.loop import Loop
from cogs.background.sender import NEVER, NO_CHANNEL, Sender, why_never
from cogs.background.threads import Threads
from cogs.runtime import errors, messages, permissions
from cogs.runtime.bot import Bot
from cogs.ui.cards import notices, public
from cogs.ui.troubles import Trouble
from models.database import failures
from models.delivery import card_drawing, claims, redrawing
from models.operations import due_work
from models.outbox import cards
from models.refusal import Refusal
from models.sheets import CardTask, ToRedraw
from models.terms import Place

log = logging.getLogger(__name__)

AFTER_FAILURE = timedelta(minutes=1)
"""The least wait before what is due is tried again."""

CARD_AGAIN = timedelta(seconds=5)
"""After a card that could not be drawn one more round is made; how often it is tried then says
``models.outbox.cards``."""

GONE = (10008, 50005)
"""Unknown message: a card that someone deleted; and one of another bot, which had this database before."""


class Publisher:
    """Sends due messages and redraws stale cards while there are some; rests without a task otherwise."""

    def __init__(self, client: Bot, *, card_seconds: float) -> None:
        self._client = client
        # What is pressed during the pause makes one edit of a card, not many, and one look whether anything is due.
        self._rounds = Loop(self._tell, pause=card_seconds, name="publisher")
        self._asked_until = 0  # so far the last rounds looked at messages that ask something
        self._sender = Sender(client, self._rounds.stopping)
        self._threads = Threads(client, self._rounds.stopping)

    def nudge(self) -> None:
        """Look whether something is due; called after every act and by the scheduler. Nothing once it stops."""
        self._rounds.nudge()

    async def stop(self, patience: float) -> None:
        """Begin nothing more; what is being sent has ``patience`` seconds to end.

        What was claimed and cut off is sent after the next start, with the nonce that makes both one message.
        """
        await self._rounds.stop(patience)
        try:
            await self._sender.end()
        except Exception as error:
            errors.report(error, "settling what was sent")  # it is found again after the next start

    async def _tell(self) -> None:
        try:
            await self._round()
        except Exception as error:
            errors.report(error, "the publisher")
            self._client.scheduler.wake_at(utcnow() + AFTER_FAILURE)

    async def _round(self) -> None:
        await self._client.languages.keep(self._client.store)  # before anything is sent to whoever just pressed
        moment = min((await self._due()).values(), default=None)
        failed = False
        if moment is not None and moment <= utcnow():
            failed = await self._run_due()
            if await self._is_due(claims.claim):
                await self._sender.send_due()
        more, undrawn = await self._draw()
        more += await self._redraw()
        more += await self._threads.follow()
        if self._rounds.stopping.is_set():
            return
        moment = min((await self._due()).values(), default=None)
        if failed and moment is not None:
            moment = max(moment, utcnow() + AFTER_FAILURE)  # what failed is still due
        if undrawn:
            again = utcnow() + CARD_AGAIN
            moment = again if moment is None else min(moment, again)
        self._client.scheduler.wake_at(moment)
        if more:
            self.nudge()

    async def _due(self) -> due_work.Moments:
        return await self._client.store.read_if_changed(due_work.moments, utcnow())

    async def _is_due(self, step: Callable[..., Any]) -> bool:
        """Whether the time of this has come; always, if it has none of its own."""
        if step not in due_work.TIMED:
            return True
        moment = (await self._due()).get(step)
        return moment is not None and moment <= utcnow()

    async def _run_due(self) -> bool:
        """Run each step whose time has come; whether one failed."""
        failed = False
        for step in due_work.STEPS:
            if not await self._is_due(step):
                continue
            try:
                portion = due_work.PORTIONS.get(step)
                done = await self._client.store.write(step, utcnow())
                while portion is not None and done >= portion:
                    done = await self._client.store.write(step, utcnow())
            except Exception as error:
                errors.report(error, f"what is due ({step.__module__}.{step.__name__})")
                failed = True
        return failed

    async def _draw(self) -> tuple[int, int]:
        """Draw what is stale, each card once a round; after how many there may be more to do, and how many may be drawn
        soon."""
        tasks = await self._client.store.read_if_changed(card_drawing.to_draw, utcnow())
        many = len(tasks) == card_drawing.AT_ONCE
        more = undrawn = quietly = 0
        for task in tasks:
            if self._rounds.stopping.is_set():
                break
            undrawn += 1
            try:
                if task.embargo and permissions.everyone_reads(
                    self._client, task.sheet.guild_id, task.channel_id
                ):
                    await self._withhold(task)
                    continue
                # One that is new gets a thread, and behind many there may be others.
                news = task.message_id is None or many
                await self._draw_one(
                    task, self._client.store.write if news else self._client.store.write_quietly
                )
                more, quietly, undrawn = more + news, quietly + (not news), undrawn - 1
            except discord.HTTPException as error:
                if error.code in GONE:
                    log.warning("somebody deleted the bot's message %s", task.id)
                    await self._client.store.write(cards.gone, task.id)
                elif error.code in NEVER:
                    log.warning("I can't post the bot's message %s: Discord's code %s", task.id, error.code)
                    why = why_never(self._client, task.sheet.guild_id, task.channel_id, error.code)
                    await self._unreachable(task, why, deleted=error.code == NO_CHANNEL)
                else:
                    log.warning(
                        "I couldn't update the bot's message %s: Discord said %s", task.id, error.status
                    )
                    await self._client.store.write(cards.failed, utcnow(), task.id)
            except permissions.FAILURES:
                await self._client.store.write(cards.failed, utcnow(), task.id)
            except Refusal as error:
                if failures.is_refused(error):
                    raise  # nothing can be written at all; the next round finds what it posted
                log.info("another process posts the bot's message %s", task.id)
                self._client.store.changes.everything()
            except Exception as error:
                errors.report(error, "drawing a card")
                await self._client.store.write(cards.failed, utcnow(), task.id)
        if 0 < quietly == len(tasks):
            self._client.store.answered(card_drawing.to_draw, ())
        return more, undrawn

    async def _redraw(self) -> int:
        """Redraw messages whose question is answered, or that name somebody who was erased; how many."""
        store, done = self._client.store, 0
        round_ = await store.read_if_changed(redrawing.to_redraw, utcnow(), self._asked_until)
        self._asked_until = round_.next_after
        if self._asked_until:
            self.nudge()  # the next round looks at more of them
        for one in round_.messages:
            if self._rounds.stopping.is_set():
                break
            if await self._redraw_one(one):
                await store.write(redrawing.redrawn, one.delivery_id)
                done += 1
            else:
                await store.write(redrawing.not_redrawn, utcnow(), one.delivery_id)
        return done

    async def _redraw_one(self, one: ToRedraw) -> bool:
        """Redraw a message, if it is still there; False where it must be tried again."""
        try:
            person = one.notice.language if one.notice is not None else ""
            with self._client.languages.in_server(one.guild_id, person):
                drawing = notices.redrawn(one.notice, str(one.delivery_id))
            if one.place is Place.CHANNEL:
                drawing = self._client.command_links.link(drawing)
            await messages.edit(await self._sent(one), drawing)
        except discord.HTTPException as error:
            if error.code in (*GONE, *NEVER):
                return True
            log.warning("I couldn't update the sent message %s: Discord said %s", one.delivery_id, error.status)
            return False
        except permissions.FAILURES:
            return False
        except Exception as error:
            errors.report(error, "redrawing a message")
            return False
        return True

    async def _sent(self, one: ToRedraw) -> discord.PartialMessage:
        """The message that was sent."""
        if one.place is Place.USER:
            channel = await messages.direct(self._client, one.recipient_id)
            return channel.get_partial_message(one.message_id)
        return self._client.get_partial_messageable(one.recipient_id).get_partial_message(one.message_id)

    async def _unreachable(self, task: CardTask, error: str, *, deleted: bool) -> None:
        await self._client.store.write(
            cards.unreachable, utcnow(), task.id, task.channel_id, error, deleted=deleted
        )
        self.nudge()  # moderators are told

    async def _withhold(self, task: CardTask) -> None:
        """Say nothing of an unpublished letter where everyone reads, and take back what stands there."""
        if task.message_id is not None:
            channel = self._client.get_partial_messageable(task.channel_id)
            with self._client.languages.in_server(task.sheet.guild_id):
                drawing = public.withheld(task.sheet)
            await messages.edit(channel.get_partial_message(task.message_id), drawing)
        await self._unreachable(task, Trouble.OVERHEARD, deleted=False)

    async def _draw_one(self, task: CardTask, write: Callable[..., Awaitable[None]]) -> None:
        mark = f"c{task.id}"
        with self._client.languages.in_server(task.sheet.guild_id):
            drawing = self._client.command_links.link(public.card(task.sheet, mark))
        stands = await self._stands(task, mark)
        if stands is None:
            channel = self._client.get_partial_messageable(task.channel_id)
            sent = await messages.send(channel, drawing, nonce=f"us-c-{task.id}")
            stands = channel.get_partial_message(sent.id)
        else:
            await messages.edit(stands, drawing)
        await write(cards.drawn, task.id, stands.channel.id, stands.id, task.token)

    async def _stands(self, task: CardTask, mark: str) -> discord.PartialMessage | None:
        """The message of this card, also where an earlier try posted it and nobody heard of it."""
        client = self._client
        if task.message_id is not None:
            return client.get_partial_messageable(task.channel_id).get_partial_message(task.message_id)
        earlier = await client.store.write(cards.take, utcnow(), task.id, task.channel_id)
        if earlier is None or client.user is None:
            return None
        try:
            channel = client.get_partial_messageable(earlier.channel_id)
            found = await messages.find(channel, mark, client.user.id, earlier.since)
        except discord.HTTPException as error:
            if earlier.channel_id == task.channel_id or error.code not in NEVER:
                raise
            return None  # it was to be posted elsewhere before, where nobody can look any more
        return channel.get_partial_message(found.id) if found is not None else None
