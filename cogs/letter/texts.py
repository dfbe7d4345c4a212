"""Texts: what kind of change was made to a text that was signed, and who stands by the new one."""

from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, press
from cogs.ui import reasons
from cogs.ui.cards import letter_changes, manuscripts, revision as cards
from cogs.ui.layout import Card
from models.consents import reconfirmation
from models.letters import text_changes, texts
from models.refusal import Reason, Refusal
from models.terms import TextChange
from models.translation import _


class Texts(Room):
    """Buttons about a changed text: under the question to the moderator, in direct messages and in ``/mine``."""

    @press("text.say", Reply.IN_PLACE)
    async def said(self, call: Call, draft_id: int, change: TextChange) -> Card:
        """Store the text that waited, as the kind of change that was chosen."""
        return letter_changes.written(
            await self.write(call, text_changes.answer, draft_id, change), call.guild_id
        )

    @press("text.accept", Reply.IN_PLACE)
    async def accepted(self, call: Call, draft_id: int) -> Card:
        """Go on with the text of a file, all of whose tracked changes are meant."""
        return manuscripts.offered(await self.write(call, text_changes.accept, draft_id), call.guild_id)

    @press("text.confirm")
    async def confirmed(self, call: Call, signatory_id: int, digest: str) -> Card:
        """A name stands by the text, both as they were shown; what changed since is shown once more."""
        try:
            sheet = await self.write(call, reconfirmation.confirm, signatory_id, digest)
        except Refusal as refusal:
            if refusal.reason is not Reason.OUTDATED:
                raise
            about = await self.store.read(reconfirmation.question, call.actor, signatory_id)
            return cards.anew(*about, call.guild_id, _(reasons.DRAWN_ANEW))
        newest = await self.store.read(texts.show, call.actor, sheet.letter_id)
        return cards.confirmed(sheet, newest.version.number)
