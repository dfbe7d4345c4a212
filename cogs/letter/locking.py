"""Locking: a moderator whose colleague's account may be in wrong hands stops everything at once."""

from cogs.runtime.inputs import Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, command, press
from cogs.ui.cards import lock as cards
from cogs.ui.layout import Card
from models.letters import locks
from models.translation import N_


class Locking(Room):
    """``/manage letter lock`` and ``unlock``, and the same as buttons."""

    @press("letter.lock")
    @command(
        "manage letter lock",
        # Translators: at most 100 characters.
        N_("Lock the letter: nobody can approve, remove, publish, export or change anything"),
    )
    async def lock(self, call: Call, letter: Letter = None) -> Card:
        """Without a question: it can be ended."""
        return cards.card(await self.write(call, locks.lock, letter))

    @press("letter.unlock")
    @command(
        "manage letter unlock",
        N_("Unlock the letter (needs two moderators, or someone who manages the server)"),
    )
    async def unlock(self, call: Call, letter: Letter = None) -> Card:
        """Ended, or one more must want it."""
        return cards.card(await self.write(call, locks.unlock, letter))
