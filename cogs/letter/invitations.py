"""The message to those who should agree: moderators put it in their own words."""

from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, form, press
from cogs.ui.cards import person as cards
from cogs.ui.forms import Answers, Form, OpenForm, Text
from cogs.ui.layout import Card
from models.letters import invitations
from models.publishing.exports import invitation
from models.sheets import InvitationSheet
from models.translation import N_, _, speaking

INVITATION = Form(
    "invitation",
    N_("Message to send"),
    (
        Text(
            "message",
            N_("Message"),
            # Translators: at most 100 characters. Keep the words in braces as they are.
            N_(
                "I fill in {name} {letter} {addressee} {who} {text} {until} {answer} {leave}. Leave "
                "blank for my text."
            ),
            required=False,
            long=True,
            most=invitations.LONGEST,
        ),
    ),
)


class Invitations(Room):
    """A button under *Message to send*."""

    @press("invitation.edit", Reply.WITH_FORM)
    async def asked(self, call: Call, letter_id: int) -> OpenForm:
        """Open the form, filled with the message as it is."""
        sheet = await self.read(call, invitations.show, letter_id)
        return INVITATION.open(call.guild_id, letter_id, answers={"message": sheet.words or _usual(sheet)})

    @form(INVITATION)
    async def written(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Keep the message for this letter."""
        typed = answers.get("message") or ""
        own = "" if typed == _usual(await self.read(call, invitations.show, letter_id)) else typed
        await self.write(call, invitations.put, letter_id, own)
        return cards.message_kept(own=bool(own))


def _usual(sheet: InvitationSheet) -> str:
    """The bot's own message in the language in which it is sent."""
    with speaking(sheet.language):
        return _(invitation.BODY)
