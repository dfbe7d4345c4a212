"""One notice that a moderator sends or skips by hand: what it is, what can be done, and what it would say now."""

from collections.abc import Sequence

import discord

from cogs.ui import words
from cogs.ui.cards import notices, reminders
from cogs.ui.layout import LINE, Accent, Card, Part, Press, row
from cogs.ui.layout import card as lay_out
from cogs.ui.states import UNSENT
from models.sheets import PickedNotice, RehearsedNotice


def picked(sheet: PickedNotice, said: str = "") -> Card:
    """The notice and its buttons; ``said`` is what was just done."""
    line, about = sheet.line, (sheet.line.id,)
    is_planned = line.due_at > sheet.as_of
    buttons: list[Part] = []
    if sheet.can_send:
        primary = discord.ButtonStyle.primary
        buttons.append(Press("Send now", "reminders.send", sheet.guild_id, about, primary))
    if sheet.can_skip:
        buttons.append(Press("Skip", "reminders.skip", sheet.guild_id, about))
    buttons += [
        Press("Show me", "reminders.show", sheet.guild_id, about),
        Press("Back", "reminders", sheet.guild_id, (1,)),
    ]
    shown = reminders.planned(line) if is_planned else reminders.past(line)
    return lay_out(
        f"**{said}**" if said else "",
        shown.removeprefix("- "),
        row(*buttons),
        "-# *Show me* shows it now, only to you." if not said else "",
        accent=Accent.GOOD if said else Accent.QUIET,
    )


def rehearsed(shown: Sequence[RehearsedNotice]) -> Card:
    """What it would say now, for one reader; its buttons are named, not there."""
    blocks: list[object] = []
    for one in shown:
        drawn = notices.card(one.notice)
        labels = [button["label"] for buttons in drawn.view.to_components() for button in buttons["components"]]
        to = "You would get this direct message" if one.direct else "The channel would get this"
        why = f"It wouldn't be sent now: {UNSENT[one.objection]}." if one.objection else ""
        blocks += [
            LINE,
            f"**{to}**",
            words.clip(drawn.content or "", 1500),
            f"-# Buttons: {words.listed(labels)}",
            why,
        ]
    return lay_out("**Only you can see this.** Nothing was sent.", *blocks, accent=Accent.QUIET)
