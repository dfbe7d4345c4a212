"""Letters: where a letter stands, its text and its talking points, read privately or posted to the channel."""

import asyncio
from contextlib import AbstractContextManager, nullcontext

import discord
from discord import app_commands
from msgspec.structs import replace

from cogs.runtime import inputs, messages, permissions
from cogs.runtime.inputs import Letter, Subject
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, press
from cogs.ui.cards import letter as cards, reading
from cogs.ui.layout import Card
from models.coalitions import setup
from models.letters import letters, talking_points, texts
from models.operations import health as pulses
from models.publishing.exports import ics
from models.refusal import Reason, Refusal
from models.sheets import PointsSheet
from models.translation import N_


class Letters(Room):
    """Reading a letter. What is published is for everyone, what is not for participants and moderators: verbs check
    it."""

    @command(
        "letter status",
        N_("See how many have signed, how long is left and how many names are waiting for review"),
    )
    async def status(self, call: Call, letter: Letter = None) -> Card:
        """Show the status of the letter to one person."""
        sheet = await self.read(call, letters.status, letter)
        pulse = await self.read(call, pulses.for_moderator)
        if pulse is not None:
            pulse = replace(pulse, last_run=self.client.scheduler.last_run or pulse.last_run)
        return cards.status(sheet, public=False, pulse=pulse)

    @command("letter calendar", N_("Get the deadline and the other dates as a file for your calendar"))
    async def calendar(self, call: Call, letter: Letter = None) -> Card:
        """Give the dates as a calendar file; asked for again it updates what was imported before."""
        sheet = await self.read(call, letters.status, letter)
        return cards.in_calendar(sheet, ics.ics(sheet))

    @command(
        "letter text",
        N_("Read the letter or save it as a file"),
        language=N_("A language code such as en or fr. Leave blank for the original"),
        post_=N_("Post the letter in this channel (moderators only)"),
    )
    async def text(
        self,
        call: Call,
        letter: Letter = None,
        language: app_commands.Range[str, 1, 20] | None = None,
        post_: bool = False,
    ) -> Card:
        """Show the first page of the text, to one person or posted to the channel."""
        sheet = await self.store.read(texts.show, call.actor, letter, language)
        with self._said(call, public=post_):
            card = await asyncio.to_thread(reading.text, sheet, call.guild_id, 1, public=post_)
        return await self._deliver(call, card, public=post_, embargo=sheet.published_at is None)

    @command(
        "letter points",
        N_("See what to say about the letter, by subject"),
        subject=N_("Show only this subject"),
        post_=N_("Post the letter in this channel (moderators only)"),
    )
    async def points(
        self, call: Call, subject: Subject | None = None, letter: Letter = None, post_: bool = False
    ) -> Card:
        """Show the first page of all talking points, or of one."""
        sheet = await self.store.read(talking_points.show, call.actor, letter, subject)
        number = sheet.subjects.index(sheet.points[0].subject) + 1 if subject is not None else 0
        with self._said(call, public=post_):
            card = await asyncio.to_thread(reading.points, sheet, call.guild_id, number, 1, public=post_)
        return await self._deliver(call, card, public=post_, embargo=sheet.published_at is None)

    @press("letter.text")
    async def opened(self, call: Call, letter_id: int, page: int) -> Card:
        """Show the text to the person who pressed on a public card."""
        return await self._page(call, letter_id, None, page)

    @press("letter.on")
    @press("letter.turn", Reply.IN_PLACE)
    async def read_on(self, call: Call, letter_id: int, language: str, page: int) -> Card:
        """Show another page of the same wording."""
        return await self._page(call, letter_id, language, page)

    @press("letter.details")
    async def detailed(self, call: Call, letter_id: int, language: str) -> Card:
        """Show the digest of a wording, with the file that it is of."""
        sheet = await self.store.read(texts.show, call.actor, letter_id, language)
        return await asyncio.to_thread(reading.details, sheet, call.guild_id)

    @press("letter.language", Reply.IN_PLACE)
    async def translated(self, call: Call, letter_id: int, *, values: list[str]) -> Card:
        """Show the first page in another language."""
        return await self._page(call, letter_id, values[0], 1)

    @press("letter.points")
    async def points_opened(self, call: Call, letter_id: int) -> Card:
        """Show all talking points to the person who pressed on a public card."""
        sheet = await self.store.read(talking_points.show, call.actor, letter_id)
        return await asyncio.to_thread(reading.points, sheet, call.guild_id, 0, 1)

    @press("letter.points-turn", Reply.IN_PLACE)
    async def points_turned(self, call: Call, letter_id: int, number: int, page: int) -> Card:
        """Show another page of all subjects (number 0) or of one."""
        sheet = _narrowed(await self.store.read(talking_points.show, call.actor, letter_id), number)
        return await asyncio.to_thread(reading.points, sheet, call.guild_id, number, page)

    @press("letter.subject", Reply.IN_PLACE)
    async def subject_picked(self, call: Call, letter_id: int, *, values: list[str]) -> Card:
        """Show the one subject that was chosen in the menu."""
        number = inputs.number(values[0])
        sheet = _narrowed(await self.store.read(talking_points.show, call.actor, letter_id), number)
        return await asyncio.to_thread(reading.points, sheet, call.guild_id, number, 1)

    async def _page(self, call: Call, letter_id: int, language: str | None, page: int) -> Card:
        """One page of the text, drawn on another thread: the first drawing of a long letter takes a while."""
        sheet = await self.store.read(texts.show, call.actor, letter_id, language)
        return await asyncio.to_thread(reading.text, sheet, call.guild_id, page)

    def _said(self, call: Call, *, public: bool) -> AbstractContextManager[None]:
        """The language of a card: the coalition's for one that is posted to the channel."""
        return self.client.languages.in_server(call.guild_id) if public else nullcontext()

    async def _deliver(self, call: Call, card: Card, *, public: bool, embargo: bool) -> Card:
        """Say the card privately, or post it to the channel for a moderator; not where outsiders read what is not
        published (``embargo``)."""
        if public:
            server = await self.store.read(setup.moderating, call.actor)
            if not isinstance(call.interaction.channel, discord.abc.Messageable):
                raise Refusal(Reason.BOT_LACKS_HERE, permissions=("View Channel",))
            has_outsiders = server.member_role_id is not None
            channel_id = call.interaction.channel_id or 0
            if embargo and has_outsiders and permissions.everyone_reads(self.client, call.guild_id, channel_id):
                raise Refusal(Reason.OVERHEARD)
            await messages.send(call.interaction.channel, card, nonce=f"p{call.interaction.id}")
            return reading.posted()
        return card


def _narrowed(sheet: PointsSheet, number: int) -> PointsSheet:
    """The sheet with one of its subjects alone, counted from 1; 0 for all."""
    if not 0 <= number <= len(sheet.points):
        raise Refusal(Reason.OUTDATED)
    return replace(sheet, points=sheet.points[number - 1 : number]) if number else sheet
