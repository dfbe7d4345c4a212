"""Allowance: how much one member may add to a letter and ask of others, whichever way they take. Moderators are not
counted.

What is used is written down under a keyed digest of the member, so that being erased, and coming back, gives no new
allowance. It is dropped when the letter is put away.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, delete, or_, select

from models.coalitions import access
from models.database import keyed
from models.database.keyed import Purpose
from models.database.tables import AllowanceUse, Letter, Participant, Signatory, Use
from models.outbox import notices
from models.refusal import Reason, Refusal
from models.sheets import Actor
from models.signatories import counting, todo
from models.terms import Kind, NoticeKind, Way

BURST = 10
"""More names than this within :data:`WITHIN`, or more people asked, are told to the moderators, once a day for each
member."""
WITHIN = timedelta(hours=1)
ASKED_MOST = 3
"""So often one person is asked within a day, by whomever."""
DAY = timedelta(days=1)


def require(
    session: Session, actor: Actor, person: Participant, letter: Letter, *, even_if_stopped: bool = False
) -> None:
    """That this member may add one more name to this letter that is not their own. ``even_if_stopped``: it is the
    organisation for which a moderator confirmed that they speak.

    Refuses BLOCKED; TOO_MANY_OPEN(limit) while that many of theirs are undecided: the letter's number, or a larger one
    that moderators gave this member.
    """
    if access.moderates(session, actor):
        return
    if not even_if_stopped:
        require_not_stopped(session, actor, person)
    limit = max(letter.most_open, person.most_open or 0)
    undecided = counting.names(
        session,
        Signatory.letter_id == letter.id,
        col(Signatory.way).in_((Way.PROPOSED, Way.SIGNED)),
        is_theirs(session, actor),
        *todo.unsettled(),
    )
    if undecided >= limit:
        raise Refusal(Reason.TOO_MANY_OPEN, limit=limit)


def require_not_stopped(session: Session, actor: Actor, person: Participant) -> None:
    """Refuses BLOCKED where moderators stopped this member's proposals."""
    if person.blocked_at is not None and not access.moderates(session, actor):
        raise Refusal(Reason.BLOCKED)


def added(session: Session, actor: Actor, now: datetime, row: Signatory) -> None:
    """This name was added, or made another one, by the actor. Moderators are told of a burst."""
    _use(session, actor.user_id, now, row, Use.ADDED)
    _watch(session, actor, now, row)


def require_askable(session: Session, actor: Actor, now: datetime, row: Signatory, user_id: int) -> None:
    """That this person may be asked about this name: once a letter, unless a moderator asks again, and three times a
    day by everybody together. Refuses ASKED_BEFORE, ASKED_OFTEN(limit)."""
    asked = select(AllowanceUse.id).where(
        AllowanceUse.who == _who(session, row.guild_id, user_id), AllowanceUse.what == Use.WAS_ASKED
    )
    before = session.exec(asked.where(AllowanceUse.letter_id == row.letter_id)).first()
    if before is not None and not access.moderates(session, actor):
        raise Refusal(Reason.ASKED_BEFORE)
    if len(session.exec(asked.where(col(AllowanceUse.at) > now - DAY)).all()) >= ASKED_MOST:
        raise Refusal(Reason.ASKED_OFTEN, limit=ASKED_MOST)


def asked(session: Session, actor: Actor, now: datetime, row: Signatory, user_id: int) -> None:
    """This person was asked about this name by the actor."""
    _use(session, actor.user_id, now, row, Use.ASKED)
    _use(session, user_id, now, row, Use.WAS_ASKED)
    _watch(session, actor, now, row)


def own_signature(session: Session, actor: Actor, letter: Letter) -> Signatory | None:
    """The live signature of the actor as a person on this letter, also where they were erased since."""
    return session.exec(
        select(Signatory).where(
            Signatory.letter_id == letter.id,
            Signatory.way == Way.SIGNED,
            Signatory.kind == Kind.INDIVIDUAL,
            col(Signatory.live).is_(True),
            is_theirs(session, actor),
        )
    ).first()


def is_theirs(session: Session, actor: Actor) -> Any:
    """The condition for a name that the actor added, also where they were erased since."""
    used = select(AllowanceUse.signatory_id).where(
        AllowanceUse.who == _who(session, actor.guild_id, actor.user_id), AllowanceUse.what == Use.ADDED
    )
    return or_(col(Signatory.added_by) == actor.user_id, col(Signatory.id).in_(used))


def used(session: Session, actor: Actor, ids: Collection[int]) -> set[tuple[int, Use]]:
    """What the actor did about these names of their server, also where they were erased since: pairs of a name's id
    and ADDED or WAS_ASKED, among others."""
    if not ids:
        return set()
    pairs = select(AllowanceUse.signatory_id, AllowanceUse.what).where(
        col(AllowanceUse.signatory_id).in_(ids),
        AllowanceUse.who == _who(session, actor.guild_id, actor.user_id),
    )
    return {(number, Use(what)) for number, what in session.exec(pairs) if number is not None}


def forget(session: Session, letter: Letter) -> None:
    """The letter is put away: nothing more is added to it, and nobody is asked about it."""
    session.exec(delete(AllowanceUse).where(col(AllowanceUse.letter_id) == letter.id))


def _watch(session: Session, actor: Actor, now: datetime, row: Signatory) -> None:
    if access.moderates(session, actor):
        return
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    used = session.exec(
        select(AllowanceUse.what, AllowanceUse.at)
        .where(
            AllowanceUse.who == _who(session, actor.guild_id, actor.user_id),
            col(AllowanceUse.what).in_((Use.ADDED, Use.ASKED)),
            col(AllowanceUse.at) > today - WITHIN,
        )
        .order_by(col(AllowanceUse.id))
    ).all()
    bursts = [_burst_at(used[:number], at) for number, (_, at) in enumerate(used, 1) if at >= today]
    # Counted again each time: the notice itself goes when its member is erased, and is not told again then.
    if bursts and bursts[-1] and not any(bursts[:-1]):
        notices.announce(
            session,
            NoticeKind.BURST,
            now,
            actor.guild_id,
            letter_id=row.letter_id,
            dedupe=f"burst:{actor.guild_id}:{actor.user_id}:{now:%Y%m%d}",
            user_id=actor.user_id,
            count=bursts[-1],
        )


def _burst_at(used: Sequence[tuple[str, datetime]], at: datetime) -> int:
    """How many names were added, or people asked, within the hour that ends then; 0 if that is no burst."""
    within = Counter(what for what, when in used if when > at - WITHIN)
    most = max(within.values(), default=0)
    return most if most > BURST else 0


def _use(session: Session, user_id: int, now: datetime, row: Signatory, what: Use) -> None:
    who = _who(session, row.guild_id, user_id)
    session.add(
        AllowanceUse(
            guild_id=row.guild_id, letter_id=row.letter_id, signatory_id=row.id, what=what, who=who, at=now
        )
    )
    session.flush()


def _who(session: Session, guild_id: int, user_id: int) -> str:
    return keyed.digest(session, Purpose.ALLOWANCE, guild_id, user_id)
