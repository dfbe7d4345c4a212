"""Dates: a moderator sets or clears what a letter has beside its close: soft deadline, end of review, delivery.

A change is journalled, and announced once the letter is open.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from models.acts import Act
from models.database.tables import Letter
from models.deadlines import reader
from models.letters import milestones
from models.letters.letters import sheet
from models.letters.lookup import choose_to_change
from models.letters.recording import changed
from models.outbox import events
from models.outbox.announcements import announce_each
from models.refusal import Reason, Refusal
from models.sheets import Actor, LetterSheet
from models.terms import LetterState, Milestone, NoticeKind

_BEFORE_CLOSE = frozenset({LetterState.DRAFT, LetterState.OPEN})
STATES: Mapping[Milestone, frozenset[LetterState]] = {
    Milestone.SOFT: _BEFORE_CLOSE,
    Milestone.REVIEW: _BEFORE_CLOSE | {LetterState.CLOSED},
    Milestone.DELIVERY: _BEFORE_CLOSE | {LetterState.CLOSED},
}
"""In which states of the letter each may be set or cleared."""


def show(session: Session, actor: Actor, now: datetime, letter_id: int | None) -> LetterSheet:
    """The letter with its dates, for a moderator. Refuses as ``lookup.choose_to_change`` does."""
    return sheet(session, choose_to_change(session, actor, letter_id, STATES[Milestone.DELIVERY]), now)


def check_put(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, which: Milestone, at: datetime | None
) -> LetterSheet:
    """The letter whose date :func:`put` would set; refuses as it does."""
    return sheet(session, _checked(session, actor, now, letter_id, which, at), now)


def put(
    session: Session,
    actor: Actor,
    now: datetime,
    letter_id: int | None,
    which: Milestone,
    at: datetime | None,
    version: int,
) -> LetterSheet:
    """Set one of the dates, or clear it with None. ``version`` is that of the deadline beside which it was shown.

    Refuses OUTDATED if the close has moved since, MODERATORS_ONLY, WRONG_STATE(state, wants) by STATES,
    FINISHED_BEFORE(at), UNCHANGED, IN_THE_PAST, TOO_FAR; NOT_BEFORE(limit) for a soft deadline from the close on,
    NOT_AFTER(limit) for a review that would end with the close or before.
    """
    letter = _checked(session, actor, now, letter_id, which, at)
    if letter.deadline_version != version:
        raise Refusal(Reason.OUTDATED)
    was = milestones.set_dates(letter).get(which)
    setattr(letter, milestones.COLUMNS[which], at)
    if which is Milestone.REVIEW and letter.closed_at is not None:
        letter.review_until = milestones.review_end(letter, letter.closed_at)
    changed(
        session, letter, now, Act(f"{which} set" if at else f"{which} cleared"), actor.user_id,
        before=was.isoformat() if was else None, after=at.isoformat() if at else None,
    )  # fmt: skip
    if letter.state is not LetterState.DRAFT:
        announce_each(
            session,
            letter,
            NoticeKind.DEADLINE,
            now,
            which,
            change="date",
            which=which.value,
            before=was,
            after=at,
        )
    return sheet(session, letter, now)


def show_event(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, wanted: bool
) -> LetterSheet:
    """Show the close in the server's list of events from now on, or no longer. Refuses UNCHANGED, and as
    :func:`show` does."""
    letter = choose_to_change(session, actor, letter_id, _BEFORE_CLOSE)
    events.switch(session, letter, now, actor.user_id, wanted=wanted)
    return sheet(session, letter, now)


def _checked(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, which: Milestone, at: datetime | None
) -> Letter:
    letter = choose_to_change(session, actor, letter_id, STATES[which])
    if letter.final_at is not None and which is Milestone.REVIEW:
        raise Refusal(Reason.FINISHED_BEFORE, at=letter.final_at)
    if milestones.set_dates(letter).get(which) == at:
        raise Refusal(Reason.UNCHANGED)
    if at is not None:
        reader.require_ahead(at, now)
        if which is Milestone.SOFT and at >= letter.closes_at:
            raise Refusal(Reason.NOT_BEFORE, limit=letter.closes_at)
        if which is Milestone.REVIEW and at <= letter.closes_at:
            raise Refusal(Reason.NOT_AFTER, limit=letter.closes_at)
    return letter
