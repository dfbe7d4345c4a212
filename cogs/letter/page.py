"""The letter's own page on the web: moderators see it first, switch it on or off, and choose what is on it."""

import asyncio

from cogs.runtime.inputs import Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui import zipped
from cogs.ui.cards import page as cards
from cogs.ui.forms import Answers, Form, OpenForm, Text
from cogs.ui.layout import Card, Document
from models.publishing import handouts
from models.publishing.page import choices, files
from models.refusal import Reason, Refusal
from models.sheets import PageSheet
from models.translation import N_

COLOURS = Form(
    "page-colours",
    N_("Page colours"),
    (
        Text(
            "light",
            N_("On a light background"),
            N_("I use this colour for links and lines. Leave blank for the standard blue."),
            required=False,
            most=20,
            example="#1f4fa3",
        ),
        Text(
            "dark",
            N_("On a dark background"),
            N_("Leave blank for a brighter shade of the same colour."),
            required=False,
            most=20,
            example="#9dbcf7",
        ),
    ),
)


class LetterPages(Room):
    """``/manage letter page``: the page, and the buttons under it."""

    @press("page.open")
    @command(
        "manage letter page",
        # Translators: at most 100 characters.
        N_("Put the letter on a web page that I keep up to date. You'll see it first"),
    )
    async def open(self, call: Call, letter: Letter = None) -> Card:
        """Show the page as a file, whether it is on the web, and what can be changed."""
        sheet = await self.read(call, choices.show, letter)
        with self.client.languages.in_server(call.guild_id):  # as it will be on the web
            data = await asyncio.to_thread(files.preview, sheet)
        file = Document("page-preview.html", data)
        await self.write(call, handouts.record, sheet.listed.letter_id, "page preview", data)
        return self._card(sheet, preview=zipped.fitting(file, call.interaction.filesize_limit))

    @press("page.on", Reply.IN_PLACE)
    async def switched_on(self, call: Call, letter_id: int) -> Card:
        """Put it on the web: the preview stands above the button."""
        if self.client.settings.pages is None:
            await self.read(call, choices.show, letter_id)  # who may not, hears that
            raise Refusal(Reason.NO_PAGES)
        return self._card(await self.write(call, choices.switch, letter_id, kept=True))

    @press("page.ask-off", Reply.IN_PLACE)
    async def off_asked(self, call: Call, letter_id: int) -> Card:
        """Ask before it is taken off the web."""
        return cards.off_asked(await self.read(call, choices.show, letter_id))

    @press("page.off", Reply.IN_PLACE)
    async def switched_off(self, call: Call, letter_id: int) -> Card:
        """Take it off the web."""
        return self._card(await self.write(call, choices.switch, letter_id, kept=False))

    @press("page.points", Reply.IN_PLACE)
    async def points_shown(self, call: Call, letter_id: int, shown: int) -> Card:
        """Show the talking points on it, or no more."""
        return self._card(await self.write(call, choices.show_points, letter_id, shown=bool(shown)))

    @press("page.colours", Reply.WITH_FORM)
    async def colours_asked(self, call: Call, letter_id: int) -> OpenForm:
        """Open the form for its colours, filled with those that it has."""
        sheet = await self.read(call, choices.show, letter_id)
        filled = {"light": sheet.choices.light, "dark": sheet.choices.dark}
        return COLOURS.open(call.guild_id, sheet.listed.letter_id, answers=filled)

    @form(COLOURS)
    async def coloured(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Use the colours that were typed."""
        light, dark = answers.get("light") or "", answers.get("dark") or ""
        return self._card(await self.write(call, choices.colour, letter_id, light, dark))

    def _card(self, sheet: PageSheet, preview: Document | None = None) -> Card:
        letter_id, pages = sheet.listed.letter_id, self.client.pages
        return cards.page(
            sheet,
            can=self.client.settings.pages is not None,
            address=pages.address(letter_id),
            written=pages.written.get(letter_id),
            failed=bool(pages.failed),
            preview=preview,
        )
