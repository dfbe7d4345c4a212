"""States in words: one wording for where a signatory stands, wherever a member reads it."""

from cogs.ui import words
from models import labels
from models.sheets import Unsent
from models.terms import LetterState, SignatoryState
from models.translation import N_, _, pgettext

STATES = {
    SignatoryState.PROPOSED: N_("waiting for the moderators"),
    SignatoryState.VOTING: N_("being voted on"),
    SignatoryState.PASSED: N_("passed the vote, waiting for the moderators"),
    SignatoryState.UNDECIDED: N_("no clear result in the vote, waiting for the moderators"),
    SignatoryState.OPPOSED: N_("didn't pass the vote, waiting for the moderators"),
    SignatoryState.HOLD: N_("on hold"),
    SignatoryState.LATE: N_("came in after the letter closed, waiting for the moderators"),
    SignatoryState.APPROVED: N_("on the list"),
    SignatoryState.DECLINED: N_("not added to the list"),
    SignatoryState.CANCELLED: N_("cancelled"),
    SignatoryState.REMOVED: N_("removed from the list"),
    SignatoryState.DUPLICATE: N_("a duplicate of another name on the letter"),
}
"""For menus and behind a colon. Translated where it is said: ``_(STATES[state])``."""


def sentence(state: SignatoryState) -> str:
    """Where a signatory stands, as a line of its own."""
    return words.ended(words.begun(_(STATES[state])))


def of_letter(state: LetterState) -> str:
    """Where a letter is, for a list of such states: ``still a draft or open``."""
    if state is LetterState.DRAFT:
        return pgettext("state of a letter", "still a draft")
    return labels.letter_state(state)


UNSENT: dict[str, str] = {
    Unsent.CALLED_OFF: N_("called off"),
    Unsent.SKIPPED: N_("a moderator skipped it"),
    Unsent.NO_CHANNEL: N_("nobody has chosen a channel for this"),
    Unsent.CUT_OFF: N_("the connection dropped each time I tried to send it"),
    Unsent.BOT_LEFT: N_("I've left this server"),
    Unsent.NOTHING_LEFT: N_("there was nothing left to do"),
    Unsent.NOT_OPEN: N_("the letter is no longer open"),
    Unsent.REOPENED: N_("the letter was reopened"),
    Unsent.CHANGED_AGAIN: N_("there was another change before I sent this"),
    Unsent.UNDONE: N_("the decision was undone"),
    Unsent.ANSWERED: N_("the person has answered, or nobody is asking them any more"),
    Unsent.NOTHING_WAITS: N_("nothing is waiting for the moderators any more"),
    Unsent.LET_IN: N_("the person was let in as a member, or is no longer asking to be let in"),
    Unsent.NO_MESSAGES: N_("the person no longer wants direct messages"),
    Unsent.CLOSED: N_("the letter was closed"),
    Unsent.PAUSED: N_("the letter was paused"),
    Unsent.NO_PART: N_("the person is no longer taking part"),
    Unsent.MUTED: N_("the person muted reminders"),
    Unsent.ENOUGH: N_("the person has had all the reminders this letter allows"),
    Unsent.ANOTHER_DUE: N_("another reminder was due at the same time"),
    Unsent.LATER_DUE: N_("a later reminder was due as well"),
    Unsent.NOT_WANTED: N_("the letter is final or archived, or this kind of message is turned off for it"),
    Unsent.STALE: N_("it was too late to send that day's message, and the next one covers that day"),
    Unsent.NOT_PUBLISHED: N_("the letter isn't published"),
    Unsent.UNCHANGED: N_("nothing has changed since the day before"),
}
"""Why a notice was not sent; what Discord said, or an earlier version of the bot kept, is in words already."""
