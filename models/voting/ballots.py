"""A ballot: one participant's choice in one vote."""

from datetime import datetime
from typing import Any

import sqlalchemy
from sqlalchemy import and_, bindparam, or_
from sqlmodel import Session, col, delete, func, select, tuple_

from models.coalitions import access
from models.database.prepared import Prepared
from models.database.queries import rows
from models.database.tables import Ballot, Coalition, Letter, Participant, Signatory, Vote
from models.outbox import cards
from models.participants import organisations
from models.refusal import Reason, Refusal
from models.rules.voting_policy import Policy
from models.sheets import Actor, BallotSheet
from models.signatories import lifecycle, upsert
from models.signatories.counting import voted
from models.signatories.voters import Voters, pressers
from models.strings import plain_text
from models.terms import CardKind, Choice, Preset
from models.voting import clock, votes


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
    PAUSED(since), OUTDATED (pressed before the vote started over), TOO_LONG, and REASON_NEEDED for an objection. Where
    organisations vote also ORGANISATION_NEW(organisation), NO_ORGANISATION and COLLEAGUE_VOTED(organisation).
    """
    return _put(session, actor, now, signatory_id, choice, interaction_id, reason)


def take_back(
    session: Session, actor: Actor, now: datetime, signatory_id: int, interaction_id: int
) -> BallotSheet:
    """Take their own vote back, while the vote runs. Refuses as :func:`cast` does."""
    return _put(session, actor, now, signatory_id, None, interaction_id, "")


def under_way(session: Session, guild_id: int, user_id: int) -> list[tuple[Signatory, Ballot]]:
    """What this person cast in votes under way, secret ones among them; also what they took back since."""
    running = (
        select(Signatory, Vote)
        .join(Vote, col(Vote.signatory_id) == col(Signatory.id))
        .where(Signatory.guild_id == guild_id, col(Vote.ended_at).is_(None))
        .order_by(col(Signatory.id))
    )
    rows = {row.id: (row, Voters(session, vote).presser(user_id)) for row, vote in session.exec(running)}
    cast = select(Ballot).where(
        col(Ballot.signatory_id).in_(rows), col(Ballot.pressed_by).in_({me for _, me in rows.values()})
    )
    theirs = {
        one.signatory_id: one for one in session.exec(cast) if one.pressed_by == rows[one.signatory_id][1]
    }
    return [(row, theirs[row.id]) for row, _ in rows.values() if row.id in theirs]


def take_back_all(session: Session, guild_id: int, user_id: int, now: datetime) -> None:
    """Forget what this person cast in votes under way."""
    found = under_way(session, guild_id, user_id)
    if not found:
        return
    theirs = tuple_(col(Ballot.signatory_id), col(Ballot.voter)).in_(
        [(one.signatory_id, one.voter) for _, one in found]
    )
    session.exec(delete(Ballot).where(theirs))
    # Held, so that each of them is there without a query.
    _votes = session.exec(select(Vote).where(col(Vote.signatory_id).in_([row.id for row, _ in found]))).all()
    for row, _ in found:
        votes.count_anew(session, row, now)
    lifecycle.mark_all_stale(session, [row for row, _ in found])


def check_cast(session: Session, actor: Actor, now: datetime, signatory_id: int) -> None:
    """Before a form opens: that this person may vote on the name now. Refuses as :func:`cast` does, but for what is
    typed."""
    pressed, _ = _pressed_on(session, actor, now, signatory_id)
    if Policy.of(pressed.policy).per_organisation:
        voters = Voters(session, pressed)
        before, _, pressed_by = _stored(session, signatory_id, voters.of_ballot(pressed)) or (None, "", "")
        _require_turn(session, voters, pressed, before, pressed_by)


def _put(
    session: Session,
    actor: Actor,
    now: datetime,
    signatory_id: int,
    choice: Choice | None,
    interaction_id: int,
    reason: str,
) -> BallotSheet:
    lifecycle.hold(session, signatory_id)
    pressed, me = _pressed_on(session, actor, now, signatory_id)
    policy = Policy.of(pressed.policy)
    reason = plain_text.optional(reason, "reason", 500)
    if policy.preset is Preset.NO_OBJECTION and choice is Choice.AGAINST and not reason:
        raise Refusal(Reason.REASON_NEEDED)
    voters, whose = Voters(session, pressed), me
    before, said = pressed.choice, pressed.reason
    if policy.per_organisation:
        whose = voters.of_ballot(pressed)
        before, said, pressed_by = _stored(session, signatory_id, whose) or (None, "", me)
        _require_turn(session, voters, pressed, before, pressed_by)
        if pressed_by != me:
            before, said = None, ""
        _keep_to_one(session, signatory_id, me, whose)
    newer = upsert.put(
        session,
        signatory_id=signatory_id,
        voter=whose,
        pressed_by=me,
        user_id=None if policy.secret else actor.user_id,
        choice=choice,
        reason=reason,
        interaction_id=voters.press(whose, interaction_id),
        cast_at=None if policy.secret else now,
    )
    if policy.secret:
        upsert.lay_in_order(session, signatory_id)
    holds = choice if newer else before
    until = pressed.ends_at
    if policy.early_after_minutes is not None:
        votes.count_anew(session, session.get_one(Signatory, signatory_id), now)
        until = session.get_one(Vote, signatory_id).ends_at
    if (before is None) != (holds is None) or until != pressed.ends_at:
        cards.mark_stale(session, CardKind.PROPOSAL, signatory_id)
    count = pressed.voted + (holds is not None) - (before is not None)
    if policy.per_organisation:  # another vote may have been dropped or replaced
        count = voted(session, [signatory_id]).get(signatory_id, 0)
    return BallotSheet(
        signatory_id=signatory_id,
        name=pressed.name,
        choice=holds,
        before=before,
        unchanged=not newer or (choice, reason) == (before, said),
        until=until,
        voted=count,
        secret=policy.secret,
        organisation=pressed.organisation if policy.per_organisation else None,
    )


def _stored(session: Session, signatory_id: int, whose: str) -> tuple[Choice | None, str, str] | None:
    """The choice that is in the box for this voter, its reason and who pressed."""
    return rows(session, _STORED, signatory_id=signatory_id, whose=whose).first()


def _require_turn(
    session: Session, voters: Voters, person: Participant, before: Choice | None, pressed_by: str
) -> None:
    """Where organisations vote: that this person may put their organisation's ballot in."""
    _require_speaker(voters, person)
    if before is not None and pressed_by != voters.presser(person.user_id):
        _require_precedence(session, voters, person, pressed_by)


def _require_speaker(voters: Voters, person: Participant) -> None:
    """ORGANISATION_NEW(organisation) for anyone who named another one since the vote opened, which nobody confirmed;
    NO_ORGANISATION for anyone who names none."""
    if not voters.may_vote(person):
        if not person.organisation_key:
            raise Refusal(Reason.NO_ORGANISATION)
        raise Refusal(Reason.ORGANISATION_NEW, organisation=person.organisation)


def _require_precedence(session: Session, voters: Voters, person: Participant, pressed_by: str) -> None:
    """COLLEAGUE_VOTED(organisation) if somebody else cast the organisation's vote: it is not theirs to read, change
    or take back. Only whom a moderator confirmed comes before whom nobody did."""
    others = organisations.colleagues(session, person)
    confirmed = [one.user_id for one in others if organisations.is_confirmed(one)]
    if not voters.may_replace(person, pressed_by, confirmed):
        raise Refusal(Reason.COLLEAGUE_VOTED, organisation=person.organisation)


def _keep_to_one(session: Session, signatory_id: int, me: str, whose: str) -> None:
    """Anyone who changed their own organisation since voting votes for the new one instead, not for both."""
    session.exec(
        delete(Ballot).where(
            col(Ballot.signatory_id) == signatory_id,
            col(Ballot.pressed_by) == me,
            col(Ballot.voter) != whose,
        )
    )


def _pressed_on(session: Session, actor: Actor, now: datetime, signatory_id: int) -> tuple[Any, str]:
    """All that judges a press, while the vote takes ballots, in one row that stands for the vote, its letter, the
    coalition and the person; with it the ballot in the box, and how many are there. And who presses, in the words of
    the ballot box."""
    named, sealed = pressers(session, signatory_id, actor.user_id)
    found = _PRESSED_ON.first(
        session, guild=actor.guild_id, user=actor.user_id, name=signatory_id, named=named, sealed=sealed
    )
    if found is None:
        access.require_participant(session, actor)
        raise Refusal(Reason.NOT_FOUND)
    access.check_member(found, actor)
    if found.user_id is None:
        raise Refusal(Reason.TAKE_PART_FIRST)
    _require_running(found, now)
    return found, sealed if Policy.of(found.policy).secret else named


def _require_running(found: Any, now: datetime) -> None:
    """That the vote takes ballots."""
    if found.signatory_id is None:
        raise Refusal(Reason.NO_VOTE, name=found.name)
    if found.paused_at is not None and clock.stands(found, found):
        raise Refusal(Reason.PAUSED, since=found.paused_at)
    if found.ended_at is not None or now >= found.ends_at:
        raise Refusal(Reason.VOTE_ENDED, ended_at=found.ended_at or found.ends_at)
    if now < found.opened_at:
        raise Refusal(Reason.OUTDATED)


_VOTED = (
    sqlalchemy.select(func.count())
    .where(col(Ballot.signatory_id) == bindparam("name"), col(Ballot.choice).is_not(None))
    .scalar_subquery()
)
_JUDGING: tuple[Any, ...] = (
    *(Signatory.name, Letter.paused_at, Coalition.member_role_id, Coalition.moderator_role_id),
    *(Vote.signatory_id, Vote.policy, Vote.opened_at, Vote.ends_at, Vote.ended_at),
    *(Participant.guild_id, Participant.user_id, Participant.votes_as, Participant.organisation),
    *(Participant.organisation_key, Participant.organisation_since, Participant.confirmed_key),
)
_PRESSED_ON = Prepared(
    sqlalchemy.select(
        *_JUDGING,
        col(Ballot.choice),
        func.coalesce(Ballot.reason, "").label("reason"),
        _VOTED.label("voted"),
    )
    .select_from(Signatory)
    .join(Letter, col(Letter.id) == col(Signatory.letter_id))
    .outerjoin(Vote, col(Vote.signatory_id) == col(Signatory.id))
    .join(Coalition, col(Coalition.guild_id) == col(Letter.guild_id))
    .outerjoin(
        Participant,
        and_(
            col(Participant.guild_id) == col(Signatory.guild_id),
            col(Participant.user_id) == bindparam("user"),
            access.takes_part(),
        ),
    )
    .outerjoin(
        Ballot,
        and_(
            col(Ballot.signatory_id) == col(Signatory.id),
            or_(col(Ballot.voter) == bindparam("named"), col(Ballot.voter) == bindparam("sealed")),
        ),
    )
    .where(col(Signatory.id) == bindparam("name"), col(Signatory.guild_id) == bindparam("guild"))
)
_STORED = select(col(Ballot.choice), col(Ballot.reason), col(Ballot.pressed_by)).where(
    col(Ballot.signatory_id) == bindparam("signatory_id"), col(Ballot.voter) == bindparam("whose")
)
