"""Plans: moderators set which reminders of a letter come when."""

from cogs.runtime.inputs import Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui.cards import plans as cards
from cogs.ui.forms import Answers, Form, OpenForm, Text, Tick
from cogs.ui.layout import Card
from models.letters import reminder_plans
from models.participants import drafts
from models.refusal import Reason, Refusal
from models.rules import reminder_plan
from models.translation import N_

PLAN = Form(
    "letter-reminders",
    N_("Reminders for the letter"),
    (
        Text(
            "days",
            # Translators: at most 45 characters.
            N_("Reminders: days before the last day, at 10:00"),
            # Translators: at most 100 characters.
            N_(
                "0 means the last day: I send another at 17:00 if the letter's still open. Leave blank "
                "for none."
            ),
            required=False,
            most=40,
            example="2, 1, 0",
        ),
        Text(
            "hours",
            N_("Reminders: hours before the letter closes"),
            N_("The smallest number is when the last call goes out. Leave blank for none."),
            required=False,
            most=40,
            example="6, 1",
        ),
        Text(
            "direct",
            # Translators: at most 45 characters.
            N_("How many reminders also go by direct message"),
            N_("0 to 5"),
            most=2,
            example="3",
        ),
        Text(
            "quiet",
            # Translators: at most 45 characters.
            N_("Quiet hours, in each person's local time"),
            N_("I send anything due in quiet hours before they start. Leave blank for no quiet hours."),
            required=False,
            most=20,
            example="22:00-8:00",
        ),
        Tick(
            "bulletin",
            N_("Daily bulletin"),
            # Translators: at most 100 characters.
            N_("I post it at 9:00 in the announcements channel, once the letter is published"),
        ),
    ),
)


class Plans(Room):
    """``/manage letter reminders``: one form, read back in words before it takes effect."""

    @press("plan.ask", Reply.WITH_FORM)
    @command(
        "manage letter reminders",
        # Translators: at most 100 characters.
        N_("Choose when reminders go out and how many, and set quiet hours and the daily bulletin"),
        Reply.WITH_FORM,
    )
    async def reminders(self, call: Call, letter: Letter = None) -> OpenForm:
        """Open the form, filled with the plan that holds."""
        sheet = await self.store.read(reminder_plans.show, call.actor, letter)
        return PLAN.open(call.guild_id, sheet.letter_id, answers=reminder_plan.as_typed(sheet.plan))

    @form(PLAN)
    async def typed(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Show the plan in words, with one button to confirm. A draft keeps what was typed until then."""
        await self.store.read(reminder_plans.show, call.actor, letter_id)
        wanted = _read(answers)
        sheet = await self.store.read(reminder_plans.check_put, call.actor, letter_id, wanted)
        now, kept = call.now, reminder_plan.as_typed(wanted)
        draft_id = await self.write(call, drafts.save, PLAN.route, [letter_id], kept)
        return cards.echo(sheet, wanted, draft_id, now)

    @press("plan.put", Reply.IN_PLACE)
    async def confirmed(self, call: Call, letter_id: int, draft_id: int, version: int) -> Card:
        """Store the plan that was shown, unless the plan was changed since."""
        kept = await self.read(call, drafts.take, draft_id, PLAN.route)
        if kept.arguments != (letter_id,):
            raise Refusal(Reason.DRAFT_GONE)
        verb, wanted = reminder_plans.put, _read(dict(kept.answers))
        return cards.stored(
            await self.write(call, drafts.spend, draft_id, verb, letter_id, wanted, version), call.now
        )


def _read(answers: Answers) -> reminder_plan.Plan:
    days, hours, direct, quiet = (str(answers.get(name) or "") for name in ("days", "hours", "direct", "quiet"))
    return reminder_plan.parse(days, hours, direct, quiet, bulletin=bool(answers.get("bulletin")))
