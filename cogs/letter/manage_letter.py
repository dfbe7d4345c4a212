"""Manage a letter: moderators create and edit it, and write its text."""

import asyncio
from functools import partial

import discord
from discord import app_commands
from msgspec.structs import replace

from cogs.runtime import inputs, messages
from cogs.runtime.inputs import Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui import when
from cogs.ui.cards import letter_changes, manuscripts as manuscript_cards
from cogs.ui.forms import Answers, Form, OpenForm, Text, Upload
from cogs.ui.layout import Card
from models import manuscripts
from models.coalitions import setup
from models.letters import letters, lookup, text_changes, texts
from models.refusal import Reason, Refusal
from models.sheets import LetterChanges, Manuscript
from models.translation import N_

CREATE = Form(
    "letter-create",
    N_("A new letter"),
    (
        Text("title", N_("Title")),
        Text("addressee", N_("Who it's addressed to")),
        replace(when.DAY, label=N_("Last day to sign")),
        when.TIME,
        replace(when.ZONE, hint=when.OF_THE_COALITION),
    ),
)
EDIT = Form(
    "letter-edit",
    N_("Edit the letter"),
    (
        Text("title", N_("Title")),
        Text("addressee", N_("Who it's addressed to")),
        Text(
            "review_hours",
            # Translators: at most 45 characters.
            N_("Hours to review names after the letter closes"),
            most=4,
            example="24",
        ),
        Text(
            "most_open",
            # Translators: at most 45 characters.
            N_("How many names each member can have waiting"),
            required=False,
            most=4,
            example="20",
        ),
        Text(
            "contact",
            # Translators: at most 45 characters.
            N_("Contact for people outside Discord"),
            # Translators: at most 100 characters.
            N_("An e-mail address or a form where people can sign or remove a name."),
            required=False,
            example="letter@example.org",
        ),
    ),
)
TYPED_AT_MOST = 4000
"""Characters that a field of a form takes (API reference, Text Input); two hints below say so."""
TEXT = Form(
    "letter-text",
    N_("Text of the letter"),
    (
        Text(
            "text",
            N_("Text"),
            # Translators: at most 100 characters. Call the buttons as they are called in your language.
            N_("Over 4,000 characters? In the panel, press Text and points, then Add a file or translation."),
            long=True,
            most=TYPED_AT_MOST,
        ),
    ),
)
VERSION = Form(
    "letter-version",
    N_("File or translation"),
    (
        Upload("file", N_("File"), N_("Word (.docx), .odt, .html, .md or .txt.")),
        Text(
            "text",
            N_("Or type the text here"),
            N_("Up to 4,000 characters."),
            required=False,
            long=True,
            most=TYPED_AT_MOST,
        ),
        Text(
            "language",
            N_("Language"),
            # Translators: at most 100 characters.
            N_("A language code such as fr or pt-BR. Leave blank for the original."),
            required=False,
            most=20,
        ),
    ),
)


class ManageLetter(Room):
    """``/manage letter``: create a letter, edit it, write its text."""

    @press("letter.create", Reply.WITH_FORM)
    @command(
        "manage letter create",
        # Translators: at most 100 characters.
        N_("Create a letter: its title, who it's addressed to, its deadline. The rest can stay as it is"),
        Reply.WITH_FORM,
    )
    async def create(self, call: Call) -> OpenForm:
        """Open the form for a new letter, for moderators."""
        await self.store.read(setup.moderating, call.actor)
        return CREATE.open(call.guild_id)

    @form(CREATE)
    async def created(self, call: Call, answers: Answers) -> Card:
        """Make a draft from the form, with its deadline as it was understood."""
        server = await self.store.read(setup.moderating, call.actor)
        title, addressee, day, hour, zone = (answers.get(field.name) or "" for field in CREATE.fields)
        head = partial(letters.headed, title, addressee)
        read = await inputs.deadline(call.interaction, day, hour, zone, server.time_zone, beside=head)
        sheet = await self.write(call, letters.create, title, addressee, read.instant, read.zone)
        return letter_changes.created(sheet, read)

    @command(
        "manage letter edit",
        # Translators: at most 100 characters.
        N_("Change the title, who it's addressed to, the review time or how many moderators approve a name"),
        Reply.WITH_FORM,
        two_person=N_("Two moderators have to approve each name"),
    )
    async def edit(self, call: Call, letter: Letter = None, two_person: bool | None = None) -> OpenForm:
        """Open the form, filled with what the letter has now."""
        sheet = await self.read(call, letters.check_change, letter, lookup.LIVE)
        filled = {
            name: getattr(sheet, name)
            for name in ("title", "addressee", "review_hours", "most_open", "contact")
        }
        two = "keep" if two_person is None else "yes" if two_person else "no"
        return EDIT.open(call.guild_id, sheet.id, two, answers=filled)

    @press("letter.edit", Reply.WITH_FORM)
    async def edit_pressed(self, call: Call, letter_id: int) -> OpenForm:
        """The form from the panel; how many moderators approve is a button of its own."""
        return await self.edit(call, letter_id)

    @press("letter.two")
    async def two_pressed(self, call: Call, letter_id: int, wanted: int) -> Card:
        """One or two moderators for each approval, from the panel."""
        changes = LetterChanges(two_person=bool(wanted))
        return letter_changes.edited(await self.write(call, letters.edit, letter_id, changes))

    @form(EDIT)
    async def edited(self, call: Call, answers: Answers, letter_id: int, two_person: str) -> Card:
        """Change the letter and show it as it is now."""
        changes = LetterChanges(
            title=answers.get("title") or "",
            addressee=answers.get("addressee") or "",
            review_hours=inputs.whole(answers.get("review_hours")),
        )
        if "contact" in answers:
            changes["contact"] = answers["contact"] or ""
        if answers.get("most_open"):
            changes["most_open"] = inputs.whole(answers.get("most_open"))
        if two_person != "keep":
            changes["two_person"] = two_person == "yes"
        return letter_changes.edited(await self.write(call, letters.edit, letter_id, changes))

    @command(
        "manage letter text",
        N_("Write or upload a new version of the letter's text"),
        Reply.WITH_FORM,
        # Translators: at most 100 characters.
        file=N_("Word (.docx), .odt, .html, .md or .txt. Leave blank to type the text in a form"),
        language=N_("A language code such as en. Leave blank for the original"),
    )
    async def text(
        self,
        call: Call,
        file: discord.Attachment | None = None,
        language: app_commands.Range[str, 1, 20] = "",
        letter: Letter = None,
    ) -> Card | OpenForm:
        """The file is stored at once; without one the form opens, filled where the text fits into it."""
        if file is not None:
            await messages.begin(call.interaction)
        sheet = await self.read(call, texts.check_write, letter)
        language = language or (sheet.text.language if sheet.text is not None else "en")
        if file is not None:
            return await self._filed(call, file, language, sheet.id)
        body = ""
        try:
            body = (await self.store.read(texts.show, call.actor, sheet.id, language)).body
        except Refusal as refusal:
            if refusal.reason is not Reason.NO_TEXT:
                raise
        filled = {"text": body} if len(body) <= TYPED_AT_MOST else {}
        return TEXT.open(call.guild_id, sheet.id, language, answers=filled)

    @press("letter.write", Reply.WITH_FORM)
    async def text_pressed(self, call: Call, letter_id: int) -> Card | OpenForm:
        """The form for the original wording, from the panel."""
        return await self.text(call, letter=letter_id)

    @form(TEXT)
    async def written(self, call: Call, answers: Answers, letter_id: int, language: str) -> Card:
        """Store the new version, or ask what kind of change it is."""
        body = answers.get("text") or ""
        return manuscript_cards.offered(
            await self.write(call, text_changes.offer, letter_id, body, language), call.guild_id
        )

    @press("letter.version", Reply.WITH_FORM)
    async def version_asked(self, call: Call, letter_id: int) -> OpenForm:
        """The form for a file or a translation, from the panel."""
        await self.read(call, texts.check_write, letter_id)
        return VERSION.open(call.guild_id, letter_id)

    @form(VERSION)
    async def version(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Store what was sent, as a file or typed, in its language."""
        file, body = inputs.uploaded(call.interaction, answers.get("file")), answers.get("text") or ""
        if file is not None and body:
            raise Refusal(Reason.FILE_AND_TEXT)
        if file is None and not body:
            raise Refusal(Reason.EMPTY, field="file")
        sheet = await self.read(call, texts.check_write, letter_id)
        language = answers.get("language") or (sheet.text.language if sheet.text is not None else "en")
        if file is not None:
            return await self._filed(call, file, language, letter_id)
        return await self.written(call, {"text": body}, letter_id, language)

    async def _filed(self, call: Call, file: discord.Attachment, language: str, letter_id: int) -> Card:
        """Store the text of a file, or ask about its tracked changes."""
        came = await _manuscript(file)
        if came.before is not None:
            held = await self.write(call, text_changes.hold, letter_id, came, language)
            return manuscript_cards.tracked(held, came.left_out)
        offered = await self.write(call, text_changes.offer, letter_id, came.body, language)
        return manuscript_cards.offered(offered, call.guild_id, came.left_out)


async def _manuscript(file: discord.Attachment) -> Manuscript:
    """The text in a file, read on another thread, because a long document takes a while."""
    if file.size > manuscripts.LARGEST:
        raise Refusal(Reason.TOO_LARGE_TEXT, limit=manuscripts.LARGEST // 2**20)
    async with asyncio.timeout(messages.PATIENCE):
        data = await file.read()
    return await asyncio.to_thread(manuscripts.read, file.filename, data)
