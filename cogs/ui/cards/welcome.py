"""The card of the welcome channel, which everyone reads: how to take part, and what was published."""

from cogs.ui import words
from cogs.ui.cards import letter, ways
from cogs.ui.layout import LINE, PRIMARY, Card, Press, lay_out, row
from models.sheets import LetterSheet, WelcomeSheet
from models.translation import _


def card(sheet: WelcomeSheet, mark: str | None = None) -> Card:
    """The newest published letters, and the way in."""
    return lay_out(
        _("## Joint letters"),
        _(
            "**Take part** to propose names, vote and sign. It's one short form. Not a member yet? Fill "
            "in the same form, then press *Ask to be let in*."
        ),
        row(Press(_("Take part"), "take-part", sheet.guild_id, style=PRIMARY)),
        *(part for one in sheet.published for part in _published(one)),
        "" if sheet.published else _("-# No letter has been published yet."),
        mark=mark,
    )


def _published(sheet: LetterSheet) -> list[object]:
    title, addressee = (words.title(text) for text in (sheet.title, sheet.addressee))
    return [
        LINE,
        "\n".join(
            filter(
                None,
                (
                    f"**{title}**",
                    _("To {addressee}", addressee=addressee),
                    letter.state_line(sheet),
                    ways.outside(sheet),
                ),
            )
        ),
        row(*ways.to_join(sheet), *ways.to_read(sheet), ways.the_list(sheet)),
    ]
