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
from models.review import cases, ownership, proposer_notices
from models.review.cases import Case
from models.sheets import Actor, ReviewAnswer, ReviewSheet
from models.signatories import decisions, duplicates, lifecycle
from models.strings import plain_text
from models.terms import ERASED, LetterState, SignatoryState, Verdict, Way
from models.voting import clock, votes

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
    """Take a decision back with all that it changed, until the next list is published. The person who was told of it
    is told of this too. A vote that it ended goes on, while the letter takes votes; a secret one starts over.

    Refuses MODERATORS_ONLY, NOT_FOUND, UNDONE_BEFORE(name) if it is not the last that stands,
    EDITION_CUT(number, cut_at), LOCKED(at) and WRONG_STATE(state, wants) of the letter, OWN_PROPOSAL, OWN_NAME, and
    DUPLICATE if the name was taken meanwhile.
    """
    access.require_moderator(session, actor)
    decision = session.get(Decision, decision_id)
    if decision is None:
        raise Refusal(Reason.NOT_FOUND)
    row = lifecycle.find(session, actor.guild_id, decision.signatory_id, lock=True)
    last = decisions.current_decision(session, row.id)
    if last is None or last.id != decision.id or row.state is SignatoryState.REMOVED:
        raise Refusal(Reason.UNDONE_BEFORE, name=row.name)
    newest = editions.last_cut(session, row.letter_id)
    if newest is not None and newest[1] >= decision.decided_at:
        raise Refusal(Reason.EDITION_CUT, number=newest[0], cut_at=newest[1])
    letter = session.get_one(Letter, row.letter_id)
    lookup.require_unlocked(letter)
    _require_live(letter)
    own = ownership.of(session, actor, [(row, consents.of(session, row))])
    _require_not_own(row, own_proposal=row.id in own.proposals, own_name=row.id in own.names)
    duplicates.require_free(session, actor, letter, Identity.of(row), besides=row, twin=row.twin)
    decision.undone_at, was = now, row.state
    facts: dict[str, Any] = {"decision": decision.id, "verdict": decision.verdict.value}
    ended = votes.is_ended_by(session.get(Vote, row.id), decision)
    before = decision.before
    if ended and votes.go_on(session, row, letter, now):
        before = SignatoryState.VOTING
    if row.state is before:
        lifecycle.changed(session, row, now, Act.DECISION_UNDONE, actor.user_id, **facts)
    else:
        lifecycle.move(
            session,
            row,
            before,
            now,
            actor.user_id,
            by=lifecycle.Who.MODERATOR,
            act=Act.DECISION_UNDONE,
            **facts,
        )
    row.approved_by, row.alone, row.told = None, False, decisions.told(session, row.id)
    if was is SignatoryState.APPROVED:
        row.meant = decision.meant or row.meant
        confirming.take_back(session, now, actor.user_id, row, decision.decided_by, decision.decided_at)
    if row.state is not was:
        proposer_notices.tell(session, actor, now, [row])
    session.flush()
    return _answer(row)


def needs_two(letter: Letter, row: Signatory) -> bool:
    """Whether two moderators must approve it: where the letter wants that, and where its proposer was erased since, who
    could be the one who approves."""
    return letter.two_person or (row.way is Way.PROPOSED and row.added_by == ERASED)


def is_alone(letter: Letter, row: Signatory, actor: Actor) -> bool:
    """Whether this moderator would approve, alone, what they, or someone erased since, entered or signed."""
    return row.way is not Way.PROPOSED and row.added_by in (actor.user_id, ERASED) and not letter.two_person


def _decide_all(
    session: Session, actor: Actor, now: datetime, verdict: Verdict, ids: Sequence[int], told: str, note: str
) -> ReviewSheet:
    access.require_moderator(session, actor)
    told = plain_text.optional(told, "told", 300)
    note = plain_text.optional(note, "note", 1000)
    found = cases.of(session, actor, ids, lock=True)
    answers: dict[int, ReviewAnswer] = {}
    passing = []
    for signatory_id in dict.fromkeys(ids):
        case = found.get(signatory_id)
        try:
            passing.append(_decidable(actor, case, verdict, note))
        except Refusal as refusal:
            answers[signatory_id] = _answer(case.row if case else None, signatory_id, refusal=refusal)
    if passing:
        answers |= _decide(session, actor, now, verdict, passing, told, note)
    return ReviewSheet(verdict, tuple(answers[signatory_id] for signatory_id in dict.fromkeys(ids)))


def _decidable(actor: Actor, case: Case | None, verdict: Verdict, note: str) -> Case:
    if case is None:
        raise Refusal(Reason.NOT_FOUND)
    lookup.require_unlocked(case.letter)
    require_decidable(case, verdict)
    if verdict is Verdict.APPROVE:
        _require_approvable(actor, case, note)
    return case


def _decide(
    session: Session,
    actor: Actor,
    now: datetime,
    verdict: Verdict,
    found: Sequence[Case],
    told: str,
    note: str,
) -> dict[int, ReviewAnswer]:
    """Decide on several, with as many statements as on one; what happened to each, by its id."""
    votes.end_all_by_hand(session, [one.row for one in found if one.row.state is SignatoryState.VOTING], now)
    written = decisions.write_all(session, [one.row for one in found], verdict, actor.user_id, now, told, note)
    first, final, answers = [], [], {}
    for one in found:
        row, decision_id = one.row, written[one.row.id]
        facts = {"decision": decision_id, "told": told, "note": note}
        approves = verdict is Verdict.APPROVE
        if approves and needs_two(one.letter, row) and one.first_approval is None:
            first.append((row, facts))
            answers[row.id] = _answer(row, decision_id=decision_id, second_needed=True)
            continue
        alone = approves and is_alone(one.letter, row, actor)
        facts |= {"alone": alone, "override": approves and one.opposed}
        columns: dict[str, Any] = {
            "told": told,
            "alone": alone,
            "approved_by": actor.user_id if approves else None,
        }
        if approves:
            columns["meant"] = Identity.of(row).completed(row.meant)
        to = LEADS_TO[verdict]
        final.append(lifecycle.Step(row, to, Act(to.value), facts, columns))
        answers[row.id] = _answer(row, decision_id=decision_id, alone=alone, state=to)
    lifecycle.changed_all(session, first, now, Act.APPROVED_ONCE, actor.user_id)
    lifecycle.move_all(session, final, now, actor.user_id, by=lifecycle.Who.MODERATOR)
    rows = [one.row for one in final]
    if verdict is Verdict.APPROVE:
        confirming.by_approvals(session, now, actor.user_id, rows)
    proposer_notices.tell(session, actor, now, rows)
    return answers


def require_decidable(case: Case, verdict: Verdict) -> None:
    """Check that this moderator may decide so on the name now. Consent and vote are checked elsewhere. For other
    modules."""
    row = case.row
    _require_live(case.letter)
    if row.state is SignatoryState.VOTING:
        if verdict is Verdict.APPROVE:
            vote = case.vote
            until = vote.ends_at if vote is not None and not clock.stands(vote, case.letter) else None
            raise Refusal(Reason.STILL_VOTING, name=row.name, until=until)
    elif row.state not in lifecycle.DECIDABLE or row.state is LEADS_TO[verdict]:
        last = case.last
        if last is not None and LEADS_TO[last.verdict] is not row.state:
            last = None  # the proposer cancelled it, or it was removed since
        raise Refusal(
            Reason.DECIDED_BEFORE,
            name=row.name,
            state=row.state,
            by=last.decided_by if last is not None else None,
            at=last.decided_at if last is not None else None,
        )
    _require_not_own(row, own_proposal=case.own_proposal, own_name=case.own_name)


def _require_not_own(row: Signatory, *, own_proposal: bool, own_name: bool) -> None:
    """Nobody decides, or takes a decision back, on what they proposed or on their own name. Refuses
    OWN_PROPOSAL(name), OWN_NAME(name)."""
    if own_proposal:
        raise Refusal(Reason.OWN_PROPOSAL, name=row.name)
    if own_name:
        raise Refusal(Reason.OWN_NAME, name=row.name)


def _require_live(letter: Letter) -> None:
    """WRONG_STATE(state, wants) for a letter that was put away or given up."""
    if letter.state not in DECIDES_ON:
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=DECIDES_ON)


def _require_approvable(actor: Actor, case: Case, reason: str) -> None:
    row, vote = case.row, case.vote
    if case.agreed is None:
        raise Refusal(Reason.NO_CONSENT, name=row.name)
    if vote is not None and case.opposed and not reason:
        raise Refusal(
            Reason.OVERRIDE_NEEDS_REASON,
            name=row.name,
            votes_for=vote.votes_for,
            votes_against=vote.votes_against,
        )
    first = case.first_approval
    if needs_two(case.letter, row) and first is not None and first.decided_by == actor.user_id:
        raise Refusal(Reason.SECOND_NEEDED, name=row.name)


def _answer(
    row: Signatory | None,
    signatory_id: int = 0,
    *,
    decision_id: int | None = None,
    second_needed: bool = False,
    alone: bool = False,
    state: SignatoryState | None = None,
    refusal: Refusal | None = None,
) -> ReviewAnswer:
    return ReviewAnswer(
        signatory_id=row.id if row is not None else signatory_id,
        name=row.name if row is not None else "",
        state=state or (row.state if row is not None else None),
        decision_id=decision_id,
        second_needed=second_needed,
        alone=alone,
        refusal=refusal,
    )
