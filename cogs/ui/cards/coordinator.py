"""Who runs a letter, and handing it to somebody else."""

import discord

from cogs.ui import words
from cogs.ui.layout import Accent, Card, Choose, Of, Part, Press, row
from cogs.ui.layout import card as lay_out
from models.sheets import CoordinatorSheet, NoticeSheet

TITLE_LIMIT = 200


def choosing(sheet: CoordinatorSheet) -> Card:
    """Ask who should run the letter."""
    return lay_out(
        f"**Who runs this letter from now on?**\n{_title(sheet.title)}",
        _now(sheet),
        "-# They have to be a moderator. Moderators see here who runs it, so everyone knows who to "
        "ask. This doesn't change anyone's permissions.",
        row(Choose("The new coordinator", "coordinator.chosen", sheet.guild_id, Of.PEOPLE, (sheet.letter_id,))),
        accent=Accent.OPEN,
    )


def asking(sheet: CoordinatorSheet, user_id: int) -> Card:
    """What handing it over does, with one button to confirm it."""
    about = (sheet.letter_id, user_id, sheet.coordinator_id or 0)
    return lay_out(
        f"**Hand this letter to <@{user_id}>?**\n{_title(sheet.title)}",
        _now(sheet),
        "They get a direct message, if they want those, and the moderators' channel is told.",
        row(Press("Hand it over", "coordinator.hand-over", sheet.guild_id, about, discord.ButtonStyle.primary)),
        accent=Accent.WAIT,
    )


def handed_over(sheet: CoordinatorSheet) -> Card:
    """Say that it is done."""
    return lay_out(
        f"**<@{sheet.coordinator_id}> runs this letter now.**\n{_title(sheet.title)}",
        row(_panel(sheet.guild_id, sheet.letter_id)),
        accent=Accent.GOOD,
    )


def told(sheet: NoticeSheet, title: str) -> list[str]:
    """To the moderators, and to the person."""
    user_id = sheet.facts.get("user_id")
    return [f"<@{user_id}> runs **{title}** from now on." if user_id else f"You run **{title}** from now on."]


def buttons(sheet: NoticeSheet) -> list[Part]:
    """What can be pressed under that message."""
    return [_panel(sheet.guild_id, sheet.letter.id)] if sheet.letter is not None else []


def _panel(guild_id: int, letter_id: int) -> Press:
    return Press("Show the panel", "panel.open", guild_id, (letter_id,))


def _now(sheet: CoordinatorSheet) -> str:
    return f"Now: <@{sheet.coordinator_id}>." if sheet.coordinator_id else "Now: nobody."


def _title(title: str) -> str:
    return words.escape(words.clip(title, TITLE_LIMIT))
