"""Look-alikes: which names of a letter may mean the body that is about to come in.

A name is found by its marks, each a row, so that proposing stays instant on a long letter and every process of the
bot finds the same. What is found is kept as a resemblance for anyone who reviews; a moderator says *same* or
*different*, and that is remembered for every letter.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, func, insert, or_, select

from models import journal
from models.acts import Act
from models.coalitions import access
from models.database.queries import rows
from models.database.tables import NameMark, NamePair, Resemblance, Signatory
from models.names import blocking, located
from models.names.identity import Identity
from models.outbox import cards
from models.participants import organisations
from models.refusal import Reason, Refusal
from models.sheets import Actor, Lookalike
from models.signatories import lifecycle, voters
from models.terms import CardKind, Kind, Like

SHOWN = 3
"""At most so many look-alikes of one name are suggested."""
COMMON = 200
"""A mark that more names share finds nothing by itself; the rarest of a name is always looked for."""
CANDIDATES = 80


def find(
    session: Session,
    letter_id: int,
    guild_id: int,
    identity: Identity,
    *,
    aliases: Sequence[str] = (),
    besides: int | None = None,
    most: int | None = SHOWN,
) -> tuple[Lookalike, ...]:
    """Live names of the letter that look like this one, the strongest reason first. Those that a moderator said are
    different are left out; those that they said are the same come first. At most so many, or all for None."""
    said = organisations.judgements(session, guild_id, identity.key)
    called = (identity.name, *aliases)
    wanted = blocking.of_all(identity.kind, called)
    sharing = dict(session.exec(_SHARING, params={"of_letter": letter_id, "marks": list(wanted)}).all())
    rarest = sorted(sharing, key=lambda mark: sharing[mark])
    telling = [mark for place, mark in enumerate(rarest) if place < 2 or sharing[mark] <= COMMON]
    same = [key for key, is_same in said.items() if is_same]
    alike = session.exec(_ALIKE, params={"of_letter": letter_id, "marks": telling, "same": same})
    indexed = session.exec(_LIVE, params={"of_letter": letter_id}).one()
    weigh = blocking.rarity(indexed, sharing)
    found = []
    for row in alike:
        if row.id == besides or said.get(row.name_key) is False or row.name_key == identity.key:
            continue
        if (row.kind is Kind.INDIVIDUAL) != (identity.kind is Kind.INDIVIDUAL):
            continue
        theirs = (row.name, *row.aliases)
        country = located.agreed(identity.country, row.country)
        like = blocking.strongest(row.kind, called, theirs, weigh, country)
        like = Like.MARKED if said.get(row.name_key) else like
        if like is not None:
            found.append(Lookalike(row.id, row.name, row.kind, row.state, like))
    return tuple(sorted(found, key=lambda one: (_rank(one.like), one.id))[:most])


_MARKED = (
    col(NameMark.letter_id) == bindparam("of_letter"),
    col(NameMark.mark).in_(bindparam("marks", expanding=True)),
)
_SHARING = select(NameMark.mark, func.count()).where(*_MARKED).group_by(col(NameMark.mark))
_NEAR = (
    select(NameMark.signatory_id)
    .where(*_MARKED)
    .group_by(col(NameMark.signatory_id))
    .order_by(func.count().desc())
    .limit(CANDIDATES)
)
_STANDS = Signatory.letter_id == bindparam("of_letter"), col(Signatory.live).is_(True)
_LIVE = select(func.count()).select_from(Signatory).where(*_STANDS)
_ALIKE = select(Signatory).where(
    *_STANDS,
    or_(col(Signatory.id).in_(_NEAR), col(Signatory.name_key).in_(bindparam("same", expanding=True))),
)


def remember(session: Session, row: Signatory) -> None:
    """Index a signatory's name again, and note which others it looks like. After each change of a name."""
    forget(session, row)
    identity = Identity.of(row)
    near = find(session, row.letter_id, row.guild_id, identity, aliases=row.aliases, besides=row.id)
    note_all(session, [(row.id, one.id, one.like) for one in near])
    marks = blocking.of_all(row.kind, (row.name, *row.aliases))
    if marks:
        values = [{"signatory_id": row.id, "mark": mark, "letter_id": row.letter_id} for mark in marks]
        session.connection().execute(insert(NameMark), values)


def note(session: Session, signatory_id: int, other_id: int, like: Like) -> None:
    """Keep one resemblance, both ways round; both cards tell of it to those who vote."""
    note_all(session, [(signatory_id, other_id, like)])


def note_all(session: Session, found: Sequence[tuple[int, int, Like]]) -> None:
    """Keep several resemblances, each both ways round."""
    if found:
        session.flush()
        cards.mark_stale(session, CardKind.PROPOSAL, *{one for pair in found for one in pair[:2]})
        both = [
            {"signatory_id": one, "other_id": other, "like": like}
            for first, second, like in found
            for one, other in ((first, second), (second, first))
        ]
        session.connection().execute(insert(Resemblance), both)


def forget(session: Session, row: Signatory) -> None:
    """Take a name out of the index, with what it looked like."""
    rows(session, _UNMARKED, name=row.id)
    others = rows(session, _RESEMBLES, name=row.id).scalars().all()
    if others:
        cards.mark_stale(session, CardKind.PROPOSAL, *others)
    rows(session, _UNLIKE, name=row.id)


_UNMARKED = delete(NameMark).where(col(NameMark.signatory_id) == bindparam("name"))
_RESEMBLES = select(Resemblance.other_id).where(Resemblance.signatory_id == bindparam("name"))
_UNLIKE = delete(Resemblance).where(
    or_(col(Resemblance.signatory_id) == bindparam("name"), col(Resemblance.other_id) == bindparam("name"))
)


def noted(session: Session, ids: Iterable[int]) -> dict[int, tuple[Lookalike, ...]]:
    """The look-alikes that still stand, of each of these signatories that has some."""
    found: dict[int, list[Lookalike]] = {}
    for owner, like, row in session.exec(_NOTED, params={"ids": list(ids)}):
        found.setdefault(owner, []).append(Lookalike(row.id, row.name, row.kind, row.state, like))
    return {
        owner: tuple(sorted(ones, key=lambda one: _rank(one.like))[:SHOWN]) for owner, ones in found.items()
    }


_NOTED = (
    select(col(Resemblance.signatory_id), col(Resemblance.like), Signatory)
    .join(Signatory, col(Signatory.id) == col(Resemblance.other_id))
    .where(col(Resemblance.signatory_id).in_(bindparam("ids", expanding=True)), col(Signatory.live).is_(True))
    .order_by(col(Signatory.id))
)


def judge(
    session: Session, actor: Actor, now: datetime, signatory_id: int, other_id: int, *, same: bool
) -> None:
    """A moderator says that two signatories are the same body, or different ones; a later word replaces an earlier.

    *Different* ends the warning, *same* makes it the strongest; nothing is merged by it. Refuses MODERATORS_ONLY,
    NOT_FOUND.
    """
    access.require_moderator(session, actor)
    row, other = (lifecycle.find(session, actor.guild_id, one) for one in (signatory_id, other_id))
    if row.id == other.id or row.letter_id != other.letter_id:
        raise Refusal(Reason.NOT_FOUND)
    one, two = sorted((row.name_key, other.name_key))
    kept = session.exec(
        select(NamePair).where(NamePair.guild_id == actor.guild_id, NamePair.one == one, NamePair.other == two)
    ).first()
    kept = kept or NamePair(
        guild_id=actor.guild_id, one=one, other=two, same=same, said_by=actor.user_id, said_at=now
    )
    kept.same, kept.said_by, kept.said_at = same, actor.user_id, now
    session.add(kept)
    session.flush()
    voters.follow(session, actor.guild_id, organisations.retell(session, actor.guild_id, one, two))
    for here, there in ((row, other), (other, row)):
        session.exec(
            delete(Resemblance).where(
                col(Resemblance.signatory_id) == here.id, col(Resemblance.other_id) == there.id
            )
        )
    if same:
        note(session, row.id, other.id, Like.MARKED)
    cards.mark_stale(session, CardKind.PROPOSAL, row.id, other.id)
    journal.append(
        session,
        actor.guild_id,
        now,
        Act.MARKED_AS_THE_SAME if same else Act.MARKED_AS_DIFFERENT,
        actor_id=actor.user_id,
        letter_id=row.letter_id,
        signatory_id=row.id,
        name=row.name,
        other=other.name,
        other_id=other.id,
    )


def sayings(session: Session, guild_id: int) -> dict[frozenset[str], bool]:
    """What moderators of this server said of pairs of exact keys: True for the same body."""
    pairs = session.exec(select(NamePair).where(NamePair.guild_id == guild_id))
    return {frozenset((pair.one, pair.other)): pair.same for pair in pairs}


def _rank(like: Like) -> int:
    return list(Like).index(like)
