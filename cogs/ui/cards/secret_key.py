"""The bot's secret key was lost: what moderators are told."""

from cogs.ui import words
from models.sheets import NoticeSheet


def lost(sheet: NoticeSheet, title: str) -> list[str]:
    """Secret votes began anew."""
    votes = words.plural(sheet.facts["count"], "secret vote", "secret votes")
    return [
        f"**{title}**: {votes} began anew, for the bot's secret key was lost, and without it nobody can tell "
        "whose the votes so far were.",
        "Whoever voted votes once more. Nothing is counted twice.",
    ]
