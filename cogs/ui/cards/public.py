"""The public cards that are redrawn when what they show has changed."""

from cogs.ui.cards import letter, notices, proposal, welcome
from cogs.ui.layout import Card
from models.sheets import LetterSheet, NoticeSheet, ProposalSheet, WelcomeSheet


def card(sheet: LetterSheet | ProposalSheet | WelcomeSheet | NoticeSheet, mark: str | None = None) -> Card:
    """The card of a letter, of a proposal, or of the welcome channel, or a message about a letter's course; ``mark`` is
    what it is found again by. A message keeps the one it was sent with."""
    if isinstance(sheet, NoticeSheet):
        return notices.card(sheet, mark=str(sheet.posted.delivery_id) if sheet.posted is not None else mark)
    if isinstance(sheet, LetterSheet):
        return letter.status(sheet, public=True, mark=mark)
    if isinstance(sheet, WelcomeSheet):
        return welcome.card(sheet, mark)
    return proposal.public(sheet, mark)
