"""Review: the moderators' decision after the vote."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from models import coalition, consent, edition, notice, prose, state
from models.refusal import Reason, Refusal
from models.sheets import Actor, ReviewAnswer, ReviewSheet
from models.tables import Decision, Letter, Signatory
from models.terms import LetterState, NoticeKind, SignatoryState, Verdict, Way

MOST_AT_ONCE = 500


def waiting(session: Session, letter_id: int) -> int:
    """How many wait for a moderator's decision, those on hold included."""
    return session.exec(
        select(func.count())
        .select_from(Signatory)
        .where(Signatory.letter_id == letter_id, col(Signatory.state).in_(state.WAITING))
    ).one()


def approve(
    session: Session, actor: Actor, now: datetime, ids: Sequence[int], told: str = "", reason: str = ""
) -> ReviewSheet:
    """Approve one or several; each is answered. ``reason`` is needed where the vote opposed (override).

    Refuses, each for itself: NO_CONSENT, OWN_PROPOSAL, OVERRIDE_NEEDS_REASON, SECOND_NEEDED, DECIDED_BEFORE.
    """
    return _decide(session, actor, now, Verdict.APPROVE, ids, told, reason)


def decline(
    session: Session, actor: Actor, now: datetime, ids: Sequence[int], told: str, note: str = ""
) -> ReviewSheet:
    """Decline with a sentence told to the proposer and a note never told."""
    prose.line(told, "told", 300)
    return _decide(session, actor, now, Verdict.DECLINE, ids, told, note)


def hold(
    session: Session, actor: Actor, now: datetime, ids: Sequence[int], told: str, note: str = ""
) -> ReviewSheet:
    """Put on hold until something is clear; the proposer is told what."""
    prose.line(told, "told", 300)
    return _decide(session, actor, now, Verdict.HOLD, ids, told, note)


def undo(session: Session, actor: Actor, now: datetime, decision_id: int) -> ReviewAnswer:
    """Take a decision back, until the next edition is cut. Refuses UNDO_TOO_LATE, DECIDED_BEFORE."""
    coalition.require_moderator(session, actor)
    decision = session.get(Decision, decision_id)
    if decision is None:
        raise Refusal(Reason.NOT_FOUND)
    row = state.of(session, actor.guild_id, decision.signatory_id)
    newest = edition.latest(session, row.letter_id)
    if newest is not None and newest.cut_at >= decision.decided_at:
        raise Refusal(Reason.EDITION_CUT, number=newest.number, cut_at=newest.cut_at)
    last = standing_decision(session, row.id)
    if last is None or last.id != decision.id:
        raise Refusal(Reason.UNDONE_BEFORE)
    decision.undone_at = now
    if row.state is not decision.before:
        _require_name_free(session, row)
        state.move(session, row, decision.before, now, actor.user_id, undone=decision.verdict.value)
    row.approved_by, row.alone, row.told = None, False, ""
    session.flush()
    return ReviewAnswer(row.id, row.name, row.state, None, second_needed=False, alone=False, refusal=None)


def standing_decision(session: Session, signatory_id: int) -> Decision | None:
    """The last decision that was not undone."""
    return session.exec(
        select(Decision)
        .where(Decision.signatory_id == signatory_id, col(Decision.undone_at).is_(None))
        .order_by(col(Decision.id).desc())
    ).first()


def first_approval(session: Session, row: Signatory) -> Decision | None:
    """Where two must approve: the approval that waits for a second."""
    last = standing_decision(session, row.id)
    return last if last is not None and last.verdict is Verdict.APPROVE and row.approved_at is None else None


def is_alone(row: Signatory, actor: Actor) -> bool:
    """Whether this moderator would approve what they entered or signed themselves."""
    return row.added_by == actor.user_id and row.way is not Way.PROPOSED


def _decide(
    session: Session, actor: Actor, now: datetime, verdict: Verdict, ids: Sequence[int], told: str, note: str
) -> ReviewSheet:
    coalition.require_moderator(session, actor)
    told = prose.optional(told, "told", 300)
    note = prose.optional(note, "note", 1000)
    answers = []
    for one in list(dict.fromkeys(ids))[:MOST_AT_ONCE]:
        try:
            row = state.of(session, actor.guild_id, one)
        except Refusal as refusal:
            answers.append(ReviewAnswer(one, "", None, None, second_needed=False, alone=False, refusal=refusal))
            continue
        try:
            answers.append(_decide_one(session, actor, now, verdict, row, told, note))
        except Refusal as refusal:
            answers.append(
                ReviewAnswer(
                    row.id, row.name, row.state, None, second_needed=False, alone=False, refusal=refusal
                )
            )
    return ReviewSheet(verdict, tuple(answers))


def _decide_one(
    session: Session, actor: Actor, now: datetime, verdict: Verdict, row: Signatory, told: str, note: str
) -> ReviewAnswer:
    letter = session.get_one(Letter, row.letter_id)
    _require_decidable(session, actor, letter, row, verdict, note)
    second_needed = False
    alone = verdict is Verdict.APPROVE and is_alone(row, actor) and not letter.two_person
    decision = Decision(
        signatory_id=row.id, verdict=verdict, decided_by=actor.user_id, decided_at=now, told=told, note=note,
        before=row.state,
    )  # fmt: skip
    if verdict is Verdict.APPROVE and letter.two_person:
        first = first_approval(session, row)
        if first is not None and first.decided_by == actor.user_id:
            raise Refusal(Reason.SECOND_NEEDED)
        second_needed = first is None
    session.add(decision)
    session.flush()
    row.told = told
    if second_needed:
        state.changed(session, row, now, "approved once", actor.user_id, decision=decision.id)
    else:
        target = {
            Verdict.APPROVE: SignatoryState.APPROVED,
            Verdict.DECLINE: SignatoryState.DECLINED,
            Verdict.HOLD: SignatoryState.HOLD,
        }[verdict]
        if row.state is not target:
            state.move(session, row, target, now, actor.user_id, told=told, note=note, alone=alone)
        row.alone = alone
        row.approved_by = actor.user_id if verdict is Verdict.APPROVE else None
        _tell_proposer(session, actor, now, row, decision)
    session.flush()
    return ReviewAnswer(row.id, row.name, row.state, decision.id, second_needed, alone, None)


def _require_decidable(
    session: Session, actor: Actor, letter: Letter, row: Signatory, verdict: Verdict, note: str
) -> None:
    if letter.state in (LetterState.ARCHIVED, LetterState.CANCELLED):
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=(LetterState.OPEN, LetterState.CLOSED))
    if row.state not in (*state.WAITING, SignatoryState.LATE):
        last = standing_decision(session, row.id)
        if row.state is SignatoryState.VOTING:
            raise Refusal(Reason.STILL_VOTING, name=row.name, until=row.ballot_closes_at)
        raise Refusal(
            Reason.DECIDED_BEFORE,
            by=last.decided_by if last else None,
            at=last.decided_at if last else None,
            state=row.state,
        )
    if row.way is Way.PROPOSED and row.added_by == actor.user_id:
        raise Refusal(Reason.OWN_PROPOSAL)
    if verdict is Verdict.APPROVE:
        if consent.of(session, row) is None:
            raise Refusal(Reason.NO_CONSENT, name=row.name)
        if row.state is SignatoryState.OPPOSED and not note:
            raise Refusal(Reason.OVERRIDE_NEEDS_REASON, name=row.name)


def _tell_proposer(session: Session, actor: Actor, now: datetime, row: Signatory, decision: Decision) -> None:
    if row.added_by is None or row.added_by == actor.user_id:
        return
    notice.tell(
        session, row.added_by, NoticeKind.DECIDED, now, row.guild_id, letter_id=row.letter_id, signatory_id=row.id,
        dedupe=f"decided:{decision.id}", verdict=decision.verdict.value, told=decision.told,
    )  # fmt: skip


def _require_name_free(session: Session, row: Signatory) -> None:
    taken = session.exec(
        select(Signatory).where(
            Signatory.letter_id == row.letter_id,
            Signatory.name_key == row.name_key,
            Signatory.twin == row.twin,
            col(Signatory.live),
            Signatory.id != row.id,
        )
    ).first()
    if taken is not None:
        raise Refusal(Reason.DUPLICATE, name=taken.name, state=taken.state, signatory_id=taken.id)
