"""Saying again, after the text changed in substance, that a name stands by it."""

from datetime import datetime

from sqlmodel import Session

from models.acts import Act
from models.coalitions import access
from models.consents import consents, ownership, receipts
from models.database.tables import Letter, Signatory, TextVersion
from models.letters import endorsements
from models.letters.endorsements import counting, is_earlier
from models.refusal import Reason, Refusal
from models.sheets import Actor, EarlierText, ProposalSheet
from models.signatories import decisions, lifecycle, shown, summary
from models.terms import LetterState, Means


def confirm(session: Session, actor: Actor, now: datetime, signatory_id: int, digest: str) -> ProposalSheet:
    """The proposer, or the person whose own name it is and who was asked, says that it stands by the
    newest text of the original, as they were shown both (``shown.digest``).

    Refuses TAKE_PART_FIRST, NOT_FOUND, NOT_YOURS, THEIR_OWN_PRESS(name) where another was asked about it,
    ENDED_ALREADY(name, state), WRONG_STATE(state, wants) once the letter is put away, OUTDATED where either changed
    again, UNCHANGED, NO_CONSENT if nothing was agreed yet.
    """
    row = _theirs(session, actor, signatory_id, lock=True)
    letter = session.get_one(Letter, row.letter_id)
    if letter.state in (LetterState.ARCHIVED, LetterState.CANCELLED):
        wants = (LetterState.OPEN, LetterState.CLOSED)
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=wants, by_member=True)
    wordings = counting(session, letter.id)
    if not is_earlier(row, wordings):
        raise Refusal(Reason.UNCHANGED)
    agreed = consents.of(session, row)
    if agreed is None:
        raise Refusal(Reason.NO_CONSENT, name=row.name)
    shown.require(session, [row], digest)
    version = session.get_one(TextVersion, wordings[0])
    row.text_version_id = agreed.text_version_id = version.id
    decisions.void_first_approval(session, row, now)
    agreed.confirmed_by, agreed.confirmed_at = actor.user_id, now
    lifecycle.changed(
        session, row, now, Act.NEW_TEXT_CONFIRMED, actor.user_id, number=version.number, digest=version.digest
    )
    if agreed.means is Means.OWN_CLICK:
        receipts.tell(session, now, actor.user_id, row)
    return summary.proposal(session, row)


def question(session: Session, actor: Actor, signatory_id: int) -> tuple[EarlierText, int]:
    """A name that this person may confirm, as it is now, and its letter's id. Refuses as :func:`confirm`; UNCHANGED
    where it endorses the newest text."""
    row = _theirs(session, actor, signatory_id)
    letter = session.get_one(Letter, row.letter_id)
    found = endorsements.own(session, letter, actor.user_id)
    for one in found:
        if one.signatory_id == row.id:
            return one, letter.id
    raise Refusal(Reason.UNCHANGED)


def _theirs(session: Session, actor: Actor, signatory_id: int, *, lock: bool = False) -> Signatory:
    access.require_participant(session, actor)
    row = lifecycle.find(session, actor.guild_id, signatory_id, lock=lock)
    ownership.require_own(session, actor, row)
    if row.person_id not in (None, actor.user_id):
        raise Refusal(Reason.THEIR_OWN_PRESS, name=row.name)
    if not row.live:
        raise Refusal(Reason.ENDED_ALREADY, name=row.name, state=row.state)
    return row
