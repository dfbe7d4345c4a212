"""Review: the moderators' decision after the vote."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session

from models.acts import Act
from models.coalitions import access
from models.consents import consents
from models.database.tables import Decision, Letter, Signatory, Vote
from models.letters import lookup
from models.names.identity import Identity
from models.participants import confirming
from models.publishing import editions
from models.refusal import Reason, Refusal
from models.review import proposer_notices
from models.sheets import Actor, ReviewAnswer, ReviewSheet
from models.signatories import duplicates, lifecycle, summary
from models.signatories.decisions import current_decision, first_approval
from models.strings import plain_text
from models.terms import ERASED, LetterState, SignatoryState, Verdict, Way
from models.voting import votes

DECIDES_ON = (LetterState.DRAFT, LetterState.OPEN, LetterState.CLOSED)
LEADS_TO = {
    Verdict.APPROVE: SignatoryState.APPROVED,
    Verdict.DECLINE: SignatoryState.DECLINED,
    Verdict.HOLD: SignatoryState.HOLD,
}


def approve(
    session: Session, actor: Actor, now: datetime, ids: Sequence[int], told: str = "", reason: str = ""
) -> ReviewSheet:
    """Approve one or several, each answered for itself; ``reason`` overrides a vote that was against it.

    Refuses MODERATORS_ONLY for all; each: NOT_FOUND, LOCKED(at), WRONG_STATE(state, wants) of the letter,
    DECIDED_BEFORE(name, state, by, at), STILL_VOTING(name, until), OWN_PROPOSAL(name), OWN_NAME(name),
    NO_CONSENT(name), OVERRIDE_NEEDS_REASON(name, votes_for, votes_against), SECOND_NEEDED(name).
    """
    return _decide_all(session, actor, now, Verdict.APPROVE, ids, told, reason)


def override(
    session: Session, actor: Actor, now: datetime, ids: Sequence[int], told: str, reason: str
) -> ReviewSheet:
    """Approve although the vote was against; otherwise as :func:`approve`. EMPTY and TOO_LONG (field "reason")."""
    return _decide_all(session, actor, now, Verdict.APPROVE, ids, told, plain_text.line(reason, "reason", 1000))


def decline(
    session: Session, actor: Actor, now: datetime, ids: Sequence[int], told: str, note: str = ""
) -> ReviewSheet:
    """Leave out one or several: ``told`` goes to the proposer, ``note`` to nobody. A running vote ends with it.

    Refuses as :func:`approve` does, apart from consent and vote; EMPTY and TOO_LONG (field "told" or "note").
    """
    return _decide_all(session, actor, now, Verdict.DECLINE, ids, plain_text.line(told, "told", 300), note)


def hold(
    session: Session, actor: Actor, now: datetime, ids: Sequence[int], told: str, note: str = ""
) -> ReviewSheet:
    """Put on hold until something is clear; otherwise as :func:`decline`."""
    return _decide_all(session, actor, now, Verdict.HOLD, ids, plain_text.line(told, "told", 300), note)


def undo(session: Session, actor: Actor, now: datetime, decision_id: int) -> ReviewAnswer:
    """Take a decision back, until the next list is published. Whoever was told of it is told of this too.

    Refuses MODERATORS_ONLY, NOT_FOUND, UNDONE_BEFORE(name) where it is not the last that stands,
    EDITION_CUT(number, cut_at), LOCKED(at) and WRONG_STATE(state, wants) of the letter, OWN_PROPOSAL, OWN_NAME, and
    DUPLICATE where the name was taken meanwhile.
    """
    access.require_moderator(session, actor)
    decision = session.get(Decision, decision_id)
    if decision is None:
        raise Refusal(Reason.NOT_FOUND)
    row = lifecycle.find(session, actor.guild_id, decision.signatory_id, lock=True)
    last = current_decision(session, row.id)
    if last is None or last.id != decision.id or row.state is SignatoryState.REMOVED:
        raise Refusal(Reason.UNDONE_BEFORE, name=row.name)
    newest = editions.latest(session, row.letter_id)
    if newest is not None and newest.cut_at >= decision.decided_at:
        raise Refusal(Reason.EDITION_CUT, number=newest.number, cut_at=newest.cut_at)
    letter = session.get_one(Letter, row.letter_id)
    lookup.require_unlocked(letter)
    _require_live(letter)
    _require_not_own(row, actor)
    duplicates.require_free(session, actor, letter, Identity.of(row), besides=row, twin=row.twin)
    decision.undone_at, was = now, row.state
    facts: dict[str, Any] = {"decision": decision.id, "verdict": decision.verdict.value}
    if row.state is decision.before:
        lifecycle.changed(session, row, now, Act.DECISION_UNDONE, actor.user_id, **facts)
    else:
        lifecycle.move(
            session,
            row,
            decision.before,
            now,
            actor.user_id,
            by=lifecycle.Who.MODERATOR,
            act=Act.DECISION_UNDONE,
            **facts,
        )
    row.approved_by, row.alone, row.told = None, False, ""
    if row.state is not was:
        proposer_notices.tell(session, actor, now, [row])
    session.flush()
    return _answer(row)


def is_own_proposal(row: Signatory, actor: Actor) -> bool:
    """Whether this moderator proposed it: the proposer may vote, not review."""
    return row.way is Way.PROPOSED and row.added_by == actor.user_id


def needs_two(letter: Letter, row: Signatory) -> bool:
    """Whether two moderators must approve it: where the letter wants that, and where its proposer was erased since, who
    could be the one who approves."""
    return letter.two_person or (row.way is Way.PROPOSED and row.added_by == ERASED)


def is_alone(letter: Letter, row: Signatory, actor: Actor) -> bool:
    """Whether this moderator would approve, alone, what they, or someone erased since, entered or signed."""
    return row.way is not Way.PROPOSED and row.added_by in (actor.user_id, ERASED) and not letter.two_person


def is_opposed(vote: Vote | None) -> bool:
    """Whether the vote was against the name, wherever that stands since."""
    return (ended := summary.result_of(vote)) is not None and ended.outcome is SignatoryState.OPPOSED


def _decide_all(
    session: Session, actor: Actor, now: datetime, verdict: Verdict, ids: Sequence[int], told: str, note: str
) -> ReviewSheet:
    access.require_moderator(session, actor)
    told = plain_text.optional(told, "told", 300)
    note = plain_text.optional(note, "note", 1000)
    answers: list[ReviewAnswer] = []
    decided: list[Signatory] = []
    for signatory_id in dict.fromkeys(ids):
        row = None
        try:
            row = lifecycle.find(session, actor.guild_id, signatory_id, lock=True)
            answers.append(_decide(session, actor, now, verdict, row, told, note))
            if not answers[-1].second_needed:
                decided.append(row)
        except Refusal as refusal:
            answers.append(_answer(row, signatory_id, refusal=refusal))
    proposer_notices.tell(session, actor, now, decided)
    return ReviewSheet(verdict, tuple(answers))


def _decide(
    session: Session, actor: Actor, now: datetime, verdict: Verdict, row: Signatory, told: str, note: str
) -> ReviewAnswer:
    letter = session.get_one(Letter, row.letter_id)
    lookup.require_unlocked(letter)
    require_decidable(session, actor, letter, row, verdict)
    vote = session.get(Vote, row.id)
    if verdict is Verdict.APPROVE:
        _require_approvable(session, actor, letter, row, vote, note)
    elif row.state is SignatoryState.VOTING:
        votes.end(session, row, now)
    second_needed = (
        verdict is Verdict.APPROVE and needs_two(letter, row) and first_approval(session, row) is None
    )
    alone = verdict is Verdict.APPROVE and is_alone(letter, row, actor)
    decision = Decision(
        signatory_id=row.id,
        verdict=verdict,
        decided_by=actor.user_id,
        decided_at=now,
        told=told,
        note=note,
        before=row.state,
    )
    session.add(decision)
    session.flush()
    facts: dict[str, Any] = {"decision": decision.id, "told": told, "note": note}
    if second_needed:
        lifecycle.changed(session, row, now, Act.APPROVED_ONCE, actor.user_id, **facts)
        return _answer(row, decision=decision, second_needed=True)
    lifecycle.move(
        session,
        row,
        LEADS_TO[verdict],
        now,
        actor.user_id,
        by=lifecycle.Who.MODERATOR,
        alone=alone,
        override=verdict is Verdict.APPROVE and is_opposed(vote),
        **facts,
    )
    if verdict is Verdict.APPROVE:
        row.meant = Identity.of(row).completed(row.meant)
        confirming.by_approval(session, now, actor.user_id, row)
    row.told, row.alone = told, alone
    row.approved_by = actor.user_id if verdict is Verdict.APPROVE else None
    session.flush()
    return _answer(row, decision=decision, alone=alone)


def require_decidable(session: Session, actor: Actor, letter: Letter, row: Signatory, verdict: Verdict) -> None:
    """Check that this moderator may decide so on the name now. Consent and vote are checked elsewhere. For other
    modules."""
    _require_live(letter)
    if row.state is SignatoryState.VOTING:
        if verdict is Verdict.APPROVE:
            until = session.get_one(Vote, row.id).ends_at
            raise Refusal(Reason.STILL_VOTING, name=row.name, until=until)
    elif row.state not in lifecycle.DECIDABLE or row.state is LEADS_TO[verdict]:
        last = current_decision(session, row.id)
        if last is not None and LEADS_TO[last.verdict] is not row.state:
            last = None  # whoever put it forward cancelled it, or it was removed since
        raise Refusal(
            Reason.DECIDED_BEFORE,
            name=row.name,
            state=row.state,
            by=last.decided_by if last is not None else None,
            at=last.decided_at if last is not None else None,
        )
    _require_not_own(row, actor)


def _require_not_own(row: Signatory, actor: Actor) -> None:
    """Nobody decides, or takes a decision back, on what they proposed or on their own name. Refuses
    OWN_PROPOSAL(name), OWN_NAME(name)."""
    if is_own_proposal(row, actor):
        raise Refusal(Reason.OWN_PROPOSAL, name=row.name)
    if row.person_id == actor.user_id:
        raise Refusal(Reason.OWN_NAME, name=row.name)


def _require_live(letter: Letter) -> None:
    """WRONG_STATE(state, wants) for a letter that was put away or given up."""
    if letter.state not in DECIDES_ON:
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=DECIDES_ON)


def _require_approvable(
    session: Session, actor: Actor, letter: Letter, row: Signatory, vote: Vote | None, reason: str
) -> None:
    if consents.of(session, row) is None:
        raise Refusal(Reason.NO_CONSENT, name=row.name)
    if vote is not None and is_opposed(vote) and not reason:
        raise Refusal(
            Reason.OVERRIDE_NEEDS_REASON,
            name=row.name,
            votes_for=vote.votes_for,
            votes_against=vote.votes_against,
        )
    first = first_approval(session, row)
    if needs_two(letter, row) and first is not None and first.decided_by == actor.user_id:
        raise Refusal(Reason.SECOND_NEEDED, name=row.name)


def _answer(
    row: Signatory | None,
    signatory_id: int = 0,
    *,
    decision: Decision | None = None,
    second_needed: bool = False,
    alone: bool = False,
    refusal: Refusal | None = None,
) -> ReviewAnswer:
    return ReviewAnswer(
        signatory_id=row.id if row is not None else signatory_id,
        name=row.name if row is not None else "",
        state=row.state if row is not None else None,
        decision_id=decision.id if decision is not None else None,
        second_needed=second_needed,
        alone=alone,
        refusal=refusal,
    )
