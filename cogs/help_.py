"""Help: what one can do here, fitting whoever asks; and what is stored about them."""

from discord import app_commands

from cogs.kit import gate, post
from cogs.kit.cards import help as cards
from cogs.kit.room import Interaction, Room
from models import coalition, participant


class Help(Room):
    """Two private answers."""

    @app_commands.command(name="help", description="What you can do here")
    async def help(self, interaction: Interaction) -> None:
        """The next step first, then the commands that work for this person."""
        await post.begin(interaction)
        actor = await gate.enter(interaction)
        await post.answer(interaction, cards.card(await self.store.read(coalition.standing, actor)))

    @app_commands.command(name="privacy", description="What is stored about you, and why")
    async def privacy(self, interaction: Interaction) -> None:
        """What is stored, in general and about this person."""
        await post.begin(interaction)
        actor = await gate.enter(interaction)
        known = await self.store.read(participant.me, actor)
        await post.answer(interaction, cards.privacy(known, actor.guild_id))
