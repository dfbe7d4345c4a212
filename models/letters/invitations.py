"""What people outside Discord read of a letter: where they write to sign or to take a name off, and the message that
asks them, which moderators may put in their own words."""

import re
from datetime import datetime

from sqlmodel import Session

from models.acts import Act
from models.letters import recording, wordings
from models.letters.lookup import LIVE, choose_to_change
from models.refusal import Reason, Refusal
from models.sheets import Actor, InvitationSheet
from models.strings import plain_text

LONGEST = 1500
"""Characters of a message in moderators' own words."""
_MAIL = re.compile(r"[^\s@<>\"(),;:]+@(?:[\w-]+\.)+[^\W\d_]{2,}")
_FORM = re.compile(r"https://(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d{1,5})?(?:[/?#][^\s<>\"]*)?")


def contact(text: str) -> str:
    """An e-mail address, or the https address of a form; empty for none. Refuses BAD_OUTSIDE_CONTACT(address) for
    anything else, an address with a name or password in it too, and TOO_LONG (field "contact")."""
    typed = plain_text.optional(text, "contact").removeprefix("mailto:")
    if typed and _MAIL.fullmatch(typed) is None and _FORM.fullmatch(typed) is None:
        raise Refusal(Reason.BAD_OUTSIDE_CONTACT, address=typed)
    return typed


def show(session: Session, actor: Actor, _now: datetime, letter_id: int) -> InvitationSheet:
    """The message in moderators' own words, for one of them. Refuses as ``lookup.choose_to_change`` does."""
    letter = choose_to_change(session, actor, letter_id, LIVE)
    return InvitationSheet(letter.invitation, wordings.written_in(session, letter))


def put(session: Session, actor: Actor, now: datetime, letter_id: int, text: str) -> None:
    """Keep the message in moderators' own words; with nothing typed the bot's own is used again.

    Refuses as ``lookup.choose_to_change`` does, and TOO_LONG (field "message").
    """
    letter = choose_to_change(session, actor, letter_id, LIVE)
    before = letter.invitation
    letter.invitation = plain_text.block(text, "message", LONGEST) if text.strip() else ""
    if letter.invitation != before:
        recording.record(
            session, letter, now, Act.INVITATION_WRITTEN, actor.user_id, before=before, after=letter.invitation
        )
