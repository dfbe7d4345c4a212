"""Contacts: where signatories can be written to, and who must be told what. For moderators alone."""

from msgspec.structs import replace

from cogs.runtime.inputs import IN_LANGUAGE, Language, Letter, Signatory
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form
from cogs.ui import verdict_reasons, words
from cogs.ui.cards import lists, signatory as cards
from cogs.ui.forms import Answers, Form, OpenForm, Text
from cogs.ui.layout import Card, Document
from models.publishing import handouts
from models.publishing.exports import mail_merge
from models.signatories import contacts
from models.translation import N_, _
from models.views import outreach

CONTACT = Form(
    "contact",
    N_("Contact address"),
    (
        Text(
            "address",
            N_("E-mail address"),
            # Translators: at most 100 characters.
            N_("Only moderators see it. I delete it a while after the final list comes out."),
            required=False,
            example="office@example.org",
        ),
    ),
)


class Contacts(Room):
    """``/manage signatory contact`` and ``/roster contacts``."""

    @command(
        "manage signatory contact",
        N_("Save a contact address that only moderators see"),
        Reply.WITH_FORM,
    )
    async def contact(self, call: Call, signatory_id: Signatory) -> OpenForm:
        """Open the form, filled with the address that is kept."""
        sheet = await self.store.read(contacts.show, call.actor, signatory_id)
        # Translators: the title of a form, at most 45 characters with the name; longer ones are cut.
        asked = replace(CONTACT, title=words.clip(_("Write to: {name}", name=sheet.name), 45))
        return asked.open(call.guild_id, signatory_id, answers={"address": sheet.address})

    @form(CONTACT)
    async def contacted(self, call: Call, answers: Answers, signatory_id: int) -> Card:
        """Keep the address that was typed; an empty one erases what was kept."""
        address = answers.get("address") or ""
        return cards.contacted(await self.write(call, contacts.put, signatory_id, address))

    @command(
        "roster contacts",
        # Translators: at most 100 characters.
        N_("Get a mail merge table: who to write to, with messages ready to send"),
        language=IN_LANGUAGE,
    )
    async def contacts(self, call: Call, language: Language = None, letter: Letter = None) -> Card:
        """Give the table of whom to write to. The journal notes that it was exported, not what is in it."""
        sheet = await self.store.read(outreach.due, call.actor, letter)
        with self.client.languages.in_server(call.guild_id, language or ""):
            said = [replace(one, sentence=verdict_reasons.said(one.sentence)) for one in sheet.lines]
            file = Document("contacts.csv", mail_merge.write(replace(sheet, lines=tuple(said))))
        await self.write(call, handouts.record, sheet.letter_id, "contacts", file.data)
        return lists.contacts(sheet, file)
