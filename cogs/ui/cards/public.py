"""The public cards that are redrawn when what they show has changed."""

from cogs.ui.cards import letter, notices, proposal, welcome
from cogs.ui.layout import Card, lay_out, plain
from models.sheets import LetterSheet, NoticeSheet, ProposalSheet, WelcomeSheet
from models.translation import _


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


def withheld(sheet: LetterSheet | ProposalSheet | WelcomeSheet | NoticeSheet) -> Card:
    """What stands in the place of a card about an unpublished letter while everyone reads its channel. What stood there
    tells outsiders of the letter, of names that were erased or declined since, and its buttons lead nowhere for
    them; the message stays, so that the card comes back to it."""
    why = _(
        "This letter isn't published yet, and everyone can read this channel. I'll show this message "
        "again once the letter is published or the channel is for members only."
    )
    said = f"-# {why}"
    return plain(said) if isinstance(sheet, NoticeSheet) else lay_out(said)
