"""The choice of a later moment for a reminder, and the answer to it."""

from cogs.ui import words
from cogs.ui.layout import PRIMARY, Accent, Card, Part, Press, lay_out, row
from models.rules.reminder_plan import Snooze
from models.sheets import SnoozeSheet
from models.translation import N_, _

LABELS = {Snooze.HOURS: N_("In 3 hours"), Snooze.MORNING: N_("Tomorrow at 9:00")}


def choice(sheet: SnoozeSheet) -> Card:
    """One button for each moment that lies before the close."""
    buttons: list[Part] = [
        Press(_(LABELS[which]), "snooze.put", sheet.guild_id, (sheet.letter_id, which.value), PRIMARY)
        for which in sheet.moments
    ]
    shown = [
        _("- {label}: {moment}", label=_(LABELS[which]), moment=words.moment(at))
        for which, at in sheet.moments.items()
    ]
    left = words.clock(sheet.closes_at, "R")
    too_late = _("The letter closes {when}, so it's too late for another reminder.", when=left)
    todo = Press(_("My to-do list"), "mine", sheet.guild_id, (sheet.letter_id,))
    return lay_out(
        _("**{letter}**: when should I remind you?", letter=words.title(sheet.title)),
        "\n".join(shown) or too_late,
        _("-# Time zone: {zone}.", zone=sheet.zone) if Snooze.MORNING in sheet.moments else "",
        row(*buttons, todo),
        accent=Accent.QUIET,
    )


def chosen(sheet: SnoozeSheet) -> Card:
    """What was chosen, and what it does not change."""
    (at,) = sheet.moments.values()
    return lay_out(
        words.ended(
            _(
                "**I'll remind you on {moment}**, if you still have something to do for {letter}",
                moment=words.moment(at),
                letter=words.title(sheet.title),
            )
        ),
        _("-# You'll still get your other reminders."),
        row(Press(_("Mute reminders"), "mute", sheet.guild_id, (sheet.letter_id,))),
        accent=Accent.GOOD,
    )
