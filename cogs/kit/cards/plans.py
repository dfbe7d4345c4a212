"""A letter's plan of reminders in words: read back before it takes effect, and once it holds."""

from collections.abc import Sequence

import discord

from cogs.kit import words
from cogs.kit.layout import Accent, Card, Press, row
from cogs.kit.layout import card as lay_out
from models.plan import Plan
from models.sheets import PlanSheet

TITLE_LIMIT = 200
DAY_WORDS = {0: "at 10:00 and 17:00 on the last day", 1: "at 10:00 one day before"}


def echo(sheet: PlanSheet, wanted: Plan, draft_id: int) -> Card:
    """What holds and what would hold, with the button that makes it so."""
    confirm = (sheet.letter_id, draft_id, sheet.version)
    return lay_out(
        "**Remind like this from now on?**",
        words.escape(words.clip(sheet.title, TITLE_LIMIT)),
        in_words(wanted, sheet.time_zone),
        f"**Until now**\n{in_words(sheet.plan, sheet.time_zone)}",
        "-# What was planned and not sent yet is called off, and planned anew.",
        row(
            Press("Set it", "plan.put", sheet.guild_id, confirm, discord.ButtonStyle.primary),
            Press("Change it", "plan.ask", sheet.guild_id, (sheet.letter_id,)),
        ),
        accent=Accent.WAIT,
    )


def stored(sheet: PlanSheet) -> Card:
    """What holds now."""
    return lay_out(
        "**Set.** Reminders come like this from now on.",
        words.escape(words.clip(sheet.title, TITLE_LIMIT)),
        in_words(sheet.plan, sheet.time_zone),
        row(Press("What is planned", "reminders.open", sheet.guild_id)),
        accent=Accent.GOOD,
    )


def in_words(plan: Plan, zone: str) -> str:
    """The plan as sentences, one a line."""
    return "\n".join(
        f"- {line}" for line in (_channel(plan, zone), _direct(plan), _quiet(plan), _bulletin(plan))
    )


def _channel(plan: Plan, zone: str) -> str:
    days = [DAY_WORDS.get(day, f"at 10:00 {day} days before") for day in plan.days]
    moments = [*days, *_hours(plan.hours)]
    if not moments:
        return "No reminder comes."
    return f"The channel is reminded {words.listed(moments)} (hours of {zone})."


def _hours(hours: Sequence[int]) -> list[str]:
    said = [f"{words.plural(hour, 'hour')} before the close" for hour in hours]
    return [*said[:-1], f"{said[-1]} as the last call"] if said else []


def _direct(plan: Plan) -> str:
    if not plan.direct:
        return "Nobody is reminded by direct message."
    last = "the last one" if plan.direct == 1 else f"the last {plan.direct}"
    to = "to whoever has something left to do; 17:00 is left out"
    return f"{words.begun(last)} of these also by direct message, {to}."


def _quiet(plan: Plan) -> str:
    if plan.quiet is None:
        return "Direct messages come at any hour."
    start, end = (f"{hour:%H:%M}" for hour in plan.quiet)
    return f"No direct message between {start} and {end} where the person lives: it comes earlier."


def _bulletin(plan: Plan) -> str:
    if not plan.bulletin:
        return "No daily bulletin."
    return (
        "A bulletin each morning at 9:00, once the letter is published, while names come or the list changes."
    )
