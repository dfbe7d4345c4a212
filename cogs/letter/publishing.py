"""Publishing: a letter is shown as it would be published, now or on a day. The button that confirms it is the
window's."""

from cogs.runtime import inputs
from cogs.runtime.commands import command
from cogs.runtime.inputs import Letter, Zone
from cogs.runtime.room import Interaction, Room
from cogs.runtime.routes import Reply, press
from cogs.ui.cards import window as cards
from cogs.ui.layout import Card
from models.publishing import publication
from models.sheets import Actor

WHICH = "Which letter, where there are several"


class Publishing(Room):
    """``/manage letter publish``: makes the letter public, now or at a planned hour."""

    @command(
        "manage letter publish",
        "Make text and names public, now or on a day: shows first what would be published",
        day="Empty, and no hour either, is now",
        hour="Empty is the end of that day; alone it is its next time",
        zone="Empty is the letter's",
    )
    async def publish(
        self,
        interaction: Interaction,
        actor: Actor,
        day: str = "",
        hour: str = "",
        zone: Zone = "",
        letter: Letter = None,
    ) -> Card:
        """Show what would be published and when, with a button to confirm."""
        preview = await self.read(interaction, actor, publication.check_publish, letter)
        at = None
        if day or hour or zone:
            sheet = preview.letter
            at = inputs.deadline(interaction, day, hour, zone, sheet.time_zone, "window.publish-at", sheet.id)
        return cards.publish(preview, at)

    @press("window.publish-at", Reply.IN_PLACE)
    async def publish_so(
        self, interaction: Interaction, actor: Actor, letter_id: int, zone: str, stamp: int
    ) -> Card:
        """One of several readings was chosen: the preview for it."""
        now = interaction.created_at
        preview = await self.read(interaction, actor, publication.check_publish, letter_id)
        read = inputs.chosen(zone, stamp, preview.letter.time_zone, now)
        return cards.publish(preview, read)

    @press("window.call-off", Reply.IN_PLACE)
    async def called_off(self, interaction: Interaction, actor: Actor, letter_id: int) -> Card:
        """Take back a publication that was planned."""
        sheet = await self.write(interaction, actor, publication.call_off_publication, letter_id)
        return cards.changed(sheet, "The planned publication is called off.")
