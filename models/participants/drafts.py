"""Drafts: what someone typed into a form that was refused, kept for *Correct what I typed*."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlmodel import Session, col, delete, func, select

from models.coalitions.access import require_moderator
from models.database import scrubbing
from models.database.tables import Draft
from models.refusal import Reason, Refusal
from models.sheets import Actor, DraftSheet

T = TypeVar("T")
LIFE = timedelta(hours=24)
MOST = 20
"""This many drafts of one person in one server are kept; the newest stay."""


def save(
    session: Session,
    actor: Actor,
    now: datetime,
    form: str,
    arguments: Sequence[Any],
    answers: Mapping[str, Any],
    corrects: int = 0,
) -> int:
    """Keep what was typed for a day, or until :data:`MOST` newer ones took its place; the id by which only its owner
    takes it back.

    ``arguments`` say which form it was (plain JSON values), ``answers`` what was in its fields.
    ``corrects`` is the draft in whose place this one comes, which is forgotten; 0 for none.
    """
    newest = session.exec(select(func.max(Draft.id))).one() or 0
    draft = Draft(
        # SQLite gives a number again once its row is erased, and old buttons would then send another form.
        id=max(newest + 1, int(now.timestamp())),
        guild_id=actor.guild_id,
        user_id=actor.user_id,
        form=form,
        arguments=list(arguments),
        answers=dict(answers),
        expires_at=now + LIFE,
    )
    session.add(draft)
    session.flush()
    discard(session, actor, corrects)
    theirs = select(col(Draft.id)).where(Draft.guild_id == actor.guild_id, Draft.user_id == actor.user_id)
    kept = session.exec(theirs.order_by(col(Draft.id).desc()).limit(MOST)).all()
    session.exec(delete(Draft).where(col(Draft.id).in_(theirs), col(Draft.id) < kept[-1]))
    return draft.id


def take(session: Session, actor: Actor, now: datetime, draft_id: int, *forms: str) -> DraftSheet:
    """The draft, to fill the form again. It stays until it is discarded, for a form may be dismissed.

    DRAFT_GONE if it expired, was discarded, belongs to someone else, or is of none of the ``forms`` that are named.
    """
    draft = session.get(Draft, draft_id)
    if draft is None or not _owns(actor, draft) or draft.expires_at <= now:
        raise Refusal(Reason.DRAFT_GONE)
    if forms and draft.form not in forms:
        raise Refusal(Reason.DRAFT_GONE)
    return DraftSheet(
        id=draft_id,
        form=draft.form,
        arguments=tuple(draft.arguments),
        answers=draft.answers,
        expires_at=draft.expires_at,
    )


def take_moderating(session: Session, actor: Actor, now: datetime, draft_id: int, *forms: str) -> DraftSheet:
    """The draft of somebody who still is a moderator. Refuses MODERATORS_ONLY(role_id), and as :func:`take` does."""
    require_moderator(session, actor)
    return take(session, actor, now, draft_id, *forms)


def amend(
    session: Session, actor: Actor, now: datetime, draft_id: int, answers: Mapping[str, Any]
) -> DraftSheet:
    """Add to one's own draft, or replace what is in it under the same names. Refuses as :func:`take` does."""
    take(session, actor, now, draft_id)
    draft = session.get_one(Draft, draft_id)
    draft.answers = {**draft.answers, **answers}
    session.flush()
    return take(session, actor, now, draft_id)


def spend(
    session: Session,
    actor: Actor,
    now: datetime,
    draft_id: int,
    verb: Callable[..., T],
    *arguments: Any,
    **options: Any,
) -> T:
    """Do what a draft was kept for, ``verb(session, actor, now, *arguments, **options)``, and forget the draft, in one
    transaction: a second press of the same button finds none.

    Refuses as :func:`take` and the verb do; where the verb refuses, the draft stays.
    """
    take(session, actor, now, draft_id)
    done = verb(session, actor, now, *arguments, **options)
    discard(session, actor, draft_id)
    return done


def pop(session: Session, actor: Actor, now: datetime, draft_id: int) -> DraftSheet:
    """The draft, which is erased with that. Refuses as :func:`take` does."""
    kept = take(session, actor, now, draft_id)
    discard(session, actor, draft_id)
    return kept


KEEPING = (save, amend, pop)
"""Verbs that keep or give back what somebody typed; what it is for is still to be done."""


def discard(session: Session, actor: Actor, draft_id: int) -> None:
    """Forget one's own draft, once the form was accepted; nothing happens if there is none."""
    draft = session.get(Draft, draft_id)
    if draft is not None and _owns(actor, draft):
        session.delete(draft)
        session.flush()


def purge(session: Session, now: datetime) -> int:
    """Forget what expired; how many there were."""
    purged = session.exec(delete(Draft).where(col(Draft.expires_at) <= now)).rowcount
    if purged:
        scrubbing.request(session)
    return purged


def _owns(actor: Actor, draft: Draft) -> bool:
    return (draft.guild_id, draft.user_id) == (actor.guild_id, actor.user_id)
