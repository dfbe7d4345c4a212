"""Texts: what kind of change was made to a text that was signed, and who stands by the new one."""

from cogs.runtime.room import Interaction, Room
from cogs.runtime.routes import Reply, press
from cogs.ui.cards import revision as cards
from cogs.ui.cards import window
from cogs.ui.layout import Card
from models.consents import reconfirmation
from models.letters import text_changes, texts
from models.sheets import Actor
from models.terms import TextChange


class Texts(Room):
    """Buttons about a changed text: under the question to the moderator, in direct messages and in ``/mine``."""

    @press("text.say", Reply.IN_PLACE)
    async def said(self, interaction: Interaction, actor: Actor, draft_id: int, change: TextChange) -> Card:
        """Store the text that waited, as the kind of change that was chosen."""
        return window.written(
            await self.write(interaction, actor, text_changes.answer, draft_id, change), actor.guild_id
        )

    @press("text.confirm")
    async def confirmed(
        self, interaction: Interaction, actor: Actor, signatory_id: int, version_id: int
    ) -> Card:
        """Write down that a name stands by the text that was shown."""
        sheet = await self.write(interaction, actor, reconfirmation.confirm, signatory_id, version_id)
        newest = await self.store.read(texts.show, actor, sheet.letter_id)
        return cards.confirmed(sheet, newest.version.number)
