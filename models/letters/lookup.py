"""Finding the letter that somebody means, among those that they may read or change."""

from collections.abc import Collection

from sqlmodel import Session, col, select

from models.coalitions import access, records
from models.database.queries import only_reads
from models.database.tables import Letter
from models.refusal import Reason, Refusal
from models.sheets import Actor
from models.terms import LetterState

LIVE = frozenset({LetterState.DRAFT, LetterState.OPEN, LetterState.CLOSED})


def find(session: Session, guild_id: int, letter_id: int) -> Letter:
    """The letter of this server; NOT_FOUND if there is none, or another server's."""
    letter = session.get(Letter, letter_id)
    if letter is None or letter.guild_id != guild_id:
        raise Refusal(Reason.NOT_FOUND)
    return letter


def choose(
    session: Session,
    actor: Actor,
    letter_id: int | None,
    wants: Collection[LetterState] = (LetterState.OPEN,),
) -> Letter:
    """The letter that was named; else the only one in a state that is wanted, else the only one that is live, else
    the newest of those put away.

    Refuses NO_LETTER, CHOOSE_LETTER(letters=[(id, title), ...]), NOT_FOUND. Only what the actor may read comes
    into question: all others hear NOT_PUBLIC, whether or not there is such a letter.
    """
    readable = readable_letters(session, actor)
    if letter_id is not None:
        candidates = [letter for letter in readable if letter.id == letter_id]
    else:
        live = [letter for letter in readable if letter.state in LIVE]
        candidates = [letter for letter in readable if letter.state in wants] or live or readable[-1:]
    if not candidates:
        nothing = Reason.NO_LETTER if letter_id is None else Reason.NOT_FOUND
        raise Refusal(nothing if is_inside(session, actor) else Reason.NOT_PUBLIC)
    if len(candidates) > 1:
        raise Refusal(Reason.CHOOSE_LETTER, letters=[(letter.id, letter.title) for letter in candidates])
    return candidates[0]


def taken(
    session: Session, actor: Actor, letter_id: int | None, wants: Collection[LetterState] = (LetterState.OPEN,)
) -> Letter:
    """The letter for which something is about to be written, held as it is until that is done: its deadline is
    checked inside the write. Refuses as :func:`choose` does."""
    letter = choose(session, actor, letter_id, wants)
    if not only_reads(session):
        session.refresh(letter, with_for_update={"read": True})
    return letter


def choose_to_change(
    session: Session, actor: Actor, letter_id: int | None, wants: Collection[LetterState]
) -> Letter:
    """For a moderator's verb: the letter, held against other writers, in a state that is wanted.

    Refuses MODERATORS_ONLY, WRONG_STATE(state, wants), LOCKED(at), and as :func:`choose` does.
    """
    access.require_moderator(session, actor)
    letter = choose(session, actor, letter_id, wants)
    if not only_reads(session):
        session.refresh(letter, with_for_update=True)
    if letter.state not in wants:
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=sorted(wants))
    require_unlocked(letter)
    return letter


def choose_to_export(session: Session, actor: Actor, letter_id: int | None) -> Letter:
    """For what a moderator takes out of a letter. Refuses MODERATORS_ONLY, LOCKED(at), and as :func:`choose` does."""
    access.require_moderator(session, actor)
    letter = choose(session, actor, letter_id)
    require_unlocked(letter)
    return letter


def require_unlocked(letter: Letter) -> None:
    """LOCKED(at) while nothing about it should be changed or exported (``models.letters.locks``)."""
    if letter.locked_at is not None:
        raise Refusal(Reason.LOCKED, at=letter.locked_at)


def is_readable(session: Session, actor: Actor, letter: Letter) -> bool:
    """Text, points and names: after publication for everyone in the server, before for participants and
    moderators."""
    return letter.published_at is not None or is_inside(session, actor)


def readable_letters(session: Session, actor: Actor) -> list[Letter]:
    """Letters of this server that the actor may read, in the order in which they were made."""
    query = select(Letter).where(Letter.guild_id == actor.guild_id).order_by(col(Letter.id))
    if not is_inside(session, actor):
        query = query.where(col(Letter.published_at).is_not(None))
    return list(session.exec(query))


def is_inside(session: Session, actor: Actor) -> bool:
    """Participants and moderators, who read what is not published yet."""
    server = records.coalition_of(
        session, actor.guild_id
    )  # held here, so that the second look at it reads nothing
    return access.is_moderator(server, actor) or access.participant(session, actor) is not None
