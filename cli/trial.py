"""A trial: what is tried in a server of the real Discord, step by step, and cleaned up (``cli.live``)."""

import asyncio
import contextlib
import io
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import discord
from discord import app_commands, ui
from discord.utils import utcnow

from cogs.client import Undersigned
from cogs.rooms import ROOMS
from cogs.runtime import clocks, messages
from cogs.runtime.permissions import FAILURES, PERMISSIONS
from cogs.ui.layout import Card, lay_out
from cogs.ui.server_health import named
from models.config import Settings

CHANNEL = "undersigned-check"
PRESS_SECONDS = 120.0
"""How long a press is waited for."""
BUTTON = "undersigned-live"

Say = Callable[[str], object]


class NotTried(Exception):
    """A step that could not be tried, and why."""


class Failed(Exception):
    """What Discord did instead."""


@dataclass
class LiveTrial:
    """One trial in one server: what it has made there so far."""

    settings: Settings
    client: discord.Client
    tree: app_commands.CommandTree[discord.Client]
    guild: discord.Guild
    say: Say
    channel: discord.TextChannel | None = None
    message: discord.Message | None = None
    mark: str = field(default_factory=lambda: f"check --live {secrets.token_hex(8)}")
    """What the channel and the event of this trial say, by which they are found again."""

    async def commands(self) -> str:
        """Discord knows the commands of this version."""
        wanted = {(one["name"], one["type"]) for one in expected_commands(self.settings)}
        known = {(one.name, one.type.value) for one in await self.tree.fetch_commands()}
        if not known:
            raise NotTried("Discord doesn't know them yet. Start the bot once first")
        if missing := sorted(name for name, _ in wanted - known):
            raise Failed(f"Discord doesn't know {', '.join(missing)}. Start the bot once first")
        return f"Discord knows all {len(wanted)}"

    async def permissions(self) -> str:
        """The bot has what it asks for."""
        granted = self.guild.me.guild_permissions
        lacks = [named(name) for name, asked in PERMISSIONS if asked and not getattr(granted, name)]
        if lacks:
            raise Failed(f"the bot doesn't have {', '.join(lacks)}")
        return "the bot has them all"

    async def make_channel(self) -> str:
        """Make the channel for the rest, which only those who see everything see."""
        hidden: dict[discord.Role | discord.Member | discord.Object, discord.PermissionOverwrite] = {
            self.guild.default_role: discord.PermissionOverwrite(view_channel=False),
            self.guild.me: discord.PermissionOverwrite(view_channel=True, send_messages=True),
        }
        self.channel = await self.guild.create_text_channel(CHANNEL, topic=self.mark, overwrites=hidden)
        return f"made #{CHANNEL}"

    async def post(self) -> str:
        """Post a card in that channel."""
        self.message = await messages.send(self._place(), _card("A message."), nonce=secrets.token_hex(8))
        return "posted"

    async def clock(self) -> str:
        """Compare this machine's clock with Discord's, which dates messages."""
        apart = (utcnow() - self._posted().created_at).total_seconds()
        if abs(apart) > clocks.APART.total_seconds():
            raise Failed(clocks.sentence(round(apart)))
        return "agrees with Discord's"

    async def edit(self) -> str:
        """Redraw the card that was posted."""
        message = self._posted()
        await messages.edit(self._place().get_partial_message(message.id), _card("The message, edited."))
        return "edited"

    async def pin(self) -> str:
        """Pin and unpin it."""
        message = self._posted()
        await message.pin()
        pinned = [one.id async for one in self._place().pins()]
        if message.id not in pinned:
            raise Failed("the bot pinned it, but it isn't among the pinned messages")
        await message.unpin()
        return "pinned and unpinned"

    async def repeat(self) -> str:
        """Send one message twice: Discord makes one of them."""
        nonce = secrets.token_hex(8)
        first, second = [await messages.send(self._place(), _card("Once."), nonce=nonce) for _ in range(2)]
        if first.id != second.id:
            raise Failed("the bot repeated a message, and Discord posted it twice")
        return "sent twice, posted once"

    async def upload(self) -> str:
        """Send a file as large as this server takes."""
        size = self.guild.filesize_limit
        file = discord.File(io.BytesIO(bytes(size)), "largest.bin")
        async with asyncio.timeout(10 * messages.PATIENCE):
            sent = await self._place().send(file=file)
        if [one.size for one in sent.attachments] != [size]:
            raise Failed(f"the bot sent {size:,} bytes, but they didn't all arrive")
        return f"sent {size:,} bytes"

    async def thread(self) -> str:
        """Make a thread, archive it, write there again and delete it."""
        made = await self._posted().create_thread(name="A thread")
        await made.edit(archived=True)
        await messages.send(made, _card("In an archived thread."), nonce=secrets.token_hex(8))
        await made.delete()
        return "made, archived, used again and deleted"

    async def schedule(self) -> str:
        """Make an event and delete it."""
        if not self.guild.me.guild_permissions.create_events:
            raise NotTried("the bot doesn't have Create Events, which it only needs for the server's events")
        begins = utcnow() + timedelta(days=1)
        made = await self.guild.create_scheduled_event(
            name=CHANNEL,
            description=self.mark,
            start_time=begins,
            end_time=begins + timedelta(hours=1),
            entity_type=discord.EntityType.external,
            privacy_level=discord.PrivacyLevel.guild_only,
            location="Discord",
        )
        await made.delete()
        return "made and deleted"

    async def press(self) -> str:
        """Wait for somebody to press a button, and answer."""
        view = ui.View(timeout=None)
        view.add_item(ui.Button(label="Press me", custom_id=BUTTON))
        shown = await self._place().send("Press the button, so that I can check that it works.", view=view)
        self.say(f"Press the button within {PRESS_SECONDS:.0f} seconds: {shown.jump_url}")

        def ours(one: discord.Interaction) -> bool:
            return isinstance(one.data, dict) and one.data.get("custom_id") == BUTTON

        try:
            pressed = await self.client.wait_for("interaction", check=ours, timeout=PRESS_SECONDS)
        except TimeoutError:
            raise NotTried("nobody pressed the button") from None
        await pressed.response.send_message("It works.", ephemeral=True)
        return "arrived and answered"

    async def clean_up(self) -> str:
        """Delete what was made, also what Discord made although its answer was lost. Says what may be left."""
        left, unseen = [], []
        for what, look in (("event", self._events), ("channel", self._channels)):
            try:
                if await _emptied(look):
                    left.append(f"the {what} {CHANNEL}")
            except FAILURES:
                unseen.append(f"{what} {CHANNEL}")
        said = [f"I couldn't delete {' and '.join(left)}. Delete it by hand"] if left else []
        if unseen:
            said.append(
                f"Discord didn't say if there's still a {' or a '.join(unseen)}. Look, and delete it by hand"
            )
        if said:
            raise Failed(". ".join(said))
        return "deleted everything"

    async def _channels(self) -> list[discord.TextChannel]:
        """The channels of this trial, by their mark."""
        there = await self.guild.fetch_channels()
        return [one for one in there if isinstance(one, discord.TextChannel) and one.topic == self.mark]

    async def _events(self) -> list[discord.ScheduledEvent]:
        """The events of this trial, by their mark."""
        return [one for one in await self.guild.fetch_scheduled_events() if one.description == self.mark]

    def _place(self) -> discord.TextChannel:
        if self.channel is None:
            raise NotTried("the bot couldn't make a channel for it")
        return self.channel

    def _posted(self) -> discord.Message:
        if self.message is None:
            raise NotTried("the bot couldn't post a message")
        return self.message


READS: dict[str, Callable[[LiveTrial], Awaitable[str]]] = {
    "commands": LiveTrial.commands,
    "permissions": LiveTrial.permissions,
}
"""What is only read, before anything is asked."""
WRITES: dict[str, Callable[[LiveTrial], Awaitable[str]]] = {
    "channel": LiveTrial.make_channel,
    "message": LiveTrial.post,
    "clock": LiveTrial.clock,
    "edit": LiveTrial.edit,
    "pin": LiveTrial.pin,
    "repeat": LiveTrial.repeat,
    "upload": LiveTrial.upload,
    "thread": LiveTrial.thread,
    "event": LiveTrial.schedule,
    "press": LiveTrial.press,
}
"""What is done in the server after *yes*, in this order."""


async def _emptied(look: Callable[[], Awaitable[Sequence[Any]]]) -> Sequence[Any]:
    """Delete all that is found there; what is found after that."""
    for one in await look():
        with contextlib.suppress(*FAILURES):
            await one.delete()
    return await look()


def _card(text: str) -> Card:
    return lay_out("## Undersigned", text)


def expected_commands(settings: Settings) -> list[dict[str, Any]]:
    """The commands of this version, as a start tells them to Discord."""
    client = Undersigned(settings)
    try:
        for room in ROOMS:
            room(client)
        return [one.to_dict(client.tree) for one in client.tree.get_commands()]
    finally:
        client.store.close()
