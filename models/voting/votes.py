"""The vote on a name, from its opening to its end."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, delete, func, select, update

from models.acts import Act
from models.database import scrubbing
from models.database.tables import Ballot, Letter, Signatory, Vote
from models.rules.voting_policy import Policy, Tally, outcome, settled
from models.signatories import lifecycle
from models.terms import Choice, SignatoryState
from models.voting import clock, electorate

GRACE = timedelta(seconds=3)
"""A vote is counted this long after its end, so that presses made before it have arrived."""


def open_vote(session: Session, row: Signatory, letter: Letter, now: datetime) -> None:
    """Begin the vote on a new name under the letter's policy of this moment, if that policy holds votes and the
    close is still ahead: what is accepted as on time after it goes to review at once."""
    policy = Policy.of(letter.policy)
    if policy.votes and now < letter.closes_at:
        vote = _begin(session, row, policy, letter, now)
        facts = {"policy": vote.policy, "until": vote.ends_at.isoformat()}
        lifecycle.move(
            session, row, SignatoryState.VOTING, now, None, by=lifecycle.Who.BOT, act=Act.VOTE_OPENED, **facts
        )


def restart(session: Session, row: Signatory, letter: Letter, now: datetime, actor_id: int | None) -> None:
    """Begin the vote anew under its own policy: the name means someone else now, or nobody can tell whose the ballots
    are. Without a vote nothing happens."""
    before = session.get(Vote, row.id)
    if before is None:
        return
    _drop_ballots(session, row)
    until = _begin(session, row, Policy.of(before.policy), letter, now).ends_at.isoformat()
    if row.state is SignatoryState.VOTING:
        lifecycle.changed(session, row, now, Act.VOTE_RESTARTED, actor_id, until=until)
    else:
        lifecycle.move(
            session,
            row,
            SignatoryState.VOTING,
            now,
            actor_id,
            by=lifecycle.Who.MEMBER,
            act=Act.VOTE_RESTARTED,
            until=until,
        )


def abandon(session: Session, now: datetime, *rows: Signatory) -> None:
    """End the votes on these names without a count, where they are under way, and drop every ballot."""
    _drop_ballots(session, *rows)
    under_way = col(Vote.signatory_id).in_([row.id for row in rows]), col(Vote.ended_at).is_(None)
    session.exec(update(Vote).where(*under_way).values(ended_at=now))


def end_due(session: Session, now: datetime) -> int:
    """End every vote whose time is over; how many. The time of a paused letter's votes stands still."""
    due = _under_way(session, col(Vote.ends_at) <= now - GRACE, clock.runs())
    for row, _ in due:
        end(session, row, now)
    return len(due)


def cut_short(session: Session, letter: Letter, now: datetime) -> int:
    """End every vote under way of a letter that closes; how many."""
    votes = _under_way(session, Signatory.letter_id == letter.id)
    for row, _ in votes:
        end(session, row, now)
    return len(votes)


def follow_close(session: Session, letter: Letter, before: datetime) -> None:
    """The close was moved from ``before``: no vote runs past it; one that it would have cut short runs its time, if
    it can. Any other end stays: a vote that is decided may be about to end early."""
    for row, vote in _under_way(session, Signatory.letter_id == letter.id):
        ends_at = vote.full_time_at if vote.ends_at == before else vote.ends_at
        ends_at = min(ends_at, letter.closes_at)
        if ends_at != vote.ends_at:
            vote.ends_at = ends_at
            lifecycle.mark_stale(session, row)


def paused(session: Session, letter: Letter) -> None:
    """The letter was paused, and with it its votes: their cards say so."""
    for row, _ in _under_way(session, Signatory.letter_id == letter.id):
        lifecycle.mark_stale(session, row)


def resumed(session: Session, letter: Letter, since: datetime, now: datetime) -> None:
    """The letter takes presses again after a pause: every vote that was under way has the time that it had left, up to
    the close."""
    for row, vote in _under_way(session, Signatory.letter_id == letter.id, col(Vote.ends_at) > since):
        clock.take_up(vote, letter, since, now)
        lifecycle.mark_stale(session, row)


def end(session: Session, row: Signatory, now: datetime) -> None:
    """Count, keep the tally, forget who chose what in a secret vote, and hand over to review.

    A vote that could not run its time is marked cut short, and whether its letter was paused at the close. Reasons of
    those against stay, without their names and in no order of theirs.
    """
    vote, letter = session.get_one(Vote, row.id), session.get_one(Letter, row.letter_id)
    policy = Policy.of(vote.policy)
    stood = clock.stands(vote, letter)
    if letter.paused_at is not None and stood:
        clock.take_up(vote, letter, letter.paused_at, min(now, letter.closes_at))
    vote.cut_short = _is_cut_short(vote, letter, now)
    vote.ended_at = min(now, vote.ends_at)
    vote.cut_while_paused = stood and vote.cut_short and vote.ended_at >= letter.closes_at
    tally = _tally(session, row, vote.ended_at)
    reasons = select(Ballot.reason).where(
        Ballot.signatory_id == row.id, Ballot.choice == Choice.AGAINST, Ballot.reason != ""
    )
    vote.objections = sorted(session.exec(reasons))
    vote.votes_for, vote.votes_against, vote.votes_abstained = tally.for_, tally.against, tally.abstained
    vote.entitled = tally.entitled
    if policy.secret:
        _drop_ballots(session, row)
    else:
        taken_back = col(Ballot.choice).is_(None)
        session.exec(delete(Ballot).where(col(Ballot.signatory_id) == row.id, taken_back))
    lifecycle.move(
        session,
        row,
        outcome(policy, tally),
        now,
        None,
        by=lifecycle.Who.BOT,
        votes={"for": tally.for_, "against": tally.against, "abstained": tally.abstained},
        entitled=tally.entitled,
        cut_short=vote.cut_short,
    )


def end_by_hand(session: Session, row: Signatory, now: datetime) -> None:
    """A moderator ends the vote before its time. A named vote is counted as it stands. Of a secret one nothing is kept
    or shown: where few have voted, a tally would tell whoever ended it who chose what."""
    vote = session.get_one(Vote, row.id)
    if not Policy.of(vote.policy).secret or now >= vote.ends_at:
        end(session, row, now)
        return
    abandon(session, now, row)
    scrubbing.request(session)
    vote.cut_short = True
    lifecycle.move(
        session, row, SignatoryState.UNDECIDED, now, None, by=lifecycle.Who.BOT, cut_short=True, counted=False
    )


def end_secret_by_hand(session: Session, letter: Letter, now: datetime) -> None:
    """A moderator moves the close of the letter to now: secret votes that would have run on are not counted."""
    for row, vote in _under_way(session, Signatory.letter_id == letter.id, col(Vote.ends_at) > now):
        if Policy.of(vote.policy).secret:
            end_by_hand(session, row, now)


def count_anew(session: Session, row: Signatory, now: datetime) -> None:
    """After a ballot changed: where the policy allows it, let the vote end once nobody left can change it, after its
    minimum time; a vote that is open again gets its time back."""
    vote = session.get_one(Vote, row.id)
    policy = Policy.of(vote.policy)
    earliest = clock.earliest_end(vote, policy)
    if earliest is None:
        return
    ends_at = min(vote.full_time_at, session.get_one(Letter, row.letter_id).closes_at)
    if settled(policy, _tally(session, row, now)):
        ends_at = min(ends_at, max(now, earliest))
    vote.ends_at = ends_at
    session.flush()


def _under_way(session: Session, *where: Any) -> list[tuple[Signatory, Vote]]:
    """Names that are voted on, each with its vote, oldest first and held against other writers."""
    query = (
        select(Signatory, Vote)
        .join(Vote, col(Vote.signatory_id) == col(Signatory.id))
        .join(Letter, col(Letter.id) == col(Signatory.letter_id))
        .where(col(Vote.ended_at).is_(None), *where)
        .order_by(col(Signatory.id))
    )
    return list(session.exec(query.with_for_update(of=[Signatory, Vote])))


def _begin(session: Session, row: Signatory, policy: Policy, letter: Letter, now: datetime) -> Vote:
    """A new vote, in the place of an earlier one."""
    full_time_at = now + timedelta(hours=policy.hours)
    return session.merge(
        Vote(
            signatory_id=row.id,
            policy=policy.document(),
            opened_at=now,
            full_time_at=full_time_at,
            ends_at=min(full_time_at, letter.closes_at),
        )
    )


def _drop_ballots(session: Session, *rows: Signatory) -> None:
    """Forget every ballot on these names, with its reason; nothing of them stays on the disk either."""
    scrubbing.request(session)
    session.exec(delete(Ballot).where(col(Ballot.signatory_id).in_([row.id for row in rows])))


def _is_cut_short(vote: Vote, letter: Letter, now: datetime) -> bool:
    """Ended before its time by the letter's close or by a moderator; not by having been decided early."""
    by_close = vote.ends_at >= letter.closes_at
    return min(now, vote.ends_at) < vote.full_time_at and (now < vote.ends_at or by_close)


def _tally(session: Session, row: Signatory, at: datetime) -> Tally:
    """The count at this instant."""
    counted = dict(
        session.exec(
            select(Ballot.choice, func.count())
            .where(Ballot.signatory_id == row.id, col(Ballot.choice).is_not(None))
            .group_by(col(Ballot.choice))
        ).all()
    )
    return Tally(
        for_=counted.get(Choice.FOR, 0),
        against=counted.get(Choice.AGAINST, 0),
        abstained=counted.get(Choice.ABSTAIN, 0),
        entitled=electorate.count(session, row, session.get_one(Vote, row.id), at),
    )
