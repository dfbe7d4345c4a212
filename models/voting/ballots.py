"""A ballot: one participant's choice on one proposal; and the vote, from its opening to its end."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, func, or_, select

from models.coalitions import access
from models.database import scrubbing
from models.database.tables import Ballot, Letter, Participant, Signatory
from models.refusal import Reason, Refusal
from models.rules.voting_policy import Policy, Tally, outcome, settled
from models.sheets import Actor, VoteSheet
from models.signatories import lifecycle
from models.signatories.counting import voted
from models.strings import plain_text
from models.terms import Choice, Preset, SignatoryState
from models.voting import upsert

GRACE = timedelta(seconds=3)
"""A vote is counted this long after its end, so that presses made before it have arrived."""


def cast(
    session: Session,
    actor: Actor,
    now: datetime,
    signatory_id: int,
    choice: Choice,
    interaction_id: int,
    reason: str = "",
) -> VoteSheet:
    """Vote, or change a vote. The same choice, or an event that is not newer than the last one, changes nothing.

    Refuses MEMBERS_ONLY, TAKE_PART_FIRST, NOT_FOUND, NO_VOTE, VOTE_ENDED(ended_at) from its end on,
    PAUSED(since), OUTDATED (pressed before the vote began anew), TOO_LONG, and REASON_NEEDED for an objection.
    """
    return _put(session, actor, now, signatory_id, choice, interaction_id, reason)


def take_back(
    session: Session, actor: Actor, now: datetime, signatory_id: int, interaction_id: int
) -> VoteSheet:
    """Take the own vote back, while the vote runs. Refuses as :func:`cast` does."""
    return _put(session, actor, now, signatory_id, None, interaction_id, "")


def voter(signatory: Signatory, person: Participant) -> str:
    """Whose vote it is: the person's, or the organisation's where organisations vote."""
    if Policy.of(signatory.policy or {}).per_organisation:
        return f"o:{person.organisation_key}"
    return f"u:{person.user_id}"


def open_vote(session: Session, row: Signatory, letter: Letter, now: datetime) -> None:
    """Begin the vote on a new name under the letter's policy of this moment, if that policy holds votes and the
    close is still ahead: what is accepted as on time after it goes to review at once."""
    policy = Policy.of(letter.policy)
    if policy.votes and now < letter.closes_at:
        _begin(row, policy, letter, now)
        facts = {"policy": policy.document(), "until": _until(row).isoformat()}
        lifecycle.move(
            session, row, SignatoryState.VOTING, now, None, by=lifecycle.Who.BOT, act="vote opened", **facts
        )


def restart(session: Session, row: Signatory, letter: Letter, now: datetime, actor_id: int) -> None:
    """Begin the vote anew under its own policy: the name means someone else now. Without a vote nothing happens."""
    if row.policy is None:
        return
    forget(session, row)
    row.votes_for = row.votes_against = row.votes_abstained = row.entitled = None
    row.objections, row.ballot_ended_at, row.cut_short = None, None, False
    _begin(row, Policy.of(row.policy), letter, now)
    if row.state is SignatoryState.VOTING:
        lifecycle.changed(session, row, now, "vote restarted", actor_id, until=_until(row).isoformat())
    else:
        lifecycle.move(
            session,
            row,
            SignatoryState.VOTING,
            now,
            actor_id,
            by=lifecycle.Who.MEMBER,
            act="vote restarted",
            until=_until(row).isoformat(),
        )


def forget(session: Session, *rows: Signatory) -> None:
    """Drop every ballot on these names."""
    session.exec(delete(Ballot).where(col(Ballot.signatory_id).in_([row.id for row in rows])))


def end_due(session: Session, now: datetime) -> int:
    """End every vote whose time is over; how many."""
    due = session.exec(
        select(Signatory)
        .where(Signatory.state == SignatoryState.VOTING, col(Signatory.ballot_closes_at) <= now - GRACE)
        .order_by(col(Signatory.id))
        .with_for_update()
    ).all()
    for row in due:
        end(session, row, now)
    return len(due)


def cut_short(session: Session, letter: Letter, now: datetime) -> int:
    """End every open vote of a letter that closes; how many."""
    rows = session.exec(
        select(Signatory)
        .where(Signatory.letter_id == letter.id, Signatory.state == SignatoryState.VOTING)
        .order_by(col(Signatory.id))
        .with_for_update()
    ).all()
    for row in rows:
        end(session, row, now)
    return len(rows)


def end(session: Session, row: Signatory, now: datetime) -> None:
    """Count, keep the tally, forget who chose what in a secret vote, and hand over to review.

    A vote that could not run its time is marked cut short. Reasons of those against stay, without their names and
    in no order of theirs.
    """
    policy = Policy.of(row.policy or {})
    ended_at = min(now, _until(row))
    tally = _tally(session, row, policy, ended_at)
    reasons = select(Ballot.reason).where(
        Ballot.signatory_id == row.id, Ballot.choice == Choice.AGAINST, Ballot.reason != ""
    )
    row.objections = sorted(session.exec(reasons))
    row.votes_for, row.votes_against, row.votes_abstained = tally.for_, tally.against, tally.abstained
    row.entitled, row.ballot_ended_at = tally.entitled, ended_at
    row.cut_short = _is_cut_short(session, row, policy, now)
    dropped = delete(Ballot).where(col(Ballot.signatory_id) == row.id)
    session.exec(dropped if policy.secret else dropped.where(col(Ballot.choice).is_(None)))
    if policy.secret:
        scrubbing.ask(session)
    lifecycle.move(
        session,
        row,
        outcome(policy, tally),
        now,
        None,
        by=lifecycle.Who.BOT,
        votes={"for": tally.for_, "against": tally.against, "abstained": tally.abstained},
        entitled=tally.entitled,
        cut_short=row.cut_short,
    )


def _put(
    session: Session,
    actor: Actor,
    now: datetime,
    signatory_id: int,
    choice: Choice | None,
    interaction_id: int,
    reason: str,
) -> VoteSheet:
    person = access.require_participant(session, actor)
    row = lifecycle.of(session, actor.guild_id, signatory_id, lock=True)
    _require_running(session, row, now)
    policy = Policy.of(row.policy or {})
    reason = plain_text.optional(reason, "reason", 500)
    if policy.preset is Preset.NO_OBJECTION and choice is Choice.AGAINST and not reason:
        raise Refusal(Reason.REASON_NEEDED)
    whose = voter(row, person)
    if policy.per_organisation:
        _keep_to_one(session, row, actor, whose)
    stored = session.exec(
        select(col(Ballot.choice), col(Ballot.reason)).where(
            Ballot.signatory_id == row.id, Ballot.voter == whose
        )
    ).first()
    before, said = stored or (None, "")
    newer = upsert.put(
        session,
        signatory_id=row.id,
        voter=whose,
        user_id=actor.user_id,
        choice=choice,
        reason=reason,
        interaction_id=interaction_id,
        cast_at=now,
    )
    holds = choice if newer else before
    ended = row.ballot_closes_at
    counted_anew(session, row, now)
    if (before is None) != (holds is None) or row.ballot_closes_at != ended:
        lifecycle.mark_stale(session, row)
    return VoteSheet(
        signatory_id=row.id,
        name=row.name,
        choice=holds,
        before=before,
        unchanged=not newer or (choice, reason) == (before, said),
        until=_until(row),
        voted=voted(session, row.id),
        secret=policy.secret,
        organisation=person.organisation if policy.per_organisation else None,
    )


def _keep_to_one(session: Session, row: Signatory, actor: Actor, whose: str) -> None:
    """Whoever changed the own organisation since voting votes for the new one instead, not for both."""
    session.exec(
        delete(Ballot).where(
            col(Ballot.signatory_id) == row.id,
            col(Ballot.user_id) == actor.user_id,
            col(Ballot.voter) != whose,
        )
    )


def _require_running(session: Session, row: Signatory, now: datetime) -> None:
    if row.ballot_opens_at is None or row.ballot_closes_at is None:
        raise Refusal(Reason.NO_VOTE, name=row.name)
    if row.state is not SignatoryState.VOTING or now >= row.ballot_closes_at:
        raise Refusal(Reason.VOTE_ENDED, ended_at=row.ballot_ended_at or row.ballot_closes_at)
    if now < row.ballot_opens_at:
        raise Refusal(Reason.OUTDATED)
    paused_at = session.get_one(Letter, row.letter_id).paused_at
    if paused_at is not None:
        raise Refusal(Reason.PAUSED, since=paused_at)


def _begin(row: Signatory, policy: Policy, letter: Letter, now: datetime) -> None:
    row.policy = policy.document()
    row.ballot_opens_at = now
    row.ballot_closes_at = min(now + timedelta(hours=policy.hours), letter.closes_at)


def _until(row: Signatory) -> datetime:
    assert row.ballot_closes_at is not None, "only asked of a vote"  # noqa: S101
    return row.ballot_closes_at


def _full_time(row: Signatory, policy: Policy) -> datetime:
    return (row.ballot_opens_at or row.added_at) + timedelta(hours=policy.hours)


def _is_cut_short(session: Session, row: Signatory, policy: Policy, now: datetime) -> bool:
    """Ended before its time by the letter's close or by a moderator; not by having been decided early."""
    until = _until(row)
    by_close = until >= session.get_one(Letter, row.letter_id).closes_at
    return min(now, until) < _full_time(row, policy) and (now < until or by_close)


def counted_anew(session: Session, row: Signatory, now: datetime) -> None:
    """After a ballot changed: where the policy allows it, let the vote end once nobody left can change it, after its
    minimum time; a vote that is open again gets its time back."""
    if (policy := Policy.of(row.policy or {})).early_after_minutes is None:
        return
    until = min(_full_time(row, policy), session.get_one(Letter, row.letter_id).closes_at)
    if settled(policy, _tally(session, row, policy, now)):
        opened_at = row.ballot_opens_at or row.added_at
        until = min(until, max(now, opened_at + timedelta(minutes=policy.early_after_minutes)))
    row.ballot_closes_at = until
    session.flush()


def _tally(session: Session, row: Signatory, policy: Policy, at: datetime) -> Tally:
    """The count at this instant. Whoever voted was entitled, even if they left since."""
    counted = dict(
        session.exec(
            select(Ballot.choice, func.count())
            .where(Ballot.signatory_id == row.id, col(Ballot.choice).is_not(None))
            .group_by(col(Ballot.choice))
        ).all()
    )
    whose = Participant.organisation_key if policy.per_organisation else Participant.user_id
    entitled = session.exec(
        select(func.count(func.distinct(whose))).where(
            Participant.guild_id == row.guild_id,
            col(Participant.joined_at) <= at,
            or_(col(Participant.left_at).is_(None), col(Participant.left_at) > at),
        )
    ).one()
    return Tally(
        for_=counted.get(Choice.FOR, 0),
        against=counted.get(Choice.AGAINST, 0),
        abstained=counted.get(Choice.ABSTAIN, 0),
        entitled=max(entitled, sum(counted.values())),
    )
