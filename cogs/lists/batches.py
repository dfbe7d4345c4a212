"""Batches: what was imported at once is looked at, approved, or taken back at once."""

from cogs.runtime import inputs
from cogs.runtime.inputs import Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, press
from cogs.ui.cards import batch as cards, review as reviewing
from cogs.ui.layout import Card
from models.importing import batches
from models.refusal import Reason, Refusal
from models.review import approvals
from models.translation import N_, _

UNDONE = N_("I've undone the import. Its names are no longer on the letter.")


class Batches(Room):
    """``/roster imports``, and buttons on each. The verbs check who may, again at each press."""

    @command("roster imports", N_("See imports and undo them"))
    async def imports(self, call: Call, letter: Letter = None) -> Card:
        """Show what was imported, the newest batch first."""
        found = await self.store.read(batches.latest, call.actor, letter)
        return cards.batches(found, call.guild_id)

    @press("import.show", Reply.IN_PLACE)
    async def shown(self, call: Call, *, values: list[str]) -> Card:
        """Show one batch with what can be done about it."""
        return cards.imported(await self.store.read(batches.show, call.actor, inputs.number(values[0])))

    @press("import.approve")
    async def approved(self, call: Call, batch_id: int, since: int) -> Card:
        """All of it that waits, that nothing speaks against, and that is as it was shown."""
        work = await self.read(call, batches.start_approval, batch_id, since)
        work = await self.write_in_steps(call, approvals.go_on, work)
        return reviewing.decided(work.sheet, call.guild_id, work.letter_id)

    @press("import.undo", Reply.IN_PLACE)
    async def undone(self, call: Call, batch_id: int) -> Card:
        """Take a batch back; where some of it is on the list, ask first."""
        try:
            sheet = await self.write(call, batches.undo, batch_id)
        except Refusal as refusal:
            if refusal.reason is not Reason.ON_THE_LIST:
                raise
            return cards.undoing(await self.store.read(batches.show, call.actor, batch_id))
        return cards.imported(sheet, _(UNDONE))

    @press("import.undo-all", Reply.IN_PLACE)
    async def all_undone(self, call: Call, batch_id: int, approved: int) -> Card:
        """Take a batch back with the ``approved`` names that anyone who presses saw to be on the list."""
        sheet = await self.write(call, batches.undo, batch_id, approved)
        return cards.imported(sheet, _(UNDONE))
