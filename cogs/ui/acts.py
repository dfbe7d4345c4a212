"""What the journal's acts are called where people read them. Values in the journal never change; these words may."""

from models.acts import Act

_CALLED = {
    Act.COALITION_SET_UP: "server set up",
    Act.ADMITTED: "let in",
    Act.GONE_FROM_THE_SERVER: "left the server",
    Act.PROPOSER_BLOCKED: "proposals stopped",
    Act.PROPOSER_UNBLOCKED: "proposals allowed again",
    Act.ALLOWANCE_SET: "number of undecided names set",
    Act.PERSON_ERASED: "data deleted",
    Act.JOURNAL_EMPTIED: "old entries deleted",
    Act.EDITION_CUT: "list published",
    Act.UNLOCK_WANTED: "asked to unlock the letter",
    Act.SAFEGUARD_WANTED: "asked to change a safeguard",
    Act.NOTICE_SENT_BY_HAND: "message sent by hand",
    Act.NOTICE_SKIPPED: "message skipped",
    Act.POINT_WRITTEN: "talking point written",
    Act.POINT_REMOVED: "talking point removed",
    Act.INVITATION_WRITTEN: "message to send rewritten",
    Act.POLICY_SET: "way of voting changed",
    Act.PUBLICATION_CALLED_OFF: "publication cancelled",
    Act.HANDED_OVER: "list exported",
    Act.EVENT_SWITCHED_ON: "close shown in the server's events",
    Act.EVENT_SWITCHED_OFF: "close hidden from the server's events",
    Act.LETTER_EXTENDED: "deadline moved",
    Act.SOFT_DEADLINE_CLEARED: "soft deadline removed",
    Act.END_OF_REVIEW_CLEARED: "end of review removed",
    Act.DELIVERY_SET: "delivery date set",
    Act.DELIVERY_CLEARED: "delivery date removed",
    Act.VOTING: "vote started",
    Act.PASSED: "voted in",
    Act.UNDECIDED: "no clear vote",
    Act.OPPOSED: "voted against",
    Act.HOLD: "put on hold",
    Act.LATE: "kept as late",
    Act.DUPLICATE: "marked as a duplicate",
    Act.APPROVAL_VOID: "first approval no longer counts",
    Act.APPROVED_ONCE: "approved by the first of two moderators",
    Act.ASKED_TO_LEAVE: "asked to take it off the list",
    Act.PERSON_ASKED: "asked if the name is theirs",
    Act.REFUSED_BY_THE_PERSON: "the person said no",
    Act.REFUSED_BY_WHO_WAS_ASKED_BEFORE: "the person asked before said no",
    Act.VOTE_RESTARTED: "vote started over",
}


def called(act: Act) -> str:
    """The act in words, for a line such as "10:00 Ana: list published"."""
    return _CALLED.get(act, act.value)
