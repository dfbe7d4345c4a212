"""The sender: takes what is due to Discord, to several recipients at once.

It works in rounds: claim (a short write), make the texts (a query), send, settle what arrived together. Where more is
due than one round takes, the next is made while the second half of this one is being sent. Discord's own pace is kept
by discord.py. A channel's messages, and one person's, go one after the other, oldest first.
"""

import asyncio
import secrets
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import discord
from discord.utils import utcnow
from msgspec.structs import replace

from cogs.runtime import errors, limits, messages, permissions, presence
from cogs.runtime.bot import Bot
from cogs.runtime.typesetting import typeset
from cogs.ui import troubles
from cogs.ui.cards import notices
from cogs.ui.layout import Card
from cogs.ui.troubles import Trouble
from models.delivery import claims
from models.outbox import posted
from models.sheets import Arrived, RenderedRound, ToSend, Unsent
from models.terms import Place

NO_CHANNEL = 10003
"""Unknown channel: someone deleted it."""

NEVER = {
    NO_CHANNEL: Trouble.NO_CHANNEL,
    10013: Trouble.NO_ACCOUNT,
    50001: troubles.stored(Trouble.LACKS, "view_channel"),
    50007: Trouble.REFUSES_MESSAGES,
    50013: troubles.stored(Trouble.LACKS, "send_messages"),
    50278: Trouble.NO_SHARED_SERVER,
}
"""Discord's error codes after which another try cannot help (API reference, JSON error codes)."""
FORBIDDEN = 50013

ROUND = limits.REQUESTS_A_SECOND
"""So many messages are claimed and made together: about a second's worth at Discord's pace, so that a text is hardly
older than its message."""

AT_ONCE = 8
"""This many recipients are written to at the same time."""

SETTLE_EVERY = 0.5
"""Seconds after which what arrived is written down, while the rest of its round is being sent."""

NONCE_HOLDS = timedelta(minutes=2)
"""Discord knows a nonce again for "a few minutes" (API reference, Create Message): the shortest that this can mean."""


def why_never(client: Bot, guild_id: int, channel_id: int, code: int) -> str:
    """Why another try cannot help, as it is stored: what the bot lacks there, where that is known."""
    guild = client.get_guild(guild_id)
    missing = permissions.lacking(guild, channel_id) if guild is not None and code == FORBIDDEN else ()
    return troubles.stored(Trouble.LACKS, *missing) if missing else NEVER[code]


class Sender:
    """Sends as one owner of claims; ``stopping`` lets it begin nothing more."""

    def __init__(self, client: Bot, stopping: asyncio.Event) -> None:
        self._client, self._stopping = client, stopping
        self._owner = secrets.token_hex(8)
        self._unbegun: set[int] = set()
        self._skipped = self._may_be_more = False
        self._next: asyncio.Task[RenderedRound | None] | None = None
        self._arrived: list[Arrived] = []

    async def send_due(self) -> None:
        """Claim and send, one round after the other, until nothing is due."""
        await self.end()  # what an earlier failure left
        while (made := await self._following()) is not None:
            await self._send(made.to_send)
            if self._skipped:  # what was claimed after these must not overtake them
                await self.end()
            await self._settle()

    async def end(self) -> None:
        """Write down what came of the rounds: what arrived, and what was not begun."""
        if self._next is not None:
            await asyncio.gather(self._next, return_exceptions=True)
            self._next = None
        self._skipped = False
        await self._put_back()
        await self._settle()

    async def _following(self) -> RenderedRound | None:
        making, self._next = self._next, None
        return await (making or self._make(utcnow()))

    async def _make(self, now: datetime) -> RenderedRound | None:
        """Claim a round and make its texts; None if nothing is due, or the bot stops."""
        store = self._client.store
        if self._stopping.is_set():
            return None
        ids = await store.write(claims.claim, now, self._owner, ROUND)
        self._may_be_more = len(ids) == ROUND
        if not ids:
            return None
        self._unbegun.update(ids)
        made = await store.read(claims.render, utcnow(), self._owner, ids)
        if made.unsaid:
            await store.write(claims.settle_unsaid, utcnow(), self._owner, made.unsaid)
        self._unbegun -= set(ids) - {one.delivery_id for one in made.to_send}
        return made

    async def _put_back(self) -> None:
        """Give back what was claimed and not begun."""
        if unbegun := frozenset(self._unbegun):
            await self._client.store.write(claims.put_back, self._owner, unbegun)
            self._unbegun -= unbegun

    async def _send(self, to_send: Sequence[ToSend]) -> None:
        """Send one round. Where one message is cut off, all are, and have ended when this ends."""
        lines: defaultdict[tuple[Place, int], list[ToSend]] = defaultdict(list)
        for one in to_send:
            lines[one.place, one.recipient_id].append(one)
        waiting = iter(lines.values())
        tasks = [asyncio.create_task(self._work(waiting)) for _ in range(min(AT_ONCE, len(lines)))]
        under_way = set(tasks)
        try:
            while under_way:
                ended, under_way = await asyncio.wait(under_way, timeout=SETTLE_EVERY)
                for task in ended:
                    task.result()
                await self._settle()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _work(self, waiting: Iterator[list[ToSend]]) -> None:
        """Take one recipient after the other, until none is left."""
        for line in waiting:
            for to_send in line:
                # What took so long may be someone else's now.
                if not self._stopping.is_set() and (now := utcnow()) < to_send.claimed_until:
                    self._unbegun.discard(to_send.delivery_id)
                    if self._may_be_more and self._next is None and len(self._unbegun) <= ROUND // 2:
                        self._next = asyncio.create_task(self._make(now))
                    await self._deliver(to_send)
                else:
                    self._skipped = True

    async def _settle(self) -> None:
        if self._arrived:
            arrived = tuple(self._arrived)
            await self._client.store.write(claims.settle_sent, self._owner, arrived)
            del self._arrived[: len(arrived)]  # kept until then: it may be that nothing could be written

    async def _deliver(self, to_send: ToSend) -> None:
        store, now = self._client.store, utcnow
        if self._is_overheard(to_send):
            await store.write(
                claims.settle_overheard, now(), to_send.delivery_id, self._owner, Trouble.OVERHEARD
            )
            return
        nonce = f"us-d-{to_send.delivery_id}"
        try:
            place = await self._place(to_send)
            message = await self._found(place, to_send)
            if message is None and to_send.tries > claims.TRIES:
                await store.write(claims.settle_failed, now(), to_send.delivery_id, self._owner, Unsent.CUT_OFF)
                return
            if message is None:
                message = await messages.send(place, await self._drawn(to_send), nonce=nonce)
        except discord.HTTPException as error:
            if error.code in NEVER:
                why = why_never(self._client, to_send.notice.guild_id, to_send.recipient_id, error.code)
                await store.write(claims.settle_undeliverable, now(), to_send.delivery_id, self._owner, why)
                if to_send.place is Place.USER:
                    await presence.look(self._client, to_send.notice.guild_id, to_send.recipient_id)
            else:
                await self._failed(
                    to_send, troubles.stored(Trouble.ANSWERED, error.status), _retry_after(error)
                )
        except discord.RateLimited as error:
            await self._failed(to_send, Trouble.SLOWED_DOWN, error.retry_after)
        except permissions.FAILURES:
            await self._failed(to_send, Trouble.UNREACHABLE, None)
        except Exception as error:
            reference = errors.report(error, "sending a notice")
            await self._failed(to_send, troubles.stored(Trouble.FAILED, reference), None)
        else:
            letter = to_send.notice.letter
            said = posted.stated(letter) if letter is not None else None
            self._arrived.append(Arrived(to_send.delivery_id, message.id, now(), said))

    async def _drawn(self, to_send: ToSend) -> Card:
        guild = self._client.get_guild(to_send.notice.guild_id)
        notice = replace(to_send.notice, server=guild.name if guild is not None else "")
        with self._client.languages.in_server(notice.guild_id, notice.language):
            files = await typeset(notices.files, notice)
            drawing = notices.card(notice, files, mark=str(to_send.delivery_id))
        return self._client.command_links.link(drawing) if to_send.place is Place.CHANNEL else drawing

    def _is_overheard(self, to_send: ToSend) -> bool:
        if to_send.place is not Place.CHANNEL or not to_send.notice.embargo:
            return False
        return permissions.everyone_reads(self._client, to_send.notice.guild_id, to_send.recipient_id)

    async def _found(self, place: discord.abc.Messageable, to_send: ToSend) -> discord.Message | None:
        """The message of an earlier try whose answer was lost, once the nonce no longer vouches that it is one."""
        own = self._client.user
        if own is None or utcnow() - to_send.first_tried_at <= NONCE_HOLDS:
            return None
        return await messages.find(place, str(to_send.delivery_id), own.id, to_send.first_tried_at)

    async def _failed(self, to_send: ToSend, trouble: str, retry_after: float | None) -> None:
        await self._client.store.write(
            claims.settle_failed, utcnow(), to_send.delivery_id, self._owner, trouble, retry_after
        )

    async def _place(self, to_send: ToSend) -> discord.abc.Messageable:
        if to_send.place is Place.USER:
            return await messages.direct(self._client, to_send.recipient_id)
        return self._client.get_partial_messageable(to_send.recipient_id, guild_id=to_send.notice.guild_id)


def _retry_after(error: discord.HTTPException) -> float | None:
    value = error.response.headers.get("Retry-After") if error.status == 429 else None
    try:
        return float(value) if value is not None else None
    except ValueError:
        return None
