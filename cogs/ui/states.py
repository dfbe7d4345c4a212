"""States in words: one wording for where a signatory stands, wherever a member reads it."""

from cogs.ui import words
from models.sheets import Unsent
from models.terms import SignatoryState

STATES = {
    SignatoryState.PROPOSED: "waiting for the moderators",
    SignatoryState.VOTING: "being voted on",
    SignatoryState.PASSED: "voted in, waiting for the moderators",
    SignatoryState.UNDECIDED: "no clear vote, waiting for the moderators",
    SignatoryState.OPPOSED: "voted against, waiting for the moderators",
    SignatoryState.HOLD: "on hold",
    SignatoryState.LATE: "came after the close, waiting for the moderators",
    SignatoryState.APPROVED: "on the list",
    SignatoryState.DECLINED: "not added to the list",
    SignatoryState.CANCELLED: "cancelled",
    SignatoryState.REMOVED: "removed from the list",
    SignatoryState.DUPLICATE: "a duplicate of another name on the letter",
}
"""For the middle of a sentence and for menus."""


def sentence(state: SignatoryState) -> str:
    """Where a signatory stands, as a whole sentence."""
    return f"{words.begun(STATES[state])}."


UNSENT: dict[str, str] = {
    Unsent.CALLED_OFF: "called off",
    Unsent.SKIPPED: "a moderator skipped it",
    Unsent.NO_CHANNEL: "no channel is chosen for this",
    Unsent.CUT_OFF: "the connection was cut each time it was sent",
    Unsent.BOT_LEFT: "the bot has left this server",
    Unsent.NOTHING_LEFT: "nothing was left to do",
    Unsent.NOT_OPEN: "the letter is no longer open",
    Unsent.REOPENED: "the letter was reopened",
    Unsent.CHANGED_AGAIN: "it changed again in between",
    Unsent.UNDONE: "the decision was undone",
    Unsent.ANSWERED: "the person has answered, or is no longer asked",
    Unsent.NOTHING_WAITS: "nothing is waiting any more",
    Unsent.LET_IN: "the person was let in, or no longer asks",
    Unsent.NO_MESSAGES: "the person no longer wants direct messages",
    Unsent.CLOSED: "the letter was closed",
    Unsent.PAUSED: "the letter was paused",
    Unsent.NO_PART: "the person no longer takes part",
    Unsent.MUTED: "the person muted reminders",
    Unsent.ENOUGH: "the person has had all the reminders this letter allows",
    Unsent.ANOTHER_DUE: "another reminder was due at the same time",
    Unsent.LATER_DUE: "a later reminder was due as well",
    Unsent.NOT_WANTED: "the letter is final or archived, or has these turned off",
    Unsent.STALE: "it's too late for that day; the next one covers it",
    Unsent.NOT_PUBLISHED: "the letter isn't published",
    Unsent.UNCHANGED: "nothing has changed since the day before",
}
"""Why a notice was not sent; what Discord said, or an earlier version of the bot kept, is in words already."""
