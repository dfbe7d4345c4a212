"""Entries: what moderators do to the list by their own hand."""

from datetime import datetime
from typing import Any

from msgspec.structs import replace
from sqlmodel import Session

from models.acts import Act
from models.coalitions import access
from models.consents import consents, replaced
from models.database.tables import Letter, Signatory
from models.letters import acceptance, lookup
from models.names import cleaning
from models.names.identity import Identity
from models.refusal import Reason, Refusal, both
from models.review import proposer_notices
from models.sheets import Actor, EntryChanges, EntrySheet, ProposalAnswers, ProposalSheet
from models.signatories import lifecycle, lookalikes, refusals, registration
from models.signatories.summary import proposal
from models.strings import plain_text
from models.submissions import renaming
from models.terms import Kind, LetterState, SignatoryState, Way

TAKES_ENTRIES = (LetterState.DRAFT, LetterState.OPEN, LetterState.CLOSED)


def enter(
    session: Session,
    actor: Actor,
    now: datetime,
    letter_id: int | None,
    answers: ProposalAnswers,
    *,
    twin: bool = False,
) -> ProposalSheet:
    """Enter one who agreed elsewhere; who agreed and how we know are the consent. It waits for review, or is kept
    as late after the close. ``twin``: it is another body of the same name.

    Refuses MODERATORS_ONLY, WRONG_STATE(state, wants), LOCKED(at), CONSENT_INCOMPLETE(missing),
    NOBODY_AGREED(typed, needed), DUPLICATE, as ``lookup.choose`` does and as ``Identity.read`` does.
    """
    access.require_moderator(session, actor)
    letter = lookup.taken(session, actor, letter_id, TAKES_ENTRIES)
    if letter.state not in TAKES_ENTRIES:
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=TAKES_ENTRIES)
    lookup.require_unlocked(letter)
    identity, (agreed, note) = both(
        lambda: Identity.read(answers.kind, answers.name, answers.country, answers.detail),
        lambda: both(
            lambda: consents.stated(answers.authorised_by, answers.evidence),
            lambda: plain_text.optional(answers.note, "note", 1000),
        ),
    )
    late = acceptance.is_late(letter, now)
    row = registration.add(session, actor, now, letter, identity, Way.ENTERED, late=late, note=note, twin=twin)
    consents.record(session, row, now, actor.user_id, *agreed)
    return _warned(session, row)


def edit(
    session: Session, actor: Actor, now: datetime, signatory_id: int, changes: EntryChanges
) -> ProposalSheet:
    """Edit how a signatory is printed, from now on: published lists stay as they are, and so do votes.

    What becomes another signatory with it has no consent, person or approval any more (``renaming``).
    Refuses MODERATORS_ONLY, NOT_FOUND, ENDED_ALREADY(name, state), ANOTHER_NAME, UNCHANGED, DUPLICATE, and as
    ``Identity.read`` does; TOO_LONG (field "sort_key"); TOO_MANY_ALIASES(limit).
    """
    row = _editable(session, actor, signatory_id, lock=True)
    letter = session.get_one(Letter, row.letter_id)
    before, was, person_id = _printed(row), Identity.of(row), row.person_id
    identity, (sort_key, aliases) = both(
        lambda: _changed(row, changes),
        lambda: both(
            lambda: plain_text.optional(changes.get("sort_key", ""), "sort_key", cleaning.LONGEST),
            lambda: cleaning.aliases(changes.get("aliases", "")),
        ),
    )
    renaming.require_editable(session, actor, now, letter, row, identity)
    respelled = registration.respells(row, identity, actor)
    if not respelled:
        replaced.keep(session, row, now)  # they were asked about the name of before
    registration.change(session, actor, now, letter, row, identity)
    if "sort_key" in changes:
        row.sort_key = cleaning.sort_key(row.kind, sort_key or row.name)
    if "aliases" in changes:
        row.aliases = aliases
        lookalikes.remember(session, row)
    after = _printed(row)
    if after == before:
        raise Refusal(Reason.UNCHANGED)
    facts = {"before": before, "after": after, "votes_kept": respelled}
    if not respelled:
        facts |= consents.kept(session, row)
    lifecycle.changed(session, row, now, Act.EDITED, actor.user_id, **facts)
    if not respelled:
        renaming.begin_anew(session, actor, now, letter, row)
    renaming.tell(session, actor, now, row, was, person_id)
    lifecycle.mark_counts_stale(session, row)
    return _warned(session, row)


def _warned(session: Session, row: Signatory) -> ProposalSheet:
    return replace(proposal(session, row), said_no=refusals.of(session, row.letter_id).have(row))


def check_edit(session: Session, actor: Actor, signatory_id: int) -> EntrySheet:
    """One that a moderator is about to edit. Refuses as :func:`edit` does, before anything is typed."""
    row = _editable(session, actor, signatory_id)
    own_key = "" if row.sort_key == cleaning.sort_key(row.kind, row.name) else row.sort_key
    return EntrySheet(proposal(session, row), own_key)


def check_remove(session: Session, actor: Actor, signatory_id: int) -> ProposalSheet:
    """One that a moderator is about to take off the list. Refuses as :func:`remove` does."""
    return proposal(session, _removable(session, actor, signatory_id))


def remove(session: Session, actor: Actor, now: datetime, signatory_id: int, reason: str) -> ProposalSheet:
    """Take an approved signatory off the list from now on, whatever state its letter is in.

    Refuses MODERATORS_ONLY, NOT_FOUND, NOT_APPROVED(name, state), EMPTY and TOO_LONG (field "reason").
    """
    row = _removable(session, actor, signatory_id, lock=True)
    reason = plain_text.line(reason, "reason", 300)
    lifecycle.move(
        session, row, SignatoryState.REMOVED, now, actor.user_id, by=lifecycle.Who.MODERATOR, reason=reason
    )
    proposer_notices.tell(session, actor, now, [row])
    return proposal(session, row)


def keep(session: Session, actor: Actor, now: datetime, signatory_id: int, reason: str = "") -> ProposalSheet:
    """Keep one on the list although its proposer asked that it be taken off.

    Refuses MODERATORS_ONLY, NOT_FOUND, LOCKED(at), NOT_ASKED(name), TOO_LONG (field "reason").
    """
    access.require_moderator(session, actor)
    row = lifecycle.find(session, actor.guild_id, signatory_id, lock=True)
    lookup.require_unlocked(session.get_one(Letter, row.letter_id))
    if row.leaving_at is None:
        raise Refusal(Reason.NOT_ASKED, name=row.name)
    reason = plain_text.optional(reason, "reason", 300)
    row.leaving_at = None
    lifecycle.changed(session, row, now, Act.KEPT_ON_THE_LIST, actor.user_id, reason=reason)
    proposer_notices.tell(session, actor, now, [row])
    return proposal(session, row)


def _editable(session: Session, actor: Actor, signatory_id: int, *, lock: bool = False) -> Signatory:
    access.require_moderator(session, actor)
    row = lifecycle.find(session, actor.guild_id, signatory_id, lock=lock)
    lookup.require_unlocked(session.get_one(Letter, row.letter_id))
    if not row.live:
        raise Refusal(Reason.ENDED_ALREADY, name=row.name, state=row.state)
    return row


def _removable(session: Session, actor: Actor, signatory_id: int, *, lock: bool = False) -> Signatory:
    access.require_moderator(session, actor)
    row = lifecycle.find(session, actor.guild_id, signatory_id, lock=lock)
    lookup.require_unlocked(session.get_one(Letter, row.letter_id))
    lifecycle.require_approved(row)
    return row


def _changed(row: Signatory, changes: EntryChanges) -> Identity:
    kind = changes.get("kind", row.kind)
    detail = row.affiliation if kind is Kind.INDIVIDUAL else row.website
    return Identity.read(
        kind,
        changes.get("name", row.name),
        changes.get("country", row.country),
        changes.get("detail", detail),
    )


def _printed(row: Signatory) -> dict[str, Any]:
    return Identity.of(row).document() | {"sort_key": row.sort_key, "aliases": list(row.aliases)}
