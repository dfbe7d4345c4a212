"""Acts: the list of what moderators did, for moderators."""

from discord import app_commands

from cogs.kit import gate, inputs, post
from cogs.kit.cards import acts as cards
from cogs.kit.layout import Card
from cogs.kit.room import Interaction, Room, on_roster
from cogs.kit.switchboard import Answers, press
from models import acts
from models.sheets import Actor


class Acts(Room):
    """``/roster acts``."""

    @on_roster("acts", "What moderators did: decided, entered, changed, published, and who alone")
    @app_commands.describe(letter="Which letter, where there are several")
    @app_commands.autocomplete(letter=inputs.letters)
    async def acts(self, interaction: Interaction, letter: str | None = None) -> None:
        """The newest first."""
        await post.begin(interaction)
        actor = await gate.enter(interaction)
        await post.answer(
            interaction, cards.card(await self.store.read(acts.show, actor, inputs.number(letter)))
        )

    @press("acts.turn", Answers.IN_PLACE)
    async def turned(self, _interaction: Interaction, actor: Actor, letter_id: int, page: int) -> Card:
        """Another page."""
        return cards.card(await self.store.read(acts.show, actor, letter_id, page))
