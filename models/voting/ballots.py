"""A ballot: one participant's choice in one vote."""

from datetime import datetime

from sqlmodel import Session, col, delete, select

from models.coalitions import access
from models.database.tables import Ballot, Letter, Participant, Signatory, Vote
from models.refusal import Reason, Refusal
from models.rules.voting_policy import Policy
from models.sheets import Actor, BallotSheet
from models.signatories import lifecycle
from models.signatories.counting import voted
from models.strings import plain_text
from models.terms import Choice, Preset
from models.voting import upsert, votes


def cast(
    session: Session,
    actor: Actor,
    now: datetime,
    signatory_id: int,
    choice: Choice,
    interaction_id: int,
    reason: str = "",
) -> BallotSheet:
    """Vote, or change a vote. The same choice, or an event that is not newer than the last one, changes nothing.

    Refuses MEMBERS_ONLY, TAKE_PART_FIRST, NOT_FOUND, NO_VOTE, VOTE_ENDED(ended_at) from its end on,
    PAUSED(since), OUTDATED (pressed before the vote began anew), TOO_LONG, and REASON_NEEDED for an objection.
    """
    return _put(session, actor, now, signatory_id, choice, interaction_id, reason)


def take_back(
    session: Session, actor: Actor, now: datetime, signatory_id: int, interaction_id: int
) -> BallotSheet:
    """Take the own vote back, while the vote runs. Refuses as :func:`cast` does."""
    return _put(session, actor, now, signatory_id, None, interaction_id, "")


def _put(
    session: Session,
    actor: Actor,
    now: datetime,
    signatory_id: int,
    choice: Choice | None,
    interaction_id: int,
    reason: str,
) -> BallotSheet:
    person = access.require_participant(session, actor)
    row = lifecycle.find(session, actor.guild_id, signatory_id, lock=True)
    vote = _running(session, row, now)
    policy = Policy.of(vote.policy)
    reason = plain_text.optional(reason, "reason", 500)
    if policy.preset is Preset.NO_OBJECTION and choice is Choice.AGAINST and not reason:
        raise Refusal(Reason.REASON_NEEDED)
    whose = _voter(policy, person)
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
    ends_at = vote.ends_at
    votes.count_anew(session, row, now)
    if (before is None) != (holds is None) or vote.ends_at != ends_at:
        lifecycle.mark_stale(session, row)
    return BallotSheet(
        signatory_id=row.id,
        name=row.name,
        choice=holds,
        before=before,
        unchanged=not newer or (choice, reason) == (before, said),
        until=vote.ends_at,
        voted=voted(session, row.id),
        secret=policy.secret,
        organisation=person.organisation if policy.per_organisation else None,
    )


def _voter(policy: Policy, person: Participant) -> str:
    """Whose vote it is: the person's, or the organisation's where organisations vote."""
    return f"o:{person.organisation_key}" if policy.per_organisation else f"u:{person.user_id}"


def _keep_to_one(session: Session, row: Signatory, actor: Actor, whose: str) -> None:
    """Whoever changed the own organisation since voting votes for the new one instead, not for both."""
    session.exec(
        delete(Ballot).where(
            col(Ballot.signatory_id) == row.id,
            col(Ballot.user_id) == actor.user_id,
            col(Ballot.voter) != whose,
        )
    )


def _running(session: Session, row: Signatory, now: datetime) -> Vote:
    """The vote on this name, while it takes ballots."""
    vote = session.get(Vote, row.id)
    if vote is None:
        raise Refusal(Reason.NO_VOTE, name=row.name)
    if vote.ended_at is not None or now >= vote.ends_at:
        raise Refusal(Reason.VOTE_ENDED, ended_at=vote.ended_at or vote.ends_at)
    if now < vote.opened_at:
        raise Refusal(Reason.OUTDATED)
    paused_at = session.get_one(Letter, row.letter_id).paused_at
    if paused_at is not None:
        raise Refusal(Reason.PAUSED, since=paused_at)
    return vote
