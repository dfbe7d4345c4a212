"""Mine: what waits for one person, one open vote after the other."""

from discord import app_commands

from cogs.runtime import actors, inputs, messages
from cogs.runtime.room import Interaction, Room
from cogs.runtime.routes import Answers, press
from cogs.ui.cards import mine as cards
from cogs.ui.layout import Card
from models.sheets import Actor
from models.terms import Choice
from models.views import my_tasks
from models.voting import ballots


class Mine(Room):
    """A private panel. Letter 0 in an address means all letters that are open or in review."""

    @app_commands.command(name="mine", description="What waits for me: votes, my organisation, my proposals")
    @app_commands.describe(letter="Only this letter")
    @app_commands.autocomplete(letter=inputs.letters)
    async def mine(self, interaction: Interaction, letter: str | None = None) -> None:
        """The panel, from its beginning."""
        await messages.begin(interaction)
        actor = await actors.enter(interaction)
        await messages.answer(interaction, await self._card(interaction, actor, inputs.number(letter) or 0))

    @press("mine")
    async def opened(self, interaction: Interaction, actor: Actor, letter_id: int) -> Card:
        """The same from a reminder, a card or an answer."""
        return await self._card(interaction, actor, letter_id)

    @press("mine.next", Answers.IN_PLACE)
    async def following(self, interaction: Interaction, actor: Actor, letter_id: int, after_id: int) -> Card:
        """The next open vote, this one left for later."""
        return await self._card(interaction, actor, letter_id, after=after_id)

    @press("mine.vote", Answers.IN_PLACE)
    async def vote(
        self, interaction: Interaction, actor: Actor, letter_id: int, signatory_id: int, choice: Choice
    ) -> Card:
        """A vote cast in the panel, which goes on to the next."""
        now = interaction.created_at
        cast = await self.store.write(ballots.cast, actor, now, signatory_id, choice, interaction.id)
        return await self._card(interaction, actor, letter_id, after=signatory_id, done=cards.done(cast))

    async def _card(
        self,
        interaction: Interaction,
        actor: Actor,
        letter_id: int,
        *,
        after: int | None = None,
        done: str = "",
    ) -> Card:
        sheet = await self.store.read(my_tasks.mine, actor, interaction.created_at, letter_id or None, after)
        return cards.card(sheet, actor.guild_id, letter_id, done=done)
