"""The public cards that are redrawn when what they show has changed."""

from cogs.ui.cards import letter, proposal, welcome
from cogs.ui.layout import Card
from models.sheets import LetterSheet, ProposalSheet, WelcomeSheet


def card(sheet: LetterSheet | ProposalSheet | WelcomeSheet, mark: str | None = None) -> Card:
    """The card of a letter, of a proposal, or of the welcome channel; ``mark`` is what it is found again by."""
    if isinstance(sheet, LetterSheet):
        return letter.status(sheet, public=True, mark=mark)
    if isinstance(sheet, WelcomeSheet):
        return welcome.card(sheet, mark)
    return proposal.public(sheet, mark)
