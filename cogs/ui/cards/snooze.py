"""The choice of a later moment for a reminder, and the answer to it."""

import discord

from cogs.ui import words
from cogs.ui.layout import Accent, Card, Part, Press, row
from cogs.ui.layout import card as lay_out
from models.rules.reminder_plan import Snooze
from models.sheets import SnoozeSheet

LABELS = {Snooze.HOURS: "In 3 hours", Snooze.MORNING: "Tomorrow at 9:00"}


def choice(sheet: SnoozeSheet) -> Card:
    """One button for each moment that lies before the close."""
    buttons: list[Part] = [
        Press(
            LABELS[which],
            "snooze.put",
            sheet.guild_id,
            (sheet.letter_id, which.value),
            discord.ButtonStyle.primary,
        )
        for which in sheet.moments
    ]
    shown = [f"- {LABELS[which]}: {words.moment(at)}" for which, at in sheet.moments.items()]
    too_late = f"It closes {words.clock(sheet.closes_at, 'R')}, so it's too late for another reminder."
    todo = Press("My to-do list", "mine", sheet.guild_id, (sheet.letter_id,))
    return lay_out(
        f"**{words.escape(words.clip(sheet.title, 200))}**: when should I remind you?",
        "\n".join(shown) or too_late,
        f"-# Times are for {sheet.zone}." if Snooze.MORNING in sheet.moments else "",
        row(*buttons, todo),
        accent=Accent.QUIET,
    )


def chosen(sheet: SnoozeSheet) -> Card:
    """What was chosen, and what it does not change."""
    (at,) = sheet.moments.values()
    return lay_out(
        words.ended(
            f"**I'll remind you {words.moment(at)}**, if you still have something to do for "
            f"{words.escape(words.clip(sheet.title, 200))}"
        ),
        "-# Other reminders come as planned.",
        row(Press("Mute reminders", "mute", sheet.guild_id, (sheet.letter_id,))),
        accent=Accent.GOOD,
    )
