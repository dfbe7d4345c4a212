"""Snooze: *Remind me later*, under every reminder that comes by direct message."""

from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, press
from cogs.ui.cards import snooze as cards
from cogs.ui.layout import Card
from models.delivery import snooze as verbs
from models.rules.reminder_plan import Snooze


class Snoozing(Room):
    """*Remind me later*: a private choice of the moment, then what was chosen."""

    @press("snooze")
    async def asked(self, call: Call, letter_id: int) -> Card:
        """Show the moments to choose between."""
        return cards.choice(await self.read(call, verbs.offer, letter_id))

    @press("snooze.put", Reply.IN_PLACE)
    async def chosen(self, call: Call, letter_id: int, which: Snooze) -> Card:
        """Plan the reminder and say when it comes."""
        return cards.chosen(await self.write(call, verbs.put, letter_id, which))
