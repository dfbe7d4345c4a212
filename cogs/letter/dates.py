"""Dates: moderators set what a letter has beside its close: soft deadline, end of review, delivery."""

from cogs.runtime import inputs, permissions
from cogs.runtime.inputs import Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui import when
from cogs.ui.cards import dates as cards
from cogs.ui.forms import Answers, Form, OpenForm
from cogs.ui.layout import Card
from cogs.ui.server_health import named
from models.letters import dates as verbs
from models.refusal import Reason, Refusal
from models.terms import Milestone
from models.translation import N_, _

DATE = Form(
    "letter-date",
    N_("Set a date for the letter"),
    (when.DAY, when.TIME, when.ZONE),
)

SET = {
    Milestone.SOFT: N_("The soft deadline is set."),
    Milestone.REVIEW: N_("The review end date is set."),
    Milestone.DELIVERY: N_("The delivery date is set."),
}
CLEARED = {
    Milestone.SOFT: N_("There's no soft deadline now."),
    Milestone.REVIEW: N_("There's no review end date now."),
    Milestone.DELIVERY: N_("There's no delivery date now."),
}


class Dates(Room):
    """``/manage letter dates``: one panel, each date its own field."""

    @press("dates.show")
    @command(
        "manage letter dates",
        # Translators: at most 100 characters.
        N_("Set a soft deadline, a review end date or a delivery date (all optional)"),
    )
    async def dates(self, call: Call, letter: Letter = None) -> Card:
        """Show the dates of the letter, each with a button to set it."""
        sheet = await self.read(call, verbs.show, letter)
        return cards.panel(sheet)

    @press("dates.ask", Reply.WITH_FORM)
    async def asked(self, call: Call, letter_id: int, which: Milestone) -> OpenForm:
        """Open the form for one date."""
        await self.read(call, verbs.show, letter_id)
        return DATE.open(call.guild_id, letter_id, which.value)

    @press("dates.event", Reply.IN_PLACE)
    async def event(self, call: Call, letter_id: int, wanted: int) -> Card:
        """The close in the server's list of events, on or off. What the bot lacks for it is told at once."""
        guild = permissions.guild_of(self.client, call.guild_id)
        if (
            wanted and not guild.me.guild_permissions.create_events
        ):  # the event is the server's, not this channel's
            raise Refusal(Reason.BOT_LACKS, permission=named("create_events"))
        sheet = await self.write(call, verbs.show_event, letter_id, bool(wanted))
        if wanted:
            return cards.panel(sheet, _("The deadline is now in the server's list of events."))
        return cards.panel(sheet, _("The deadline is no longer in the server's list of events."))

    @form(DATE)
    async def typed(self, call: Call, answers: Answers, letter_id: int, which: Milestone) -> Card:
        """Show the date as it was understood, with one button to confirm it."""
        sheet = await self.read(call, verbs.show, letter_id)
        day, hour, zone = (answers.get(field.name) or "" for field in DATE.fields)
        read = await inputs.deadline(call.interaction, day, hour, zone, sheet.time_zone)
        sheet = await self.read(call, verbs.check_put, letter_id, which, read.instant)
        return cards.echo(sheet, which, read)

    @press("dates.set", Reply.IN_PLACE)
    async def confirmed(self, call: Call, letter_id: int, which: Milestone, stamp: int, version: int) -> Card:
        """Set or clear the date that was shown, unless the close has moved since."""
        at = inputs.instant(stamp) if stamp else None
        sheet = await self.write(call, verbs.put, letter_id, which, at, version)
        return cards.panel(sheet, _((SET if at is not None else CLEARED)[which]))
