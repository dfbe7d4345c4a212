"""Acts: the list of what moderators did, for moderators."""

from discord import app_commands

from cogs.runtime import actors, inputs, messages
from cogs.runtime.room import Interaction, Room, on_roster
from cogs.runtime.routes import Answers, press
from cogs.ui.cards import acts as cards
from cogs.ui.layout import Card
from models.sheets import Actor
from models.views import moderation_log


class Acts(Room):
    """``/roster acts``."""

    @on_roster("acts", "What moderators did: decided, entered, changed, published, and who alone")
    @app_commands.describe(letter="Which letter, where there are several")
    @app_commands.autocomplete(letter=inputs.letters)
    async def acts(self, interaction: Interaction, letter: str | None = None) -> None:
        """The newest first."""
        await messages.begin(interaction)
        actor = await actors.enter(interaction)
        await messages.answer(
            interaction, cards.card(await self.store.read(moderation_log.show, actor, inputs.number(letter)))
        )

    @press("acts.turn", Answers.IN_PLACE)
    async def turned(self, _interaction: Interaction, actor: Actor, letter_id: int, page: int) -> Card:
        """Another page."""
        return cards.card(await self.store.read(moderation_log.show, actor, letter_id, page))
