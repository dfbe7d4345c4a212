"""A letter's dates as a file for calendars (RFC 5545). Pure: a function of the sheet."""

from collections.abc import Iterator
from datetime import UTC, datetime

from models.publishing.exports import sentences
from models.sheets import Embargo, LetterSheet
from models.terms import LetterState, Milestone
from models.translation import _

_LINE = 75
"""Bytes of a line of content before it is folded (RFC 5545, 3.1)."""


def ics(letter: LetterSheet) -> bytes:
    """The close and each date that is set, as one file. The same letter again updates what was imported before: each
    entry keeps its UID, and its SEQUENCE goes up with every move of the close."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Undersigned//EN", "METHOD:PUBLISH"]
    lines += _entry(letter, "close", _("Deadline to sign: {letter}", letter=letter.title), letter.closes_at)
    for which, at in letter.milestones.items():
        lines += _entry(letter, which.value.replace(" ", "-"), _summary(which, letter.title), at)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _entry(letter: LetterSheet, what: str, summary: str, at: datetime) -> Iterator[str]:
    """One moment: an event that begins and has no end takes no time (3.6.1)."""
    yield "BEGIN:VEVENT"
    yield f"UID:{letter.guild_id}-{letter.id}-{what}@undersigned"
    yield f"DTSTAMP:{_utc(letter.as_of)}"
    yield f"DTSTART:{_utc(at)}"
    yield f"SEQUENCE:{letter.deadline_version}"
    yield f"SUMMARY:{_text(summary)}"
    if letter.published_at is None:
        until = sentences.embargo(Embargo(letter.publish_at, letter.time_zone))
        yield f"DESCRIPTION:{_text(until)}"
    yield f"STATUS:{'CANCELLED' if letter.state is LetterState.CANCELLED else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(which: Milestone, title: str) -> str:
    match which:
        case Milestone.SOFT:
            return _("Soft deadline: {letter}", letter=title)
        case Milestone.REVIEW:
            return _("End of review: {letter}", letter=title)
        case Milestone.DELIVERY:
            return _("Delivery: {letter}", letter=title)


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """Escaped as a value of type TEXT (3.3.11)."""
    for character in ("\\", ";", ","):
        text = text.replace(character, f"\\{character}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> bytes:
    """Cut into lines of at most 75 bytes, never inside a character; each further one begins with a space."""
    parts: list[bytes] = []
    part = b""
    for character in line:
        encoded = character.encode()
        if len(part) + len(encoded) > _LINE - bool(parts):
            parts.append(part)
            part = b""
        part += encoded
    return b"\r\n ".join([*parts, part]) + b"\r\n"
