"""Coordinators: a letter is handed from one moderator to another."""

from cogs.runtime import actors, inputs
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, press
from cogs.ui.cards import coordinator as cards
from cogs.ui.layout import Card
from models.coalitions import setup
from models.letters import coordinator


class Coordinators(Room):
    """A step of the panel: choose a person, see what happens, confirm."""

    @press("coordinator")
    async def asked(self, call: Call, letter_id: int) -> Card:
        """Show who runs the letter, who can, and a menu of people."""
        sheet = await self.store.read(coordinator.show, call.actor, letter_id)
        server = await self.store.read(setup.moderating, call.actor)
        return cards.choosing(sheet, server.moderator_role_id)

    @press("coordinator.chosen", Reply.IN_PLACE)
    async def chosen(self, call: Call, letter_id: int, *, values: list[str]) -> Card:
        """Ask before the letter is handed to the person who was chosen, if they moderate here."""
        await self.store.read(coordinator.show, call.actor, letter_id)
        successor = await actors.chosen(self.client, call.guild_id, inputs.user(values[0]))
        sheet = await self.store.read(coordinator.check_hand_over, call.actor, letter_id, successor)
        return cards.asking(sheet, successor.user_id)

    @press("coordinator.hand-over", Reply.IN_PLACE)
    async def handed_over(self, call: Call, letter_id: int, user_id: int, before: int) -> Card:
        """Hand it over, unless somebody else did meanwhile."""
        await self.store.read(coordinator.show, call.actor, letter_id)
        successor = await actors.chosen(self.client, call.guild_id, user_id)
        return cards.handed_over(await self.write(call, coordinator.hand_over, letter_id, successor, before))
