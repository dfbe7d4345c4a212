"""A vote of three people on one proposal, and what they do: for the tests of the vote and of its end."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from models.database.tables import Letter, Signatory
from models.refusal import Refusal
from models.sheets import BallotSheet
from models.terms import Choice
from models.voting import ballots
from tests.conftest import NOW
from tests.models import makers

DAY, MOMENT = timedelta(days=1), timedelta(microseconds=1)
ENDS = NOW + DAY
FOR, AGAINST, ABSTAIN = Choice.FOR, Choice.AGAINST, Choice.ABSTAIN


def a_letter(session: Session) -> Letter:
    """An open letter with three who take part."""
    makers.participants(session, 2, 3, 4)
    return makers.letter(session)


def press(
    session: Session,
    row: Signatory,
    user_id: int,
    choice: Choice,
    press_id: int,
    at: datetime = NOW,
    **more: Any,
) -> BallotSheet:
    return ballots.cast(session, makers.member(user_id), at, row.id, choice, press_id, **more)


def take_back(session: Session, row: Signatory, user_id: int, press_id: int) -> BallotSheet:
    return ballots.take_back(session, makers.member(user_id), NOW, row.id, press_id)


def refused(session: Session, row: Signatory, at: datetime, **more: Any) -> Refusal:
    return makers.refused(press, session, row, 2, AGAINST, 1, at, **more)


def tally(session: Session, row: Signatory) -> tuple[int | None, ...]:
    vote = makers.vote_on(session, row)
    return vote.votes_for, vote.votes_against, vote.votes_abstained, vote.entitled
