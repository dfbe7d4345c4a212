"""Where a signatory stands: who may move what to what, and the one function that moves."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from msgspec import Struct, field
from sqlalchemy import bindparam
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session, col, select, update

from models import journal
from models.acts import Act
from models.coalitions import records
from models.database.tables import Signatory
from models.journal import Entry
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
    """The proposer."""
    MODERATOR = "moderator"
    BOT = "bot"


MOVES: Mapping[Who, Mapping[SignatoryState, frozenset[SignatoryState]]] = {
    Who.BOT: {
        S.PROPOSED: frozenset({S.VOTING}),
        S.VOTING: frozenset({S.PASSED, S.UNDECIDED, S.OPPOSED}),
    },
    Who.MEMBER: {
        **{state: frozenset({S.CANCELLED}) for state in UNSETTLED},
        # A correction that names someone else is voted on again.
        **{state: frozenset({S.CANCELLED, S.VOTING}) for state in _REVOTED},
        # The person who signed for their own organisation or person may leave for as long as the list is public.
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
        S.HOLD: frozenset({S.APPROVED, S.DECLINED, S.CANCELLED, S.DUPLICATE, S.VOTING})
        | (DECIDABLE - {S.HOLD}),
        S.APPROVED: frozenset({S.REMOVED, S.DUPLICATE}) | DECIDABLE,
        S.DECLINED: UNSETTLED,
    },
}
"""Every other step is refused."""


def find(session: Session, guild_id: int, signatory_id: int, *, lock: bool = False) -> Signatory:
    """The row of this server; NOT_FOUND if there is none, or another server's. ``lock`` holds it against other
    writers until the transaction ends (PostgreSQL)."""
    return records.find(session, Signatory, guild_id, signatory_id, lock=lock)


def hold(session: Session, signatory_id: int) -> None:
    """Hold the row, if there is one, against other writers until the transaction ends. What is read after this is as
    they left it. SQLite has one writer, which needs no word of it."""
    if session.get_bind().dialect.name == "postgresql":
        session.exec(select(Signatory.id).where(Signatory.id == signatory_id).with_for_update())


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


class Step(Struct, frozen=True):
    """One signatory's step to another state: the journal's word for it, what it says besides, and which columns of the
    signatory are written with it."""

    row: Signatory
    to: SignatoryState
    act: Act
    facts: Mapping[str, Any] = field(default_factory=dict)
    columns: Mapping[str, Any] = field(default_factory=dict)


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
    ``act`` is the journal's word for it, the state's own if none is given.
    """
    move_all(session, [Step(signatory, to, act or Act(to.value), facts)], now, actor_id, by=by)


def move_all(session: Session, moves: Sequence[Step], now: datetime, actor_id: int | None, *, by: Who) -> None:
    """Move several signatories of one server, each as :func:`move` does and with an entry of its own in the journal,
    with as many statements as for one. Refuses WRONG_STEP(state, to) if one of them cannot be moved, and with the
    transaction none is. All of them write the same ``columns``."""
    if not moves:
        return
    session.flush()
    entries, written = [], []
    for one in moves:
        row = one.row
        facts = {"before": row.state.value, "after": one.to.value, **one.facts}
        entries.append(Entry(one.act, facts, row.letter_id, row.id))
        written.append({**_after(row, one.to, now, by), **one.columns})
    rows = [{"row_id": one.row.id, **values} for one, values in zip(moves, written, strict=True)]
    session.connection().execute(_writing(tuple(written[0])), rows)
    for one, values in zip(moves, written, strict=True):
        for name, value in values.items():
            set_committed_value(one.row, name, value)
    journal.append_all(session, moves[0].row.guild_id, now, entries, actor_id=actor_id)
    cards.mark_stale(session, CardKind.PROPOSAL, *(one.row.id for one in moves))
    cards.mark_stale(session, CardKind.STATUS, *{one.row.letter_id for one in moves})


def _after(signatory: Signatory, to: SignatoryState, now: datetime, by: Who) -> dict[str, Any]:
    """What follows from the new state, by column."""
    if to not in MOVES[by].get(signatory.state, frozenset()):
        raise Refusal(Reason.WRONG_STEP, state=signatory.state, to=to)
    removed = to in (S.REMOVED, S.DUPLICATE)
    return {
        "state": to,
        "live": to not in ENDED,
        "leaving_at": None,
        "removed_at": now if removed else signatory.removed_at,
        "approved_at": signatory.approved_at if removed else now if to is S.APPROVED else None,
    }


@cache
def _writing(columns: tuple[str, ...]) -> Any:
    """Built once: building it costs more than running it."""
    return (
        update(Signatory)
        .where(col(Signatory.id) == bindparam("row_id"))
        .values({name: bindparam(name) for name in columns})
    )


def changed(
    session: Session, signatory: Signatory, now: datetime, act: Act, actor_id: int | None, **facts: Any
) -> None:
    """Write an act on this signatory to the journal, and have its public card redrawn."""
    changed_all(session, [(signatory, facts)], now, act, actor_id)


def changed_all(
    session: Session,
    signatories: Sequence[tuple[Signatory, Mapping[str, Any]]],
    now: datetime,
    act: Act,
    actor_id: int | None,
) -> None:
    """Write the same act on several of one server, each with its own facts, with as many statements as for one."""
    if not signatories:
        return
    entries = [Entry(act, facts, row.letter_id, row.id) for row, facts in signatories]
    journal.append_all(session, signatories[0][0].guild_id, now, entries, actor_id=actor_id)
    cards.mark_stale(session, CardKind.PROPOSAL, *(row.id for row, _ in signatories))


def mark_stale(session: Session, signatory: Signatory) -> None:
    """Have the signatory's own card redrawn."""
    cards.mark_stale(session, CardKind.PROPOSAL, signatory.id)


def mark_all_stale(session: Session, signatories: Iterable[Signatory]) -> None:
    """Have the own card of each redrawn."""
    cards.mark_stale(session, CardKind.PROPOSAL, *(one.id for one in signatories))


def mark_counts_stale(session: Session, signatory: Signatory) -> None:
    """Have the letter's card redrawn: its counts changed."""
    cards.mark_stale(session, CardKind.STATUS, signatory.letter_id)
