"""Help: what one can do here, fitting whoever asks."""

from discord import app_commands

from cogs.runtime import actors, messages
from cogs.runtime.room import Interaction, Room
from cogs.ui.cards import help as cards
from models.coalitions import setup


class Help(Room):
    """One private answer."""

    @app_commands.command(name="help", description="What you can do here")
    async def help(self, interaction: Interaction) -> None:
        """The next step first, then the commands that work for this person."""
        await messages.begin(interaction)
        actor = await actors.enter(interaction)
        await messages.answer(interaction, cards.card(await self.store.read(setup.standing, actor)))
