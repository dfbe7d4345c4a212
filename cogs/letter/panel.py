"""Panel: one card from which a letter is run. Its buttons lead to the same methods as the commands."""

from cogs.runtime import inputs
from cogs.runtime.inputs import Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, press
from cogs.ui.cards import panel as cards
from cogs.ui.cards.panel import Tab
from cogs.ui.layout import Card
from models.coalitions import setup
from models.refusal import Reason, Refusal
from models.translation import N_
from models.views import letter_panel


class Panel(Room):
    """``/manage letter panel``: a group of commands cannot be called itself, so this stands first in it."""

    @command(
        "manage letter panel",
        # Translators: at most 100 characters.
        N_("Run a letter: its status, the next step, and buttons for everything"),
    )
    async def panel(self, call: Call, letter: Letter = None) -> Card:
        """Show the panel of one letter; if there are several, ask which, and if there is none, lead to it."""
        try:
            return cards.panel(await self.read(call, letter_panel.show, letter))
        except Refusal as refusal:
            if refusal.reason is Reason.CHOOSE_LETTER:
                return cards.choosing(call.guild_id, refusal.values["letters"])
            if refusal.reason is not Reason.NO_LETTER:
                raise
            await self.store.read(setup.moderating, call.actor)
            return cards.none_yet(call.guild_id)

    @press("panel.open")
    async def opened(self, call: Call, letter_id: int) -> Card:
        """The panel from another card; 0 if that is about no letter of its own."""
        return await self.panel(call, letter_id or None)

    @press("panel.show", Reply.IN_PLACE)
    async def shown(self, call: Call, letter_id: int, tab: Tab) -> Card:
        """The panel as it is now, with what is behind one of its buttons."""
        return cards.panel(await self.read(call, letter_panel.show, letter_id), tab)

    @press("panel.chosen", Reply.IN_PLACE)
    async def chosen(self, call: Call, *, values: list[str]) -> Card:
        """The panel of another letter."""
        letter_id = inputs.number(values[0])
        return cards.panel(await self.read(call, letter_panel.show, letter_id))
