"""Publishing: a letter is shown as it would be published, now or on a day. The button that confirms it is the
window's."""

from msgspec.structs import replace

from cogs.runtime import inputs
from cogs.runtime.inputs import Letter, Zone
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui import when
from cogs.ui.cards import letter_changes, window as cards
from cogs.ui.forms import Answers, Form, OpenForm
from cogs.ui.layout import Card
from models.publishing import publication
from models.translation import N_, _

ON_A_DAY = Form(
    "letter-publish-on",
    N_("Publish later"),
    (replace(when.DAY, required=False), when.TIME, when.ZONE),
)


class Publishing(Room):
    """``/manage letter publish``: makes the letter public, now or at a planned hour."""

    @command(
        "manage letter publish",
        # Translators: at most 100 characters.
        N_("Make the text and names public, now or later. You'll see everything first"),
        day=N_("Leave the day and time blank to publish now"),
        # Translators: at most 100 characters.
        time=N_(
            "Leave blank for the end of that day. If you give only a time, I publish when it next comes round"
        ),
        zone=N_("Leave blank to use the letter's time zone"),
    )
    async def publish(
        self, call: Call, day: str = "", time: str = "", zone: Zone = "", letter: Letter = None
    ) -> Card:
        """Show what would be published and when, with a button to confirm."""
        preview = await self.read(call, publication.check_publish, letter)
        at = None
        if day or time or zone:
            sheet = preview.letter
            at = await inputs.deadline(
                call.interaction, day, time, zone, sheet.time_zone, "window.publish-at", sheet.id
            )
        return cards.publish(preview, at)

    @press("window.publish")
    async def publish_pressed(self, call: Call, letter_id: int) -> Card:
        """Show what would be published now, from the panel."""
        return await self.publish(call, letter=letter_id)

    @press("window.publish-on", Reply.WITH_FORM)
    async def day_asked(self, call: Call, letter_id: int) -> OpenForm:
        """Open the form for a day and hour of publication, from the panel."""
        await self.read(call, publication.check_publish, letter_id)
        return ON_A_DAY.open(call.guild_id, letter_id)

    @form(ON_A_DAY)
    async def day_typed(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Show what would be published then."""
        day, hour, zone = (answers.get(field.name) or "" for field in ON_A_DAY.fields)
        return await self.publish(call, day, hour, zone, letter_id)

    @press("window.publish-at", Reply.IN_PLACE)
    async def publish_so(self, call: Call, letter_id: int, zone: str, stamp: int) -> Card:
        """One of several readings was chosen: the preview for it."""
        preview = await self.read(call, publication.check_publish, letter_id)
        read = inputs.chosen(zone, stamp, preview.letter.time_zone, call.now)
        return cards.publish(preview, read)

    @press("window.call-off", Reply.IN_PLACE)
    async def called_off(self, call: Call, letter_id: int) -> Card:
        """Take back a publication that was planned."""
        sheet = await self.write(call, publication.call_off_publication, letter_id)
        return letter_changes.changed(sheet, _("Cancelled. I won't publish the letter at that time."))
