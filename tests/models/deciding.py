"""Moderators before a letter with a proposal that waits: for the tests of decisions and of taking them back."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, select

from models.database.tables import Delivery, Letter, Notice, Signatory
from models.importing import batches
from models.refusal import Reason
from models.review import approvals, review
from models.sheets import Actor, Approving, BatchAnswers, BatchSheet, ReviewAnswer, ReviewSheet
from models.terms import NoticeKind, SignatoryState
from tests.conftest import NOW
from tests.models import makers

S = SignatoryState
PROPOSER, FIRST, SECOND = 2, makers.moderator(3), makers.moderator(4)
OPPOSED: dict[str, Any] = {
    "state": S.OPPOSED,
    "votes_for": 1,
    "votes_against": 2,
    "votes_abstained": 0,
    "entitled": 5,
}
LATER = NOW + timedelta(hours=1)


def a_letter(session: Session) -> Letter:
    """An open letter; the proposer and two moderators take part."""
    makers.participant(session, PROPOSER, "Access Now")
    makers.participants(session, 3, 4)
    return makers.letter(session)


def waiting(session: Session, letter: Letter, name: str = "Example", **changes: Any) -> Signatory:
    """A proposal that passed its vote, with its consent recorded."""
    values: dict[str, Any] = {"state": S.PASSED, "added_by": PROPOSER}
    row = makers.proposal(session, letter, name, **(values | changes))
    makers.consent(session, row)
    return row


def approve(session: Session, row: Signatory, by: int = 3, reason: str = "", told: str = "") -> ReviewAnswer:
    return review.approve(session, makers.moderator(by), NOW, [row.id], told, reason).answers[0]


def decline(session: Session, row: Signatory) -> ReviewAnswer:
    return review.decline(session, FIRST, NOW, [row.id], "Not a fit", "Rude").answers[0]


def reason_of(answer: ReviewAnswer) -> Reason | None:
    return answer.refusal.reason if answer.refusal else None


def told(session: Session) -> list[tuple[int, list[int]]]:
    """Whom decisions are told, and on which names, each message by itself."""
    query = select(Delivery.recipient_id, Notice).join(Notice).where(Notice.kind == NoticeKind.DECIDED)
    return [(user_id, notice.payload["decided"]) for user_id, notice in session.exec(query)]


def approve_in_steps(session: Session, actor: Actor, now: datetime, work: Approving) -> ReviewSheet:
    """Approve all of them, as *Approve all* does."""
    while work.rest:
        work = approvals.go_on(session, actor, now, work)
    return work.sheet


def approve_ready(
    session: Session, actor: Actor, now: datetime, letter_id: int, since: int, digest: str
) -> ReviewSheet:
    """Approve all that are ready and were shown."""
    work = approvals.start_ready(session, actor, now, letter_id, since, digest)
    return approve_in_steps(session, actor, now, work)


def approve_batch(session: Session, actor: Actor, now: datetime, batch_id: int, since: int) -> ReviewSheet:
    """Approve all of a batch against which nothing speaks."""
    work = batches.start_approval(session, actor, now, batch_id, since)
    return approve_in_steps(session, actor, now, work)


def import_(
    session: Session, actor: Actor, now: datetime, letter_id: int, answers: BatchAnswers, digest: str
) -> BatchSheet:
    """Prepare and import the list that was shown."""
    ready = batches.prepare(session, actor, now, letter_id, answers, digest)
    return batches.store(session, actor, now, letter_id, answers, ready)
