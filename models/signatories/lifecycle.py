"""Where a signatory stands: who may move what to what, and the one function that moves."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Session

from models import journal
from models.acts import Act
from models.database.tables import Signatory
from models.outbox import cards
from models.refusal import Reason, Refusal
from models.terms import CardKind, SignatoryState

S = SignatoryState
WAITING = frozenset({S.PROPOSED, S.PASSED, S.UNDECIDED, S.OPPOSED, S.HOLD})
"""What a moderator's decision is still due for."""
DECIDABLE = WAITING | {S.LATE}
UNSETTLED = DECIDABLE | {S.VOTING}
ENDED = frozenset({S.DECLINED, S.CANCELLED, S.REMOVED, S.DUPLICATE})
"""States that give the name free again."""
_REVOTED = frozenset({S.PASSED, S.UNDECIDED, S.OPPOSED, S.HOLD})


class Who(StrEnum):
    """Who moves a signatory from one state to another."""

    MEMBER = "member"
    """Whoever put the name forward."""
    MODERATOR = "moderator"
    BOT = "bot"


MOVES: Mapping[Who, Mapping[SignatoryState, frozenset[SignatoryState]]] = {
    Who.BOT: {
        S.PROPOSED: frozenset({S.VOTING}),
        S.VOTING: frozenset({S.PASSED, S.UNDECIDED, S.OPPOSED}),
    },
    Who.MEMBER: {
        **{state: frozenset({S.CANCELLED}) for state in UNSETTLED},
        # A correction that names someone else is voted on anew.
        **{state: frozenset({S.CANCELLED, S.VOTING}) for state in _REVOTED},
        # Whoever signed for the own organisation or person may leave for as long as the list is public.
        S.APPROVED: frozenset({S.REMOVED}),
    },
    Who.MODERATOR: {
        # An import that is undone takes back what nobody has approved yet.
        S.VOTING: frozenset({S.CANCELLED, S.DUPLICATE}),
        **{
            state: frozenset({S.APPROVED, S.DECLINED, S.HOLD, S.CANCELLED, S.DUPLICATE}) - {state}
            for state in DECIDABLE
        },
        # Names that came while the bot was away may be accepted as on time.
        S.LATE: frozenset({S.APPROVED, S.DECLINED, S.HOLD, S.PROPOSED, S.CANCELLED, S.DUPLICATE}),
        # An undo leads back to where the decision found it.
        S.HOLD: frozenset({S.APPROVED, S.DECLINED, S.CANCELLED, S.DUPLICATE, S.VOTING}) | (DECIDABLE - {S.HOLD}),
        S.APPROVED: frozenset({S.REMOVED, S.DUPLICATE}) | DECIDABLE,
        S.DECLINED: UNSETTLED,
    },
}
"""Every other step is refused."""


def find(session: Session, guild_id: int, signatory_id: int, *, lock: bool = False) -> Signatory:
    """The row of this server; NOT_FOUND where there is none, or another server's. ``lock`` holds it against other
    writers until the transaction ends (PostgreSQL)."""
    found = session.get(Signatory, signatory_id, with_for_update=lock or None)
    if found is None or found.guild_id != guild_id:
        raise Refusal(Reason.NOT_FOUND)
    return found


def require_unsettled(signatory: Signatory) -> None:
    """APPROVED_ALREADY(name), or ENDED_ALREADY(name, state), for what is decided."""
    if signatory.state is S.APPROVED:
        raise Refusal(Reason.APPROVED_ALREADY, name=signatory.name)
    if signatory.state not in UNSETTLED:
        raise Refusal(Reason.ENDED_ALREADY, name=signatory.name, state=signatory.state)


def require_approved(signatory: Signatory) -> None:
    """NOT_APPROVED(name, state) for what is not on the list."""
    if signatory.state is not S.APPROVED:
        raise Refusal(Reason.NOT_APPROVED, name=signatory.name, state=signatory.state)


def move(
    session: Session,
    signatory: Signatory,
    to: SignatoryState,
    now: datetime,
    actor_id: int | None,
    *,
    by: Who,
    act: Act | None = None,
    **facts: Any,
) -> None:
    """Move to another state if MOVES leads there (WRONG_STEP(state, to) otherwise), and write it down.

    Sets what follows from the state: whether the name is taken, since when it is on the list, until when it was.
    ``act`` is the journal's word for it, the state's own where none is given.
    """
    before = signatory.state
    _step(signatory, to, now, by)
    session.flush()
    changed(
        session, signatory, now, act or Act(to.value), actor_id, before=before.value, after=to.value, **facts
    )
    mark_counts_stale(session, signatory)


def move_all(
    session: Session,
    steps: Sequence[tuple[Signatory, SignatoryState]],
    now: datetime,
    actor_id: int | None,
    *,
    by: Who,
    act: Act,
    **facts: Any,
) -> None:
    """Move several signatories of one letter at once, each as :func:`move` does and with an entry of its own in the
    journal. Refuses WRONG_STEP(state, to) where one of them cannot be moved, and with the transaction none is."""
    if not steps:
        return
    entries = []
    for signatory, to in steps:
        entries.append((signatory.id, {"before": signatory.state.value, "after": to.value, **facts}))
        _step(signatory, to, now, by)
    session.flush()
    first = steps[0][0]
    journal.append_each(
        session, first.guild_id, now, act, entries, actor_id=actor_id, letter_id=first.letter_id
    )
    cards.mark_stale(session, CardKind.PROPOSAL, *(signatory.id for signatory, _ in steps))
    mark_counts_stale(session, first)


def _step(signatory: Signatory, to: SignatoryState, now: datetime, by: Who) -> None:
    if to not in MOVES[by].get(signatory.state, frozenset()):
        raise Refusal(Reason.WRONG_STEP, state=signatory.state, to=to)
    signatory.state = to
    signatory.live = to not in ENDED
    signatory.leaving_at = None
    if to in (S.REMOVED, S.DUPLICATE):
        signatory.removed_at = now
    else:
        signatory.approved_at = now if to is S.APPROVED else None


def changed(
    session: Session, signatory: Signatory, now: datetime, act: Act, actor_id: int | None, **facts: Any
) -> None:
    """Write an act on this signatory to the journal, and have its public card redrawn."""
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


def mark_stale(session: Session, signatory: Signatory) -> None:
    """Have the signatory's own card redrawn."""
    cards.mark_stale(session, CardKind.PROPOSAL, signatory.id)


def mark_counts_stale(session: Session, signatory: Signatory) -> None:
    """Have the letter's card redrawn: its counts changed."""
    cards.mark_stale(session, CardKind.STATUS, signatory.letter_id)
