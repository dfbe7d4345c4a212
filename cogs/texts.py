"""Texts: what kind of change was made to a text that was signed, and who stands by the new one."""

from cogs.kit.cards import revision as cards
from cogs.kit.cards import window
from cogs.kit.layout import Card
from cogs.kit.room import Interaction, Room
from cogs.kit.switchboard import Answers, press
from models import endorsement, revision, text
from models.sheets import Actor
from models.terms import TextChange


class Texts(Room):
    """Serves buttons only: under the question to the moderator, in direct messages and in ``/mine``."""

    @press("text.say", Answers.IN_PLACE)
    async def said(self, interaction: Interaction, actor: Actor, draft_id: int, change: TextChange) -> Card:
        """The text that waited is stored."""
        return window.written(
            await self.write(interaction, actor, revision.say, draft_id, change), actor.guild_id
        )

    @press("text.confirm")
    async def confirmed(
        self, interaction: Interaction, actor: Actor, signatory_id: int, version_id: int
    ) -> Card:
        """A name stands by the text that was shown."""
        sheet = await self.write(interaction, actor, endorsement.confirm, signatory_id, version_id)
        newest = await self.store.read(text.read, actor, sheet.letter_id)
        return cards.confirmed(sheet, newest.version.number)
