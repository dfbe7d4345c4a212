"""Look-alikes: a moderator says whether two names mean the same body; it is remembered for every letter."""

from cogs.kit.cards import review as cards
from cogs.kit.layout import Card
from cogs.kit.room import Interaction, Room
from cogs.kit.switchboard import Answers, press
from models import lookalike, queue
from models.sheets import Actor


class Lookalikes(Room):
    """Two buttons in the review, under a name that looks like another."""

    @press("lookalike.same", Answers.IN_PLACE)
    async def same(self, interaction: Interaction, actor: Actor, signatory_id: int, other_id: int) -> Card:
        """They mean the same body: the warning stays, as the strongest; nothing is merged."""
        return await self._said(interaction, actor, signatory_id, other_id, same=True)

    @press("lookalike.different", Answers.IN_PLACE)
    async def different(self, interaction: Interaction, actor: Actor, signatory_id: int, other_id: int) -> Card:
        """They mean different bodies: no warning any more."""
        return await self._said(interaction, actor, signatory_id, other_id, same=False)

    async def _said(
        self, interaction: Interaction, actor: Actor, signatory_id: int, other_id: int, *, same: bool
    ) -> Card:
        now = interaction.created_at
        await self.store.write(lookalike.say, actor, now, signatory_id, other_id, same=same)
        [item] = await self.store.read(queue.look, actor, [signatory_id])
        return cards.one(item, 1)
