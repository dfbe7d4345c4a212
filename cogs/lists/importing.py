"""Importing: a list becomes a preview of every row, then one batch; and leaves again as one."""

import asyncio

import discord

from cogs.runtime import messages
from cogs.runtime.commands import command
from cogs.runtime.inputs import Letter
from cogs.runtime.room import Interaction, Room
from cogs.runtime.routes import Reply, form, press
from cogs.ui.cards import importing as cards
from cogs.ui.forms import Answers as Typed
from cogs.ui.forms import Form, OpenForm, Pick, Text
from cogs.ui.layout import Card
from models.importing import batches, files
from models.importing.files import Listing, columns, given, keeping
from models.importing.files.columns import Role
from models.letters import letters
from models.participants import drafts
from models.refusal import Reason, Refusal
from models.sheets import Actor, BatchAnswers, DraftSheet
from models.terms import Kind

PASTE = Form(
    "import-paste",
    "Paste a list",
    (
        Text(
            "text",
            "Names",
            "One a line, or as they stand on the page. For a file leave this form, and add the option file.",
            long=True,
            most=4000,
        ),
    ),
)
SAY = Form(
    "import-say",
    "What they are",
    (
        Pick(
            "way",
            "Did they sign already?",
            (
                ("signed", "Signed already", "What you write below is their consent; they go to the review."),
                ("vote", "To be voted on", "Each is put to the vote."),
            ),
        ),
        Pick(
            "kind",
            "Where the list does not say it, they are",
            (
                ("organisation", "Organisations", ""),
                ("company", "Companies", ""),
                ("individual", "Individuals", ""),
            ),
        ),
        Text(
            "columns",
            "What each column holds",
            "One a line; take a line away to leave its column out.",
            long=True,
            most=2000,
        ),
        Text("authorised_by", "Who vouches for this list, in which role", required=False, most=300),
        Text("evidence", "How we know that they agreed", required=False, long=True, most=1000),
    ),
)
LIST = "import-list"
"""Under this name a list waits in a draft."""


class Importing(Room):
    """``/roster import`` and what became of it. The verbs check who may, again at each press and form."""

    @command(
        "roster import",
        "Import a list of names, as a file or pasted, with a preview of every row",
        Reply.WITH_FORM,
        file="CSV, TSV, XLSX, JSON, YAML, Markdown or text; left out, a form opens to paste into",
    )
    async def import_(
        self,
        interaction: Interaction,
        actor: Actor,
        file: discord.Attachment | None = None,
        letter: Letter = None,
    ) -> Card | OpenForm:
        """Read the attached file at once; without one open the form to paste into."""
        if file is not None:
            await messages.begin(interaction)
        now = interaction.created_at
        sheet = await self.store.read(letters.check_change, actor, now, letter, batches.TAKES)
        if file is None:
            return PASTE.open(actor.guild_id, sheet.id)
        if file.size > files.LARGEST:
            raise Refusal(Reason.TOO_LARGE_FILE, limit=files.LARGEST)
        listing = await asyncio.to_thread(files.read, file.filename, await file.read())
        return await self._kept(interaction, actor, sheet.id, file.filename, listing)

    @form(PASTE)
    async def pasted(self, interaction: Interaction, actor: Actor, answers: Typed, letter_id: int) -> Card:
        """Read the names that were pasted into the form, and show what was recognised."""
        await self.store.read(letters.check_change, actor, interaction.created_at, letter_id, batches.TAKES)
        listing = await asyncio.to_thread(files.read_text, answers.get("text") or "")
        return await self._kept(interaction, actor, letter_id, "pasted", listing)

    @press("import.ask", Reply.WITH_FORM)
    async def ask(self, interaction: Interaction, actor: Actor, draft_id: int) -> OpenForm:
        """Open the form, filled with the columns that were recognised or stated before."""
        kept = await self.read(interaction, actor, drafts.take, draft_id, LIST)
        listing = keeping.restored(kept.answers)
        filled = {
            "kind": Kind.ORGANISATION.value,
            "columns": columns.described(listing, columns.recognise(listing)),
        }
        return SAY.open(actor.guild_id, draft_id, answers=filled | kept.answers.get("said", {}))

    @form(SAY)
    async def said(self, interaction: Interaction, actor: Actor, answers: Typed, draft_id: int) -> Card:
        """Show what would become of each row."""
        now = interaction.created_at
        kept = await self.read(interaction, actor, drafts.take, draft_id, LIST)
        read = await asyncio.to_thread(_answers, kept, answers)
        letter_id = int(kept.arguments[0])
        sheet = await self.store.read(batches.preview, actor, now, letter_id, read)
        await self.store.write(drafts.amend, actor, now, draft_id, {"said": answers})
        return cards.preview(sheet, draft_id, read.file, signed=read.signed)

    @press("import.store", Reply.IN_PLACE)
    async def stored(
        self, interaction: Interaction, actor: Actor, letter_id: int, draft_id: int, digest: str, doubtful: int
    ) -> Card:
        """Import what was shown, in one transaction; a second press finds nothing left to import."""
        kept = await self.read(interaction, actor, drafts.take, draft_id, LIST)
        said = kept.answers.get("said", {})
        read = await asyncio.to_thread(_answers, kept, said, doubtful_too=bool(doubtful))
        sheet = await self.write(
            interaction, actor, drafts.spend, draft_id, batches.store, letter_id, read, digest
        )
        return cards.imported(sheet, f"Imported: {sheet.added:,}")

    async def _kept(
        self, interaction: Interaction, actor: Actor, letter_id: int, file: str, listing: Listing
    ) -> Card:
        """The list waits in a draft; what was recognised is shown."""
        chosen = columns.recognise(listing)
        place = chosen.get(Role.NAME, chosen.get(Role.LAST_NAME))
        sample = [" | ".join(one.cells) if place is None else one.cells[place] for one in listing.lines[:5]]
        answers = {"file": file, **keeping.kept(listing)}
        draft_id = await self.write(interaction, actor, drafts.save, LIST, [letter_id], answers)
        described = columns.described(listing, chosen)
        return cards.recognised(actor.guild_id, draft_id, file, len(listing.lines), described, sample)


def _answers(kept: DraftSheet, said: Typed, *, doubtful_too: bool = False) -> BatchAnswers:
    if not said:
        raise Refusal(Reason.OUTDATED)
    whole = keeping.restored(kept.answers)
    listing, chosen = columns.confirmed(whole, said.get("columns") or "")
    kind = Kind(said.get("kind") or Kind.ORGANISATION)
    return BatchAnswers(
        rows=tuple(given.given(listing, chosen, kind)),
        file=kept.answers["file"],
        shape=keeping.shape(whole),
        signed=said.get("way") == "signed",
        authorised_by=said.get("authorised_by") or "",
        evidence=said.get("evidence") or "",
        doubtful_too=doubtful_too,
    )
