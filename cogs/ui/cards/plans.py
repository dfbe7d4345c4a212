"""A letter's plan of reminders in words: read back before it takes effect, and once it holds."""

from collections.abc import Sequence
from datetime import datetime

from cogs.ui import words
from cogs.ui.layout import PRIMARY, Accent, Card, Press, lay_out, row
from models import cldr
from models.rules import reminder_schedule
from models.rules.reminder_plan import Plan
from models.rules.reminder_schedule import Reminder
from models.sheets import PlanSheet
from models.terms import NoticeKind
from models.translation import _


def echo(sheet: PlanSheet, wanted: Plan, draft_id: int, now: datetime) -> Card:
    """Show the plan that holds and the new one, with the button that stores it."""
    confirm = (sheet.letter_id, draft_id, sheet.version)
    return lay_out(
        _("**Send reminders like this from now on?**"),
        words.title(sheet.title),
        in_words(sheet, wanted, now),
        _("**How reminders go out now**") + f"\n{in_words(sheet, sheet.plan, now)}",
        _("-# This replaces every planned reminder that hasn't been sent yet."),
        row(
            Press(_("Send them like this"), "plan.put", sheet.guild_id, confirm, PRIMARY),
            Press(_("Change the plan"), "plan.ask", sheet.guild_id, (sheet.letter_id,)),
        ),
        accent=Accent.WAIT,
    )


def stored(sheet: PlanSheet, now: datetime) -> Card:
    """Say which reminders come from now on."""
    return lay_out(
        _("**Saved.** From now on, I'll send reminders like this."),
        words.title(sheet.title),
        in_words(sheet, sheet.plan, now),
        row(Press(_("Show planned messages"), "reminders.open", sheet.guild_id)),
        accent=Accent.GOOD,
    )


def in_words(sheet: PlanSheet, plan: Plan, now: datetime) -> str:
    """The plan as sentences, one a line, with the instants to which it leads for this letter as it is now."""
    coming = reminder_schedule.ahead(sheet.closes_at, sheet.time_zone, sheet.opened_at, now, plan)
    return "\n".join(f"- {line}" for line in (_channel(coming), _direct(coming), _quiet(plan), _bulletin(plan)))


def _channel(coming: Sequence[Reminder]) -> str:
    if not coming:
        return _("There are no reminders before the letter closes.")
    moments = [
        _("{when} (last call)", when=words.clock(one.due_at))
        if one.kind is NoticeKind.LAST_HOUR
        else words.clock(one.due_at)
        for one in coming
    ]
    return _("Reminders in the channel: {times}.", times=cldr.listed(moments))


def _direct(coming: Sequence[Reminder]) -> str:
    direct = [words.clock(one.due_at) for one in coming if one.direct]
    if not direct:
        return _("No reminders by direct message.")
    return _(
        "People who still have something to do also get direct messages at these times: {times}.",
        times=cldr.listed(direct),
    )


def _quiet(plan: Plan) -> str:
    if plan.quiet is None:
        return _("Direct messages can come at any hour.")
    start, end = (f"{hour:%H:%M}" for hour in plan.quiet)
    return _(
        "I don't send direct messages between {start} and {end} in each person's local time. I send them "
        "earlier instead.",
        start=start,
        end=end,
    )


def _bulletin(plan: Plan) -> str:
    if not plan.bulletin:
        return _("No daily bulletin.")
    return _(
        "Once the letter is published, I post a bulletin at 9:00 each morning while the letter is open. "
        "After it closes, I only post one if the list has changed."
    )
