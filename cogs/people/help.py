"""Help: what one can do here, fitting anyone who asks."""

from cogs.runtime.commands import command
from cogs.runtime.room import Interaction, Room
from cogs.ui.cards import help as cards
from cogs.ui.layout import Card
from models.coalitions import setup
from models.sheets import Actor
from models.translation import N_


class Help(Room):
    """``/help``: says privately what one can do."""

    @command("help", N_("What you can do here"))
    async def help(self, _interaction: Interaction, actor: Actor) -> Card:
        """The next step first, then the commands that work for this person."""
        return cards.card(await self.store.read(setup.member_status, actor))
