"""The review queue: what waits for a moderator, and why each must be looked at."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from models import coalition, consent, review, state
from models import letter as letters
from models.sheets import Actor, DecisionSheet, QueueItem, QueueSheet, SignatoryChoice, Why
from models.standing import proposal
from models.tables import Decision, Letter, Participant, Signatory
from models.terms import SignatoryState, Way

PAGE = 5


def queue(
    session: Session, actor: Actor, now: datetime, letter_id: int | None = None, page: int = 1
) -> QueueSheet:
    """Those that can be approved at once, and one page of those to look at. For moderators."""
    coalition.require_moderator(session, actor)
    letter = letters.choose(session, actor, letter_id)
    rows = session.exec(
        select(Signatory)
        .where(
            Signatory.letter_id == letter.id,
            col(Signatory.state).in_((*state.WAITING, SignatoryState.LATE))
            | ((col(Signatory.state) == SignatoryState.APPROVED) & col(Signatory.leaving_at).is_not(None)),
        )
        .order_by(col(Signatory.added_at), col(Signatory.id))
    ).all()
    judged = [(row, why(session, actor, letter, row)) for row in rows]
    ready = [row for row, reasons in judged if not reasons]
    others = [(row, reasons) for row, reasons in judged if reasons]
    pages = max(1, -(-len(others) // PAGE))
    shown = min(max(1, page), pages)
    return QueueSheet(
        letter_id=letter.id,
        title=letter.title,
        ready=tuple(SignatoryChoice(row.id, row.name, row.kind, row.state) for row in ready),
        to_look_at=len(others),
        items=tuple(
            _item(session, row, reasons, now) for row, reasons in others[(shown - 1) * PAGE : shown * PAGE]
        ),
        page=shown,
        pages=pages,
    )


def why(session: Session, actor: Actor, letter: Letter, row: Signatory) -> tuple[Why, ...]:
    """Everything that speaks against approving this one unseen; nothing means ready."""
    reasons = {
        Why.NO_CONSENT: consent.of(session, row) is None,
        Why.UNDECIDED: row.state is SignatoryState.UNDECIDED,
        Why.OPPOSED: row.state is SignatoryState.OPPOSED,
        Why.CUT_SHORT: row.cut_short,
        Why.LATE: row.state is SignatoryState.LATE,
        Why.ON_HOLD: row.state is SignatoryState.HOLD,
        Why.OWN_PROPOSAL: row.way is Way.PROPOSED and row.added_by == actor.user_id,
        Why.SECOND_NEEDED: _approved_by(session, row, actor) if letter.two_person else False,
        Why.ALONE: review.is_alone(row, actor) and not letter.two_person and row.way is Way.SIGNED,
        Why.LEAVING: row.leaving_at is not None,
    }
    return tuple(reason for reason, holds in reasons.items() if holds)


def _approved_by(session: Session, row: Signatory, actor: Actor) -> bool:
    first = review.first_approval(session, row)
    return first is not None and first.decided_by == actor.user_id


def _item(session: Session, row: Signatory, reasons: Sequence[Why], now: datetime) -> QueueItem:
    agreed = consent.of(session, row)
    proposer = session.exec(
        select(Participant).where(Participant.guild_id == row.guild_id, Participant.user_id == row.added_by)
    ).first()
    last = review.standing_decision(session, row.id)
    return QueueItem(
        proposal=proposal(session, row, now),
        why=tuple(reasons),
        consent=consent.sheet(agreed) if agreed is not None else None,
        objections=tuple(row.objections or ()),
        proposer_organisation=proposer.organisation if proposer is not None else "",
        last=decision_sheet(last) if last is not None else None,
    )


def decision_sheet(row: Decision) -> DecisionSheet:
    """A decision as moderators see it."""
    return DecisionSheet(row.id, row.verdict, row.decided_by, row.decided_at, row.told, row.note)
