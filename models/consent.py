"""Consent: the record that a signatory really agreed."""

from datetime import datetime

from sqlmodel import Session

from models import coalition, prose, text
from models.refusal import Reason, Refusal
from models.sheets import Actor, ConsentSheet, ProposalAnswers
from models.tables import Consent, Signatory
from models.terms import Means


def of(session: Session, signatory: Signatory) -> Consent | None:
    """The record, or None while nobody wrote down who agreed."""
    return session.get(Consent, signatory.id)


def record(
    session: Session,
    signatory: Signatory,
    means: Means,
    authorised_by: str,
    evidence: str,
    recorded_by: int,
    now: datetime,
) -> None:
    """Write down who agreed to which wording, in place of what was written before."""
    wording = text.current(session, signatory.letter_id)
    version_id = wording.id if wording is not None else None
    signatory.text_version_id = version_id
    session.merge(
        Consent(
            signatory_id=signatory.id,
            means=means,
            authorised_by=prose.line(authorised_by, "authorised_by", 300),
            evidence=prose.line(evidence, "evidence", 1000),
            recorded_by=recorded_by,
            recorded_at=now,
            text_version_id=version_id,
        )
    )
    session.flush()


def record_if_stated(
    session: Session, signatory: Signatory, answers: ProposalAnswers, recorded_by: int, now: datetime
) -> None:
    """Record it when both who agreed and how we know are given; with one of the two it is still missing."""
    if answers.authorised_by.strip() and answers.evidence.strip():
        record(session, signatory, Means.STATED, answers.authorised_by, answers.evidence, recorded_by, now)


def sheet(row: Consent) -> ConsentSheet:
    """The record as upstairs sees it."""
    return ConsentSheet(
        row.means, row.authorised_by, row.evidence, row.recorded_by, row.recorded_at, row.text_version_id
    )


def require_may_record(session: Session, actor: Actor, signatory: Signatory) -> None:
    """Whoever put the name forward, or a moderator."""
    if signatory.added_by != actor.user_id:
        server = coalition.of(session, actor.guild_id)
        if not coalition.is_moderator(server, actor):
            raise Refusal(Reason.NOT_YOURS)
