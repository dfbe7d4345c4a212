"""States in words: one wording for where a signatory stands, wherever a member reads it."""

from cogs.ui import words
from models.terms import SignatoryState

STATES = {
    SignatoryState.PROPOSED: "waits for the moderators",
    SignatoryState.VOTING: "the vote is under way",
    SignatoryState.PASSED: "voted in; waits for the moderators",
    SignatoryState.UNDECIDED: "the vote did not decide; waits for the moderators",
    SignatoryState.OPPOSED: "voted against; waits for the moderators",
    SignatoryState.HOLD: "on hold",
    SignatoryState.LATE: "came after the close; waits for the moderators",
    SignatoryState.APPROVED: "on the list",
    SignatoryState.DECLINED: "not taken onto the list",
    SignatoryState.CANCELLED: "cancelled",
    SignatoryState.REMOVED: "removed from the list",
    SignatoryState.DUPLICATE: "stands on the list under another entry",
}
"""For the middle of a sentence and for menus."""


def sentence(state: SignatoryState) -> str:
    """The same as a sentence of its own."""
    return f"{words.begun(STATES[state])}."
