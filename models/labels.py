"""Labels: a stored value as the word that a reader sees for it, in the reader's language, as it stands inside a line.

What is stored, compared or read by programs is the value itself (``models.terms``), never its label.
"""

from models.terms import EditionName, Kind, LetterState
from models.translation import pgettext


def kind(one: Kind) -> str:
    """The word for one of a kind: ``organisation``, ``company``, ``individual``."""
    return {
        Kind.ORGANISATION: pgettext("kind of signatory", "organisation"),
        Kind.COMPANY: pgettext("kind of signatory", "company"),
        Kind.INDIVIDUAL: pgettext("kind of signatory", "individual"),
    }[one]


def letter_state(one: LetterState) -> str:
    """Where a letter is: ``draft``, ``open``, …"""
    return {
        LetterState.DRAFT: pgettext("state of a letter", "draft"),
        LetterState.OPEN: pgettext("state of a letter", "open"),
        LetterState.CLOSED: pgettext("state of a letter", "closed"),
        LetterState.ARCHIVED: pgettext("state of a letter", "archived"),
        LetterState.CANCELLED: pgettext("state of a letter", "cancelled"),
    }[one]


def edition(one: EditionName) -> str:
    """What a published list is: ``opening``, ``update``, ``final``, ``correction``."""
    return {
        EditionName.OPENING: pgettext("kind of published list", "opening"),
        EditionName.UPDATE: pgettext("kind of published list", "update"),
        EditionName.FINAL: pgettext("kind of published list", "final"),
        EditionName.CORRECTION: pgettext("kind of published list", "correction"),
    }[one]
