"""Publishing: a letter is shown as it would be published, now or on a day. The button that confirms it is the
window's."""

from discord import app_commands

from cogs.runtime import actors, inputs, messages
from cogs.runtime.room import Interaction, Room, manages
from cogs.runtime.routes import Answers, press
from cogs.ui.cards import window as cards
from cogs.ui.layout import Card
from models.publishing import publication
from models.sheets import Actor

WHICH = "Which letter, where there are several"


class Publishing(Room):
    """``/manage letter publish``."""

    @manages(
        "letter", "publish", "Make text and names public, now or on a day: shows first what would be published"
    )
    @app_commands.describe(
        day="Empty, and no hour either, is now",
        hour="Empty is the end of that day; alone it is its next time",
        zone="Empty is the letter's",
        letter=WHICH,
    )
    @app_commands.autocomplete(letter=inputs.letters, zone=inputs.zones)
    async def publish(
        self,
        interaction: Interaction,
        day: str = "",
        hour: str = "",
        zone: str = "",
        letter: str | None = None,
    ) -> None:
        """The preview."""
        await messages.begin(interaction)
        actor, now = await actors.enter(interaction), interaction.created_at
        preview = await self.store.read(publication.preview, actor, now, inputs.number(letter))
        at = None
        if day or hour or zone:
            sheet = preview.letter
            at = inputs.deadline(interaction, day, hour, zone, sheet.time_zone, "window.publish-at", sheet.id)
        await messages.answer(interaction, cards.publish(preview, at))

    @press("window.publish-at", Answers.IN_PLACE)
    async def publish_so(
        self, interaction: Interaction, actor: Actor, letter_id: int, zone: str, stamp: int
    ) -> Card:
        """One of several readings was chosen: the preview for it."""
        now = interaction.created_at
        preview = await self.store.read(publication.preview, actor, now, letter_id)
        read = inputs.chosen(zone, stamp, preview.letter.time_zone, now)
        return cards.publish(preview, read)

    @press("window.call-off", Answers.IN_PLACE)
    async def called_off(self, interaction: Interaction, actor: Actor, letter_id: int) -> Card:
        """A publication that was planned does not happen."""
        now = interaction.created_at
        sheet = await self.store.write(publication.call_off_publication, actor, now, letter_id)
        return cards.changed(sheet, "The planned publication is called off.")
