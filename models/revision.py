"""Revision: the change of a text that somebody has agreed to. A moderator says what kind of change it is, and after
one of substance everybody who vouched for a name is told."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from models import difference, draft, endorsement, notice, prose, text
from models.refusal import Reason, Refusal
from models.sheets import Actor, TextQuestion, TextSheet
from models.tables import Letter, Participant, Signatory, TextVersion
from models.terms import NoticeKind, TextChange

WAITS = "letter-text-change"
"""The draft that keeps the text until it is said what kind of change it is."""
MOST_NAMES = 20
"""So many names are told in one message."""
MOST_BUTTONS = 2
"""So many names get buttons in a message; for more there is *What is waiting for me*."""


def offer(
    session: Session, actor: Actor, now: datetime, letter_id: int | None, body: str, language: str = "en"
) -> TextSheet | TextQuestion:
    """Store a new version, or where that takes an answer first, keep what was typed for a day and ask.

    Refuses as ``text.write`` does.
    """
    try:
        return text.write(session, actor, now, letter_id, body, language)
    except Refusal as refusal:
        if refusal.reason is not Reason.CHANGE_NEEDED:
            raise
    letter = text.writable(session, actor, letter_id)
    before = text.signed_wording(session, letter)
    body = prose.block(body, "text", text.LONGEST)
    kept = {"text": body, "before": before.id}
    return TextQuestion(
        draft_id=draft.save(session, actor, now, WAITS, [letter.id, language], kept),
        guild_id=letter.guild_id,
        letter_id=letter.id,
        title=letter.title,
        before=text.version_sheet(before),
        pieces=difference.pieces(before.body, body),
        lines=difference.lines(before.body, body),
        leave_until=endorsement.leave_until(letter, now),
    )


def say(session: Session, actor: Actor, now: datetime, draft_id: int, change: TextChange) -> TextSheet:
    """The answer: the text that waits is stored as this kind of change.

    Refuses OUTDATED where another version was written since it was shown, as ``draft.take`` and ``text.write`` do.
    """
    kept = draft.take(session, actor, now, draft_id, WAITS)
    letter_id, language = kept.arguments
    letter = text.writable(session, actor, letter_id)
    if text.signed_wording(session, letter).id != kept.answers["before"]:
        raise Refusal(Reason.OUTDATED)
    stored = text.write(session, actor, now, letter_id, kept.answers["text"], language, change)
    draft.discard(session, actor, draft_id)
    return stored


def tell(session: Session, letter: Letter, version: TextVersion, now: datetime) -> None:
    """Write what is to be said of a change of substance: one message to each person who vouched for somebody, and to
    moderators the names of those whom no message reaches. For ``models.text``."""
    vouched: defaultdict[int, list[Signatory]] = defaultdict(list)
    for row in endorsement.left_behind(session, letter.id):
        vouched[row.person_id or row.added_by or 0].append(row)
    welcome = set(
        session.exec(
            select(Participant.user_id).where(
                Participant.guild_id == letter.guild_id,
                col(Participant.user_id).in_(vouched),
                *notice.wants_messages(),
            )
        )
    )
    unreached: list[Signatory] = []
    for user_id, rows in vouched.items():
        if user_id not in welcome:
            unreached += rows
            continue
        notice.tell(
            session,
            user_id,
            NoticeKind.TEXT_CHANGED,
            now,
            letter.guild_id,
            letter_id=letter.id,
            dedupe=f"text:{version.id}:{user_id}",
            ids=[row.id for row in rows] if len(rows) <= MOST_BUTTONS else [],
            **_facts(rows, version),
        )
    if unreached:
        notice.announce(
            session,
            NoticeKind.UNREACHED,
            now,
            letter.guild_id,
            letter_id=letter.id,
            dedupe=f"text:{version.id}",
            **_facts(unreached, version),
        )


def _facts(rows: list[Signatory], version: TextVersion) -> dict[str, Any]:
    return {
        # Ids, not names: whoever is erased later stands in no notice.
        "about": [row.id for row in rows[:MOST_NAMES]],
        "count": len(rows),
        "version": version.id,
        "number": version.number,
        "until": version.leave_until,
    }
