"""*My to-do list*: one open vote at a time, then the reader's organisation, proposals and names to ask."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from models.coalitions import access
from models.consents import person_requests
from models.database.tables import Consent, Letter, Participant, Signatory
from models.letters import acceptance, endorsements, lookup
from models.sheets import Actor, MineSheet, OwnOrganisation, OwnProposal
from models.signatories import summary, todo
from models.terms import LetterState
from models.wishes import showing


def mine(
    session: Session, actor: Actor, now: datetime, letter_id: int | None = None, after: int | None = None
) -> MineSheet:
    """What waits for the actor on one letter, or on all that are open or in review.

    ``after`` is the signatory shown before: the next open vote follows it, and after the last comes the first.
    Refusals: TAKE_PART_FIRST, MEMBERS_ONLY, NOT_FOUND.
    """
    person = access.require_participant(session, actor)
    running = _running(session, actor.guild_id, letter_id)
    votes = [vote for letter in running for vote in todo.open_votes(session, letter, person, now)]
    following = _following(votes, after)
    return MineSheet(
        votes=len(votes),
        proposal=summary.proposal(session, following) if following else None,
        organisation=person.organisation,
        organisations=tuple(_organisation(session, letter, person, now) for letter in running),
        proposals=tuple(line for letter in running for line in _proposals(session, letter, person)),
        direct_messages=person.direct_messages,
        earlier=tuple(one for letter in running for one in endorsements.own(session, letter, person.user_id)),
        asked=tuple(
            one for letter in running for one in person_requests.waiting(session, letter, person.user_id)
        ),
        wishes=tuple(one for letter in running for one in showing.claimed(session, actor, letter)),
        muted_until=person.muted_until if person.muted_until and person.muted_until > now else None,
    )


def _running(session: Session, guild_id: int, letter_id: int | None) -> Sequence[Letter]:
    if letter_id is not None:
        return [lookup.find(session, guild_id, letter_id)]
    return session.exec(
        select(Letter)
        .where(
            Letter.guild_id == guild_id,
            col(Letter.state).in_((LetterState.OPEN, LetterState.CLOSED)),
            col(Letter.final_at).is_(None),
        )
        .order_by(col(Letter.closes_at), col(Letter.id))
    ).all()


def _following(votes: list[Signatory], after: int | None) -> Signatory | None:
    """The oldest vote after this one, else the oldest of all."""
    in_order = sorted(votes, key=lambda vote: vote.id)
    return next(
        (vote for vote in in_order if after is not None and vote.id > after), next(iter(in_order), None)
    )


def _organisation(session: Session, letter: Letter, person: Participant, now: datetime) -> OwnOrganisation:
    entry = todo.organisation(session, letter, person)
    return OwnOrganisation(
        letter_id=letter.id,
        title=letter.title,
        signatory_id=entry.id if entry else None,
        state=entry.state if entry else None,
        late=acceptance.is_late(letter, now),
    )


def _proposals(session: Session, letter: Letter, person: Participant) -> list[OwnProposal]:
    rows = session.exec(
        select(Signatory, Consent.signatory_id)
        .outerjoin(Consent, col(Consent.signatory_id) == col(Signatory.id))
        .where(
            Signatory.letter_id == letter.id,
            Signatory.added_by == person.user_id,
            *todo.unsettled(),
        )
        .order_by(col(Signatory.id))
    )
    return [
        OwnProposal(
            signatory_id=row.id,
            letter_id=letter.id,
            title=letter.title,
            name=row.name,
            kind=row.kind,
            state=row.state,
            lacks_consent=consent is None,
        )
        for row, consent in rows
    ]
