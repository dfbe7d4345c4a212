"""The public cards that are redrawn when what they show has changed."""

from cogs.ui.cards import letter, proposal
from cogs.ui.layout import Card
from models.sheets import LetterSheet, ProposalSheet


def card(sheet: LetterSheet | ProposalSheet, mark: str | None = None) -> Card:
    """The card of a letter or of a proposal; ``mark`` is what it is found again by."""
    if isinstance(sheet, LetterSheet):
        return letter.status(sheet, public=True, mark=mark)
    return proposal.public(sheet, mark)
