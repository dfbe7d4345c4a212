"""The message to one who should agree to sign: who asks, what for, until when, and how to answer. It leaves Discord by
hand, so that it names no command and no time that only Discord could draw."""

import re
from collections.abc import Mapping
from datetime import UTC
from zoneinfo import ZoneInfo

from models import cldr, translation
from models.sheets import ConsentRequest
from models.translation import N_, _, isolated

TEXT_FITS = 1000
"""Characters of a letter that is in the message itself; a longer one is attached."""
# Translators: a message to somebody outside Discord who is asked to sign. {text}, {answer} and {leave} are whole
# sentences. Moderators see it as it is here and may change it.
BODY = N_(
    "Hello,\n\n{who} invites {name} to sign “{letter}”, a joint letter to {addressee}.\n\n{text}\n\nYou can "
    "sign until {until}. {answer}\n\nWe only print a name if we know who agreed. If we don't hear from "
    "you, we'll leave it out. {leave}\n\nThank you for reading this. We look forward to hearing from you."
)
"""What is sent unless moderators wrote their own."""
PLACES = ("who", "name", "letter", "addressee", "text", "until", "answer", "leave")
"""What is filled in, in curly brackets."""
_PLACE = re.compile("{(" + "|".join(PLACES) + ")}")


def write(sheet: ConsentRequest, coalition: str) -> str:
    """The message, with what moderators wrote in place of :data:`BODY`; ``coalition`` is who asks."""
    with translation.speaking(sheet.language or translation.language()):
        filled = _filled(sheet, coalition)
        return _PLACE.sub(lambda place: filled[place.group(1)], sheet.invitation or _(BODY))


def is_attached(sheet: ConsentRequest) -> bool:
    """Whether the letter's text comes as a file with the message."""
    return len(sheet.body) > TEXT_FITS


def ways(contact: str) -> str:
    """``Answer this message or write to office@example.org.``: how anyone who reads it reaches those who run the
    letter. An address of a form is the last word, so that it can be followed."""
    if not contact:
        return _("Reply to this message.")
    if contact.startswith("https://"):
        return _("Reply to this message or use our form: {address}", address=contact)
    return _("Reply to this message or write to {address}.", address=contact)


def _filled(sheet: ConsentRequest, coalition: str) -> Mapping[str, str]:
    return {
        "who": isolated(coalition or sheet.asked_by) or _("Our coalition"),
        "name": isolated(sheet.name),
        "letter": isolated(sheet.title),
        "addressee": isolated(sheet.addressee),
        "text": _text(sheet),
        "until": _until(sheet),
        "answer": _in_the_server() if sheet.member else _answer(sheet.contact),
        # Translators: {ways} is a sentence such as "Answer this message or write to office@example.org."
        "leave": _(
            "You can ask us to take the name off the letter at any time. {ways}", ways=ways(sheet.contact)
        ),
    }


def _in_the_server() -> str:
    return _(
        "To answer, open our Discord server and press *{list}* on the letter's card, or type /mine. Then press "
        "*{yes}* or *{no}*. Nobody else can answer for you.",
        list=_("My to-do list"),
        yes=_("Yes, list my name"),
        no=_("No, leave it out"),
    )


def _answer(contact: str) -> str:
    # Translators: {ways} is a sentence such as "Answer this message or write to office@example.org."
    return _(
        "To sign, tell us the name as it should be printed, who agreed, and their role. {ways}",
        ways=ways(contact),
    )


def _until(sheet: ConsentRequest) -> str:
    moment = cldr.day_and_time(sheet.closes_at.astimezone(ZoneInfo(sheet.time_zone)))
    if sheet.time_zone == "UTC":
        return _("{moment} UTC", moment=moment)
    utc = f"{sheet.closes_at.astimezone(UTC):%H:%M}"
    return _("{moment} in {zone} ({time} UTC)", moment=moment, zone=sheet.time_zone, time=utc)


def _text(sheet: ConsentRequest) -> str:
    if not sheet.body:
        return _("The text is still being written. Ask us if you want to see it.")
    secret = "" if sheet.published else _("The letter isn't published yet, so please don't pass it on.")
    said = _("The text is attached.") if is_attached(sheet) else _("Here is the text:")
    before = f"{secret} {said}".strip()
    return before if is_attached(sheet) else f"{before}\n\n{sheet.body}"
