"""The organisations that take part: which of them are one and the same, and for which of them a person speaks."""

from datetime import datetime

from sqlmodel import Session, col, or_, select

from models.coalitions import access
from models.database.tables import NamePair, Participant
from models.names import blocking, similarity
from models.terms import Kind


def counts_as(session: Session, guild_id: int, name: str, key: str, *, anew: bool = False) -> str:
    """The key under which an organisation votes: that of the first here that it is by its likeness ("The ...", a legal
    form, accents, another alphabet, a slip), else its own. What moderators said of two names comes first. ``again``:
    without a look at those who wrote the very same."""
    said = judgements(session, guild_id, key)
    here = session.exec(
        select(Participant.organisation, Participant.organisation_key, Participant.votes_as)
        .where(Participant.guild_id == guild_id, Participant.organisation_key != "")
        .order_by(col(Participant.id))
    ).all()
    marks = blocking.of(Kind.ORGANISATION, name)
    alike = None
    for organisation, its_key, votes_as in here:
        if its_key == key:
            if not anew:
                return votes_as
        elif alike is None and said.get(its_key, _is_alike(name, marks, organisation)):
            alike = votes_as
    return alike or key


def judgements(session: Session, guild_id: int, key: str) -> dict[str, bool]:
    """What moderators said of this name and others, by the other's exact key: True for the same body."""
    pairs = session.exec(
        select(NamePair).where(NamePair.guild_id == guild_id, or_(NamePair.one == key, NamePair.other == key))
    )
    return {pair.other if pair.one == key else pair.one: pair.same for pair in pairs}


def retell(session: Session, guild_id: int, *keys: str) -> dict[int, tuple[str, str]]:
    """Moderators said whether two names are the same body: the one that came later votes accordingly. Whose key to vote
    under changed, by user id: before and after."""
    first = session.exec(
        select(Participant.organisation, Participant.organisation_key)
        .where(Participant.guild_id == guild_id, col(Participant.organisation_key).in_(keys))
        .order_by(col(Participant.id))
    ).all()
    names = {key: name for name, key in reversed(first)}
    moved: dict[int, tuple[str, str]] = {}
    if len(names) == len(keys):
        later = next(key for _, key in first if key != first[0][1])
        votes_as = counts_as(session, guild_id, names[later], later, anew=True)
        people = session.exec(
            select(Participant).where(Participant.guild_id == guild_id, Participant.organisation_key == later)
        )
        for person in people:
            if person.votes_as != votes_as:
                moved[person.user_id] = (person.votes_as, votes_as)
                person.votes_as = votes_as
        session.flush()
    return moved


def speaks(person: Participant, opened_at: datetime) -> bool:
    """Whether this person speaks for their organisation in a vote that opened then (aware UTC): a moderator confirmed
    it, or it stood when the vote opened."""
    since = person.organisation_since
    stood = since is None or since <= opened_at
    return person.organisation_key != "" and (stood or is_confirmed(person))


def is_confirmed(person: Participant | None) -> bool:
    """Whether a moderator confirmed that this person speaks for the organisation that they name now."""
    return (
        person is not None and person.organisation_key != "" and person.confirmed_key == person.organisation_key
    )


def colleagues(session: Session, person: Participant) -> list[Participant]:
    """The others who take part for the same organisation, however they spell it."""
    return list(
        session.exec(
            select(Participant).where(
                Participant.guild_id == person.guild_id,
                Participant.votes_as == person.votes_as,
                Participant.user_id != person.user_id,
                access.takes_part(),
            )
        )
    )


def _is_alike(name: str, marks: frozenset[str], other: str) -> bool:
    if marks.isdisjoint(blocking.of(Kind.ORGANISATION, other)):
        return False
    return blocking.compare(Kind.ORGANISATION, name, other) in similarity.STRONG
