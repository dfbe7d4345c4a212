"""Snooze: *Remind me later*, under every reminder that comes by direct message."""

from cogs.runtime.room import Interaction, Room
from cogs.runtime.routes import Answers, press
from cogs.ui.cards import snooze as cards
from cogs.ui.layout import Card
from models.delivery import snooze as verbs
from models.rules.reminder_plan import Snooze
from models.sheets import Actor


class Snoozing(Room):
    """A private choice, then what was chosen."""

    @press("snooze")
    async def asked(self, interaction: Interaction, actor: Actor, letter_id: int) -> Card:
        """The moments to choose between."""
        return cards.choice(await self.store.read(verbs.offer, actor, interaction.created_at, letter_id))

    @press("snooze.put", Answers.IN_PLACE)
    async def chosen(self, interaction: Interaction, actor: Actor, letter_id: int, which: Snooze) -> Card:
        """When it comes."""
        now = interaction.created_at
        return cards.chosen(await self.store.write(verbs.put, actor, now, letter_id, which))
