"""Help: what one can do here, fitting whoever asks."""

from cogs.kit.cards import help as cards
from cogs.kit.command import command
from cogs.kit.layout import Card
from cogs.kit.room import Interaction, Room
from models import coalition
from models.sheets import Actor


class Help(Room):
    """One private answer."""

    @command("help", "What you can do here")
    async def help(self, _interaction: Interaction, actor: Actor) -> Card:
        """The next step first, then the commands that work for this person."""
        return cards.card(await self.store.read(coalition.standing, actor))
