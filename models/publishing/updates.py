"""Updates: the numbered lists that follow the first one, with the names that came since, and corrections.

An update is frozen as any other edition is; a name that it holds is not undone any more, only removed.
"""

import hashlib
from datetime import datetime

from sqlmodel import Session

from models.coalitions import access
from models.database.tables import Letter
from models.letters import lookup
from models.publishing import editions, list_diff
from models.refusal import Reason, Refusal
from models.sheets import Actor, EditionSheet, ListChanges
from models.strings import plain_text
from models.terms import EditionName, LetterState

PUBLIC = frozenset({LetterState.OPEN, LetterState.CLOSED, LetterState.ARCHIVED})
"""States in which a published letter's list is public, and so can be followed by another."""
LONGEST_CORRECTION = 300


def check_publish(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> ListChanges:
    """What :func:`publish` would publish now, against the newest list; refuses as it does."""
    return _pending(session, _updatable(session, actor, letter_id), now)


def publish(session: Session, actor: Actor, now: datetime, letter_id: int | None, seen: str) -> ListChanges:
    """Publish the list as it is under the next number.

    ``seen`` is what :func:`fingerprint` gave of the list that was shown: OUTDATED if another one stands now. Refuses
    MODERATORS_ONLY, WRONG_STATE(state, wants), NOT_PUBLISHED, ONLY_CORRECTIONS(at) after the final list, UNCHANGED
    (number), and as ``lookup.choose`` does.
    """
    row = _updatable(session, actor, letter_id)
    pending = _pending(session, row, now)
    if fingerprint(pending.after) != seen:
        raise Refusal(Reason.OUTDATED)
    return _cut(session, actor, now, row, EditionName.UPDATE, pending)


def check_correct(session: Session, actor: Actor, letter_id: int | None = None) -> EditionSheet:
    """The newest list, about to be corrected. Refuses as :func:`correct` does, before anything is typed."""
    row = _published(session, actor, letter_id)
    newest = editions.latest(session, row.id)
    if newest is None:
        raise Refusal(Reason.NO_EDITION)
    return newest


def correct(session: Session, actor: Actor, now: datetime, letter_id: int | None, line: str) -> ListChanges:
    """Publish the list as it is as a correction, with the line that says what is corrected.

    What is wrong is fixed first (edit, remove); published lists never change. Possible for as long as the list is
    public, so after the final list too. Refuses as :func:`publish` does, and EMPTY and TOO_LONG (field "correction").
    """
    row = _published(session, actor, letter_id)
    line = plain_text.line(line, "correction", LONGEST_CORRECTION)
    return _cut(session, actor, now, row, EditionName.CORRECTION, _pending(session, row, now), line)


def since(
    session: Session, actor: Actor, now: datetime, letter_id: int | None = None, number: int | None = None
) -> ListChanges:
    """The list as it is against an earlier one, the newest if no number is given; moderators only, because
    what was not published yet is in it. Refuses NOT_FOUND for a number that does not exist."""
    row = lookup.choose_to_export(session, actor, letter_id)
    before = editions.latest(session, row.id) if number is None else editions.numbered(session, row.id, number)
    if number is not None and before is None:
        raise Refusal(Reason.NOT_FOUND)
    return list_diff.between(before, editions.as_it_stands(session, row, now))


def fingerprint(sheet: EditionSheet) -> str:
    """Eight characters that say what this list prints, whenever it is looked at."""
    shown = (
        sheet.text_digest,
        sheet.earlier,
        *((e.kind, e.name, e.affiliation, e.country) for e in sheet.entries),
    )
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:8]


def _published(session: Session, actor: Actor, letter_id: int | None) -> Letter:
    access.require_moderator(session, actor)
    chosen = lookup.choose(session, actor, letter_id)
    row = lookup.choose_to_change(session, actor, chosen.id, PUBLIC)
    if row.published_at is None:
        raise Refusal(Reason.NOT_PUBLISHED)
    return row


def _updatable(session: Session, actor: Actor, letter_id: int | None) -> Letter:
    row = _published(session, actor, letter_id)
    if row.final_at is not None:
        raise Refusal(Reason.ONLY_CORRECTIONS, at=row.final_at)
    return row


def _pending(session: Session, row: Letter, now: datetime) -> ListChanges:
    return list_diff.between(editions.latest(session, row.id), editions.as_it_stands(session, row, now))


def _cut(
    session: Session,
    actor: Actor,
    now: datetime,
    row: Letter,
    name: EditionName,
    pending: ListChanges,
    line: str = "",
) -> ListChanges:
    before = pending.before
    if before is not None and fingerprint(before) == fingerprint(pending.after):
        raise Refusal(Reason.UNCHANGED, number=before.number)
    cut = editions.cut(session, row, name, now, actor.user_id, line)
    return list_diff.between(before, editions.sheet(session, cut))
