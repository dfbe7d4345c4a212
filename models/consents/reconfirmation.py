"""Saying again, after the text changed in substance, that a name stands by it."""

from datetime import datetime

from sqlmodel import Session

from models.acts import Act
from models.coalitions import access
from models.consents import consents, ownership
from models.database.tables import Letter, TextVersion
from models.letters.endorsements import counting, is_earlier
from models.refusal import Reason, Refusal
from models.sheets import Actor, ProposalSheet
from models.signatories import lifecycle, summary
from models.terms import LetterState


def confirm(session: Session, actor: Actor, now: datetime, signatory_id: int, version_id: int) -> ProposalSheet:
    """Whoever put a name forward, or the person whose own name it is and who was asked, says that it stands by the
    text of this version, the newest of the original.

    Refuses TAKE_PART_FIRST, NOT_FOUND, NOT_YOURS, ENDED_ALREADY(name, state), WRONG_STATE(state, wants) once the
    letter is put away, OUTDATED where the text changed again, UNCHANGED, NO_CONSENT where nothing was agreed yet.
    """
    access.require_participant(session, actor)
    row = lifecycle.find(session, actor.guild_id, signatory_id, lock=True)
    ownership.require_own(session, actor, row)
    if row.person_id not in (None, actor.user_id):
        raise Refusal(Reason.NOT_YOURS)  # they say it themselves
    if not row.live:
        raise Refusal(Reason.ENDED_ALREADY, name=row.name, state=row.state)
    letter = session.get_one(Letter, row.letter_id)
    if letter.state in (LetterState.ARCHIVED, LetterState.CANCELLED):
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=(LetterState.OPEN, LetterState.CLOSED))
    wordings = counting(session, letter.id)
    if version_id != next(iter(wordings), None):
        raise Refusal(Reason.OUTDATED)
    if not is_earlier(row, wordings):
        raise Refusal(Reason.UNCHANGED)
    agreed = consents.of(session, row)
    if agreed is None:
        raise Refusal(Reason.NO_CONSENT, name=row.name)
    version = session.get_one(TextVersion, version_id)
    row.text_version_id = agreed.text_version_id = version_id
    agreed.confirmed_by, agreed.confirmed_at = actor.user_id, now
    lifecycle.changed(
        session, row, now, Act.NEW_TEXT_CONFIRMED, actor.user_id, number=version.number, digest=version.digest
    )
    return summary.proposal(session, row)
