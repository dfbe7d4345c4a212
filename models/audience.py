"""What one person can still do for a letter; worked out at the moment of sending, so it is only said while true."""

from datetime import datetime

from sqlmodel import Session, col, func, select

from models.sheets import LeftToDo
from models.tables import Ballot, Consent, Letter, Participant, Signatory
from models.terms import Kind, LetterState, SignatoryState

UNSETTLED = (
    SignatoryState.PROPOSED,
    SignatoryState.VOTING,
    SignatoryState.PASSED,
    SignatoryState.UNDECIDED,
    SignatoryState.OPPOSED,
    SignatoryState.HOLD,
    SignatoryState.LATE,
)
"""Not yet approved and not yet at an end."""


def left_to_do(session: Session, letter: Letter, user_id: int, now: datetime) -> LeftToDo:
    """What this person can do for this letter now; nothing for whoever does not take part."""
    person = participant(session, letter.guild_id, user_id)
    if person is None:
        return LeftToDo(organisation_missing=False, votes=0, lacking_consent=0)
    takes_names = (
        letter.state is LetterState.OPEN and letter.paused_at is None and now < letter.closes_at
    )
    return LeftToDo(
        organisation_missing=takes_names
        and bool(person.organisation_key)
        and organisation(session, letter, person) is None,
        votes=len(open_votes(session, letter, person, now)),
        lacking_consent=session.exec(
            select(func.count())
            .select_from(Signatory)
            .outerjoin(Consent, col(Consent.signatory_id) == col(Signatory.id))
            .where(
                Signatory.letter_id == letter.id,
                Signatory.added_by == user_id,
                col(Signatory.state).in_(UNSETTLED),
                col(Consent.signatory_id).is_(None),
            )
        ).one(),
    )


def participant(session: Session, guild_id: int, user_id: int) -> Participant | None:
    """The row of someone who takes part in this server, or None."""
    return session.exec(
        select(Participant).where(
            Participant.guild_id == guild_id,
            Participant.user_id == user_id,
            col(Participant.joined_at).is_not(None),
            col(Participant.left_at).is_(None),
        )
    ).first()


def organisation(session: Session, letter: Letter, person: Participant) -> Signatory | None:
    """The live entry of this person's organisation on the letter, whoever put it there, or None."""
    return session.exec(
        select(Signatory)
        .where(
            Signatory.letter_id == letter.id,
            Signatory.name_key == person.organisation_key,
            col(Signatory.kind).in_((Kind.ORGANISATION, Kind.COMPANY)),
            col(Signatory.live).is_(True),
        )
        .order_by(col(Signatory.twin))
    ).first()


def open_votes(session: Session, letter: Letter, person: Participant, now: datetime) -> list[Signatory]:
    """The letter's proposals that this person may still vote on and has not, oldest first.

    Where organisations vote, a colleague's ballot counts.
    """
    proposals = session.exec(
        select(Signatory)
        .where(
            Signatory.letter_id == letter.id,
            Signatory.state == SignatoryState.VOTING,
            col(Signatory.ballot_closes_at) > now,
        )
        .order_by(col(Signatory.id))
    ).all()
    voted = {
        (ballot.signatory_id, ballot.voter)
        for ballot in session.exec(
            select(Ballot).where(
                col(Ballot.signatory_id).in_([proposal.id for proposal in proposals]),
                col(Ballot.voter).in_((f"u:{person.user_id}", f"o:{person.organisation_key}")),
            )
        )
    }
    return [
        proposal for proposal in proposals if (proposal.id, ballots.voter(proposal, person)) not in voted
    ]
