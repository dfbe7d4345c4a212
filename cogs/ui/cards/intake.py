"""What moderators are asked before a letter takes names, pauses or resumes: what happens then, and who is pinged."""

import discord

from cogs.ui import words
from cogs.ui.cards.window import ANNOUNCED, TITLE_LIMIT, Move
from cogs.ui.layout import Accent, Card, Press, row
from cogs.ui.layout import card as lay_out
from models.publishing.confirmation import shown
from models.sheets import CoalitionSheet, LetterSheet

NO_TEXT_YET = "It has no text yet. Add it before publishing: */manage letter text*."


def opening(sheet: LetterSheet, server: CoalitionSheet) -> Card:
    """Ask before the letter is opened, and say who is told and who is pinged."""
    if server.announcements_id is None:
        told = "**No channel for announcements is chosen, so nobody hears about it.** Choose one first with /setup."
    else:
        where = f"in <#{server.announcements_id}>"
        pinged = (
            f"**<@&{server.member_role_id}> is pinged once**" if server.member_role_id else "Nobody is pinged"
        )
        told = f"It is announced {where}. {pinged} now. Reminders ping separately, later."
    return lay_out(
        "**Open the letter now?** Members can then propose names and sign.",
        words.escape(words.clip(sheet.title, TITLE_LIMIT)),
        f"It closes {words.in_both(sheet.closes_at, sheet.time_zone)}.",
        told,
        "" if sheet.text is not None else NO_TEXT_YET,
        row(_confirm("Open the letter", Move.OPEN, sheet)),
        accent=Accent.WAIT,
    )


def pause(sheet: LetterSheet) -> Card:
    """Ask before intake is stopped."""
    return lay_out(
        "**Pause the letter?** It takes no names or signatures until you resume it.",
        words.escape(words.clip(sheet.title, TITLE_LIMIT)),
        f"The deadline stays the same: {words.in_both(sheet.closes_at, sheet.time_zone)}.",
        ANNOUNCED,
        row(_confirm("Pause the letter", Move.PAUSE, sheet)),
        accent=Accent.WAIT,
    )


def resume(sheet: LetterSheet) -> Card:
    """Ask before names are taken again."""
    return lay_out(
        "**Resume the letter?** It takes names and signatures again.",
        words.escape(words.clip(sheet.title, TITLE_LIMIT)),
        f"The deadline stays the same: {words.in_both(sheet.closes_at, sheet.time_zone)}.",
        ANNOUNCED,
        row(_confirm("Resume the letter", Move.RESUME, sheet)),
        accent=Accent.WAIT,
    )


def _confirm(label: str, move: Move, sheet: LetterSheet) -> Press:
    about = (move.value, sheet.id, shown(sheet, move.value), 0, 0)
    return Press(label, "window.confirm", sheet.guild_id, about, discord.ButtonStyle.primary)
