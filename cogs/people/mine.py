"""Mine: what waits for one person, one open vote after the other."""

from cogs.runtime.inputs import Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, press
from cogs.ui.cards import mine as cards
from cogs.ui.layout import Card
from models.terms import Choice
from models.translation import N_
from models.views import my_tasks as queries
from models.voting import ballots


class Mine(Room):
    """A private panel. Letter 0 in an address means all letters that are open or in review."""

    @press("mine")
    @command("mine", N_("My to-do list: votes, my organisation, my proposals"), letter=N_("Only this letter"))
    async def mine(self, call: Call, letter: Letter = None) -> Card:
        """Show what waits for the actor."""
        return await self._card(call, letter or 0)

    @press("mine.next", Reply.IN_PLACE)
    async def following(self, call: Call, letter_id: int, after_id: int) -> Card:
        """Leave this vote for later and show the next open one."""
        return await self._card(call, letter_id, after=after_id)

    @press("mine.vote", Reply.IN_PLACE)
    async def vote(self, call: Call, letter_id: int, signatory_id: int, choice: Choice) -> Card:
        """Cast a vote and show the next open one."""
        cast = await self.write(call, ballots.cast, signatory_id, choice, call.interaction.id)
        return await self._card(call, letter_id, after=signatory_id, done=cards.done(cast))

    async def _card(self, call: Call, letter_id: int, *, after: int | None = None, done: str = "") -> Card:
        sheet = await self.read(call, queries.mine, letter_id or None, after)
        return cards.card(sheet, call.guild_id, letter_id, done=done)
