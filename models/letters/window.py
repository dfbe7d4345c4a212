"""The signing window: opening, moving the close, pausing, closing, and the ends of a letter.

A moderator's verb refuses MODERATORS_ONLY, WRONG_STATE(state, wants) by the table MOVES, and as ``lookup.choose``
does. :func:`close_due` is run by the clock, for all servers.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select

from models.acts import Act
from models.coalitions import records
from models.database.tables import Letter
from models.deadlines import reader
from models.letters import milestones
from models.letters.letters import sheet
from models.letters.lookup import choose_to_change
from models.letters.recording import changed
from models.outbox import cards, notices, planning
from models.outbox.announcements import announce_each, announce_once
from models.participants import drafts
from models.refusal import Reason, Refusal
from models.sheets import Actor, LetterSheet
from models.signatories import allowance, counting
from models.strings import plain_text
from models.terms import CardKind, LetterState, NoticeKind
from models.voting import votes

GRACE = timedelta(seconds=3)
"""The clock closes a letter this much after its close: presses made on time may still be under way."""

LONGEST_REASON = 300
CANCEL = "letter-cancel"
"""The draft that keeps the reason for giving a letter up until that is confirmed."""

_DRAFT, _OPEN = frozenset({LetterState.DRAFT}), frozenset({LetterState.OPEN})
_CLOSED, _CANCELLED = frozenset({LetterState.CLOSED}), frozenset({LetterState.CANCELLED})

MOVES: Mapping[str, frozenset[LetterState]] = {
    "open": _DRAFT,
    "publish": _OPEN | _CLOSED,
    "extend": _OPEN,
    "pause": _OPEN,
    "resume": _OPEN,
    "close_early": _OPEN,
    "finish": _CLOSED,
    "reopen": _CLOSED,
    "cancel": _DRAFT | _OPEN,
    "archive": _CLOSED | _CANCELLED,
}
"""In which states of the letter each verb is accepted."""


def check_move(
    session: Session,
    actor: Actor,
    now: datetime,
    letter_id: int | None,
    move: str,
    closes_at: datetime | None = None,
) -> LetterSheet:
    """The letter that a move of :data:`MOVES` is about to change, to be shown before it is confirmed.

    Refuses as the move does: by its state and pause, NOT_SET_UP for one to be opened, NOT_LATER for an extension to
    ``closes_at``, NOT_FINISHED for a letter to be archived.
    """
    if MOVES[move] == _OPEN:
        letter = _still_open(session, actor, now, letter_id, move)
    else:
        letter = choose_to_change(session, actor, letter_id, MOVES[move])
    if move == "open":
        _require_ready(session, letter, now)
    if move == "pause":
        _require_running(letter)
    if move == "resume":
        _require_paused(letter)
    if move == "extend" and closes_at is not None:
        _require_later(letter, closes_at)
    if move == "archive":
        _require_finished(session, letter)
    return sheet(session, letter, now)


def open_(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> LetterSheet:
    """Start the window: members may propose and sign. The status card is posted, reminders are planned.

    Refuses NOT_SET_UP, IN_THE_PAST(instant) and TOO_FAR for the close.
    """
    letter = choose_to_change(session, actor, letter_id, MOVES["open"])
    _require_ready(session, letter, now)
    letter.state, letter.opened_at = LetterState.OPEN, now
    changed(session, letter, now, Act.LETTER_OPENED, actor.user_id, closes_at=letter.closes_at.isoformat())
    cards.post(session, letter.guild_id, CardKind.STATUS, letter.id)
    announce_once(session, letter, NoticeKind.OPENING, now)
    planning.follow(session, letter, now)
    return sheet(session, letter, now)


def extend(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, closes_at: datetime
) -> LetterSheet:
    """Move the close of an open letter later; votes that the old close would cut run their time, or until the new.

    Refuses NOT_LATER(closes_at), IN_THE_PAST, TOO_FAR.
    """
    letter = _still_open(session, actor, now, letter_id, "extend")
    reader.require_ahead(closes_at, now)
    _require_later(letter, closes_at)
    before = _move_close(session, letter, now, closes_at, Act.LETTER_EXTENDED, actor)
    announce_once(session, letter, NoticeKind.DEADLINE, now, change="extended", before=before, after=closes_at)
    return sheet(session, letter, now)


def pause(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> LetterSheet:
    """Stop intake for now, and the clocks of the votes; the close stays where it is.

    Refuses PAUSED_ALREADY(since).
    """
    letter = _still_open(session, actor, now, letter_id, "pause")
    _require_running(letter)
    letter.paused_at = now
    votes.paused(session, letter)
    changed(session, letter, now, Act.LETTER_PAUSED, actor.user_id)
    announce_each(session, letter, NoticeKind.DEADLINE, now, "paused", change="paused")
    return sheet(session, letter, now)


def resume(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> LetterSheet:
    """Take in again; the close stays where it is, votes have the time that they had left.

    Refuses NOT_PAUSED.
    """
    letter = _still_open(session, actor, now, letter_id, "resume")
    since, letter.paused_at = _require_paused(letter), None
    votes.resumed(session, letter, since, now)
    changed(session, letter, now, Act.LETTER_RESUMED, actor.user_id, since=since.isoformat())
    announce_each(session, letter, NoticeKind.DEADLINE, now, "resumed", change="resumed")
    return sheet(session, letter, now)


def close_early(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> LetterSheet:
    """Move the close to now. :func:`close_due` does the rest once presses made until now have arrived.

    Secret votes end with it uncounted (``votes.end_all_by_hand``).
    """
    letter = _still_open(session, actor, now, letter_id, "close_early")
    votes.end_secret_by_hand(session, letter, now)
    _move_close(session, letter, now, now, Act.LETTER_CLOSED_EARLY, actor)
    return sheet(session, letter, now)


def close_due(session: Session, now: datetime) -> int:
    """Close every open letter, also a paused one, some seconds after its close; how many.

    Nothing on time is lost: votes cut short go to review with their tally so far.
    """
    due = held(session, "close_early", col(Letter.closes_at) <= now - GRACE)
    for letter in due:
        votes.cut_short(session, letter, now)
        letter.state, letter.closed_at, letter.paused_at = LetterState.CLOSED, letter.closes_at, None
        # Where the bot was away, moderators still get the whole of their time.
        letter.review_until = milestones.review_end(letter, max(letter.closes_at, now - GRACE))
        waits = counting.waiting(session, letter.id)
        changed(
            session, letter, now, Act.LETTER_CLOSED, None, closed_at=letter.closes_at.isoformat(), waits=waits
        )
        announce_once(session, letter, NoticeKind.CLOSE, now, waits=waits, review_until=letter.review_until)
        if waits:
            announce_once(
                session, letter, NoticeKind.QUEUE, now, "close", waits=waits, review_until=letter.review_until
            )
    return len(due)


def reopen(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, closes_at: datetime
) -> LetterSheet:
    """Open a closed letter again until ``closes_at``; a final edition that was cut stays, the next gets its own
    number. Votes that have ended stay ended. Refuses IN_THE_PAST, TOO_FAR."""
    letter = choose_to_change(session, actor, letter_id, MOVES["reopen"])
    reader.require_ahead(closes_at, now)
    letter.state = LetterState.OPEN
    letter.closed_at = letter.review_until = letter.final_at = None
    before = _move_close(session, letter, now, closes_at, Act.LETTER_REOPENED, actor)
    announce_once(session, letter, NoticeKind.DEADLINE, now, change="reopened", before=before, after=closes_at)
    return sheet(session, letter, now)


def cancel_from_draft(
    session: Session, actor: Actor, now: datetime, letter_id: int, draft_id: int
) -> LetterSheet:
    """:func:`cancel` with the reason that waits in a draft, which is erased with that. Refuses DRAFT_GONE too."""
    kept = drafts.take(session, actor, now, draft_id, CANCEL)
    return drafts.spend(session, actor, now, draft_id, cancel, letter_id, kept.answers["reason"])


def cancel(session: Session, actor: Actor, now: datetime, letter_id: int | None, reason: str) -> LetterSheet:
    """Give the letter up: votes end, what was planned is called off, and it is announced with the reason where
    it was open. Refuses EMPTY and TOO_LONG (field "reason")."""
    letter = choose_to_change(session, actor, letter_id, MOVES["cancel"])
    reason = plain_text.line(reason, "reason", LONGEST_REASON)
    was_open = letter.state is LetterState.OPEN
    votes.end_secret_by_hand(session, letter, now)
    votes.cut_short(session, letter, now)
    letter.state, letter.paused_at, letter.publish_at = LetterState.CANCELLED, None, None
    allowance.forget(session, letter)
    changed(session, letter, now, Act.LETTER_CANCELLED, actor.user_id, reason=reason)
    notices.call_off(session, letter.id, now)
    if was_open:
        announce_once(session, letter, NoticeKind.DEADLINE, now, "cancelled", change="cancelled", reason=reason)
    return sheet(session, letter, now)


def archive(session: Session, actor: Actor, now: datetime, letter_id: int | None) -> LetterSheet:
    """Put a finished or cancelled letter away; choosers no longer offer it by themselves.

    Refuses NOT_FINISHED(waits) if a published letter still lacks its final edition.
    """
    letter = choose_to_change(session, actor, letter_id, MOVES["archive"])
    _require_finished(session, letter)
    letter.state, letter.publish_at = LetterState.ARCHIVED, None
    allowance.forget(session, letter)
    changed(session, letter, now, Act.LETTER_ARCHIVED, actor.user_id)
    return sheet(session, letter, now)


def _still_open(session: Session, actor: Actor, now: datetime, letter_id: int | None, verb: str) -> Letter:
    """An open letter before its close: from then on it counts as closed, also until the clock closes it."""
    letter = choose_to_change(session, actor, letter_id, MOVES[verb])
    if now >= letter.closes_at:
        raise Refusal(Reason.WRONG_STATE, state=LetterState.CLOSED, wants=[LetterState.OPEN])
    return letter


def _require_ready(session: Session, letter: Letter, now: datetime) -> None:
    if records.coalition_of(session, letter.guild_id).set_up_at is None:
        raise Refusal(Reason.NOT_SET_UP)
    reader.require_ahead(letter.closes_at, now)


def _require_running(letter: Letter) -> None:
    if letter.paused_at is not None:
        raise Refusal(Reason.PAUSED_ALREADY, since=letter.paused_at)


def _require_paused(letter: Letter) -> datetime:
    if letter.paused_at is None:
        raise Refusal(Reason.NOT_PAUSED)
    return letter.paused_at


def _require_finished(session: Session, letter: Letter) -> None:
    if letter.state is LetterState.CLOSED and letter.published_at is not None and letter.final_at is None:
        raise Refusal(Reason.NOT_FINISHED, waits=counting.waiting(session, letter.id))


def _require_later(letter: Letter, closes_at: datetime) -> None:
    if closes_at <= letter.closes_at:
        raise Refusal(Reason.NOT_LATER, closes_at=letter.closes_at)


def held(session: Session, verb: str, *due: Any) -> Sequence[Letter]:
    """Letters on which the clock may do this now, held against other writers. A lock stops what publishes, and no
    close."""
    if verb in ("publish", "finish"):
        due = (*due, col(Letter.locked_at).is_(None))
    query = select(Letter).where(col(Letter.state).in_(MOVES[verb]), *due).order_by(col(Letter.id))
    return session.exec(query.with_for_update()).all()


def _move_close(
    session: Session, letter: Letter, now: datetime, closes_at: datetime, act: Act, actor: Actor
) -> datetime:
    """Set the one stored deadline; votes and reminders follow it. Returns the old one."""
    before, letter.closes_at, letter.accepts_until = letter.closes_at, closes_at, None
    letter.deadline_version += 1
    dropped = milestones.follow_close(letter)
    changed(
        session,
        letter,
        now,
        act,
        actor.user_id,
        before=before.isoformat(),
        after=closes_at.isoformat(),
        **({"dropped": dropped} if dropped else {}),
    )
    votes.follow_close(session, letter, before)
    planning.follow(session, letter, now)
    return before
