"""A ballot: one participant's choice on one proposal, and the end of the vote."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from models import coalition, prose, state
from models.policy import Policy, Tally, outcome, settled
from models.refusal import Reason, Refusal
from models.sheets import Actor, VoteSheet
from models.standing import voted
from models.tables import Ballot, Letter, Participant, Signatory
from models.terms import Choice, LetterState, Preset, SignatoryState

GRACE = timedelta(seconds=3)
"""A vote ends this long after its instant, so that presses made before it have arrived."""


def cast(
    session: Session,
    actor: Actor,
    now: datetime,
    signatory_id: int,
    choice: Choice,
    interaction_id: int,
    reason: str = "",
) -> VoteSheet:
    """Vote, or change a vote. The same choice, or an event older than the last one, changes nothing.

    Refuses VOTE_ENDED(ended_at) from the end on, PAUSED, and REASON_NEEDED for an objection without a reason.
    """
    person = coalition.require_participant(session, actor)
    row, policy = _open(session, actor, now, signatory_id)
    if policy.preset is Preset.NO_OBJECTION and choice is Choice.AGAINST and not reason.strip():
        raise Refusal(Reason.REASON_NEEDED)
    spoken = prose.optional(reason, "reason", 500)
    stored = _stored(session, row, person)
    before = stored.choice if stored is not None else None
    if stored is not None and (
        interaction_id <= stored.interaction_id or (choice, spoken) == (before, stored.reason)
    ):
        return _sheet(session, row, policy, person, before, before, unchanged=True)
    if stored is None:
        session.add(
            Ballot(
                signatory_id=row.id,
                voter=voter(row, person),
                user_id=actor.user_id,
                choice=choice,
                reason=spoken,
                interaction_id=interaction_id,
                cast_at=now,
            )
        )
    else:
        stored.user_id, stored.choice, stored.reason = actor.user_id, choice, spoken
        stored.interaction_id, stored.cast_at = interaction_id, now
    session.flush()
    if before is None:
        state.mark_stale(session, row)
    _end_early(session, row, policy, now)
    return _sheet(session, row, policy, person, choice, before, unchanged=False)


def take_back(
    session: Session, actor: Actor, now: datetime, signatory_id: int, interaction_id: int
) -> VoteSheet:
    """Take the own vote back, while the vote runs."""
    person = coalition.require_participant(session, actor)
    row, policy = _open(session, actor, now, signatory_id)
    stored = _stored(session, row, person)
    if stored is None or stored.choice is None or interaction_id <= stored.interaction_id:
        held = stored.choice if stored is not None else None
        return _sheet(session, row, policy, person, held, held, unchanged=True)
    before, stored.choice, stored.reason = stored.choice, None, ""
    stored.interaction_id, stored.cast_at = interaction_id, now
    session.flush()
    state.mark_stale(session, row)
    return _sheet(session, row, policy, person, None, before, unchanged=False)


def end_due(session: Session, now: datetime) -> int:
    """End every vote whose time is over; how many."""
    due = session.exec(
        select(Signatory).where(
            Signatory.state == SignatoryState.VOTING, col(Signatory.ballot_closes_at) <= now - GRACE
        )
    ).all()
    for row in due:
        letter = session.get_one(Letter, row.letter_id)
        end(session, row, now, cut_short=_is_cut_short(row, letter))
    return len(due)


def cut_short(session: Session, letter: Letter, now: datetime) -> int:
    """End every open vote of a letter that closes; how many."""
    rows = session.exec(
        select(Signatory).where(Signatory.letter_id == letter.id, Signatory.state == SignatoryState.VOTING)
    ).all()
    for row in rows:
        end(session, row, now, cut_short=_is_cut_short(row, letter))
    return len(rows)


def end(session: Session, row: Signatory, now: datetime, *, cut_short: bool = False) -> None:
    """Count, keep the tally, forget who chose what in a secret vote, and hand over to review."""
    policy = Policy.of(row.policy or {})
    tally = _tally(session, row, policy)
    ballots = session.exec(select(Ballot).where(Ballot.signatory_id == row.id)).all()
    row.objections = sorted(
        ballot.reason for ballot in ballots if ballot.choice is Choice.AGAINST and ballot.reason
    )
    row.votes_for, row.votes_against, row.votes_abstained = tally.for_, tally.against, tally.abstained
    row.entitled, row.cut_short = tally.entitled, cut_short
    row.ballot_ended_at = min(now, row.ballot_closes_at) if row.ballot_closes_at is not None else now
    for ballot in ballots:
        if policy.secret or ballot.choice is None:
            session.delete(ballot)
    state.move(
        session,
        row,
        outcome(policy, tally),
        now,
        None,
        votes={"for": tally.for_, "against": tally.against, "abstained": tally.abstained},
        entitled=tally.entitled,
        cut_short=cut_short,
    )


def _open(session: Session, actor: Actor, now: datetime, signatory_id: int) -> tuple[Signatory, Policy]:
    row = state.of(session, actor.guild_id, signatory_id)
    letter = session.get_one(Letter, row.letter_id)
    if row.state is not SignatoryState.VOTING or row.ballot_closes_at is None or now >= row.ballot_closes_at:
        raise Refusal(Reason.VOTE_ENDED, ended_at=row.ballot_ended_at or row.ballot_closes_at or now)
    if letter.paused_at is not None:
        raise Refusal(Reason.PAUSED, since=letter.paused_at)
    if letter.state is not LetterState.OPEN or now >= letter.closes_at:
        raise Refusal(Reason.CLOSED, closes_at=letter.closes_at)
    return row, Policy.of(row.policy or {})


def voter(signatory: Signatory, person: Participant) -> str:
    """Whose vote it is: the person's, or the organisation's where organisations vote."""
    if Policy.of(signatory.policy or {}).per_organisation:
        return f"o:{person.organisation_key}"
    return f"u:{person.user_id}"


def _stored(session: Session, row: Signatory, person: Participant) -> Ballot | None:
    # The lock makes two presses of one voter follow each other on PostgreSQL; SQLite has one writer anyway.
    return session.exec(
        select(Ballot)
        .where(Ballot.signatory_id == row.id, Ballot.voter == voter(row, person))
        .with_for_update()
    ).first()


def _tally(session: Session, row: Signatory, policy: Policy) -> Tally:
    by_choice = dict(
        session.exec(
            select(Ballot.choice, func.count())
            .where(Ballot.signatory_id == row.id)
            .group_by(col(Ballot.choice))
        ).all()
    )
    whose = Participant.organisation_key if policy.per_organisation else Participant.user_id
    entitled = session.exec(
        select(func.count(func.distinct(whose))).where(
            Participant.guild_id == row.guild_id,
            col(Participant.joined_at).is_not(None),
            col(Participant.left_at).is_(None),
        )
    ).one()
    return Tally(
        by_choice.get(Choice.FOR, 0),
        by_choice.get(Choice.AGAINST, 0),
        by_choice.get(Choice.ABSTAIN, 0),
        entitled,
    )


def _end_early(session: Session, row: Signatory, policy: Policy, now: datetime) -> None:
    """Where the letter allows it and nothing can change any more, let the vote end with the next tick."""
    if policy.early_after_minutes is None or row.ballot_opens_at is None or row.ballot_closes_at is None:
        return
    earliest = row.ballot_opens_at + timedelta(minutes=policy.early_after_minutes)
    if settled(policy, _tally(session, row, policy)):
        row.ballot_closes_at = min(row.ballot_closes_at, max(earliest, now))


def _is_cut_short(row: Signatory, letter: Letter) -> bool:
    """The close came before the vote had run the hours of its policy."""
    if row.ballot_closes_at is None or row.ballot_closes_at < letter.closes_at:
        return False
    if row.ballot_opens_at is None:
        return True
    full = row.ballot_opens_at + timedelta(hours=Policy.of(row.policy or {}).hours)
    return row.ballot_closes_at != full


def _sheet(
    session: Session,
    row: Signatory,
    policy: Policy,
    person: Participant,
    choice: Choice | None,
    before: Choice | None,
    *,
    unchanged: bool,
) -> VoteSheet:
    if row.ballot_closes_at is None:
        raise Refusal(Reason.OUTDATED)
    return VoteSheet(
        signatory_id=row.id,
        name=row.name,
        choice=choice,
        before=before,
        unchanged=unchanged,
        until=row.ballot_closes_at,
        voted=voted(session, row.id),
        secret=policy.secret,
        organisation=person.organisation if policy.per_organisation else None,
    )
