"""The lock of a letter: what it stops, and how it ends."""

from collections.abc import Sequence

import discord

from cogs.ui.layout import Accent, Card, Part, Press, row
from cogs.ui.layout import card as lay_out
from models.acts import Act
from models.sheets import LockSheet, NoticeSheet

STOPS = (
    "Nobody can approve, remove or edit names, publish, export or change the letter. Members can still propose, vote "
    "and leave. The deadline stays the same."
)
ENDS = "Someone who manages the server can unlock it at once. So can two moderators."


def card(sheet: LockSheet) -> Card:
    """To the person who pressed: how it stands now."""
    if sheet.locked_at is None:
        return lay_out("**The letter is unlocked.**", accent=Accent.GOOD)
    if sheet.wanted:
        return lay_out("**One more moderator has to agree.**", "I've sent them a button.", accent=Accent.WAIT)
    unlock = Press("Unlock", "letter.unlock", sheet.guild_id, (sheet.letter_id,))
    return lay_out("**The letter is locked.**", STOPS, ENDS, row(unlock), accent=Accent.BAD)


def told(sheet: NoticeSheet, title: str) -> Sequence[str]:
    """To the moderators: who did it."""
    who = f"<@{sheet.facts['user_id']}>"
    return {
        Act.LETTER_LOCKED: [f"{who} locked **{title}**.", STOPS, ENDS],
        Act.UNLOCK_WANTED: [f"{who} wants to unlock **{title}**. One more moderator has to agree."],
        Act.LETTER_UNLOCKED: [f"{who} unlocked **{title}**."],
    }[Act(sheet.facts["act"])]


def buttons(sheet: NoticeSheet) -> list[Part]:
    """What can be pressed under that message."""
    letter = sheet.letter
    if letter is None:
        return []
    found: list[Part] = [Press("What moderators did", "acts", sheet.guild_id, (letter.id,))]
    if Act(sheet.facts["act"]) is not Act.LETTER_UNLOCKED:
        found.append(
            Press("Unlock", "letter.unlock", sheet.guild_id, (letter.id,), discord.ButtonStyle.secondary)
        )
    return found
