"""Batches: what was imported at once is looked at, approved, or taken back at once."""

from cogs.runtime import inputs
from cogs.runtime.commands import command
from cogs.runtime.inputs import Letter
from cogs.runtime.room import Interaction, Room
from cogs.runtime.routes import Reply, press
from cogs.ui.cards import batch as cards
from cogs.ui.cards import review as reviewing
from cogs.ui.layout import Card
from models.importing import batches
from models.refusal import Reason, Refusal
from models.review import approvals
from models.sheets import Actor
from models.translation import N_, _

UNDONE = N_("Import undone: its names are off the letter.")


class Batches(Room):
    """``/roster imports``, and buttons on each. The verbs check who may, again at each press."""

    @command("roster imports", N_("See imports and undo them"))
    async def imports(self, _interaction: Interaction, actor: Actor, letter: Letter = None) -> Card:
        """Show what was imported, the newest batch first."""
        found = await self.store.read(batches.latest, actor, letter)
        return cards.batches(found, actor.guild_id)

    @press("import.show", Reply.IN_PLACE)
    async def shown(self, _interaction: Interaction, actor: Actor, *, values: list[str]) -> Card:
        """Show one batch with what can be done about it."""
        return cards.imported(await self.store.read(batches.show, actor, inputs.number(values[0])))

    @press("import.approve")
    async def approved(self, interaction: Interaction, actor: Actor, batch_id: int, since: int) -> Card:
        """All of it that waits, that nothing speaks against, and that is as it was shown."""
        work = await self.read(interaction, actor, batches.start_approval, batch_id, since)
        work = await self.write_in_steps(interaction, actor, approvals.go_on, work)
        return reviewing.decided(work.sheet, actor.guild_id, work.letter_id)

    @press("import.undo", Reply.IN_PLACE)
    async def undone(self, interaction: Interaction, actor: Actor, batch_id: int) -> Card:
        """Take a batch back; where some of it is on the list, ask first."""
        try:
            sheet = await self.write(interaction, actor, batches.undo, batch_id)
        except Refusal as refusal:
            if refusal.reason is not Reason.ON_THE_LIST:
                raise
            return cards.undoing(await self.store.read(batches.show, actor, batch_id))
        return cards.imported(sheet, _(UNDONE))

    @press("import.undo-all", Reply.IN_PLACE)
    async def all_undone(self, interaction: Interaction, actor: Actor, batch_id: int, approved: int) -> Card:
        """Take a batch back with the ``approved`` names that anyone who presses saw to be on the list."""
        sheet = await self.write(interaction, actor, batches.undo, batch_id, approved)
        return cards.imported(sheet, _(UNDONE))
