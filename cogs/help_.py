"""Help: what one can do here, fitting whoever asks."""

from discord import app_commands

from cogs.kit import gate, post
from cogs.kit.cards import help as cards
from cogs.kit.room import Interaction, Room
from models import coalition


class Help(Room):
    """One private answer."""

    @app_commands.command(name="help", description="What you can do here")
    async def help(self, interaction: Interaction) -> None:
        """The next step first, then the commands that work for this person."""
        await post.begin(interaction)
        actor = await gate.enter(interaction)
        await post.answer(interaction, cards.card(await self.store.read(coalition.standing, actor)))
