"""Labels: a stored value as the word that a reader sees for it, in the reader's language, as it stands inside a line.

What is stored, compared or read by programs is the value itself (``models.terms``), never its label.
"""

from models.terms import Choice, EditionName, Kind, LetterState, SignatoryState, Verdict, Way
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


def signatory_state(one: SignatoryState) -> str:
    """Where a name is: ``proposed``, ``voting``, …"""
    return {
        SignatoryState.PROPOSED: pgettext("state of a signatory", "proposed"),
        SignatoryState.VOTING: pgettext("state of a signatory", "voting"),
        SignatoryState.PASSED: pgettext("state of a signatory", "passed"),
        SignatoryState.UNDECIDED: pgettext("state of a signatory", "undecided"),
        SignatoryState.OPPOSED: pgettext("state of a signatory", "opposed"),
        SignatoryState.HOLD: pgettext("state of a signatory", "hold"),
        SignatoryState.LATE: pgettext("state of a signatory", "late"),
        SignatoryState.APPROVED: pgettext("state of a signatory", "approved"),
        SignatoryState.DECLINED: pgettext("state of a signatory", "declined"),
        SignatoryState.CANCELLED: pgettext("state of a signatory", "cancelled"),
        SignatoryState.REMOVED: pgettext("state of a signatory", "removed"),
        SignatoryState.DUPLICATE: pgettext("state of a signatory", "duplicate"),
    }[one]


def way(one: Way) -> str:
    """How a name came onto the letter: ``proposed``, ``signed``, …"""
    return {
        Way.PROPOSED: pgettext("how a name came in", "proposed"),
        Way.SIGNED: pgettext("how a name came in", "signed"),
        Way.ENTERED: pgettext("how a name came in", "entered"),
        Way.IMPORTED: pgettext("how a name came in", "imported"),
    }[one]


def choice(one: Choice) -> str:
    """What somebody votes: ``for``, ``against``, ``abstain``."""
    return {
        Choice.FOR: pgettext("vote", "for"),
        Choice.AGAINST: pgettext("vote", "against"),
        Choice.ABSTAIN: pgettext("vote", "abstain"),
    }[one]


def verdict(one: Verdict) -> str:
    """What a moderator decides: ``approve``, ``decline``, ``hold``."""
    return {
        Verdict.APPROVE: pgettext("decision in review", "approve"),
        Verdict.DECLINE: pgettext("decision in review", "decline"),
        Verdict.HOLD: pgettext("decision in review", "hold"),
    }[one]


def edition(one: EditionName) -> str:
    """What a published list is: ``opening``, ``update``, ``final``, ``correction``."""
    return {
        EditionName.OPENING: pgettext("kind of published list", "opening"),
        EditionName.UPDATE: pgettext("kind of published list", "update"),
        EditionName.FINAL: pgettext("kind of published list", "final"),
        EditionName.CORRECTION: pgettext("kind of published list", "correction"),
    }[one]
