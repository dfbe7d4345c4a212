"""The clock of a vote: it stands still while its letter is paused, and never runs past the close."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import col, or_

from models.database.tables import Letter, Vote
from models.rules.voting_policy import Policy


def runs() -> ColumnElement[bool]:
    """The condition for a vote whose clock is not stopped by a pause, or ran out before it. Wants the vote's letter in
    the query."""
    return or_(col(Letter.paused_at).is_(None), col(Vote.ends_at) <= col(Letter.paused_at))


def stands(vote: Vote, letter: Letter) -> bool:
    """Whether the clock of this vote under way stands still: its letter was paused before the vote was over."""
    return vote.ended_at is None and letter.paused_at is not None and vote.ends_at > letter.paused_at


def take_up(vote: Vote, letter: Letter, since: datetime, now: datetime) -> None:
    """The clock stood still from ``since`` until ``now``: every instant of the vote that is still to come moves by as
    long, its end not past the close."""
    stood = now - max(since, vote.opened_at)
    bound = min(vote.full_time_at, letter.closes_at)
    early = vote.ends_at < bound
    vote.full_time_at += stood
    vote.ends_at = min(vote.ends_at + stood if early else vote.full_time_at, letter.closes_at)


def earliest_end(vote: Vote, policy: Policy) -> datetime | None:
    """From when on the vote may end once it is settled, pauses apart; None if the policy never ends it early."""
    if policy.early_after_minutes is None:
        return None
    began = vote.full_time_at - timedelta(hours=policy.hours)  # later by every pause than it opened
    return began + timedelta(minutes=policy.early_after_minutes)
