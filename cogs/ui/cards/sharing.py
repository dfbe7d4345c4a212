"""Ready-made posts about a letter, to copy."""

from cogs.ui import words
from cogs.ui.layout import Accent, Card, Choose, Option, lay_out, row
from models import cldr
from models.sheets.sharing import ReadyPost, ShareSheet
from models.translation import _, number


def ready(sheet: ShareSheet) -> Card:
    """Each text once, with the networks that it fits."""
    options = [Option(words.language(code), code, chosen=code == sheet.language) for code in sheet.languages]
    menu = row(Choose(_("Another language"), "share.language", sheet.guild_id, options, (sheet.letter_id,)))
    return lay_out(
        "\n".join((_("**Share the letter**"), words.title(sheet.title))),
        *(_post(one) for one in sheet.posts),
        menu if len(options) > 1 else "",
        _(
            "-# I can't write posts in {languages}.",
            languages=cldr.listed(map(words.language, sheet.wordless)),
        )
        if sheet.wordless
        else "",
        _(
            "-# Copy the text and post it yourself. I never post outside Discord. The text says how many "
            "signatories there are right now. For the latest number, open this again."
        ),
        accent=Accent.OPEN,
    )


def _post(one: ReadyPost) -> str:
    fits = cldr.listed(
        # Translators: the name of a network, the characters of the post, and the most it may have.
        _("{network} ({count} of {limit})", network=name, count=number(count), limit=number(limit))
        for name, count, limit in one.fits
    )
    return f"{fits}\n```\n{one.text.replace('```', chr(39) * 3)}\n```"
