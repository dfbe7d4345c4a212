"""Sharing: ready posts that members copy; the bot posts none of them."""

from collections.abc import Callable

from cogs.runtime.inputs import Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, press
from cogs.ui.cards import sharing as cards
from cogs.ui.layout import Card
from models.sharing import sharing
from models.translation import N_


class Sharing(Room):
    """``/letter share`` and *Share* on a letter's card."""

    @press("share")
    @command("letter share", N_("Get ready-made posts for social media, with the number of signatories so far"))
    async def share(self, call: Call, letter: Letter = None) -> Card:
        """Show the posts in the letter's own language."""
        return cards.ready(await self.read(call, sharing.show, letter, self._address))

    @press("share.language", Reply.IN_PLACE)
    async def translated(self, call: Call, letter_id: int, *, values: list[str]) -> Card:
        """Show them in another language."""
        return cards.ready(await self.read(call, sharing.show, letter_id, self._address, values[0]))

    @property
    def _address(self) -> Callable[[int], str]:
        """Where a letter's page is on the web."""
        return self.client.pages.address
