"""The electorate: who is entitled in a vote. All who take part at its end, and all whose ballot counts, each once: so
nobody helps to reach a quorum by leaving."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, or_, select

from models import journal
from models.acts import Act
from models.coalitions import access
from models.database.tables import Ballot, JournalEntry, Participant, Signatory, Vote
from models.refusal import Reason, Refusal
from models.rules.voting_policy import Policy
from models.sheets import Actor, ElectorateSheet, Entitled
from models.signatories import lifecycle
from models.signatories.voters import Voters

_CAME = frozenset({Act.TOOK_PART, Act.ADMITTED})
_WENT = frozenset({Act.LEFT, Act.GONE_FROM_THE_SERVER})


def count_all(session: Session, votes: Sequence[tuple[Signatory, Vote, datetime]]) -> dict[int, int]:
    """Count those entitled in several votes, each at its instant, by the name's id; as many statements as for one."""
    here: dict[int, list[Participant]] = {}
    guilds = {row.guild_id for row, _, _ in votes}
    people = select(Participant).where(
        col(Participant.guild_id).in_(guilds), col(Participant.joined_at).is_not(None)
    )
    for person in session.exec(people):
        here.setdefault(person.guild_id, []).append(person)
    cast: dict[int, set[str]] = {}
    for signatory_id, voter in session.exec(
        select(Ballot.signatory_id, Ballot.voter).where(
            col(Ballot.signatory_id).in_([row.id for row, _, _ in votes]), col(Ballot.choice).is_not(None)
        )
    ):
        cast.setdefault(signatory_id, set()).add(voter)
    found = {}
    for row, vote, at in votes:
        per_organisation, voters = Policy.of(vote.policy).per_organisation, Voters(session, vote)
        entitled = [
            one
            for one in here.get(row.guild_id, ())
            if one.joined_at is not None
            and one.joined_at <= at
            and (one.left_at is None or one.left_at > at)
            and (not per_organisation or voters.may_vote(one))
        ]
        ballots = cast.get(row.id, set())
        # Whose they are is worked out for those alone that can be told apart by it: a secret vote's costs time.
        known = {voters.of(one) for one in entitled} if ballots else set()
        alone = {one.votes_as for one in entitled} if per_organisation else {one.user_id for one in entitled}
        found[row.id] = len(alone) + len(ballots - known)
    return found


def show(session: Session, actor: Actor, now: datetime, signatory_id: int) -> ElectorateSheet:
    """Who was entitled when the vote on this name ended, or is while it runs. Who voted is shown of a named vote
    alone, once it has ended; of a secret one nobody is named who left after voting.

    Refuses MODERATORS_ONLY, NOT_FOUND, NO_VOTE(name).
    """
    access.require_moderator(session, actor)
    row = lifecycle.find(session, actor.guild_id, signatory_id)
    vote = session.get(Vote, row.id)
    if vote is None:
        raise Refusal(Reason.NO_VOTE, name=row.name)
    policy = Policy.of(vote.policy)
    at = vote.ended_at or now
    people = _people(session, row.guild_id, at)
    if policy.per_organisation:
        voters = Voters(session, vote)
        speak = {one.user_id for one in _participants(session, row.guild_id) if voters.may_vote(one)}
        people = {user_id: name for user_id, name in people.items() if user_id in speak}
    voted = None
    if vote.ended_at is not None and not policy.secret:
        voted = frozenset(_who_voted(session, vote))
        people = dict.fromkeys(voted, "") | people
    named = len({name for name in people.values() if name} if policy.per_organisation else people)
    # While it runs, the person who left is not counted here: a count that stayed would tell that this person voted.
    entitled = vote.entitled if vote.ended_at is not None else named
    return ElectorateSheet(
        guild_id=row.guild_id,
        signatory_id=row.id,
        name=row.name,
        at=at,
        ended=vote.ended_at is not None,
        entitled=entitled,
        per_organisation=policy.per_organisation,
        people=tuple(Entitled(user_id, people[user_id]) for user_id in sorted(people)),
        others=max(0, (entitled or 0) - named),
        voted=voted,
    )


def _here(guild_id: int, at: datetime) -> tuple[Any, ...]:
    """The condition for anyone who takes part at this instant."""
    return (
        Participant.guild_id == guild_id,
        col(Participant.joined_at) <= at,
        or_(col(Participant.left_at).is_(None), col(Participant.left_at) > at),
    )


def _who_voted(session: Session, vote: Vote) -> list[int]:
    """User ids of a named vote's ballots."""
    counts = select(Ballot.user_id).where(
        Ballot.signatory_id == vote.signatory_id,
        col(Ballot.choice).is_not(None),
        col(Ballot.user_id).is_not(None),
    )
    return [user_id for user_id in session.exec(counts) if user_id]


def _participants(session: Session, guild_id: int) -> list[Participant]:
    return list(session.exec(select(Participant).where(Participant.guild_id == guild_id)))


def _people(session: Session, guild_id: int, at: datetime) -> dict[int, str]:
    """Who took part at this instant, with the organisation they name: as the journal tells it, for a participant's row
    forgets an earlier stay; and as the row tells it, for what the journal has forgotten."""
    here: dict[int, str] = {}
    until = JournalEntry.guild_id == guild_id, col(JournalEntry.at) <= at
    for entry in session.exec(journal.listed(*until, col(JournalEntry.act).in_(_CAME | _WENT))):
        user_id = entry.facts.get("user_id")
        if not isinstance(user_id, int) or not user_id:
            continue  # erased since
        if entry.act in _WENT:
            here.pop(user_id, None)
        else:
            after = entry.facts.get("after") or {}
            here[user_id] = after.get("organisation", here.get(user_id, ""))
    rows = session.exec(select(Participant).where(*_here(guild_id, at)))
    return here | {person.user_id: here.get(person.user_id) or person.organisation for person in rows}
