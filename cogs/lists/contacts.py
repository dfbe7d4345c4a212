"""Contacts: where signatories can be written to, and who must be told what. For moderators alone."""

from dataclasses import replace

from discord import app_commands

from cogs.runtime import actors, inputs, messages
from cogs.runtime.room import Interaction, Room, manages, on_roster
from cogs.runtime.routes import form
from cogs.ui import words
from cogs.ui.cards import lists
from cogs.ui.cards import signatory as cards
from cogs.ui.forms import Answers as Typed
from cogs.ui.forms import Form, Text
from cogs.ui.layout import Card, Document
from models.publishing import handouts
from models.publishing.exports import mail_merge
from models.sheets import Actor
from models.signatories import contacts
from models.views import outreach

CONTACT = Form(
    "contact",
    "Where to write to",
    (
        Text(
            "address",
            "E-mail address",
            "Moderators alone see it; erased some time after the final list.",
            required=False,
            example="office@example.org",
        ),
    ),
)


class Contacts(Room):
    """``/manage signatory contact`` and ``/roster contacts``."""

    @manages("signatory", "contact", "Keep an address to write to; moderators alone see it")
    @app_commands.describe(signatory="The name")
    @app_commands.autocomplete(signatory=inputs.signatories)
    async def contact(self, interaction: Interaction, signatory: str) -> None:
        """The form, filled with what is kept."""
        actor = await actors.enter(interaction)
        chosen = await inputs.signatory(interaction, actor, signatory)
        sheet = await self.store.read(contacts.show, actor, chosen)
        asked = replace(CONTACT, title=words.clip(f"Write to: {sheet.name}", 45))
        await messages.show_form(
            interaction, asked.open(actor.guild_id, chosen, answers={"address": sheet.address}).modal()
        )

    @form(CONTACT)
    async def contacted(
        self, interaction: Interaction, actor: Actor, answers: Typed, signatory_id: int
    ) -> Card:
        """Kept or erased."""
        now, address = interaction.created_at, answers.get("address") or ""
        return cards.contacted(await self.store.write(contacts.put, actor, now, signatory_id, address))

    @on_roster("contacts", "Who must be told what: a table for mail merge, with the ready messages")
    @app_commands.describe(letter="Which letter, where there are several")
    @app_commands.autocomplete(letter=inputs.letters)
    async def contacts(self, interaction: Interaction, letter: str | None = None) -> None:
        """The table; that it was taken along is written down, not what is in it."""
        await messages.begin(interaction)
        actor, now = await actors.enter(interaction), interaction.created_at
        sheet = await self.store.read(outreach.due, actor, inputs.number(letter))
        file = Document("contacts.csv", mail_merge.write(sheet))
        await self.store.write(handouts.record, actor, now, sheet.letter_id, "contacts", file.data)
        await messages.answer(interaction, lists.contacts(sheet, file))
