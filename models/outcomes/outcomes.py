"""Delivered and answered: recorded by a moderator, shown where the letter is shown, and posted once where they want."""

import re
from datetime import datetime
from typing import Any

from msgspec.structs import replace
from sqlmodel import Session, col, select

from models.acts import Act
from models.database.tables import Letter, Notice
from models.letters import letters, lookup, recording
from models.outbox import dedupe
from models.outbox.announcements import announce
from models.refusal import Reason, Refusal, each
from models.sheets import Actor, LetterSheet
from models.sheets.outcome import LetterAnswer, LetterDelivery, Outcome
from models.strings import plain_text
from models.terms import LetterState, NoticeKind

MOST = 10
"""Deliveries of one letter."""
LONGEST = 1_000
"""Characters of what the addressee said."""
STATES = frozenset({LetterState.OPEN, LetterState.CLOSED, LetterState.ARCHIVED})
"""An answer may come long after the letter was archived."""
_LINK = re.compile(r"https?://[^\s<>]{1,490}", re.IGNORECASE)


def check(session: Session, actor: Actor, now: datetime, letter_id: int | None) -> LetterSheet:
    """The letter whose outcome a moderator is about to record. Refuses MODERATORS_ONLY, NOT_PUBLISHED, WRONG_STATE,
    LOCKED, and as ``lookup.choose_to_change`` does."""
    return letters.sheet(session, _letter(session, actor, letter_id), now)


def deliver(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, to: str, how: str, at: datetime
) -> LetterSheet:
    """It was delivered to them, so, at this instant; a second delivery, of the final list, comes beside the first.

    Refuses EMPTY and TOO_LONG (field "to" or "how"), NOT_BEFORE(limit) for an instant that is still to come,
    NOT_AFTER(limit) for one before the publication, TOO_MANY_DELIVERIES(limit), and as :func:`check` does.
    """
    letter = _letter(session, actor, letter_id)
    published = letter.published_at or now
    given = LetterDelivery(at, *described(to, how))
    if at > now:
        raise Refusal(Reason.NOT_BEFORE, limit=now)
    if at < published:
        raise Refusal(Reason.NOT_AFTER, limit=published)
    before = Outcome.of(letter.outcome)
    if len(before.deliveries) >= MOST:
        raise Refusal(Reason.TOO_MANY_DELIVERIES, limit=MOST)
    after = replace(
        before, deliveries=(*before.deliveries, given), posted=before.posted and bool(before.answer)
    )
    return _put(session, actor, now, letter, after, Act.LETTER_DELIVERED, after.document()["deliveries"][-1])


def described(to: str, how: str) -> list[str]:
    """To whom it was delivered and how, as they are kept. Refuses EMPTY and TOO_LONG (field "to" or "how")."""
    return each(lambda: plain_text.line(to, "to"), lambda: plain_text.optional(how, "how"))


def _link(typed: str) -> str:
    if typed.strip() and not _LINK.fullmatch(typed.strip()):
        raise Refusal(Reason.BAD_WEBSITE, website=typed.strip())
    return typed.strip()


def answer(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, said: str, link: str
) -> LetterSheet:
    """The addressee answered; a second answer replaces the first.

    Refuses NOT_DELIVERED where no delivery is recorded, EMPTY and TOO_LONG (field "said"), BAD_WEBSITE(website), and
    as :func:`check` does.
    """
    letter = _letter(session, actor, letter_id)
    before = Outcome.of(letter.outcome)
    if not before.deliveries:
        raise Refusal(Reason.NOT_DELIVERED)
    said, link = each(lambda: plain_text.block(said, "said", LONGEST), lambda: _link(link))
    came = LetterAnswer(now, said, link)
    after = replace(before, answer=came, posted=False)
    return _put(session, actor, now, letter, after, Act.LETTER_ANSWERED, after.document()["answer"])


def take_back(session: Session, actor: Actor, now: datetime, letter_id: int) -> LetterSheet:
    """Remove what was recorded last: the answer, or where there is none the newest delivery. Refuses UNCHANGED where
    nothing is recorded, and as :func:`check` does."""
    letter = _letter(session, actor, letter_id)
    before = Outcome.of(letter.outcome)
    if before.answer is not None:
        after = replace(before, answer=None, posted=False)
        return _put(session, actor, now, letter, after, Act.ANSWER_TAKEN_BACK, before.document()["answer"])
    if not before.deliveries:
        raise Refusal(Reason.UNCHANGED)
    after = replace(before, deliveries=before.deliveries[:-1], posted=False)
    return _put(
        session, actor, now, letter, after, Act.DELIVERY_TAKEN_BACK, before.document()["deliveries"][-1]
    )


def post(session: Session, actor: Actor, now: datetime, letter_id: int) -> LetterSheet:
    """Post the outcome to the announcements, once. Refuses NOT_DELIVERED, POSTED_BEFORE, and as :func:`check` does."""
    letter = _letter(session, actor, letter_id)
    before = Outcome.of(letter.outcome)
    if not before.deliveries:
        raise Refusal(Reason.NOT_DELIVERED)
    if before.posted:
        raise Refusal(Reason.POSTED_BEFORE)
    once = dedupe.dedupe(session, f"outcome:{letter.id}")
    announce(session, letter, NoticeKind.OUTCOME, now, once)
    return _put(session, actor, now, letter, replace(before, posted=True), Act.OUTCOME_POSTED)


def is_overtaken(session: Session, row: Notice, letter: Letter) -> bool:
    """Whether a post that waits has nothing to say any more: what it tells was taken back, or a later one says the same
    and more, because each looks up what came of the letter."""
    later = select(Notice.id).where(
        Notice.letter_id == row.letter_id, Notice.kind == row.kind, col(Notice.id) > row.id
    )
    return not Outcome.of(letter.outcome).deliveries or session.exec(later).first() is not None


def _letter(session: Session, actor: Actor, letter_id: int | None) -> Letter:
    letter = lookup.choose_to_change(session, actor, letter_id, STATES)
    if letter.published_at is None:
        raise Refusal(Reason.NOT_PUBLISHED)
    return letter


def _put(
    session: Session,
    actor: Actor,
    now: datetime,
    letter: Letter,
    outcome: Outcome,
    act: Act,
    what: dict[str, Any] | None = None,
) -> LetterSheet:
    letter.outcome = outcome.document()
    recording.changed(session, letter, now, act, actor.user_id, **({"what": what} if what else {}))
    return letters.sheet(session, letter, now)
