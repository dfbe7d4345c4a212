"""Acts: the list of what moderators did, for moderators."""

from cogs.kit.cards import acts as cards
from cogs.kit.command import command
from cogs.kit.inputs import Letter
from cogs.kit.layout import Card
from cogs.kit.room import Interaction, Room
from cogs.kit.switchboard import Answers, press
from models import acts
from models.sheets import Actor


class Acts(Room):
    """``/roster acts``."""

    @command("roster acts", "What moderators did: decided, entered, changed, published, and who alone")
    async def acts(self, _interaction: Interaction, actor: Actor, letter: Letter = None) -> Card:
        """The newest first."""
        return cards.card(await self.store.read(acts.show, actor, letter))

    @press("acts.turn", Answers.IN_PLACE)
    async def turned(self, _interaction: Interaction, actor: Actor, letter_id: int, page: int) -> Card:
        """Another page."""
        return cards.card(await self.store.read(acts.show, actor, letter_id, page))
