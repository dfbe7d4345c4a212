"""What is told of a text that changed in substance after people signed."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlmodel import Session

from models.database.tables import Letter, Signatory, TextVersion
from models.letters import endorsements
from models.outbox import notices
from models.outbox.announcements import announce
from models.terms import NoticeKind

MOST_NAMES = 20
"""This many names are told in one message."""
MOST_BUTTONS = 2
"""This many names get buttons in a message; for more there is *My to-do list*."""


def tell(session: Session, letter: Letter, version: TextVersion, now: datetime) -> None:
    """Write what should be said of a change of substance: one message to each person who vouched for somebody, and to
    moderators the names of those whom no message reaches. For ``models.letters.texts``."""
    vouched: defaultdict[int, list[Signatory]] = defaultdict(list)
    for row in endorsements.left_behind(session, letter.id):
        vouched[row.person_id or row.added_by or 0].append(row)
    welcome = notices.reached(session, letter.guild_id, vouched)
    unreached: list[Signatory] = []
    for user_id, rows in vouched.items():
        if user_id not in welcome:
            unreached += rows
            continue
        notices.tell(
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
        facts = _facts(unreached, version)
        announce(session, letter, NoticeKind.UNREACHED, now, f"text:{version.id}", **facts)


def _facts(rows: list[Signatory], version: TextVersion) -> dict[str, Any]:
    return {
        # Ids, not names: anyone who is erased later is in no notice.
        "about": [row.id for row in rows[:MOST_NAMES]],
        "count": len(rows),
        "version": version.id,
        "number": version.number,
        "until": version.leave_until,
    }
