"""Entries: what moderators write into the list by their own hand."""

from datetime import datetime

from sqlmodel import Session

from models import coalition, consent, names, prose, signatory, state
from models import letter as letters
from models.refusal import Reason, Refusal
from models.sheets import Actor, EntryChanges, ProposalAnswers, ProposalSheet
from models.standing import proposal
from models.tables import Letter, Signatory
from models.terms import Kind, LetterState, Means, SignatoryState, Way


def enter(
    session: Session,
    actor: Actor,
    now: datetime,
    letter_id: int | None,
    answers: ProposalAnswers,
    *,
    twin: bool = False,
) -> ProposalSheet:
    """Enter one who agreed elsewhere; who agreed and how we know are the consent (EMPTY without them).

    After the close it is marked late. ``twin`` tells it apart from a live entry of the same name.
    """
    coalition.require_moderator(session, actor)
    letter = letters.choose(session, actor, letter_id)
    if letter.state not in (LetterState.DRAFT, LetterState.OPEN, LetterState.CLOSED):
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=(LetterState.DRAFT, LetterState.OPEN))
    late = letter.state is not LetterState.DRAFT and now >= letter.closes_at
    row = signatory.add(session, actor, now, letter, answers, Way.ENTERED, late=late, twin=twin)
    consent.record(session, row, Means.STATED, answers.authorised_by, answers.evidence, actor.user_id, now)
    return proposal(session, row, now)


def edit(
    session: Session, actor: Actor, now: datetime, signatory_id: int, changes: EntryChanges
) -> ProposalSheet:
    """Edit how a signatory is printed; past editions stay as they are."""
    coalition.require_moderator(session, actor)
    row = state.of(session, actor.guild_id, signatory_id)
    before = _printed(row)
    individual = row.kind is Kind.INDIVIDUAL
    signatory.rename(
        session,
        row,
        ProposalAnswers(
            kind=changes.get("kind", row.kind),
            name=changes.get("name", row.name),
            country=changes.get("country", row.country),
            detail=changes.get("detail", row.affiliation if individual else row.website),
        ),
    )
    if "sort_key" in changes:
        typed = changes["sort_key"].strip()
        row.sort_key = names.sort_key(row.kind, typed or row.name)
    state.changed(session, row, now, "edited", actor.user_id, before=before, after=_printed(row))
    state.mark_counts_stale(session, row)
    return proposal(session, row, now)


def remove(session: Session, actor: Actor, now: datetime, signatory_id: int, reason: str) -> ProposalSheet:
    """Take an approved signature off the list from now on, with a reason for the journal."""
    coalition.require_moderator(session, actor)
    row = state.of(session, actor.guild_id, signatory_id)
    reason = prose.line(reason, "reason", 300)
    if row.state is not SignatoryState.APPROVED:
        raise Refusal(Reason.WRONG_STEP, state=row.state, to=SignatoryState.REMOVED)
    state.move(session, row, SignatoryState.REMOVED, now, actor.user_id, reason=reason)
    return proposal(session, row, now)


def add_consent(
    session: Session, actor: Actor, now: datetime, signatory_id: int, authorised_by: str, evidence: str
) -> ProposalSheet:
    """Record who agreed and how we know; by whoever put the name forward, or a moderator, until it is decided."""
    row = state.of(session, actor.guild_id, signatory_id)
    consent.require_may_record(session, actor, row)
    letter = session.get_one(Letter, row.letter_id)
    if row.state not in state.UNDECIDED_YET or letter.final_at is not None:
        raise Refusal(Reason.WRONG_STEP, state=row.state, to=row.state)
    consent.record(session, row, Means.STATED, authorised_by, evidence, actor.user_id, now)
    state.changed(session, row, now, "consent recorded", actor.user_id)
    return proposal(session, row, now)


def _printed(row: Signatory) -> dict[str, str]:
    return {
        "name": row.name,
        "country": row.country,
        "website": row.website,
        "affiliation": row.affiliation,
        "sort_key": row.sort_key,
    }
