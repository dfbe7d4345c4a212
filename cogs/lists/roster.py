"""Roster: moderators take the list along in every format, publish updates and corrections of it."""

import asyncio
from typing import Literal

from discord import app_commands

from cogs.runtime.inputs import IN_LANGUAGE, Edition, Language, Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.runtime.typesetting import typeset
from cogs.ui import zipped
from cogs.ui.cards import lists as cards
from cogs.ui.forms import Answers, Form, OpenForm, Text
from cogs.ui.layout import Card, Document
from models.coalitions import setup
from models.publishing import exports, growth, handouts, updates
from models.publishing.exports import csv_, web, xlsx
from models.refusal import Reason, Refusal
from models.sheets import Arrangement
from models.terms import Format, Grouping, Order
from models.translation import N_
from models.views import working_sheet

CORRECT = Form(
    "roster-correct",
    N_("Publish a correction"),
    (
        Text(
            "correction",
            N_("What was wrong"),
            # Translators: at most 100 characters.
            N_("I'll print this under the list. Fix the names first: I'll publish the list the way it is now."),
            long=True,
            most=updates.LONGEST_CORRECTION,
            example=N_("Example Trust was missing from list no. 2."),
        ),
    ),
)

# Translators: choices of a command's option: how the names of a list are grouped and ordered.
GROUPS = [
    app_commands.Choice(name=N_("by kind of signatory"), value="kind"),
    app_commands.Choice(name=N_("by country"), value="country"),
    app_commands.Choice(name=N_("in one list"), value="none"),
]
ORDERS = [
    app_commands.Choice(name=N_("by name"), value="name"),
    app_commands.Choice(name=N_("by country"), value="country"),
    app_commands.Choice(name=N_("by the date they signed"), value="signing"),
]


class Roster(Room):
    """``/roster``: the list of signatories on its way out."""

    @command(
        "roster export",
        N_("Export the list as a file"),
        format_=N_("The file's format"),
        # Translators: at most 100 characters.
        edition=N_(
            "Which published list? Leave blank for the current list (or the final list, once that's published)"
        ),
        group=N_("How to group names. Leave blank to group by kind of signatory"),
        order=N_("How to order each group. Leave blank to order by name"),
        first=N_("Show the names on the first published list separately"),
        text_=N_("Put the letter's text above the list"),
        language=IN_LANGUAGE,
    )
    @app_commands.choices(group=GROUPS, order=ORDERS)
    async def export(
        self,
        call: Call,
        format_: Literal["markdown", "text", "html", "csv", "json", "docx", "pdf"],
        edition: Edition = None,
        group: Literal["kind", "country", "none"] = "kind",
        order: Literal["name", "country", "signing"] = "name",
        first: bool = False,
        text_: bool = False,
        language: Language = None,
        letter: Letter = None,
    ) -> Card:
        """Give the list as a file. It is written on another thread, because a long list takes a while."""
        language = language or self.client.languages.server(call.guild_id)
        wanted = Arrangement(Grouping(group), Order(order), first, text_, language)
        listed = await self.read(call, handouts.listed, letter, edition)
        file = await typeset(exports.export, listed, Format(format_), wanted)
        sent = zipped.fitting(Document(file.name, file.data), call.interaction.filesize_limit)
        facts = {"format": format_, "edition": listed.number, **wanted.document()}
        await self.write(call, handouts.record, listed.letter_id, "list", file.data, facts)
        return cards.exported(file, sent)

    @press("roster.file")
    async def export_chosen(self, call: Call, letter_id: int, *, values: list[str]) -> Card:
        """The list as it is in the format that was chosen in the panel."""
        await self.store.read(setup.moderating, call.actor)
        if values[0] not in [one.value for one in Format]:
            raise Refusal(Reason.OUTDATED)
        return await self.export(call, values[0], letter=letter_id)  # type: ignore[arg-type]

    @command(
        "roster page",
        # Translators: at most 100 characters.
        N_("Get what your web page needs: the number of signatories, what's new and the HTML to paste"),
        since=N_("Compare with this published list. Leave blank for the newest"),
        language=IN_LANGUAGE,
    )
    async def page(
        self, call: Call, since: Edition = None, language: Language = None, letter: Letter = None
    ) -> Card:
        """Give the block for a web page, with what is new since an earlier list."""
        changes = await self.read(call, updates.since, letter, since)
        with self.client.languages.in_server(call.guild_id, language or ""):
            file = Document(
                f"{exports.stem(changes.after)}-block.html", await asyncio.to_thread(web.block, changes)
            )
        await self.write(call, handouts.record, changes.after.letter_id, "page", file.data)
        return cards.page(changes, file)

    @command(
        "roster update",
        # Translators: at most 100 characters.
        N_("Publish the current list as the next numbered list. First you'll see what's new"),
    )
    async def update(self, call: Call, letter: Letter = None) -> Card:
        """Show what the next published list would change, with a button to publish it."""
        changes = await self.read(call, updates.check_publish, letter)
        return cards.updating(changes, call.guild_id)

    @press("roster.update", Reply.IN_PLACE)
    async def updated(self, call: Call, letter_id: int, seen: str) -> Card:
        """Publish the update, if the list is still what was shown."""
        return cards.published(await self.write(call, updates.publish, letter_id, seen))

    @command(
        "roster correct",
        # Translators: at most 100 characters.
        N_("Publish a corrected list, with a line saying what was wrong"),
        Reply.WITH_FORM,
    )
    async def correct(self, call: Call, letter: Letter = None) -> OpenForm:
        """Open the form for the line that says what is corrected."""
        newest = await self.store.read(updates.check_correct, call.actor, letter)
        return CORRECT.open(call.guild_id, newest.letter_id)

    @command(
        "roster everything",
        # Translators: at most 100 characters.
        N_("Get everything about a letter as CSV and XLSX, including names that aren't on the list"),
    )
    async def everything(self, call: Call, letter: Letter = None) -> Card:
        """Give the working sheet: signatories as CSV, and with texts, points and lists as a workbook."""
        sheet = await self.read(call, working_sheet.take, letter)
        files = [
            Document("working-sheet.csv", await asyncio.to_thread(csv_.write_table, sheet.tables[0])),
            Document("working-sheet.xlsx", await asyncio.to_thread(xlsx.write, sheet.tables)),
        ]
        sent = [zipped.fitting(file, call.interaction.filesize_limit) for file in files]
        for file in files:
            await self.write(call, handouts.record, sheet.letter_id, file.name, file.data)
        return cards.everything(sheet, sent)

    @command("roster growth", N_("See how the list has grown, as a chart and in figures"))
    async def growth(self, call: Call, letter: Letter = None) -> Card:
        """Show how the list grew, from the opening until now or until the final list."""
        sheet = await self.read(call, growth.show, letter)
        return cards.growth(sheet, await typeset(cards.picture, sheet))

    @command(
        "roster journal",
        N_("Get a check code (digest) for the journal. It can show later if anyone has changed the journal"),
    )
    async def journal(self, call: Call) -> Card:
        """Compute the journal again and show its digest, to be copied."""
        return cards.journal(await self.store.read(handouts.chain, call.actor))

    @form(CORRECT)
    async def corrected(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Publish the list as a correction, with the line that was typed."""
        line = answers.get("correction") or ""
        return cards.published(await self.write(call, updates.correct, letter_id, line))
