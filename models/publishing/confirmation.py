"""What a move of the letter was shown with: nobody confirms another list than they saw."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlmodel import Session

from models.letters.letters import sheet
from models.letters.lookup import choose_to_change
from models.letters.window import MOVES
from models.publishing import roster
from models.refusal import Reason, Refusal
from models.sheets import Actor, LetterSheet

Verb = Callable[..., LetterSheet]
_PUBLISHING = frozenset({"publish", "finish"})


def shown(letter: LetterSheet, move: str, listed: str = "") -> str:
    """What a move is confirmed against: the deadline, and where text and list are published, those too; ``listed`` is
    the list's ``roster.digest``."""
    if move not in _PUBLISHING:
        return str(letter.deadline_version)
    number = letter.text.number if letter.text is not None else 0
    return f"{letter.deadline_version}.{number}.{listed}"


def require_shown(session: Session, actor: Actor, now: datetime, letter_id: int, move: str, seen: str) -> None:
    """Check that deadline, text and list are those that the moderator was shown. Refuses OUTDATED unless
    :func:`shown` still gives ``seen``, and as the move does. Called in the transaction of the move itself.

    Called in the transaction of the move itself; refuses as the move does.
    """
    letter = choose_to_change(session, actor, letter_id, MOVES[move])
    listed = roster.digest(session, letter.id, now) if move in _PUBLISHING else ""
    if shown(sheet(session, letter, now), move, listed) != seen:
        raise Refusal(Reason.OUTDATED)


def as_shown(
    session: Session, actor: Actor, now: datetime, letter_id: int, move: str, seen: str, verb: Verb, *about: Any
) -> LetterSheet:
    """Make a move, ``verb(session, actor, now, letter_id, *about)``, with :func:`require_shown`; refuses as both do."""
    require_shown(session, actor, now, letter_id, move, seen)
    return verb(session, actor, now, letter_id, *about)
