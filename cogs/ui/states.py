"""States in words: one wording for where a signatory stands, wherever a member reads it."""

from cogs.ui import words
from models.sheets import Unsent
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
    """Where a signatory stands, as a whole sentence."""
    return f"{words.begun(STATES[state])}."


UNSENT: dict[str, str] = {
    Unsent.CALLED_OFF: "called off",
    Unsent.SKIPPED: "a moderator skipped it",
    Unsent.NO_CHANNEL: "no channel is chosen for this",
    Unsent.CUT_OFF: "whoever sent it was cut off each time",
    Unsent.BOT_LEFT: "the bot has left this server",
    Unsent.NOTHING_LEFT: "nothing was left to do",
    Unsent.NOT_OPEN: "the letter is not open any more",
    Unsent.REOPENED: "the letter was reopened",
    Unsent.CHANGED_AGAIN: "it changed again meanwhile",
    Unsent.UNDONE: "the decision was undone",
    Unsent.ANSWERED: "the person has answered, or is not asked any more",
    Unsent.NOTHING_WAITS: "nothing waits any more",
    Unsent.LET_IN: "the person was let in meanwhile, or does not ask any more",
    Unsent.NO_MESSAGES: "the person wants no direct messages any more",
    Unsent.CLOSED: "the letter was closed",
    Unsent.PAUSED: "the letter was paused",
    Unsent.NO_PART: "the person takes no part any more",
    Unsent.MUTED: "the person muted reminders",
    Unsent.ENOUGH: "the person had as many reminders about this letter as may come",
    Unsent.ANOTHER_DUE: "a reminder was due too",
    Unsent.LATER_DUE: "a later reminder was due too",
    Unsent.NOT_WANTED: "the letter is final, put away, or wants none",
    Unsent.STALE: "it is too late for that day; the next one says it all",
    Unsent.NOT_PUBLISHED: "the letter is not published",
    Unsent.UNCHANGED: "nothing changed since the day before",
}
"""Why a notice was not sent; what Discord said, or an earlier version of the bot kept, is in words already."""
