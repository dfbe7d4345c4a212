"""What one person can still do for a letter; worked out at the moment of sending, so it is only said while true."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, and_, col, func, or_, select

from models.sheets import LeftToDo
from models.tables import Ballot, Consent, Letter, Participant, Signatory
from models.terms import Kind, LetterState, SignatoryState, Way


def left_to_do(session: Session, letter: Letter, user_id: int, now: datetime) -> LeftToDo:
    """What this person can do for this letter now; nothing for whoever does not take part."""
    person = participant(session, letter.guild_id, user_id)
    if person is None:
        return LeftToDo(organisation_missing=False, votes=0, lacking_consent=0)
    return LeftToDo(
        organisation_missing=takes_presses(letter, now)
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
                *unsettled(),
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


def asks(session: Session, guild_id: int, user_id: int) -> bool:
    """Whether this person still asks to be let in; also someone who took part before and lost the members' role."""
    asking = select(Participant.id).where(
        Participant.guild_id == guild_id,
        Participant.user_id == user_id,
        col(Participant.asked_at).is_not(None),
        col(Participant.left_at).is_(None),
    )
    return session.exec(asking).first() is not None


def unsettled() -> tuple[Any, ...]:
    """The condition for what is not approved yet and not at an end: ``models.state.UNSETTLED``, as stored."""
    return col(Signatory.live).is_(True), col(Signatory.state) != SignatoryState.APPROVED


def organisation(session: Session, letter: Letter, person: Participant) -> Signatory | None:
    """The live entry of this person's organisation on the letter, whoever put it there, or None. What they signed
    for themselves counts, however it is spelt."""
    return session.exec(
        select(Signatory)
        .where(
            Signatory.letter_id == letter.id,
            or_(
                Signatory.name_key == person.organisation_key,
                and_(Signatory.added_by == person.user_id, Signatory.way == Way.SIGNED),
            ),
            col(Signatory.kind).in_((Kind.ORGANISATION, Kind.COMPANY)),
            col(Signatory.live).is_(True),
        )
        .order_by(col(Signatory.twin))
    ).first()


def open_votes(session: Session, letter: Letter, person: Participant, now: datetime) -> Sequence[Signatory]:
    """The letter's proposals that this person may vote on now and has not, oldest first.

    Where organisations vote, a colleague's ballot counts; one that was taken back does not.
    """
    if not takes_presses(letter, now):
        return ()
    voted = select(Ballot.signatory_id).where(
        col(Ballot.voter).in_((f"u:{person.user_id}", f"o:{person.organisation_key}")),
        col(Ballot.choice).is_not(None),
    )
    return session.exec(
        select(Signatory)
        .where(
            Signatory.letter_id == letter.id,
            Signatory.state == SignatoryState.VOTING,
            col(Signatory.ballot_closes_at) > now,
            col(Signatory.id).not_in(voted),
        )
        .order_by(col(Signatory.id))
    ).all()


def takes_presses(letter: Letter, now: datetime) -> bool:
    """Whether votes and signings are taken now: open, not paused, before the close."""
    return letter.state is LetterState.OPEN and letter.paused_at is None and now < letter.closes_at
