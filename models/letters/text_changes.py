"""Text changes: the change of a text that somebody has agreed to. A moderator says what kind of change it is, and after
one of substance everybody who vouched for a name is told."""

from datetime import datetime

from sqlmodel import Session

from models.letters import endorsements, texts, wordings
from models.participants import drafts
from models.refusal import Reason, Refusal
from models.sheets import Actor, Manuscript, TextQuestion, TextSheet, TrackedQuestion
from models.strings import diff, plain_text
from models.terms import TextChange

WAITS = "letter-text-change"
"""The draft that keeps the text until it is said what kind of change it is."""
TRACKED = "letter-text-tracked"
"""The draft that keeps the text of a file with tracked changes until somebody says that all are meant."""


def offer(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, body: str, language: str = "en"
) -> TextSheet | TextQuestion:
    """Store a new version, or where that takes an answer first, keep what was typed for a day and ask.

    Refuses as ``texts.write`` does.
    """
    try:
        return texts.write(session, actor, now, letter_id, body, language)
    except Refusal as refusal:
        if refusal.reason is not Reason.CHANGE_NEEDED:
            raise
    letter = texts.writable(session, actor, letter_id)
    before = wordings.signed_wording(session, letter)
    body = plain_text.block(body, "text", texts.LONGEST)
    kept = {"text": body, "before": before.id}
    return TextQuestion(
        draft_id=drafts.save(session, actor, now, WAITS, [letter.id, language], kept),
        guild_id=letter.guild_id,
        letter_id=letter.id,
        title=letter.title,
        before=wordings.version_sheet(before),
        pieces=diff.pieces(before.body, body),
        lines=diff.lines(before.body, body),
        leave_until=endorsements.leave_until(letter, now),
    )


def hold(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, came: Manuscript, language: str
) -> TrackedQuestion:
    """Keep the text of a file with tracked changes for a day, as if all were accepted, and show what they do.

    Refuses as ``texts.writable`` does, EMPTY, TOO_LONG(limit, length).
    """
    letter = texts.writable(session, actor, letter_id)
    body = plain_text.block(came.body, "text", texts.LONGEST)
    before = came.before or ""
    return TrackedQuestion(
        draft_id=drafts.save(session, actor, now, TRACKED, [letter.id, language], {"text": body}),
        guild_id=letter.guild_id,
        letter_id=letter.id,
        title=letter.title,
        pieces=diff.pieces(before, body),
        lines=diff.lines(before, body),
    )


def accept(session: Session, actor: Actor, now: datetime, draft_id: int) -> TextSheet | TextQuestion:
    """All tracked changes are meant: the text that waits is offered as any other.

    Refuses as ``drafts.take`` and :func:`offer` do.
    """
    kept = drafts.take(session, actor, now, draft_id, TRACKED)
    letter_id, language = kept.arguments
    offered = offer(session, actor, now, letter_id, kept.answers["text"], language)
    drafts.discard(session, actor, draft_id)
    return offered


def answer(session: Session, actor: Actor, now: datetime, draft_id: int, change: TextChange) -> TextSheet:
    """The answer: the text that waits is stored as this kind of change.

    Refuses OUTDATED where another version was written since it was shown, as ``drafts.take`` and ``texts.write`` do.
    """

    kept = drafts.take(session, actor, now, draft_id, WAITS)
    letter_id, language = kept.arguments
    letter = texts.writable(session, actor, letter_id)
    if wordings.signed_wording(session, letter).id != kept.answers["before"]:
        raise Refusal(Reason.OUTDATED)
    stored = texts.write(session, actor, now, letter_id, kept.answers["text"], language, change)
    drafts.discard(session, actor, draft_id)
    return stored
