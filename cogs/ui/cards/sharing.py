"""Ready posts about a letter, to copy."""

from cogs.ui import words
from cogs.ui.layout import Accent, Card, Choose, Option, row
from cogs.ui.layout import card as lay_out
from models.sheets.sharing import ReadyPost, ShareSheet

TITLE_LIMIT = 200


def ready(sheet: ShareSheet) -> Card:
    """Each text once, with the networks that it fits."""
    options = [Option(words.language(code), code, chosen=code == sheet.language) for code in sheet.languages]
    menu = row(Choose("Another language", "share.language", sheet.guild_id, options, (sheet.letter_id,)))
    return lay_out(
        f"**Share the letter**\n{words.escape(words.clip(sheet.title, TITLE_LIMIT))}",
        *(_post(one) for one in sheet.posts),
        menu if len(options) > 1 else "",
        f"-# I can't write posts in {words.listed(map(words.language, sheet.wordless))}."
        if sheet.wordless
        else "",
        "-# Copy it and post it yourself: I never post outside Discord. The count is of this moment; open this again "
        "for a new one.",
        accent=Accent.OPEN,
    )


def _post(one: ReadyPost) -> str:
    fits = words.listed(f"{name} ({count:,} of {limit:,})" for name, count, limit in one.fits)
    return f"{fits}\n```\n{one.text.replace('```', chr(39) * 3)}\n```"
