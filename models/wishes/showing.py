"""Showing the wish list, to members and moderators alone: it never becomes public."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, select

from models.coalitions import access
from models.database.queries import only_reads
from models.database.tables import Letter, Wish
from models.letter_parts import Part, Wanted, WishState
from models.letters import lookup, parts
from models.names import collation
from models.refusal import Reason, Refusal
from models.sheets import Actor
from models.sheets.wishes import WishesSheet, WishSheet
from models.wishes import matching

A_PAGE = 15


def show(
    session: Session,
    actor: Actor,
    _now: datetime,
    letter_id: int | None,
    which: Wanted = Wanted.ALL,
    page: int = 1,
) -> WishesSheet:
    """A page of the wish list; one beyond the end is the last. Refuses MEMBERS_ONLY, TAKE_PART_FIRST, PART_OFF, and as
    ``lookup.choose`` does."""
    access.require_participant(session, actor)
    letter = lookup.choose(session, actor, letter_id)
    parts.require(letter, Part.WISHES)
    rows = session.exec(select(Wish).where(Wish.letter_id == letter.id)).all()
    all_ = sheets(session, actor, letter, sorted(rows, key=lambda one: (collation.key(one.name), one.id)))
    counted = Counter(one.state for one in all_)
    wanted = [one for one in all_ if _is_wanted(one, actor, which)]
    pages = max(1, -(-len(wanted) // A_PAGE))
    page = min(max(1, page), pages)
    return WishesSheet(
        guild_id=letter.guild_id,
        letter_id=letter.id,
        title=letter.title,
        which=which,
        page=page,
        pages=pages,
        wishes=tuple(wanted[(page - 1) * A_PAGE : page * A_PAGE]),
        figures={state: counted[state] for state in WishState},
        moderates=access.moderates(session, actor),
    )


def one(session: Session, actor: Actor, _now: datetime, wish_id: int) -> WishSheet:
    """One name on the wish list. Refuses NOT_FOUND, and as :func:`show` does."""
    wish, letter = find(session, actor, wish_id)
    return sheets(session, actor, letter, [wish])[0]


def claimed(session: Session, actor: Actor, letter: Letter) -> tuple[WishSheet, ...]:
    """The names of this letter's wish list that the actor said they would ask and whose answer is still to come, by
    name. None where the letter has no wish list."""
    if Part.WISHES.value not in letter.parts:
        return ()
    rows = session.exec(select(Wish).where(Wish.letter_id == letter.id, Wish.claimed_by == actor.user_id)).all()
    mine = sorted(rows, key=lambda one: (collation.key(one.name), one.id))
    return tuple(
        one
        for one in (sheets(session, actor, letter, mine) if mine else ())
        if one.state in (WishState.CLAIMED, WishState.ASKED)
    )


def find(session: Session, actor: Actor, wish_id: int, *, lock: bool = False) -> tuple[Wish, Letter]:
    """The row and its letter, for who takes part. Refuses NOT_FOUND for another server's too, MEMBERS_ONLY,
    TAKE_PART_FIRST, PART_OFF. For other modules of wishes."""
    access.require_participant(session, actor)
    wish = session.get(Wish, wish_id, with_for_update=(lock and not only_reads(session)) or None)
    if wish is None or wish.guild_id != actor.guild_id:
        raise Refusal(Reason.NOT_FOUND)
    letter = lookup.find(session, actor.guild_id, wish.letter_id)
    parts.require(letter, Part.WISHES)
    return wish, letter


def sheets(session: Session, actor: Actor, letter: Letter, rows: Sequence[Wish]) -> tuple[WishSheet, ...]:
    """These rows of one letter as sheets, in their order."""
    taken, moderates = matching.named(session, letter.id, rows), access.moderates(session, actor)
    return tuple(
        WishSheet(
            id=row.id,
            guild_id=row.guild_id,
            letter_id=letter.id,
            letter_title=letter.title,
            kind=row.kind,
            name=row.name,
            state=matching.state_of(row, taken.get(row.name_key)),
            claimed_by=row.claimed_by,
            asked_at=row.asked_at,
            signatory_id=taken[row.name_key].id if row.name_key in taken else None,
            theirs=moderates or row.claimed_by == actor.user_id,
        )
        for row in rows
    )


def _is_wanted(wish: WishSheet, actor: Actor, which: Wanted) -> bool:
    if which is Wanted.FREE:
        return wish.state is WishState.FREE
    return which is Wanted.ALL or wish.claimed_by == actor.user_id
