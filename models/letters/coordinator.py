"""The coordinator: the one moderator who runs a letter. It is said, so that everyone knows whom to ask; what a
moderator may do, every moderator still may."""

from datetime import datetime

from sqlmodel import Session

from models.acts import Act
from models.coalitions import access
from models.database.tables import Letter
from models.letters import lookup, recording
from models.outbox import dedupe, notices
from models.outbox.announcements import announce
from models.refusal import Reason, Refusal
from models.sheets import Actor, CoordinatorSheet
from models.terms import NoticeKind


def show(session: Session, actor: Actor, letter_id: int | None = None) -> CoordinatorSheet:
    """Who runs the letter, for a moderator. Refuses as ``lookup.choose_to_change`` does."""
    return _sheet(lookup.choose_to_change(session, actor, letter_id, lookup.LIVE))


def check_hand_over(session: Session, actor: Actor, letter_id: int, successor: Actor) -> CoordinatorSheet:
    """Who runs the letter before it is handed to ``successor``. Refuses as :func:`hand_over` does."""
    return _sheet(_ready(session, actor, letter_id, successor))


def hand_over(
    session: Session, actor: Actor, now: datetime, letter_id: int, successor: Actor, before: int
) -> CoordinatorSheet:
    """Another moderator runs the letter from now on; moderators and that person are told.

    ``before`` is who ran it when this was asked, 0 for nobody; OUTDATED if that has changed. Refuses
    NOT_A_MODERATOR(user_id, role_id), UNCHANGED, MODERATORS_ONLY, WRONG_STATE (archived, cancelled), LOCKED(at).
    """
    letter = _ready(session, actor, letter_id, successor)
    if (letter.coordinator_id or 0) != before:
        raise Refusal(Reason.OUTDATED)
    letter.coordinator_id = successor.user_id
    recording.record(session, letter, now, Act.COORDINATOR_CHANGED, actor.user_id, user_id=successor.user_id)
    # Two facts, one for each place: a message to a person is asked for and kept by other rules than a channel's.
    told = dedupe.dedupe(session, f"coordinator:{letter.id}")
    user_id, kind, direct = successor.user_id, NoticeKind.COORDINATOR, f"{told}:direct"
    announce(session, letter, kind, now, told, user_id=user_id)
    notices.tell(session, user_id, kind, now, letter.guild_id, letter_id=letter.id, dedupe=direct)
    session.flush()
    return _sheet(letter)


def _ready(session: Session, actor: Actor, letter_id: int, successor: Actor) -> Letter:
    letter = lookup.choose_to_change(session, actor, letter_id, lookup.LIVE)
    server = access.require_moderator(session, actor)
    if successor.guild_id != actor.guild_id:
        raise Refusal(Reason.NOT_FOUND)
    if not access.is_moderator(server, successor):
        raise Refusal(Reason.NOT_A_MODERATOR, user_id=successor.user_id, role_id=server.moderator_role_id)
    if letter.coordinator_id == successor.user_id:
        raise Refusal(Reason.UNCHANGED)
    return letter


def _sheet(letter: Letter) -> CoordinatorSheet:
    return CoordinatorSheet(letter.guild_id, letter.id, letter.title, letter.coordinator_id)
