"""Acts: the list of what moderators did, for moderators."""

from cogs.runtime.commands import command
from cogs.runtime.inputs import Letter
from cogs.runtime.room import Interaction, Room
from cogs.runtime.routes import Reply, press
from cogs.ui.cards import acts as cards
from cogs.ui.layout import Card
from models.sheets import Actor
from models.views import moderation_log


class Acts(Room):
    """``/roster acts``."""

    @command("roster acts", "What moderators did: decided, entered, changed, published, and who alone")
    async def acts(self, _interaction: Interaction, actor: Actor, letter: Letter = None) -> Card:
        """The newest first."""
        return cards.card(await self.store.read(moderation_log.show, actor, letter))

    @press("acts")
    async def opened(self, interaction: Interaction, actor: Actor, letter_id: int) -> Card:
        """From a notice."""
        return await self.acts(interaction, actor, letter_id)

    @press("acts.turn", Reply.IN_PLACE)
    async def turned(self, _interaction: Interaction, actor: Actor, letter_id: int, page: int) -> Card:
        """Another page."""
        return cards.card(await self.store.read(moderation_log.show, actor, letter_id, page))
