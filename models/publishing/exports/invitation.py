"""The message to one who should agree to sign: who asks, what for, until when, and how to answer. It leaves Discord by
hand, so that it names no command and no time that only Discord could draw."""

import re
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from models.publishing.exports import sentences
from models.sheets import ConsentRequest

TEXT_FITS = 1000
"""Characters of a letter that is in the message itself; a longer one is attached."""
BODY = """Hello,

{who} invites {name} to sign “{letter}”, a joint letter to {addressee}.

{text}

We take signatures until {until}. {answer}

We print a name only when we know who agreed. If we hear nothing, we leave it out. {leave}

Thank you for reading this, and for your answer!"""
"""What is sent unless moderators wrote their own."""
PLACES = ("who", "name", "letter", "addressee", "text", "until", "answer", "leave")
"""What is filled in, in curly brackets."""
_PLACE = re.compile("{(" + "|".join(PLACES) + ")}")
IN_THE_SERVER = (
    "To answer, open our Discord server and press *My to-do list* on the letter's card, or type /mine. Then press "
    "*Yes, list my name* or *No, leave it out*. Nobody else can answer for you."
)


def write(sheet: ConsentRequest, coalition: str) -> str:
    """The message, with what moderators wrote in place of :data:`BODY`; ``coalition`` is who asks."""
    filled = _filled(sheet, coalition)
    return _PLACE.sub(lambda place: filled[place.group(1)], sheet.invitation or BODY)


def is_attached(sheet: ConsentRequest) -> bool:
    """Whether the letter's text comes as a file with the message."""
    return len(sheet.body) > TEXT_FITS


def ways(contact: str) -> str:
    """``answer this message or write to office@example.org``: how anyone who reads it reaches those who run the
    letter."""
    if not contact:
        return "answer this message"
    other = f"use the form {contact}" if contact.startswith("https://") else f"write to {contact}"
    return f"answer this message or {other}"


def _filled(sheet: ConsentRequest, coalition: str) -> Mapping[str, str]:
    at, answering = sheet.closes_at.astimezone(ZoneInfo(sheet.time_zone)), ways(sheet.contact)
    utc = "" if sheet.time_zone == "UTC" else f" ({sentences.instant(sheet.closes_at).rpartition(', ')[2]})"
    answer = f"To sign, {answering}, and tell us the name as it should be printed, who agreed, and their role."
    return {
        "who": coalition or sheet.asked_by or "Our coalition",
        "name": sheet.name,
        "letter": sheet.title,
        "addressee": sheet.addressee,
        "text": _text(sheet),
        "until": f"{at:%A} {at.day} {at:%B %Y, %H:%M} in {sheet.time_zone}{utc}",
        "answer": IN_THE_SERVER if sheet.member else answer,
        "leave": f"You can take the name off again at any time: {answering}.",
    }


def _text(sheet: ConsentRequest) -> str:
    if not sheet.body:
        return "The text is still being written; ask us for it."
    secret = "" if sheet.published else "The letter is not published yet: please do not pass it on. "
    if is_attached(sheet):
        return f"{secret}The text is attached."
    return f"{secret}It reads:\n\n{sheet.body}"
