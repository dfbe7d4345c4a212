"""Duplicates: a live name blocks itself on its letter; one that was declined may be tried once more."""

from sqlmodel import Session, col, func, select

from models.coalitions import access
from models.database.tables import Letter, Signatory
from models.names.identity import Identity
from models.refusal import Reason, Refusal
from models.sheets import Actor
from models.signatories import counting
from models.terms import SignatoryState

TRIES = 2
"""How often one name may be declined before only a moderator can enter it."""


def require_new(
    session: Session,
    actor: Actor,
    letter: Letter,
    identity: Identity,
    *,
    note_given: bool,
    besides: Signatory | None = None,
) -> None:
    """Check that a name may be proposed on the letter. Refuses DUPLICATE for a live one of its key ``besides``
    this one, REFUSED_BEFORE if its person was asked and said no, and TRIED_BEFORE(name, times, with_note)
    where it was declined twice, or once and there is no note now: ``with_note`` says whether a note would do.
    What its own proposer cancelled bars nobody."""
    require_free(session, actor, letter, identity, besides=besides)
    require_not_refused(session, letter, identity)
    failed = counting.names(
        session,
        Signatory.letter_id == letter.id,
        Signatory.name_key == identity.key,
        Signatory.state == SignatoryState.DECLINED,
    )
    if failed >= TRIES or (failed and not note_given):
        raise Refusal(Reason.TRIED_BEFORE, name=identity.name, times=failed, with_note=failed < TRIES)


def require_not_refused(session: Session, letter: Letter, identity: Identity) -> None:
    """Refuses REFUSED_BEFORE for a name whose person was asked and said no."""
    if identity.key in refused(session, letter.id):
        raise Refusal(Reason.REFUSED_BEFORE)


def refused(session: Session, letter_id: int) -> frozenset[str]:
    """Exact keys of names on this letter to which the person said no when asked."""
    keys = select(Signatory.name_key).where(
        Signatory.letter_id == letter_id, col(Signatory.person_refused_at).is_not(None)
    )
    return frozenset(session.exec(keys))


def require_free(
    session: Session,
    actor: Actor,
    letter: Letter,
    identity: Identity,
    *,
    besides: Signatory | None = None,
    twin: int | None = None,
) -> None:
    """That no live signatory ``besides`` this one has the name: DUPLICATE(name, signatory_id, state, twin).

    With ``twin`` only one of that number counts. Where the other stands is told to moderators, and to all after
    publication; before, ``state`` is None. ``twin``: a moderator may add another body of the same name.
    """
    query = select(Signatory).where(
        Signatory.letter_id == letter.id,
        Signatory.name_key == identity.key,
        col(Signatory.live).is_(True),
    )
    if besides is not None:
        query = query.where(Signatory.id != besides.id)
    if twin is not None:
        query = query.where(Signatory.twin == twin)
    taken = session.exec(query.order_by(col(Signatory.twin))).first()
    if taken is None:
        return
    moderates = access.moderates(session, actor)
    told = letter.published_at is not None or moderates
    raise Refusal(
        Reason.DUPLICATE,
        name=taken.name,
        signatory_id=taken.id,
        state=taken.state if told else None,
        twin=moderates and besides is None,
    )


def next_twin(session: Session, letter: Letter, key: str) -> int:
    """The number that tells one more body of this name apart; 0 for the first."""
    highest = session.exec(
        select(func.max(Signatory.twin)).where(
            Signatory.letter_id == letter.id, Signatory.name_key == key, col(Signatory.live).is_(True)
        )
    ).one()
    return 0 if highest is None else highest + 1
