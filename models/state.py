"""Where a signatory stands, and the table of who may move what to what. Nothing else moves it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, select

from models import card, journal
from models.refusal import Reason, Refusal
from models.tables import Ballot, Signatory
from models.terms import CardKind, SignatoryState

S = SignatoryState
WAITING = (S.PROPOSED, S.PASSED, S.UNDECIDED, S.OPPOSED, S.HOLD)
"""What a moderator's decision is still due for."""
UNDECIDED_YET = (*WAITING, S.VOTING, S.LATE)
ENDED = frozenset({S.DECLINED, S.CANCELLED, S.REMOVED, S.DUPLICATE})
"""States that give the name free again."""

BY_BOT: Mapping[SignatoryState, frozenset[SignatoryState]] = {
    S.VOTING: frozenset({S.PASSED, S.UNDECIDED, S.OPPOSED}),
}
BY_MEMBER: Mapping[SignatoryState, frozenset[SignatoryState]] = {
    state: frozenset({S.CANCELLED}) for state in UNDECIDED_YET
}
BY_MODERATOR: Mapping[SignatoryState, frozenset[SignatoryState]] = {
    **{
        state: frozenset({S.APPROVED, S.DECLINED, S.HOLD, S.DUPLICATE, S.CANCELLED})
        for state in (*WAITING, S.LATE)
    },
    S.VOTING: frozenset({S.DECLINED, S.HOLD, S.DUPLICATE, S.CANCELLED}),
    S.APPROVED: frozenset({S.REMOVED, *WAITING, S.LATE}),
    S.DECLINED: frozenset({*WAITING, S.LATE}),
    S.REMOVED: frozenset({S.APPROVED}),
}
"""Undo leads back to where a decision found it."""


def of(session: Session, guild_id: int, signatory_id: int) -> Signatory:
    """The row of this server, or NOT_FOUND."""
    found = session.get(Signatory, signatory_id)
    if found is None or found.guild_id != guild_id:
        raise Refusal(Reason.NOT_FOUND)
    return found


def move(
    session: Session,
    signatory: Signatory,
    to: SignatoryState,
    now: datetime,
    actor_id: int | None,
    **facts: Any,
) -> None:
    """Move to another state, if a table above allows it (WRONG_STEP otherwise), and write it down."""
    before = signatory.state
    allowed = BY_BOT if actor_id is None else BY_MODERATOR
    if to not in allowed.get(before, frozenset()) and not (
        actor_id and to in BY_MEMBER.get(before, frozenset())
    ):
        raise Refusal(Reason.WRONG_STEP, state=before, to=to)
    signatory.state = to
    signatory.live = to not in ENDED
    signatory.approved_at = now if to is S.APPROVED else (signatory.approved_at if to is S.REMOVED else None)
    signatory.removed_at = now if to is S.REMOVED else None
    session.flush()
    changed(session, signatory, now, to.value, actor_id, before=before.value, **facts)
    mark_counts_stale(session, signatory)


def mark_counts_stale(session: Session, signatory: Signatory) -> None:
    """Have the letter's card redrawn: its counts or names changed."""
    card.mark_stale(session, CardKind.STATUS, signatory.letter_id)


def mark_stale(session: Session, signatory: Signatory) -> None:
    """Have the signatory's own card redrawn."""
    card.mark_stale(session, CardKind.PROPOSAL, signatory.id)


def changed(
    session: Session, signatory: Signatory, now: datetime, act: str, actor_id: int | None, **facts: Any
) -> None:
    """Write an act on this signatory down, and have its card redrawn."""
    journal.append(
        session,
        signatory.guild_id,
        now,
        act,
        actor_id=actor_id,
        letter_id=signatory.letter_id,
        signatory_id=signatory.id,
        **facts,
    )
    mark_stale(session, signatory)


def drop_ballots(session: Session, row: Signatory) -> None:
    """Forget every ballot of a vote that counts no more."""
    for cast in session.exec(select(Ballot).where(Ballot.signatory_id == row.id)):
        session.delete(cast)
    session.flush()
