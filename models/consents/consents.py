"""Consent: the record that a signatory really agreed. Without one nobody is approved."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from models.acts import Act
from models.coalitions import access, records
from models.consents import ownership, receipts, unanswered
from models.database.tables import Consent, Letter, Participant, Signatory
from models.letters import endorsements, lookup, wordings
from models.names.identity import Identity
from models.refusal import Reason, Refusal
from models.sheets import Actor, ConsentSheet, ProposalSheet
from models.signatories import decisions, lifecycle, shown
from models.signatories.summary import proposal
from models.strings import plain_text
from models.terms import Means, SignatoryState

CONFIRMED = "confirmed that their own name may stand on the letter"
"""The evidence where a member whose name somebody else proposed pressed the button."""


def of(session: Session, row: Signatory) -> Consent | None:
    """The record, or None while nobody wrote down who agreed."""
    return session.get(Consent, row.id)


def authorised(session: Session, letter_id: int) -> dict[int, str]:
    """Who agreed, by the signatory's id, for everybody on a letter; for other modules."""
    query = (
        select(col(Consent.signatory_id), col(Consent.authorised_by))
        .join(Signatory, col(Signatory.id) == col(Consent.signatory_id))
        .where(Signatory.letter_id == letter_id)
    )
    return dict(session.exec(query).all())


def add(
    session: Session, actor: Actor, now: datetime, signatory_id: int, authorised_by: str, evidence: str
) -> ProposalSheet:
    """Record who agreed and how we know, in place of what was recorded before.

    By the proposer until the final edition, by a moderator also later, as long as nothing is decided; of one on the
    list only while it endorses an earlier text, and then for the new one. Refuses
    NOT_YOURS, THEIR_OWN_PRESS(name) to a proposer where the person is a member and was asked,
    CONSENT_INCOMPLETE(missing), APPROVED_ALREADY, ENDED_ALREADY(state), TOO_LONG, FINISHED_BEFORE(at), and LOCKED(at)
    to a moderator.
    """
    row = _recordable(session, actor, signatory_id, lock=True)
    record(session, row, now, actor.user_id, *stated(authorised_by, evidence))
    return proposal(session, row)


def add_as_shown(
    session: Session,
    actor: Actor,
    now: datetime,
    signatory_id: int,
    digest: str,
    authorised_by: str,
    evidence: str,
) -> ProposalSheet:
    """Record who agreed to what was shown (``shown.digest``). Refuses as :func:`add`, and OUTDATED if the name, what
    is recorded of its consent, or the text changed since."""
    shown.require(session, [_recordable(session, actor, signatory_id, lock=True)], digest)
    return add(session, actor, now, signatory_id, authorised_by, evidence)


def check_add(session: Session, actor: Actor, signatory_id: int) -> ProposalSheet:
    """The signatory about which someone is about to say who agreed. Refuses as :func:`add`, before anything is
    typed."""
    return proposal(session, _recordable(session, actor, signatory_id))


def _recordable(session: Session, actor: Actor, signatory_id: int, *, lock: bool = False) -> Signatory:
    row = lifecycle.find(session, actor.guild_id, signatory_id, lock=lock)
    moderates = access.moderates(session, actor)
    if moderates:
        lookup.require_unlocked(session.get_one(Letter, row.letter_id))
    else:
        ownership.require_own(session, actor, row)
        require_word(session, actor, row)
        final_at = session.get_one(Letter, row.letter_id).final_at
        if final_at is not None:
            raise Refusal(Reason.FINISHED_BEFORE, at=final_at)
    if not (row.state is SignatoryState.APPROVED and endorsements.lags(session, row)):
        lifecycle.require_unsettled(row)
    return row


def require_word(session: Session, actor: Actor, row: Signatory) -> None:
    """That somebody else's word counts for this one: once its person was asked, only a moderator's. Refuses
    THEIR_OWN_PRESS(name)."""
    if row.person_id is not None and not access.is_moderator(
        records.coalition_of(session, actor.guild_id), actor
    ):
        raise Refusal(Reason.THEIR_OWN_PRESS, name=row.name)


def stated(authorised_by: str, evidence: str, *, needed: bool = True) -> tuple[str, str]:
    """Both sentences, cleaned. Refuses CONSENT_INCOMPLETE(missing) if one or both are not given, NOBODY_AGREED(typed,
    needed) if one says that nobody agreed yet; ``needed``: both may not be left blank instead."""
    given = {"authorised_by": authorised_by, "evidence": evidence}
    missing = [field for field, words in given.items() if not words.strip()]
    if missing:
        raise Refusal(Reason.CONSENT_INCOMPLETE, missing=missing[0])
    for typed in given.values():
        if unanswered.is_no_answer(typed):
            raise Refusal(Reason.NOBODY_AGREED, typed=typed.strip(), needed=needed)
    return plain_text.line(authorised_by, "authorised_by", 300), plain_text.line(evidence, "evidence", 1000)


def stated_or_none(authorised_by: str, evidence: str) -> tuple[str, str] | None:
    """Who agreed and how we know, cleaned; None where neither was typed. Refuses CONSENT_INCOMPLETE(missing) for
    one without the other, NOBODY_AGREED(typed, needed)."""
    given = authorised_by.strip() or evidence.strip()
    return stated(authorised_by, evidence, needed=False) if given else None


def record(
    session: Session, row: Signatory, now: datetime, recorded_by: int, authorised_by: str, evidence: str
) -> None:
    """Write down what a proposer or moderator stated; for other modules."""
    _write(session, row, now, recorded_by, Means.STATED, authorised_by, evidence)


def record_own_click(session: Session, row: Signatory, now: datetime, person: Participant) -> None:
    """The person pressed *I am authorised*; for other modules."""
    who = ", ".join(part for part in (person.title, person.organisation) if part)
    _write(session, row, now, person.user_id, Means.OWN_CLICK, who, "")
    receipts.tell(session, now, person.user_id, row)


def record_confirmed(session: Session, row: Signatory, now: datetime, user_id: int) -> None:
    """The person whose name it is pressed that it may be there; for other modules."""
    _write(session, row, now, user_id, Means.OWN_CLICK, row.name, CONFIRMED)
    receipts.tell(session, now, user_id, row)


def forget(session: Session, row: Signatory) -> None:
    """The person who agreed agreed for another name; for other modules."""
    row.text_version_id = None
    found = of(session, row)
    if found is not None:
        session.delete(found)
        session.flush()


def kept(session: Session, row: Signatory) -> dict[str, Any]:
    """What the journal keeps of a consent that :func:`forget` drops, for :func:`restore`; nothing where there is
    none."""
    found = of(session, row)
    if found is None or found.means is not Means.STATED:
        return {}
    return {
        "authorised_by": found.authorised_by,
        "evidence": found.evidence,
        "person": found.recorded_by,
        "recorded_at": found.recorded_at.isoformat(),
        "text_version": found.text_version_id,
    }


def restore(session: Session, row: Signatory, now: datetime, actor_id: int, said: Mapping[str, Any]) -> None:
    """Give a name its consent back: what made it another signatory is taken back by ``actor_id``. Nothing where the
    journal says nothing of it any more."""
    if not said.keys() >= {"authorised_by", "evidence", "recorded_at"} or of(session, row) is not None:
        return
    row.text_version_id = said.get("text_version")
    session.add(
        Consent(
            signatory_id=row.id,
            means=Means.STATED,
            authorised_by=said["authorised_by"],
            evidence=said["evidence"],
            recorded_by=said.get("person"),
            recorded_at=datetime.fromisoformat(said["recorded_at"]),
            text_version_id=row.text_version_id,
        )
    )
    session.flush()
    facts = {"means": Means.STATED.value, "authorised_by": said["authorised_by"], "evidence": said["evidence"]}
    lifecycle.changed(session, row, now, Act.CONSENT_RECORDED, actor_id, **facts)


def sheet(row: Consent) -> ConsentSheet:
    """The record as a sheet."""
    return ConsentSheet(
        means=row.means,
        authorised_by=row.authorised_by,
        evidence=row.evidence,
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
        text_version_id=row.text_version_id,
        confirmed_by=row.confirmed_by,
        confirmed_at=row.confirmed_at,
    )


def _write(
    session: Session,
    row: Signatory,
    now: datetime,
    recorded_by: int,
    means: Means,
    authorised_by: str,
    evidence: str,
) -> None:
    wording = wordings.current(session, row.letter_id)
    row.meant = Identity.of(row).completed(row.meant)
    row.text_version_id = wording.id if wording is not None else None
    session.merge(
        Consent(
            signatory_id=row.id,
            means=means,
            authorised_by=authorised_by,
            evidence=evidence,
            recorded_by=recorded_by,
            recorded_at=now,
            text_version_id=row.text_version_id,
        )
    )
    session.flush()
    decisions.void_first_approval(session, row, now)  # it was for what was agreed before
    lifecycle.changed(
        session,
        row,
        now,
        Act.CONSENT_RECORDED,
        recorded_by,
        means=means.value,
        authorised_by=authorised_by,
        evidence=evidence,
    )
