"""Adding names to the wish list: typed or pasted, or taken over from the list of an earlier letter."""

from collections.abc import Callable, Iterable
from datetime import datetime

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from models.acts import Act
from models.coalitions import access
from models.database.tables import Letter, Signatory, Wish
from models.letter_parts import Part
from models.letters import letters, lookup, parts, recording
from models.names import cleaning, doubts
from models.refusal import Reason, Refusal
from models.sheets import Actor, LetterChoice
from models.sheets.wishes import AddedWishes
from models.signatories import allowance
from models.strings import plain_text
from models.strings.bullets import BULLET
from models.terms import Kind, LetterState, SignatoryState
from models.wishes import matching, showing

MOST = 500
"""Names on the wish list of one letter."""
LONGEST = 4_000
"""Characters of names that are added at once, as many as a form holds."""
STATES = frozenset({LetterState.DRAFT, LetterState.OPEN})
"""While somebody can still be asked."""


def check_add(session: Session, actor: Actor, letter_id: int | None) -> int:
    """The letter to whose wish list names are about to be added; refuses as :func:`add` does."""
    return _letter(session, actor, letter_id).id


def add(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, kind: Kind, names: str
) -> AddedWishes:
    """Add these names, one a line, for somebody to ask. A line that is no name stops none of the others.

    Refuses MEMBERS_ONLY, TAKE_PART_FIRST, BLOCKED, PART_OFF, WRONG_STATE(state, wants), EMPTY and TOO_LONG (field
    "names"), TOO_MANY_WISHES(limit), and as ``lookup.choose`` does.
    """
    letter = _letter(session, actor, letter_id)
    lines = plain_text.block(names, "names", LONGEST).splitlines()
    typed = [(kind, one) for one in lines if one.strip()]
    return _added(session, actor, now, letter, Act.WISHES_ADDED, typed, clean=_typed)


def earlier(session: Session, actor: Actor, letter_id: int) -> tuple[LetterChoice, ...]:
    """Other letters of this server that have names to take over. Refuses as :func:`take_over` does."""
    letter = _to_change(session, actor, letter_id)
    listed = set(
        session.exec(select(Signatory.letter_id).where(Signatory.state == SignatoryState.APPROVED).distinct())
    )
    return tuple(one for one in letters.list_(session, actor) if one.id in listed and one.id != letter.id)


def take_over(session: Session, actor: Actor, now: datetime, letter_id: int, earlier_id: int) -> AddedWishes:
    """Add everybody who is on the list of another letter of this server. Refuses MODERATORS_ONLY, PART_OFF,
    TOO_MANY_WISHES(limit), NOT_FOUND, and as ``lookup.choose_to_change`` does."""
    letter, before = _to_change(session, actor, letter_id), lookup.find(session, actor.guild_id, earlier_id)
    _require_room(session, letter, before)
    rows = session.exec(
        select(Signatory.kind, Signatory.name)
        .where(Signatory.letter_id == before.id, Signatory.state == SignatoryState.APPROVED)
        .order_by(col(Signatory.alphabetical), col(Signatory.id))
    ).all()
    names = [(Kind(kind), name) for kind, name in rows]
    return _added(session, actor, now, letter, Act.WISHES_TAKEN_OVER, names, earlier=before.id)


def _require_room(session: Session, letter: Letter, before: Letter) -> None:
    """Refuses TOO_MANY_WISHES(limit) before thousands of names are read that could not all be added."""
    here = aliased(Signatory)
    known = select(here.id).where(
        here.letter_id == letter.id,
        col(here.live).is_(True),
        here.kind == Signatory.kind,
        here.name == Signatory.name,
    )
    missing = (
        select(Signatory.kind, Signatory.name)
        .where(Signatory.letter_id == before.id, Signatory.state == SignatoryState.APPROVED, ~known.exists())
        .distinct()
        .limit(2 * MOST + 1)
    )
    if len(session.exec(missing).all()) > 2 * MOST:  # some may be on the wish list, or in several spellings
        raise Refusal(Reason.TOO_MANY_WISHES, limit=MOST)


def _to_change(session: Session, actor: Actor, letter_id: int) -> Letter:
    letter = lookup.choose_to_change(session, actor, letter_id, STATES)
    parts.require(letter, Part.WISHES)
    return letter


def _letter(session: Session, actor: Actor, letter_id: int | None) -> Letter:
    person = access.require_participant(session, actor)
    letter = lookup.taken(session, actor, letter_id)
    parts.require(letter, Part.WISHES)
    if letter.state not in STATES:
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=sorted(STATES), by_member=True)
    allowance.require_not_stopped(session, actor, person)
    return letter


def _typed(line: str) -> str:
    """A name that nobody has looked at, without the bullet of a pasted list. Refuses MARKUP_AS_NAME, and as
    ``cleaning.printable`` does."""
    name = cleaning.printable(BULLET.sub("", line))
    if doubts.is_markup(name):
        raise Refusal(Reason.MARKUP_AS_NAME)
    return name


def _added(
    session: Session,
    actor: Actor,
    now: datetime,
    letter: Letter,
    act: Act,
    typed: Iterable[tuple[Kind, str]],
    clean: Callable[[str], str] = cleaning.printable,
    **facts: int,
) -> AddedWishes:
    wanted, twice, refused = dict[str, Wish](), list[str](), list[tuple[str, Refusal]]()
    for kind, line in typed:
        try:
            name = clean(line)
        except Refusal as refusal:
            refused.append((line.strip(), refusal))
            continue
        wish = Wish(
            guild_id=letter.guild_id,
            letter_id=letter.id,
            kind=kind,
            name=name,
            name_key=cleaning.exact_key(kind, name),
            added_by=actor.user_id,
            added_at=now,
        )
        if wanted.setdefault(wish.name_key, wish) is not wish:
            twice.append(name)
    standing = session.exec(select(Wish).where(Wish.letter_id == letter.id)).all()
    taken = matching.named(session, letter.id, wanted.values())
    known = [one for one in standing if one.name_key in wanted]
    there = {one.name_key for one in standing} | taken.keys()
    new = [one for key, one in wanted.items() if key not in there]
    if len(standing) + len(new) > MOST:
        raise Refusal(Reason.TOO_MANY_WISHES, limit=MOST)
    session.add_all(new)
    session.flush()
    if new:
        recording.record(session, letter, now, act, actor.user_id, count=len(new), **facts)
    return AddedWishes(
        guild_id=letter.guild_id,
        letter_id=letter.id,
        title=letter.title,
        added=tuple(one.name for one in new),
        known=showing.sheets(session, actor, letter, known),
        on_letter=tuple(taken[one.name_key].name for one in wanted.values() if one.name_key in taken),
        twice=tuple(twice),
        refused=tuple(refused),
    )
