"""Importing: a list becomes a preview of every row, then one batch; and leaves again as one."""

import asyncio
from collections.abc import Callable

import discord
from msgspec.structs import replace

from cogs.runtime import messages
from cogs.runtime.inputs import Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui import readings
from cogs.ui.cards import batch, importing as cards
from cogs.ui.forms import Answers, Form, OpenForm, Pick, Text
from cogs.ui.layout import Card
from cogs.ui.when import late
from models.importing import batches, files
from models.importing.columns import keeping, reading
from models.importing.columns.listing import Listing, Role
from models.importing.columns.reading import ListReading
from models.letters import letters
from models.participants import drafts
from models.refusal import Reason, Refusal
from models.sheets import BatchAnswers, DraftSheet
from models.translation import N_, _, number

PASTE = Form(
    "import-paste",
    N_("Paste a list"),
    (
        Text(
            "text",
            N_("Names"),
            # Translators: at most 100 characters.
            N_("One per line, or pasted from a page. To send a file, close this and use the file option."),
            long=True,
            most=4000,
        ),
    ),
)
SAY = Form(
    "import-say",
    N_("Describe this list"),
    (
        Pick(
            "way",
            N_("Have the people on this list already signed?"),
            (
                (
                    "signed",
                    N_("Already signed"),
                    N_("What you write below counts as their consent. The names go to review."),
                ),
                ("vote", N_("Not yet: vote on them first"), N_("Members vote on each name.")),
            ),
        ),
        Text(
            "authorised_by",
            # Translators: at most 45 characters.
            N_("Who vouches for this list, and their role"),
            required=False,
            most=300,
        ),
        Text(
            "evidence",
            # Translators: at most 45 characters.
            N_("How we know that they agreed"),
            required=False,
            long=True,
            most=1000,
        ),
    ),
)
LIST = "import-list"
"""Under this name a list waits in a draft."""


class Importing(Room):
    """``/roster import`` and what happened to it. The verbs check who may, again at each press and form."""

    @command(
        "roster import",
        # Translators: at most 100 characters.
        N_("Import a list of names: attach a file, or paste it. You'll see every row first"),
        Reply.WITH_FORM,
        # Translators: at most 100 characters.
        file=N_("A table, document, page or text with names. Leave blank to paste them instead"),
    )
    async def import_(
        self, call: Call, file: discord.Attachment | None = None, letter: Letter = None
    ) -> Card | OpenForm:
        """Read the attached file at once; without one open the form to paste into."""
        if file is not None:
            await messages.begin(call.interaction)
        sheet = await self.read(call, letters.check_change, letter, batches.TAKES)
        if file is None:
            asked = replace(PASTE, title=late(PASTE.title)) if sheet.takes_late else PASTE
            return asked.open(call.guild_id, sheet.id)
        if file.size > files.LARGEST:
            raise Refusal(Reason.TOO_LARGE_FILE, limit=files.LARGEST // 2**20)
        listing = await asyncio.to_thread(files.read, file.filename, await file.read())
        return await self._kept(call, sheet.id, file.filename, listing)

    @form(PASTE)
    async def pasted(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Read the names that were pasted into the form, and show what was recognised."""
        await self.read(call, letters.check_change, letter_id, batches.TAKES)
        listing = await asyncio.to_thread(files.read_text, answers.get("text") or "")
        return await self._kept(call, letter_id, batches.PASTED, listing)

    @press("import.page", Reply.IN_PLACE)
    async def turn_page(self, call: Call, draft_id: int, page: int) -> Card:
        """Show more of the list's columns."""
        kept = await self._taken(call, draft_id)
        return await asyncio.to_thread(_recognised, kept, call.guild_id, page)

    @press("import.column", Reply.IN_PLACE)
    async def column(self, call: Call, draft_id: int, place: int, page: int, *, values: list[str]) -> Card:
        """Give one column another role."""
        role = Role(values[0]) if values[0] in list(Role) else None
        return await self._changed(call, draft_id, page, lambda read: read.changing(place, role))

    @press("import.answer", Reply.IN_PLACE)
    async def answered(self, call: Call, draft_id: int, ask: str, page: int, *, values: list[str]) -> Card:
        """Take the answer to one question."""
        return await self._changed(call, draft_id, page, lambda read: read.answering(ask, values[0]))

    @press("import.ask", Reply.WITH_FORM)
    async def ask(self, call: Call, draft_id: int) -> OpenForm:
        """Open the form, filled with what was said before."""
        kept = await self._taken(call, draft_id)
        return SAY.open(call.guild_id, draft_id, answers=kept.answers.get("said", {}))

    @form(SAY)
    async def said(self, call: Call, answers: Answers, draft_id: int) -> Card:
        """Show what would become of each row."""
        kept = await self._taken(call, draft_id)
        read = await asyncio.to_thread(_answers, kept, answers)
        letter_id = int(kept.arguments[0])
        sheet = await self.read(call, batches.preview, letter_id, read)
        await self.write(call, drafts.amend, draft_id, {"said": answers})
        return cards.preview(sheet, draft_id, read.file, signed=read.signed)

    @press("import.store", Reply.IN_PLACE)
    async def stored(self, call: Call, letter_id: int, draft_id: int, digest: str, doubtful: int) -> Card:
        """Import what was shown, in one transaction; a second press finds nothing left to import."""
        kept = await self._taken(call, draft_id)
        said = kept.answers.get("said", {})
        read = await asyncio.to_thread(_answers, kept, said, doubtful_too=bool(doubtful))
        ready = await self.read(call, batches.prepare, letter_id, read, digest)
        sheet = await self.write(call, drafts.spend, draft_id, batches.store, letter_id, read, ready)
        return batch.imported(sheet, _("Names imported: {count}", count=number(sheet.added)))

    async def _kept(self, call: Call, letter_id: int, file: str, listing: Listing) -> Card:
        """The list waits in a draft; what was recognised is shown."""
        answers = {"file": file, "list": await asyncio.to_thread(keeping.kept, listing)}
        draft_id = await self.write(call, drafts.save, LIST, [letter_id], answers)
        kept = await self._taken(call, draft_id)
        return await asyncio.to_thread(_recognised, kept, call.guild_id, 0)

    async def _changed(
        self, call: Call, draft_id: int, page: int, change: Callable[[ListReading], ListReading]
    ) -> Card:
        kept = await self._taken(call, draft_id)
        said = await asyncio.to_thread(lambda: reading.kept(change(_read(kept))))
        kept = await self.write(call, drafts.amend, draft_id, {"reading": said})
        return await asyncio.to_thread(_recognised, kept, call.guild_id, page)

    async def _taken(self, call: Call, draft_id: int) -> DraftSheet:
        """A draft that holds a list. Refuses as ``drafts.take_moderating``; OUTDATED if an earlier version kept it."""
        kept = await self.read(call, drafts.take_moderating, draft_id, LIST)
        if "list" not in kept.answers:
            raise Refusal(Reason.OUTDATED)
        return kept


def _read(kept: DraftSheet) -> ListReading:
    return reading.restored(kept.answers["list"], kept.answers.get("reading", {}))


def _recognised(kept: DraftSheet, guild_id: int, page: int) -> Card:
    return cards.recognised(guild_id, kept.id, kept.answers["file"], _read(kept), page)


def _answers(kept: DraftSheet, said: Answers, *, doubtful_too: bool = False) -> BatchAnswers:
    """Everything that was said of a list. Refuses OUTDATED, and QUESTIONS_OPEN(questions) before what must be answered
    is."""
    if not said:
        raise Refusal(Reason.OUTDATED)
    read = _read(kept)
    if read.open:
        raise Refusal(Reason.QUESTIONS_OPEN, questions=[readings.question(one) for one in read.open])
    return BatchAnswers(
        rows=tuple(read.entries()),
        file=kept.answers["file"],
        shape=read.shape,
        signed=said.get("way") == "signed",
        authorised_by=said.get("authorised_by") or "",
        evidence=said.get("evidence") or "",
        doubtful_too=doubtful_too,
    )
