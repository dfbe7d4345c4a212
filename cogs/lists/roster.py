"""Roster: moderators take the list along in every format, publish updates and corrections of it."""

import asyncio
from typing import Literal

from discord import app_commands

from cogs.runtime import actors, inputs, messages
from cogs.runtime.room import Interaction, Room, on_roster
from cogs.runtime.routes import Answers, form, press
from cogs.ui import zipped
from cogs.ui.cards import lists as cards
from cogs.ui.forms import Answers as Typed
from cogs.ui.forms import Form, Text
from cogs.ui.layout import Card, Document
from models.publishing import exports, growth, handouts, updates
from models.publishing.exports import csv_, web, xlsx
from models.sheets import Actor, Arrangement
from models.terms import Format, Grouping, Order
from models.views import working_sheet

CORRECT = Form(
    "roster-correct",
    "Publish a correction",
    (
        Text(
            "correction",
            "What this list corrects",
            "Printed under the list. Mend the names first: this publishes the list as it stands.",
            long=True,
            most=updates.LONGEST_CORRECTION,
            example="Example Trust was missing from list no. 2.",
        ),
    ),
)
WHICH = "Which letter, where there are several"


class Roster(Room):
    """``/roster``: the list of signatories on its way out."""

    @on_roster("export", "Take the list along as a file")
    @app_commands.rename(as_="format", with_text="text")
    @app_commands.describe(
        as_="What the file is",
        edition="A published list; left out, the list as it stands, after the end the final one",
        group="Under which headings; left out, by kind",
        order="Under each heading; left out, by name",
        first="The signatories of the first published list apart",
        with_text="The letter's text above the list",
        letter=WHICH,
    )
    @app_commands.autocomplete(letter=inputs.letters, edition=inputs.editions)
    async def export(
        self,
        interaction: Interaction,
        as_: Literal["markdown", "text", "html", "csv", "json", "docx", "pdf"],
        edition: str | None = None,
        group: Literal["kind", "country", "none"] = "kind",
        order: Literal["name", "country", "signing"] = "name",
        first: bool = False,
        with_text: bool = False,
        letter: str | None = None,
    ) -> None:
        """The file, written on another thread: a long list takes a while."""
        await messages.begin(interaction)
        actor, now = await actors.enter(interaction), interaction.created_at
        wanted = Arrangement(Grouping(group), Order(order), first, with_text)
        listed = await self.store.read(
            handouts.listed, actor, now, inputs.number(letter), inputs.number(edition)
        )
        file = await asyncio.to_thread(exports.export, listed, Format(as_), wanted)
        sent = zipped.fitting(Document(file.name, file.data), interaction.filesize_limit)
        facts = {"format": as_, "edition": listed.number, **wanted.document()}
        await self.store.write(handouts.record, actor, now, listed.letter_id, "list", file.data, facts)
        await messages.answer(interaction, cards.exported(file, sent))

    @on_roster("page", "For the web page: the count to copy, what is new, a block of HTML to paste")
    @app_commands.describe(since="Compared with this published list; left out, the newest", letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters, since=inputs.editions)
    async def page(
        self,
        interaction: Interaction,
        since: str | None = None,
        letter: str | None = None,
    ) -> None:
        """The list as it stands against an earlier one."""
        await messages.begin(interaction)
        actor, now = await actors.enter(interaction), interaction.created_at
        changes = await self.store.read(updates.since, actor, now, inputs.number(letter), inputs.number(since))
        file = Document(
            f"{exports.stem(changes.after)}-block.html", await asyncio.to_thread(web.block, changes)
        )
        await self.store.write(handouts.record, actor, now, changes.after.letter_id, "page", file.data)
        await messages.answer(interaction, cards.page(changes, file))

    @on_roster("update", "Publish the list as it stands under the next number: shows first what is new")
    @app_commands.describe(letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters)
    async def update(self, interaction: Interaction, letter: str | None = None) -> None:
        """The question."""
        await messages.begin(interaction)
        actor, now = await actors.enter(interaction), interaction.created_at
        changes = await self.store.read(updates.preview, actor, now, inputs.number(letter))
        await messages.answer(interaction, cards.updating(changes, actor.guild_id))

    @press("roster.update", Answers.IN_PLACE)
    async def updated(self, interaction: Interaction, actor: Actor, letter_id: int, seen: str) -> Card:
        """Published, if it is still what was shown."""
        now = interaction.created_at
        return cards.published(await self.store.write(updates.publish, actor, now, letter_id, seen))

    @on_roster("correct", "Publish a correction of the list, with a line that says what was wrong")
    @app_commands.describe(letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters)
    async def correct(self, interaction: Interaction, letter: str | None = None) -> None:
        """The form."""
        actor = await actors.enter(interaction)
        newest = await self.store.read(updates.correcting, actor, inputs.number(letter))
        await messages.show_form(interaction, CORRECT.open(actor.guild_id, newest.letter_id).modal())

    @on_roster("everything", "All that was entered about a letter, every state, as CSV and XLSX")
    @app_commands.describe(letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters)
    async def everything(self, interaction: Interaction, letter: str | None = None) -> None:
        """The working sheet: the signatories as CSV, and with texts, points and lists as a workbook."""
        await messages.begin(interaction)
        actor, now = await actors.enter(interaction), interaction.created_at
        sheet = await self.store.read(working_sheet.take, actor, now, inputs.number(letter))
        files = [
            Document("working-sheet.csv", await asyncio.to_thread(csv_.write_table, sheet.tables[0])),
            Document("working-sheet.xlsx", await asyncio.to_thread(xlsx.write, sheet.tables)),
        ]
        sent = [zipped.fitting(file, interaction.filesize_limit) for file in files]
        for file in files:
            await self.store.write(handouts.record, actor, now, sheet.letter_id, file.name, file.data)
        await messages.answer(interaction, cards.everything(sheet, sent))

    @on_roster("growth", "How the list grew, as a picture and in figures")
    @app_commands.describe(look="Light or dark; left out, both", letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters)
    async def growth(
        self, interaction: Interaction, look: Literal["light", "dark"] | None = None, letter: str | None = None
    ) -> None:
        """From the opening until now, or until the final list."""
        await messages.begin(interaction)
        actor, now = await actors.enter(interaction), interaction.created_at
        sheet = await self.store.read(growth.show, actor, now, inputs.number(letter))
        light, dark = look != "dark", look != "light"
        drawn = await asyncio.to_thread(cards.pictures, sheet, light=light, dark=dark)
        await messages.answer(interaction, cards.growth(sheet, drawn))

    @on_roster("journal", "The digest of what was done so far: keep it, and nothing can be changed unseen")
    async def journal(self, interaction: Interaction) -> None:
        """The journal computed anew, and its digest to copy."""
        await messages.begin(interaction)
        actor = await actors.enter(interaction)
        await messages.answer(interaction, cards.journal(await self.store.read(handouts.chain, actor)))

    @form(CORRECT)
    async def corrected(self, interaction: Interaction, actor: Actor, answers: Typed, letter_id: int) -> Card:
        """Published."""
        now, line = interaction.created_at, answers.get("correction") or ""
        return cards.published(await self.store.write(updates.correct, actor, now, letter_id, line))
