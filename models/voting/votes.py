"""The vote on a name, from its opening to its end."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, delete, or_, select, update

from models.acts import Act
from models.database import scrubbing
from models.database.tables import Ballot, Decision, Letter, Signatory, Vote
from models.rules.voting_policy import Policy, outcome, settled
from models.signatories import lifecycle
from models.terms import LetterState, SignatoryState, Verdict
from models.voting import clock, tallies

AT_ONCE = 100
"""This many votes are ended in one transaction."""
GRACE = timedelta(seconds=3)
"""A vote is counted this long after its end, so that presses made before it have arrived."""
_OUTCOMES = frozenset({SignatoryState.PASSED, SignatoryState.UNDECIDED, SignatoryState.OPPOSED})


def open_vote(session: Session, row: Signatory, letter: Letter, now: datetime) -> None:
    """Begin the vote on a new name (:func:`open_votes`)."""
    open_votes(session, [row], letter, now)


def open_votes(session: Session, rows: Sequence[Signatory], letter: Letter, now: datetime) -> None:
    """Begin the votes on new names under the letter's policy of this moment, if that policy holds votes and the close
    is still ahead: what is accepted as on time after it goes to review at once."""
    policy = Policy.of(letter.policy)
    if not rows or not policy.votes or now >= letter.closes_at:
        return
    new = [_new(row, policy, letter, now) for row in rows]
    session.add_all(new)
    facts = {"policy": new[0].policy, "until": new[0].ends_at.isoformat()}
    steps = [lifecycle.Step(row, SignatoryState.VOTING, Act.VOTE_OPENED, facts) for row in rows]
    lifecycle.move_all(session, steps, now, None, by=lifecycle.Who.BOT)


def restart(session: Session, row: Signatory, letter: Letter, now: datetime, actor_id: int | None) -> None:
    """Begin the vote again under its own policy: the name means someone else now, or nobody can tell whose the ballots
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
    """End votes whose time is over, some at a time; how many. The time of a paused letter's votes stands still."""
    due = _under_way(session, col(Vote.ends_at) <= now - GRACE, clock.runs(), most=AT_ONCE)
    end_all(session, [row for row, _ in due], now)
    return len(due)


def cut_short(session: Session, letter: Letter, now: datetime) -> int:
    """End every vote under way of a letter that closes; how many."""
    votes = _under_way(session, Signatory.letter_id == letter.id)
    end_all(session, [row for row, _ in votes], now)
    return len(votes)


def follow_close(session: Session, letter: Letter, before: datetime) -> None:
    """The close was moved from ``before``: no vote runs past it; one that it would have cut short runs its time, if
    it can. Any other end stays: a vote that is decided may be about to end early."""
    moved = []
    for row, vote in _under_way(session, Signatory.letter_id == letter.id):
        ends_at = vote.full_time_at if vote.ends_at == before else vote.ends_at
        ends_at = min(ends_at, letter.closes_at)
        if ends_at != vote.ends_at:
            vote.ends_at = ends_at
            moved.append(row)
    lifecycle.mark_all_stale(session, moved)


def paused(session: Session, letter: Letter) -> None:
    """The letter was paused, and with it its votes: their cards say so."""
    lifecycle.mark_all_stale(session, [row for row, _ in _under_way(session, Signatory.letter_id == letter.id)])


def resumed(session: Session, letter: Letter, since: datetime, now: datetime) -> None:
    """The letter takes presses again after a pause: every vote that was under way has the time that it had left, up to
    the close."""
    votes = _under_way(session, Signatory.letter_id == letter.id, col(Vote.ends_at) > since)
    for _, vote in votes:
        clock.take_up(vote, letter, since, now)
    lifecycle.mark_all_stale(session, [row for row, _ in votes])


def end(session: Session, row: Signatory, now: datetime) -> None:
    """End one vote (:func:`end_all`)."""
    end_all(session, [row], now)


def end_all(session: Session, rows: Sequence[Signatory], now: datetime) -> None:
    """Count each, keep the tally, forget who chose what in a secret vote, and hand over to review, with as many
    statements as for one.

    A vote that could not run its time is marked cut short, and whether its letter was paused at the close. Reasons of
    those against stay, without their names and in no order of theirs.
    """
    if not rows:
        return
    votes = _of(session, rows)
    letters = {letter_id: session.get_one(Letter, letter_id) for letter_id in {row.letter_id for row in rows}}
    for row in rows:
        _stop(votes[row.id], letters[row.letter_id], now)
    counted = tallies.of(session, [(row, votes[row.id], votes[row.id].ended_at or now) for row in rows])
    reasons = tallies.reasons_against(session, rows)
    steps = []
    for row in rows:
        vote, tally = votes[row.id], counted[row.id]
        vote.objections = sorted(reasons.get(row.id, ()))
        vote.votes_for, vote.votes_against, vote.votes_abstained = tally.for_, tally.against, tally.abstained
        vote.entitled = tally.entitled
        to = outcome(Policy.of(vote.policy), tally)
        facts = {
            "votes": {"for": tally.for_, "against": tally.against, "abstained": tally.abstained},
            "entitled": tally.entitled,
            "cut_short": vote.cut_short,
        }
        steps.append(lifecycle.Step(row, to, Act(to.value), facts))
    secret, named = list[Signatory](), list[int]()
    for row in rows:
        if Policy.of(votes[row.id].policy).secret:
            secret.append(row)
        else:
            named.append(row.id)
    if secret:
        _drop_ballots(session, *secret)
    if named:
        taken_back = col(Ballot.choice).is_(None)
        session.exec(delete(Ballot).where(col(Ballot.signatory_id).in_(named), taken_back))
    lifecycle.move_all(session, steps, now, None, by=lifecycle.Who.BOT)


def end_all_by_hand(session: Session, rows: Sequence[Signatory], now: datetime) -> None:
    """A moderator ends votes before their time. A named vote is counted as it is. Of a secret one nothing is kept
    or shown: where few have voted, a tally would tell anyone who ended it who chose what."""
    votes = _of(session, rows)
    letters = {letter_id: session.get_one(Letter, letter_id) for letter_id in {row.letter_id for row in rows}}
    counted, hidden = list[Signatory](), list[Signatory]()
    for row in rows:
        vote = votes[row.id]
        over = now >= vote.ends_at and not clock.stands(vote, letters[row.letter_id])
        (counted if over or not Policy.of(vote.policy).secret else hidden).append(row)
    end_all(session, counted, now)
    if not hidden:
        return
    abandon(session, now, *hidden)
    for row in hidden:
        votes[row.id].cut_short, votes[row.id].ends_at = True, min(votes[row.id].ends_at, now)
    facts = {"cut_short": True, "counted": False}
    to = SignatoryState.UNDECIDED
    steps = [lifecycle.Step(row, to, Act(to.value), facts) for row in hidden]
    lifecycle.move_all(session, steps, now, None, by=lifecycle.Who.BOT)


def end_secret_by_hand(session: Session, letter: Letter, now: datetime) -> None:
    """A moderator moves the close of the letter to now: secret votes that would have run on are not counted."""
    runs_on = or_(col(Vote.ends_at) > now, ~clock.runs())
    votes = _under_way(session, Signatory.letter_id == letter.id, runs_on)
    end_all_by_hand(session, [row for row, vote in votes if Policy.of(vote.policy).secret], now)


def _of(session: Session, rows: Sequence[Signatory]) -> dict[int, Vote]:
    votes = session.exec(select(Vote).where(col(Vote.signatory_id).in_([row.id for row in rows])))
    return {vote.signatory_id: vote for vote in votes}


def _stop(vote: Vote, letter: Letter, now: datetime) -> None:
    """The vote ends now, or ended at its end; whether that was before its time."""
    stood = clock.stands(vote, letter)
    if letter.paused_at is not None and stood:
        clock.take_up(vote, letter, letter.paused_at, min(now, letter.closes_at))
    vote.cut_short = _is_cut_short(vote, letter, now)
    vote.ended_at = min(now, vote.ends_at)
    vote.cut_while_paused = stood and vote.cut_short and vote.ended_at >= letter.closes_at


def is_ended_by(vote: Vote | None, decision: Decision) -> bool:
    """Whether this decision ended the vote before its time, and found the name if the vote had left it."""
    if vote is None or decision.verdict is Verdict.APPROVE or decision.before not in _OUTCOMES:
        return False
    return vote.cut_short and vote.ended_at == decision.decided_at


def go_on(session: Session, row: Signatory, letter: Letter, now: datetime) -> bool:
    """The decision that ended this vote is taken back: it runs on with the time that it had left. A secret one has
    forgotten its ballots, and starts over. False if the letter takes no votes any more: what it ended with stays."""
    vote = session.get_one(Vote, row.id)
    if vote.ended_at is None or letter.state is not LetterState.OPEN or now >= letter.closes_at:
        return False
    policy = Policy.of(vote.policy)
    if policy.secret:
        _drop_ballots(session, row)
        _begin(session, row, policy, letter, now)
        return True
    left = vote.full_time_at - vote.ended_at
    vote.full_time_at = (letter.paused_at or now) + left  # a pause that lasts moves it on when it ends
    vote.ends_at = min(vote.full_time_at, letter.closes_at)
    vote.ended_at, vote.cut_short, vote.objections = None, False, []
    vote.votes_for = vote.votes_against = vote.votes_abstained = vote.entitled = None
    count_anew(session, row, now)
    return True


def count_anew(session: Session, row: Signatory, now: datetime) -> None:
    """After a ballot changed: where the policy allows it, let the vote end once nobody left can change it, after its
    minimum time; a vote that is open again gets its time back."""
    vote = session.get_one(Vote, row.id)
    policy = Policy.of(vote.policy)
    earliest = clock.earliest_end(vote, policy)
    if earliest is None:
        return
    ends_at = min(vote.full_time_at, session.get_one(Letter, row.letter_id).closes_at)
    if settled(policy, tallies.of(session, [(row, vote, now)])[row.id]):
        ends_at = min(ends_at, max(now, earliest))
    vote.ends_at = ends_at
    session.flush()


def _under_way(session: Session, *where: Any, most: int | None = None) -> list[tuple[Signatory, Vote]]:
    """Names that are voted on, each with its vote, oldest first and held against other writers; at most so many."""
    query = (
        select(Signatory, Vote)
        .join(Vote, col(Vote.signatory_id) == col(Signatory.id))
        .join(Letter, col(Letter.id) == col(Signatory.letter_id))
        .where(col(Vote.ended_at).is_(None), *where)
        .order_by(col(Signatory.id))
        .limit(most)
    )
    return list(session.exec(query.with_for_update(of=[Signatory, Vote])))


def _begin(session: Session, row: Signatory, policy: Policy, letter: Letter, now: datetime) -> Vote:
    """A new vote, instead of an earlier one."""
    return session.merge(_new(row, policy, letter, now))


def _new(row: Signatory, policy: Policy, letter: Letter, now: datetime) -> Vote:
    full_time_at = now + timedelta(hours=policy.hours)
    return Vote(
        signatory_id=row.id,
        policy=policy.document(),
        opened_at=now,
        full_time_at=full_time_at,
        ends_at=min(full_time_at, letter.closes_at),
    )


def _drop_ballots(session: Session, *rows: Signatory) -> None:
    """Forget every ballot on these names, with its reason; nothing of them stays on the disk either."""
    scrubbing.request(session)
    session.exec(delete(Ballot).where(col(Ballot.signatory_id).in_([row.id for row in rows])))


def _is_cut_short(vote: Vote, letter: Letter, now: datetime) -> bool:
    """Ended before its time by the letter's close or by a moderator; not by having been decided early."""
    by_close = vote.ends_at >= letter.closes_at
    return min(now, vote.ends_at) < vote.full_time_at and (now < vote.ends_at or by_close)
