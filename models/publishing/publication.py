"""Publication: the opening edition that makes a letter public, and the final one that ends it.

A moderator's verb refuses MODERATORS_ONLY, WRONG_STATE(state, wants) by ``window.MOVES``, and as ``lookup.choose``
does. Those that end in ``_due`` are run by the clock, for all servers, and return how many letters they moved.
"""

from datetime import datetime

from sqlmodel import Session, col

from models.acts import Act
from models.database.tables import Letter
from models.deadlines import reader
from models.letters import wordings
from models.letters.letters import sheet
from models.letters.lookup import choose_to_change
from models.letters.recording import changed
from models.letters.window import MOVES, held
from models.outbox import cards
from models.outbox.announcements import announce_once, is_announced
from models.publishing import editions, roster
from models.refusal import Reason, Refusal
from models.sheets import Actor, LetterSheet, PublishPreview
from models.signatories import counting
from models.terms import EditionName, NoticeKind


def check_publish(
    session: Session, actor: Actor, now: datetime, letter_id: int | None = None
) -> PublishPreview:
    """What :func:`publish` would publish now; refuses as it does."""
    return _preview(session, _publishable(session, actor, letter_id), now)


def check_finish(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> PublishPreview:
    """What :func:`finish` would publish now; refuses as it does."""
    return _preview(session, _finishable(session, actor, letter_id), now)


def publish(
    session: Session, actor: Actor, now: datetime, letter_id: int | None = None, at: datetime | None = None
) -> LetterSheet:
    """Make text, points and names public and cut the opening edition: now, or ``at`` a later instant.

    A second plan replaces the first. Refuses NO_TEXT(languages), PUBLISHED_BEFORE(at), TOO_FAR(instant, limit).
    """
    letter = _publishable(session, actor, letter_id)
    if at is None or at <= now:
        _go_public(session, letter, now, actor.user_id)
    else:
        before, letter.publish_at = letter.publish_at, reader.require_ahead(at, now)
        changed(
            session,
            letter,
            now,
            Act.PUBLICATION_PLANNED,
            actor.user_id,
            before=before.isoformat() if before else None,
            after=at.isoformat(),
        )
    return sheet(session, letter, now)


def call_off_publication(
    session: Session, actor: Actor, now: datetime, letter_id: int | None = None
) -> LetterSheet:
    """Take back a publication planned for later. Refuses NOTHING_PLANNED."""
    letter = choose_to_change(session, actor, letter_id, MOVES["publish"])
    if letter.publish_at is None:
        raise Refusal(Reason.NOTHING_PLANNED)
    before, letter.publish_at = letter.publish_at, None
    changed(session, letter, now, Act.PUBLICATION_CALLED_OFF, actor.user_id, before=before.isoformat())
    return sheet(session, letter, now)


def publish_due(session: Session, now: datetime) -> int:
    """Publish what was planned for now or earlier."""
    due = held(session, "publish", col(Letter.publish_at) <= now, col(Letter.published_at).is_(None))
    for letter in due:
        _go_public(session, letter, now, None)
    return len(due)


def finish(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> LetterSheet:
    """Cut the final edition, whatever is still undecided. Refuses FINISHED_BEFORE(at), NOT_PUBLISHED."""
    letter = _finishable(session, actor, letter_id)
    _finish(session, letter, now, actor.user_id)
    return sheet(session, letter, now)


def finish_due(session: Session, now: datetime) -> int:
    """Cut the final edition where the review has ended.

    While something waits for a decision, or where the letter was never published, moderators are told once and
    it waits for them.
    """
    due = held(session, "finish", col(Letter.review_until) <= now, col(Letter.final_at).is_(None))
    finished = 0
    for letter in due:
        waits = counting.waiting(session, letter.id)
        if waits or letter.published_at is None:
            published = letter.published_at is not None
            announce_once(
                session, letter, NoticeKind.QUEUE, now, _at_the_end(letter), waits=waits, published=published
            )
        else:
            _finish(session, letter, now, None)
            finished += 1
    return finished


def waits_for_moderators(session: Session, letter: Letter) -> bool:
    """Whether they have been told that the review is over, and something still waits for them."""
    waits = letter.published_at is None or counting.waiting(session, letter.id) > 0
    return waits and is_announced(session, letter, NoticeKind.QUEUE, _at_the_end(letter))


def _at_the_end(letter: Letter) -> str:
    """What tells apart the news that this review is over: one that was made longer ends again."""
    return f"final:{letter.review_until:%Y%m%dT%H%M%S}"


def _publishable(session: Session, actor: Actor, letter_id: int | None) -> Letter:
    letter = choose_to_change(session, actor, letter_id, MOVES["publish"])
    if letter.published_at is not None:
        raise Refusal(Reason.PUBLISHED_BEFORE, at=letter.published_at)
    if wordings.current(session, letter.id) is None:
        raise Refusal(Reason.NO_TEXT, languages=[])
    return letter


def _preview(session: Session, letter: Letter, now: datetime) -> PublishPreview:
    earlier = sum(entry.earlier for entry in roster.entries(session, letter.id, now))
    return PublishPreview(sheet(session, letter, now), roster.digest(session, letter.id, now), earlier)


def _finishable(session: Session, actor: Actor, letter_id: int | None) -> Letter:
    letter = choose_to_change(session, actor, letter_id, MOVES["finish"])
    if letter.final_at is not None:
        raise Refusal(Reason.FINISHED_BEFORE, at=letter.final_at)
    if letter.published_at is None:
        raise Refusal(Reason.NOT_PUBLISHED)
    return letter


def _go_public(session: Session, letter: Letter, now: datetime, by: int | None) -> None:
    letter.published_at, letter.publish_at = now, None
    editions.cut(session, letter, EditionName.OPENING, now, by)
    changed(session, letter, now, Act.LETTER_PUBLISHED, by)
    cards.no_longer_held_back(session, letter.id)
    announce_once(session, letter, NoticeKind.PUBLICATION, now)


def _finish(session: Session, letter: Letter, now: datetime, by: int | None) -> None:
    editions.cut(session, letter, EditionName.FINAL, now, by)
    letter.final_at = now
    changed(session, letter, now, Act.LETTER_FINISHED, by, undecided=counting.waiting(session, letter.id))
    announce_once(session, letter, NoticeKind.REPORT, now)
