"""Sealing: how ballots of secret votes come to name nobody, and what happens to them when their key is lost."""

from datetime import datetime

from sqlmodel import Session, col, select, update

from models.database import scrubbing
from models.database.tables import Ballot, Letter, Signatory, Vote
from models.outbox import announcements
from models.rules.voting_policy import Policy
from models.signatories import upsert
from models.signatories.voters import SEALED, Voters
from models.terms import NoticeKind
from models.voting import votes


def seal(session: Session) -> int:
    """Take the names off what an earlier version wrote with them; how many ballots had one. Done again it changes
    nothing."""
    named = (
        select(Ballot, Vote)
        .join(Vote, col(Vote.signatory_id) == col(Ballot.signatory_id))
        .where(col(Vote.ended_at).is_(None), ~col(Ballot.voter).startswith(SEALED))
    )
    rows = [(ballot, vote) for ballot, vote in session.exec(named) if Policy.of(vote.policy).secret]
    for ballot, vote in rows:
        voters = Voters(session, vote)
        whose = voters.sealed(ballot.voter)
        session.exec(
            update(Ballot)
            .where(col(Ballot.signatory_id) == vote.signatory_id, col(Ballot.voter) == ballot.voter)
            .values(
                voter=whose,
                pressed_by=voters.sealed(ballot.pressed_by),
                user_id=None,
                interaction_id=voters.press(whose, ballot.interaction_id),
                cast_at=None,
            )
            .execution_options(synchronize_session=False)
        )
    for signatory_id in {vote.signatory_id for _, vote in rows}:
        upsert.lay_in_order(session, signatory_id)
    if rows:
        session.expire_all()
        scrubbing.request(session)
    return len(rows)


def sealed_votes(session: Session) -> list[tuple[Signatory, Letter]]:
    """The names whose vote under way holds ballots that only the key recognises, each with its letter."""
    ballots = select(Ballot.signatory_id).where(col(Ballot.voter).startswith(SEALED))
    return list(
        session.exec(
            select(Signatory, Letter)
            .join(Vote, col(Vote.signatory_id) == col(Signatory.id))
            .join(Letter, col(Letter.id) == col(Signatory.letter_id))
            .where(col(Vote.ended_at).is_(None), col(Signatory.id).in_(ballots))
            .order_by(col(Signatory.id))
        )
    )


def begin_anew(session: Session, now: datetime) -> int:
    """The key is lost: secret votes under way start over, so that nobody's vote counts twice, and moderators are told.
    How many votes."""
    lost = sealed_votes(session)
    for row, letter in lost:
        votes.restart(session, row, letter, now, None)
    letters = {letter.id: letter for _, letter in lost}
    for letter in letters.values():
        count = sum(of.id == letter.id for _, of in lost)
        announcements.announce_each(session, letter, NoticeKind.KEY_LOST, now, "key", count=count)
    scrubbing.request(session)
    return len(lost)
