"""The names that one press approves, as moderators see them before it."""

from cogs.ui.cards.facts import in_short, short
from models.sheets import QueueSheet
from models.terms import Kind, Means
from models.translation import _, ngettext

MOST = 5
"""This many are shown with who agreed: with more of the longest, what speaks against those below would be cut."""


def lines(sheet: QueueSheet) -> list[str]:
    """The first names, each with who agreed and how that is known, and who can say yes themselves."""
    shown = []
    for one in sheet.ready[:MOST]:
        consent = sheet.agreed.get(one.id)
        # Translators: {reason} says who agreed, or why a decision wasn't recorded.
        shown.append(
            _("{name}: {reason}", name=short(one.name), reason=in_short(consent))
            if consent
            else short(one.name)
        )
    more = len(sheet.ready) - MOST
    if more > 0:
        shown.append(ngettext("and {count} more", "and {count} more", more))
    return [f"- {line}" for line in shown] + _themselves(sheet)


def _themselves(sheet: QueueSheet) -> list[str]:
    """That people in this server say yes themselves, where somebody else's word stands for a person."""
    if not any(
        one.kind is Kind.INDIVIDUAL and one.id in sheet.agreed and sheet.agreed[one.id].means is Means.STATED
        for one in sheet.ready
    ):
        return []
    return [
        _(
            "-# Someone else recorded that these people agreed. If one of them is in this server, open the "
            "name and press *They're a member here*, so they can say yes themselves."
        )
    ]
