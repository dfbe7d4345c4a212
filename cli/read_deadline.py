"""``bot.py when``: how a deadline that someone typed is understood, on the command line."""

import re
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from cogs.ui import refusals, words
from models.deadlines import reader
from models.deadlines.grammar import language
from models.geography import time_zones
from models.refusal import Refusal
from models.sheets import Deadline

_MARK, _DISTANCE = re.compile(r"<t:(-?\d+):\w>"), re.compile(r" \(<t:-?\d+:R>\)")

LABELS = {"day": "TEXT"}
BLANK = "Write a day, such as 20 February 17:00."


class Unusable(Exception):
    """One of the options cannot be used; says which in a sentence."""


def understood(text: str, home: str, locale: str, now: str) -> tuple[dict[str, Any], str]:
    """What the bot understands, as data and in words.

    The data is ``instant`` (UTC, ISO 8601) with ``zone`` (IANA), ``date_only`` and ``seconds_left``; or ``refused``
    (the code of the reason in small letters) with ``readings``, each of them an instant and a label.
    Raises Unusable for a zone, a locale or an instant that is none.
    """
    at, place, language_code = _instant(now), _zone(home), _locale(locale)
    try:
        read = reader.read(text, "", "", at, otherwise=place, locale=language_code)
    except Refusal as refusal:
        return _refused(refusal), in_a_terminal(refusals.unescaped(refusal, LABELS)) if text.strip() else BLANK
    left = words.lasting(read.instant - at)
    said = f"{words.understood(read, discord=False)}. Time left: {left}."
    return _read(read, at), f"{said}\nTo show it in Discord, type {words.moment(read.instant)}"


def in_a_terminal(text: str) -> str:
    """A sentence without marks that only Discord reads: an instant is in UTC, and how far off it is, is left out."""
    plain = _DISTANCE.sub("", text)
    return _MARK.sub(lambda found: words.utc(datetime.fromtimestamp(int(found[1]), UTC)), plain)


def _read(read: Deadline, now: datetime) -> dict[str, Any]:
    return {
        "instant": _iso(read.instant),
        "zone": read.zone,
        "local": read.instant.astimezone(ZoneInfo(read.zone)).isoformat(),
        "date_only": read.date_only,
        "seconds_left": int((read.instant - now).total_seconds()),
    }


def _refused(refusal: Refusal) -> dict[str, Any]:
    return {
        "refused": refusal.reason.name.lower(),
        "readings": [
            {"instant": _iso(one.instant), "label": words.reading(one)}
            for one in refusal.values.get("readings", ())
        ],
    }


def _iso(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _instant(text: str) -> datetime:
    if not text:
        return datetime.now(UTC)
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise Unusable(f"--now: {text!r} isn't a time; write it like 2025-02-13T09:00:00Z.") from None
    return instant if instant.tzinfo is not None else instant.replace(tzinfo=UTC)


def _zone(text: str) -> str:
    try:
        return time_zones.zone_of(text, "UTC")
    except Refusal as refusal:
        raise Unusable(f"--zone: {refusals.unescaped(refusal)}") from None


def _locale(code: str) -> str:
    if not language.is_known(code):
        raise Unusable(f"--language: {code!r} isn't a language I know; write a code such as en, fr or pt-BR.")
    return code
