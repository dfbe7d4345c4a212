"""What one person can still do for a letter; worked out at the moment of sending, so it is only said while true."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, and_, col, func, or_, select

from models.coalitions import access
from models.database.tables import Ballot, Consent, Letter, Participant, Signatory, Vote
from models.sheets import LeftToDo
from models.signatories import counting
from models.signatories.voters import Voters
from models.terms import Kind, LetterState, SignatoryState, Way


def left_to_do(session: Session, letter: Letter, people: Collection[int], now: datetime) -> dict[int, LeftToDo]:
    """What each of these people can do for this letter now; nothing for anyone who does not take part. As many queries
    for a hundred as for one."""
    taking_part = participants(session, letter.guild_id, people)
    unsigned: set[int] = set()
    voted: dict[int, set[int]] = {}
    votes = 0
    if takes_presses(letter, now):
        unsigned = _unsigned(session, letter, taking_part.values())
        voted = _voted(session, letter, taking_part.values(), now)
        votes = counting.names(session, *_open(letter, now))
    lacking = _lacking_consent(session, letter, people)
    return {
        user_id: LeftToDo(
            organisation_missing=user_id in unsigned,
            votes=votes - len(voted.get(user_id, ())) if user_id in taking_part else 0,
            lacking_consent=lacking.get(user_id, 0) if user_id in taking_part else 0,
        )
        for user_id in people
    }


def participants(session: Session, guild_id: int, people: Collection[int]) -> dict[int, Participant]:
    """The rows of those of these people who take part in this server, by user id."""
    taking_part = select(Participant).where(
        Participant.guild_id == guild_id, col(Participant.user_id).in_(people), access.takes_part()
    )
    return {person.user_id: person for person in session.exec(taking_part)}


def asks(session: Session, guild_id: int, user_id: int) -> bool:
    """Whether this person still asks to be let in; also someone who took part before and lost the members' role."""
    asking = col(Participant.asked_at).is_not(None), col(Participant.left_at).is_(None)
    return access.person(session, guild_id, user_id, *asking) is not None


def unsettled() -> tuple[Any, ...]:
    """The condition for what is not approved yet and not at an end:
    ``models.signatories.lifecycle.UNSETTLED``, as stored."""
    return col(Signatory.live).is_(True), col(Signatory.state) != SignatoryState.APPROVED


def organisation(session: Session, letter: Letter, person: Participant) -> Signatory | None:
    """The live entry of this person's organisation on the letter, no matter who put it there, or None. What they
    signed for themselves counts, however it is spelt."""
    return session.exec(
        select(Signatory)
        .where(
            Signatory.letter_id == letter.id,
            or_(
                Signatory.name_key == person.organisation_key,
                and_(Signatory.added_by == person.user_id, Signatory.way == Way.SIGNED),
            ),
            *_organisations(),
        )
        .order_by(col(Signatory.twin))
    ).first()


def open_votes(session: Session, letter: Letter, person: Participant, now: datetime) -> Sequence[Signatory]:
    """The letter's proposals that this person may vote on now and has not, oldest first.

    Where organisations vote, a colleague's ballot counts, unless nobody confirmed them and this person is confirmed;
    one that was taken back does not.
    """
    if not takes_presses(letter, now):
        return ()
    votes = session.exec(select(Signatory, Vote).where(*_open(letter, now)).order_by(col(Signatory.id))).all()
    voters = {row.id: Voters(session, vote) for row, vote in votes}
    theirs = {voter for of_vote in voters.values() for voter in of_vote.may_be_of(person)}
    cast = _cast(session, col(Ballot.voter).in_(theirs), col(Ballot.signatory_id).in_(voters))
    confirmed = _confirmed(session, letter)[person.votes_as]
    return [row for row, _ in votes if not _is_done(person, voters[row.id], cast[row.id], confirmed)]


def takes_presses(letter: Letter, now: datetime) -> bool:
    """Whether votes and signings are taken now: open, not paused, before the close."""
    return letter.state is LetterState.OPEN and letter.paused_at is None and now < letter.closes_at


def _organisations() -> tuple[Any, ...]:
    return col(Signatory.kind).in_((Kind.ORGANISATION, Kind.COMPANY)), col(Signatory.live).is_(True)


def _open(letter: Letter, now: datetime) -> tuple[Any, ...]:
    """The condition for a name with a vote under way, while presses are taken."""
    return (
        Signatory.letter_id == letter.id,
        Vote.signatory_id == Signatory.id,
        col(Vote.ended_at).is_(None),
        col(Vote.ends_at) > now,
    )


def _unsigned(session: Session, letter: Letter, people: Iterable[Participant]) -> set[int]:
    """Those for whose organisation :func:`organisation` finds nothing."""
    named = {person.user_id: person.organisation_key for person in people if person.organisation_key}
    entries = session.exec(
        select(Signatory.name_key, Signatory.added_by, Signatory.way).where(
            Signatory.letter_id == letter.id,
            or_(
                col(Signatory.name_key).in_(set(named.values())),
                and_(col(Signatory.added_by).in_(named), Signatory.way == Way.SIGNED),
            ),
            *_organisations(),
        )
    ).all()
    keys = {key for key, _, _ in entries}
    signed = {added_by for _, added_by, way in entries if way is Way.SIGNED}
    return {user_id for user_id, key in named.items() if key not in keys and user_id not in signed}


def _voted(
    session: Session, letter: Letter, people: Iterable[Participant], now: datetime
) -> dict[int, set[int]]:
    """On which open proposals there is a ballot of theirs, or of their organisation's, or nobody speaks for it yet: not
    among :func:`open_votes`."""
    open_ = session.exec(
        select(Vote).join(Signatory, col(Signatory.id) == col(Vote.signatory_id)).where(*_open(letter, now))
    )
    votes = [(vote.signatory_id, Voters(session, vote)) for vote in open_]
    under_way = select(Signatory.id).where(*_open(letter, now))
    cast = _cast(session, col(Ballot.signatory_id).in_(under_way))
    confirmed = _confirmed(session, letter)
    return {
        person.user_id: {
            signatory_id
            for signatory_id, voters in votes
            if _is_done(person, voters, cast[signatory_id], confirmed[person.votes_as])
        }
        for person in people
    }


def _is_done(person: Participant, voters: Voters, cast: Mapping[str, str], confirmed: Collection[int]) -> bool:
    """Whether nothing is left for this person in a vote: their next press would only change what stands, or they have
    no say in it. ``cast`` is who pressed, by voter."""
    if not voters.may_vote(person):
        return True
    pressed_by = cast.get(voters.of_ballot_among(person, cast))
    return pressed_by is not None and not voters.may_replace(person, pressed_by, confirmed)


def _cast(session: Session, *where: Any) -> defaultdict[int, dict[str, str]]:
    """Who pressed for which voter of which name, where a choice stands."""
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    ballots = select(Ballot.signatory_id, Ballot.voter, Ballot.pressed_by)
    for signatory_id, voter, pressed_by in session.exec(ballots.where(col(Ballot.choice).is_not(None), *where)):
        found[signatory_id][voter] = pressed_by
    return found


def _confirmed(session: Session, letter: Letter) -> defaultdict[str, list[int]]:
    """By the key of an organisation those whom moderators confirmed to speak for it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    people = select(Participant.votes_as, Participant.user_id).where(
        Participant.guild_id == letter.guild_id,
        Participant.confirmed_key == Participant.organisation_key,
        Participant.organisation_key != "",
        access.takes_part(),
    )
    for votes_as, user_id in session.exec(people):
        found[votes_as].append(user_id)
    return found


def _lacking_consent(session: Session, letter: Letter, people: Collection[int]) -> dict[int, int]:
    """How many names each of them proposed of which nobody has recorded that they agree."""
    lacking = (
        select(Signatory.added_by, func.count())
        .outerjoin(Consent, col(Consent.signatory_id) == col(Signatory.id))
        .where(
            Signatory.letter_id == letter.id,
            col(Signatory.added_by).in_(people),
            *unsettled(),
            col(Consent.signatory_id).is_(None),
        )
        .group_by(col(Signatory.added_by))
    )
    return {added_by: count for added_by, count in session.exec(lacking) if added_by is not None}
