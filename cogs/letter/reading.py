"""Letters: where a letter stands, its text and its talking points, read privately or posted to the channel."""

from dataclasses import replace

import discord
from discord import app_commands

from cogs.runtime import actors, inputs, messages
from cogs.runtime.room import Interaction, Room
from cogs.runtime.routes import Answers, press
from cogs.ui.cards import letter as cards
from cogs.ui.cards import reading
from cogs.ui.layout import Card
from models.coalitions import setup
from models.letters import letters, talking_points, texts
from models.operations import health
from models.publishing.exports import ics
from models.refusal import Reason, Refusal
from models.sheets import Actor, PointsSheet


class Letters(Room):
    """What is published is for everyone, what is not for those who take part and moderators: the verbs see to it."""

    group = app_commands.Group(
        name="letter", description="The letter: where it stands, its text, talking points"
    )

    @group.command(name="status", description="The count, the time left, what waits")
    @app_commands.describe(letter="Which letter, where there are several")
    @app_commands.autocomplete(letter=inputs.letters)
    async def status(self, interaction: Interaction, letter: str | None = None) -> None:
        """The status card, for one person."""
        await messages.begin(interaction)
        actor = await actors.enter(interaction)
        now, letter_id = interaction.created_at, inputs.number(letter)
        sheet = await self.store.read(letters.status, actor, now, letter_id)
        pulse = await self.store.read(health.for_moderator, actor, now)
        if pulse is not None:
            pulse = replace(pulse, last_run=self.client.waker.last_run or pulse.last_run)
        await messages.answer(interaction, cards.status(sheet, public=False, pulse=pulse))

    @group.command(name="calendar", description="The deadline and the other dates as a file for your calendar")
    @app_commands.describe(letter="Which letter, where there are several")
    @app_commands.autocomplete(letter=inputs.letters)
    async def calendar(self, interaction: Interaction, letter: str | None = None) -> None:
        """The file; asked for again after a change it updates what was imported."""
        await messages.begin(interaction)
        actor = await actors.enter(interaction)
        sheet = await self.store.read(letters.status, actor, interaction.created_at, inputs.number(letter))
        await messages.answer(interaction, cards.in_calendar(sheet, ics.ics(sheet)))

    @group.command(name="text", description="Read the letter, and take it along as a file")
    @app_commands.describe(
        letter="Which letter, where there are several",
        language="A code such as en or fr; left out, the wording that counts",
        post_it="For moderators: post it to this channel",
    )
    @app_commands.rename(post_it="post")
    @app_commands.autocomplete(letter=inputs.letters)
    async def text(
        self,
        interaction: Interaction,
        letter: str | None = None,
        language: app_commands.Range[str, 1, 20] | None = None,
        post_it: bool = False,
    ) -> None:
        """The first page."""
        await messages.begin(interaction)
        actor = await actors.enter(interaction)
        sheet = await self.store.read(texts.read, actor, inputs.number(letter), language)
        card = reading.text(sheet, actor.guild_id, 1, public=post_it)
        await self._deliver(interaction, actor, card, public=post_it)

    @group.command(name="points", description="What to say about the letter, by subject")
    @app_commands.describe(
        subject="Only this subject",
        letter="Which letter, where there are several",
        post_it="For moderators: post it to this channel",
    )
    @app_commands.rename(post_it="post")
    @app_commands.autocomplete(letter=inputs.letters, subject=inputs.subjects)
    async def points(
        self,
        interaction: Interaction,
        subject: str | None = None,
        letter: str | None = None,
        post_it: bool = False,
    ) -> None:
        """The first page of all subjects, or of one."""
        await messages.begin(interaction)
        actor = await actors.enter(interaction)
        sheet = await self.store.read(talking_points.read, actor, inputs.number(letter), subject)
        number = sheet.subjects.index(sheet.points[0].subject) + 1 if subject is not None else 0
        card = reading.points(sheet, actor.guild_id, number, 1, public=post_it)
        await self._deliver(interaction, actor, card, public=post_it)

    @press("letter.text")
    async def opened(self, _interaction: Interaction, actor: Actor, letter_id: int, page: int) -> Card:
        """The text from a public card."""
        return reading.text(await self.store.read(texts.read, actor, letter_id), actor.guild_id, page)

    @press("letter.on")
    async def read_on(
        self, _interaction: Interaction, actor: Actor, letter_id: int, language: str, page: int
    ) -> Card:
        """The text from where a posted page ends, in its language."""
        return reading.text(await self.store.read(texts.read, actor, letter_id, language), actor.guild_id, page)

    @press("letter.turn", Answers.IN_PLACE)
    async def turned(
        self, _interaction: Interaction, actor: Actor, letter_id: int, language: str, page: int
    ) -> Card:
        """Another page of the same wording."""
        return reading.text(await self.store.read(texts.read, actor, letter_id, language), actor.guild_id, page)

    @press("letter.language", Answers.IN_PLACE)
    async def translated(
        self, _interaction: Interaction, actor: Actor, letter_id: int, *, values: list[str]
    ) -> Card:
        """The first page in another language."""
        return reading.text(await self.store.read(texts.read, actor, letter_id, values[0]), actor.guild_id, 1)

    @press("letter.points")
    async def points_opened(self, _interaction: Interaction, actor: Actor, letter_id: int) -> Card:
        """All talking points from a public card."""
        return reading.points(
            await self.store.read(talking_points.read, actor, letter_id), actor.guild_id, 0, 1
        )

    @press("letter.points-turn", Answers.IN_PLACE)
    async def points_turned(
        self, _interaction: Interaction, actor: Actor, letter_id: int, number: int, page: int
    ) -> Card:
        """Another page of all subjects (number 0) or of one."""
        sheet = _narrowed(await self.store.read(talking_points.read, actor, letter_id), number)
        return reading.points(sheet, actor.guild_id, number, page)

    @press("letter.subject", Answers.IN_PLACE)
    async def subject_picked(
        self, _interaction: Interaction, actor: Actor, letter_id: int, *, values: list[str]
    ) -> Card:
        """One subject alone."""
        number = inputs.number(values[0]) or 0
        sheet = _narrowed(await self.store.read(talking_points.read, actor, letter_id), number)
        return reading.points(sheet, actor.guild_id, number, 1)

    async def _deliver(self, interaction: Interaction, actor: Actor, card: Card, *, public: bool) -> None:
        """Say the card privately, or post it to the channel for a moderator."""
        if public:
            await self.store.read(setup.moderating, actor)
            if not isinstance(interaction.channel, discord.abc.Messageable):
                raise Refusal(Reason.BOT_MAY_NOT)
            await messages.send(interaction.channel, card, nonce=f"p{interaction.id}")
            card = reading.posted()
        await messages.answer(interaction, card)


def _narrowed(sheet: PointsSheet, number: int) -> PointsSheet:
    """The sheet with one of its subjects alone, counted from 1; 0 for all."""
    if not 0 <= number <= len(sheet.points):
        raise Refusal(Reason.OUTDATED)
    return replace(sheet, points=sheet.points[number - 1 : number]) if number else sheet
