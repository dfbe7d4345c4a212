"""Sealing: ballots of secret votes under way that an earlier version wrote with their voters lose the names."""

from sqlmodel import Session, col, select, update

from models.database import scrubbing
from models.database.tables import Ballot, Vote
from models.rules.voting_policy import Policy
from models.signatories import voter
from models.voting import upsert


def seal(session: Session) -> int:
    """Take the names off; how many ballots had one. Done again it changes nothing."""
    named = (
        select(Ballot, Vote)
        .join(Vote, col(Vote.signatory_id) == col(Ballot.signatory_id))
        .where(col(Vote.ended_at).is_(None), ~col(Ballot.voter).startswith(voter.SEALED))
    )
    rows = [(ballot, vote) for ballot, vote in session.exec(named) if Policy.of(vote.policy).secret]
    for ballot, vote in rows:
        whose = voter.sealed(session, vote, ballot.voter)
        session.exec(
            update(Ballot)
            .where(col(Ballot.signatory_id) == vote.signatory_id, col(Ballot.voter) == ballot.voter)
            .values(
                voter=whose,
                pressed_by=voter.sealed(session, vote, ballot.pressed_by),
                user_id=None,
                interaction_id=voter.press(session, vote, whose, ballot.interaction_id),
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
