"""Roster: moderators take the list along in every format, publish updates and corrections of it."""

import asyncio
from typing import Literal

from discord import app_commands

from cogs.kit import gate, inputs, parcel, post
from cogs.kit.cards import lists as cards
from cogs.kit.forms import Answers as Typed
from cogs.kit.forms import Form, Text
from cogs.kit.layout import Card, Document
from cogs.kit.room import Interaction, Room, on_roster
from cogs.kit.switchboard import Answers, form, press
from models import exports, growth, handover, update, worksheet
from models.exports import csv_, web, xlsx
from models.sheets import Actor, Arrangement
from models.terms import Format, Grouping, Order

CORRECT = Form(
    "roster-correct",
    "Publish a correction",
    (
        Text(
            "correction",
            "What this list corrects",
            "Printed under the list. Mend the names first: this publishes the list as it stands.",
            long=True,
            most=update.LONGEST_CORRECTION,
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
        await post.begin(interaction)
        actor, now = await gate.enter(interaction), interaction.created_at
        wanted = Arrangement(Grouping(group), Order(order), first, with_text)
        listed = await self.store.read(
            handover.listed, actor, now, inputs.number(letter), inputs.number(edition)
        )
        file = await asyncio.to_thread(exports.export, listed, Format(as_), wanted)
        sent = parcel.fitting(Document(file.name, file.data), interaction.filesize_limit)
        facts = {"format": as_, "edition": listed.number, **wanted.document()}
        await self.store.write(handover.record, actor, now, listed.letter_id, "list", file.data, facts)
        await post.answer(interaction, cards.exported(file, sent))

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
        await post.begin(interaction)
        actor, now = await gate.enter(interaction), interaction.created_at
        changes = await self.store.read(update.since, actor, now, inputs.number(letter), inputs.number(since))
        file = Document(
            f"{exports.stem(changes.after)}-block.html", await asyncio.to_thread(web.block, changes)
        )
        await self.store.write(handover.record, actor, now, changes.after.letter_id, "page", file.data)
        await post.answer(interaction, cards.page(changes, file))

    @on_roster("update", "Publish the list as it stands under the next number: shows first what is new")
    @app_commands.describe(letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters)
    async def update(self, interaction: Interaction, letter: str | None = None) -> None:
        """The question."""
        await post.begin(interaction)
        actor, now = await gate.enter(interaction), interaction.created_at
        changes = await self.store.read(update.preview, actor, now, inputs.number(letter))
        await post.answer(interaction, cards.updating(changes, actor.guild_id))

    @press("roster.update", Answers.IN_PLACE)
    async def updated(self, interaction: Interaction, actor: Actor, letter_id: int, seen: str) -> Card:
        """Published, if it is still what was shown."""
        now = interaction.created_at
        return cards.published(await self.store.write(update.publish, actor, now, letter_id, seen))

    @on_roster("correct", "Publish a correction of the list, with a line that says what was wrong")
    @app_commands.describe(letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters)
    async def correct(self, interaction: Interaction, letter: str | None = None) -> None:
        """The form."""
        actor = await gate.enter(interaction)
        newest = await self.store.read(update.correcting, actor, inputs.number(letter))
        await post.show_form(interaction, CORRECT.open(actor.guild_id, newest.letter_id).modal())

    @on_roster("everything", "All that was entered about a letter, every state, as CSV and XLSX")
    @app_commands.describe(letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters)
    async def everything(self, interaction: Interaction, letter: str | None = None) -> None:
        """The working sheet: the signatories as CSV, and with texts, points and lists as a workbook."""
        await post.begin(interaction)
        actor, now = await gate.enter(interaction), interaction.created_at
        sheet = await self.store.read(worksheet.take, actor, now, inputs.number(letter))
        files = [
            Document("working-sheet.csv", await asyncio.to_thread(csv_.write_table, sheet.tables[0])),
            Document("working-sheet.xlsx", await asyncio.to_thread(xlsx.write, sheet.tables)),
        ]
        sent = [parcel.fitting(file, interaction.filesize_limit) for file in files]
        for file in files:
            await self.store.write(handover.record, actor, now, sheet.letter_id, file.name, file.data)
        await post.answer(interaction, cards.everything(sheet, sent))

    @on_roster("growth", "How the list grew, as a picture and in figures")
    @app_commands.describe(look="Light or dark; left out, both", letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters)
    async def growth(
        self, interaction: Interaction, look: Literal["light", "dark"] | None = None, letter: str | None = None
    ) -> None:
        """From the opening until now, or until the final list."""
        await post.begin(interaction)
        actor, now = await gate.enter(interaction), interaction.created_at
        sheet = await self.store.read(growth.show, actor, now, inputs.number(letter))
        light, dark = look != "dark", look != "light"
        drawn = await asyncio.to_thread(cards.pictures, sheet, light=light, dark=dark)
        await post.answer(interaction, cards.growth(sheet, drawn))

    @on_roster("journal", "The digest of what was done so far: keep it, and nothing can be changed unseen")
    async def journal(self, interaction: Interaction) -> None:
        """The journal computed anew, and its digest to copy."""
        await post.begin(interaction)
        actor = await gate.enter(interaction)
        await post.answer(interaction, cards.journal(await self.store.read(handover.chain, actor)))

    @form(CORRECT)
    async def corrected(self, interaction: Interaction, actor: Actor, answers: Typed, letter_id: int) -> Card:
        """Published."""
        now, line = interaction.created_at, answers.get("correction") or ""
        return cards.published(await self.store.write(update.correct, actor, now, letter_id, line))
