"""Tallies: what the ballots on names come to, counted for many at once."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from models.database.tables import Ballot, Signatory, Vote
from models.rules.voting_policy import Tally
from models.terms import Choice
from models.voting import electorate


def of(session: Session, votes: Sequence[tuple[Signatory, Vote, datetime]]) -> dict[int, Tally]:
    """The count of each at its instant, by the name's id."""
    entitled = electorate.count_all(session, votes)
    cast = session.exec(
        select(col(Ballot.signatory_id), col(Ballot.choice), func.count())
        .where(col(Ballot.signatory_id).in_(entitled), col(Ballot.choice).is_not(None))
        .group_by(col(Ballot.signatory_id), col(Ballot.choice))
    )
    counted = {(signatory_id, choice): count for signatory_id, choice, count in cast}
    return {
        row.id: Tally(
            for_=counted.get((row.id, Choice.FOR), 0),
            against=counted.get((row.id, Choice.AGAINST), 0),
            abstained=counted.get((row.id, Choice.ABSTAIN), 0),
            entitled=entitled[row.id],
        )
        for row, _, _ in votes
    }


def reasons_against(session: Session, rows: Sequence[Signatory]) -> dict[int, list[str]]:
    """The reasons of those against each of these names, by its id, in no order."""
    found: dict[int, list[str]] = {}
    for signatory_id, reason in session.exec(
        select(Ballot.signatory_id, Ballot.reason).where(
            col(Ballot.signatory_id).in_([row.id for row in rows]),
            Ballot.choice == Choice.AGAINST,
            Ballot.reason != "",
        )
    ):
        found.setdefault(signatory_id, []).append(reason)
    return found
