"""Outreach: who must be told what about their signature, outside Discord."""

from collections.abc import Collection

from sqlmodel import Session, col, select

from models.consents import consents
from models.database.tables import Participant, Signatory
from models.letters import endorsements, lookup
from models.publishing import editions
from models.sheets import Actor, OutreachLine, OutreachSheet
from models.sheets.outcome import Outcome
from models.signatories import contacts, lifecycle
from models.terms import SignatoryState, Told

ENDED = {
    SignatoryState.DECLINED: Told.DECLINED,
    SignatoryState.HOLD: Told.ON_HOLD,
    SignatoryState.REMOVED: Told.REMOVED,
}


def due(session: Session, actor: Actor, letter_id: int | None = None) -> OutreachSheet:
    """Everybody on the letter who must be told something, in the order of the list; the rest waits for a vote or a
    review, and hears nothing yet. Refuses MODERATORS_ONLY, and as ``lookup.choose`` does."""
    row = lookup.choose_to_export(session, actor, letter_id)
    wordings = endorsements.counting(session, row.id)
    addresses, agreed = contacts.addresses(session, row.id), consents.authorised(session, row.id)
    people = _people(session, actor.guild_id)
    signatories = session.exec(
        select(Signatory)
        .where(Signatory.letter_id == row.id)
        .order_by(col(Signatory.alphabetical), col(Signatory.id))
    )
    lines = []
    for signatory in signatories:
        told = what(signatory, wordings, consented=signatory.id in agreed)
        if told is not None:
            lines.append(
                OutreachLine(
                    address=addresses.get(signatory.id, ""),
                    name=signatory.name,
                    kind=signatory.kind,
                    state=signatory.state,
                    authorised_by=agreed.get(signatory.id, ""),
                    put_forward_by=people.get(signatory.added_by or 0, ""),
                    told=told,
                    sentence=signatory.told,
                )
            )
    newest = editions.latest(session, row.id)
    return OutreachSheet(
        letter_id=row.id,
        title=row.title,
        addressee=row.addressee,
        published=row.published_at is not None,
        list_number=newest.number if newest is not None else 0,
        lines=tuple(lines),
        lacking=sum(not line.address for line in lines),
        contact=row.contact,
        outcome=Outcome.of(row.outcome),
    )


def what(signatory: Signatory, wordings: Collection[int], *, consented: bool) -> Told | None:
    """What this signatory must be told; None if there is nothing to say yet. ``wordings`` are
    ``endorsements.counting``.

    A text that was changed after it was endorsed comes before everything else: they may want to leave.
    """
    if signatory.state is SignatoryState.APPROVED:
        return Told.TEXT_CHANGED if endorsements.is_earlier(signatory, wordings) else Told.SIGNED
    if signatory.state in ENDED:
        return ENDED[signatory.state]
    return Told.CONFIRM if signatory.state in lifecycle.UNSETTLED and not consented else None


def _people(session: Session, guild_id: int) -> dict[int, str]:
    found = session.exec(
        select(Participant).where(Participant.guild_id == guild_id, col(Participant.left_at).is_(None))
    )
    return {person.user_id: ", ".join(filter(None, (person.title, person.organisation))) for person in found}
