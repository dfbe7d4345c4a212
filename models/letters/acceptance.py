"""Acceptance: whether a letter takes names right now, and what of it counts as on time."""

from datetime import datetime

from models.database.tables import Letter
from models.refusal import Reason, Refusal
from models.terms import LetterState

TAKING = (LetterState.OPEN, LetterState.CLOSED)
"""The states in which what comes is on time or late."""


def ends_at(letter: Letter) -> datetime:
    """From then on names are late: the close, or the later hour until which moderators accept them as on time."""
    return max(letter.closes_at, letter.accepts_until or letter.closes_at)


def is_late(letter: Letter, now: datetime) -> bool:
    """Whether a name that comes now is late; in a draft none is."""
    return letter.state is not LetterState.DRAFT and now >= ends_at(letter)


def require(letter: Letter, now: datetime) -> None:
    """Whether proposals and signings are taken right now: open, not paused, and on time.

    Refuses NOT_OPEN for a draft, WRONG_STATE(state, wants), CLOSED(closes_at), PAUSED(since).
    """
    if letter.state is LetterState.DRAFT:
        raise Refusal(Reason.NOT_OPEN)
    if letter.state not in TAKING:
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=[LetterState.OPEN], by_member=True)
    if is_late(letter, now) or (letter.state is LetterState.CLOSED and letter.accepts_until is None):
        raise Refusal(Reason.CLOSED, closes_at=letter.closes_at)
    if letter.paused_at is not None:
        raise Refusal(Reason.PAUSED, since=letter.paused_at)
