"""Endorsement: which wording of the original each signatory agreed to, and whether that is still the one that counts.

A correction leaves the signatures as they are. A change of substance does not: the person who agreed before it
endorses an earlier text until they confirm the new one, and silence confirms nothing."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, literal, or_
from sqlmodel import Session, col, func, select

from models.database.tables import Consent, Letter, Signatory, TextVersion
from models.letters import wordings
from models.refusal import Reason, Refusal
from models.sheets import EarlierText
from models.signatories import shown
from models.terms import LetterState, TextChange

TIME_TO_LEAVE = timedelta(days=3)
"""After a change of substance the person who vouched for a name takes it off at once for so long, never past the
close."""


def leave_until(letter: Letter, now: datetime) -> datetime:
    """Until when the person who vouched for an earlier text may take a name off at once, for a text changed now: the
    close ends it, and after the close the end of the review."""
    ends = letter.closes_at if letter.state is LetterState.OPEN else letter.review_until
    until = now + TIME_TO_LEAVE
    return min(until, ends) if ends is not None and ends > now else until


def counting(session: Session, letter_id: int) -> tuple[int, ...]:
    """Ids of the wordings whose signatures hold for the newest: itself, and those of which it is a correction. The
    newest first; none before there is a text."""
    known = wordings.languages(session, letter_id)
    versions = session.exec(
        select(TextVersion.id, TextVersion.change)
        .where(TextVersion.letter_id == letter_id, col(TextVersion.language).in_(known[:1]))
        .order_by(col(TextVersion.number).desc())
    )
    found: list[int] = []
    for version_id, change in versions:
        found.append(version_id)
        if change is not TextChange.CORRECTION:
            break
    return tuple(found)


def newest(session: Session, letter_id: int) -> int:
    """Id of the wording to which anyone who agrees now agrees; 0 while there is none."""
    return next(iter(counting(session, letter_id)), 0)


def require_shown(session: Session, letter_id: int, version_id: int) -> None:
    """That anyone who agrees was shown a wording that counts; 0 is none, as long as there is none. Refuses
    TEXT_CHANGED(letter_id, version_id), which names the newest."""
    wordings = counting(session, letter_id)
    if version_id not in (wordings or (0,)):
        raise Refusal(Reason.TEXT_CHANGED, letter_id=letter_id, version_id=next(iter(wordings), 0))


def earlier(wordings: Collection[int]) -> ColumnElement[bool]:
    """The condition that a signatory endorses none of these wordings, but an earlier one or none at all; never so
    if there is no text."""
    if not wordings:
        return literal(False)
    endorsed = col(Signatory.text_version_id)
    return or_(endorsed.is_(None), endorsed.not_in(wordings))


def is_earlier(row: Signatory, wordings: Collection[int]) -> bool:
    """Whether one signatory endorses none of these wordings, but an earlier one or none at all; False without a
    text."""
    return bool(wordings) and row.text_version_id not in wordings


def lags(session: Session, row: Signatory) -> bool:
    """Whether one signatory endorses an earlier wording than those that count for its letter, which are looked up.
    For other modules."""
    return is_earlier(row, counting(session, row.letter_id))


def is_signed(session: Session, letter_id: int) -> bool:
    """Whether somebody who still is on the letter agreed to a wording of it."""
    found = select(Signatory.id).where(
        Signatory.letter_id == letter_id,
        col(Signatory.live).is_(True),
        col(Signatory.text_version_id).is_not(None),
    )
    return session.exec(found.limit(1)).first() is not None


def left_behind(session: Session, letter_id: int, user_id: int | None = None) -> Sequence[Signatory]:
    """Those who agreed to an earlier text and still are on the letter, by name; of all, or of those for whom one
    person speaks: their own name, and what they proposed of others."""
    speaks = func.coalesce(col(Signatory.person_id), col(Signatory.added_by))
    mine = [speaks == user_id] if user_id is not None else []
    return session.exec(
        select(Signatory)
        .join(Consent, col(Consent.signatory_id) == col(Signatory.id))
        .where(
            Signatory.letter_id == letter_id,
            col(Signatory.live).is_(True),
            earlier(counting(session, letter_id)),
            *mine,
        )
        .order_by(col(Signatory.alphabetical), col(Signatory.id))
    ).all()


def own(session: Session, letter: Letter, user_id: int) -> tuple[EarlierText, ...]:
    """The names that this person vouched for and that endorse an earlier text."""
    rows = left_behind(session, letter.id, user_id)
    newest = wordings.current(session, letter.id)
    if newest is None or not rows:
        return ()
    until = may_leave_until(session, letter.id)
    return tuple(
        EarlierText(row.id, row.name, letter.title, newest.number, until, digest)
        for row, digest in zip(rows, shown.of_each(session, rows), strict=True)
    )


def may_leave_until(session: Session, letter_id: int) -> datetime | None:
    """Until when those left behind are taken off at once by the person who vouched for them; None without a change of
    substance."""
    wordings = counting(session, letter_id)
    return session.get_one(TextVersion, wordings[-1]).leave_until if wordings else None


def leaves_at_once(session: Session, row: Signatory, now: datetime) -> bool:
    """Whether the text was changed in substance since this one agreed, and the time to leave is not over."""
    until = may_leave_until(session, row.letter_id)
    return until is not None and now < until and lags(session, row)
