"""The timeline: what members saw, in words that a terminal can show."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from babel.dates import format_timedelta

_INSTANT = re.compile(r"<t:(-?\d+):([A-Za-z])>")
_ESCAPED = re.compile(r"\\([^\w\s])")
_ROLE, _PERSON = re.compile(r"<@&(\d+)>"), re.compile(r"<@(\d+)>")
_MARKS = re.compile(r"^(?:-#|#{1,3}) ", re.MULTILINE)


class Timeline:
    """Prints as the week goes on. A card of each sort is shown whole the first time, and then only named."""

    def __init__(self, now: Callable[[], datetime], names: Callable[[], Mapping[int, str]]) -> None:
        self._now, self._names = now, names
        self._known: set[str] = set()

    def say(self, text: str, at: datetime | None = None) -> None:
        """One thing that happened, at ``at`` (now where it is left out)."""
        at = at or self._now()
        first, *rest = spoken(text, at, self._names()).splitlines() or [""]
        print(f"{at:%a %d %b %H:%M}  {first}", flush=True)
        for line in rest:
            print(f"                  {line}")

    def show_once(self, sort: str, components: Any, at: datetime | None = None) -> None:
        """A whole card, if it is the first of its sort."""
        if sort not in self._known:
            self._known.add(sort)
            self.say("\n".join((f"{sort}:", *_drawn(components))), at)


def spoken(text: str, now: datetime, names: Mapping[int, str]) -> str:
    """Discord's marks for instants, roles and people as words, without those for size, and without escapes;
    ``names`` are theirs by id."""
    text = _MARKS.sub("", text)
    text = _INSTANT.sub(lambda found: _instant(int(found[1]), found[2], now), text)
    text = _ROLE.sub(lambda found: f"@{names.get(int(found[1]), 'role')}", text)
    text = _PERSON.sub(lambda found: f"@{names.get(int(found[1]), 'someone')}", text)
    return _ESCAPED.sub(r"\1", text)


def walked(components: Any) -> Iterator[dict[str, Any]]:
    """Every component of a message, from top to bottom."""
    for one in components:
        part = one.to_dict() if hasattr(one, "to_dict") else one
        yield part
        yield from walked(part.get("components", ()))


def _instant(stamp: int, style: str, now: datetime) -> str:
    at = datetime.fromtimestamp(stamp, UTC)
    if style == "R":
        return str(format_timedelta(at - now, add_direction=True, locale="en"))
    return f"{at:%A} {at.day} {at:%B %Y, %H:%M} UTC"


def _drawn(components: Any) -> Iterator[str]:
    for part in walked(components):
        if part.get("content"):
            yield from (f"| {line}" for line in _MARKS.sub("", str(part["content"])).splitlines())
        row = [str(inner["label"]) for inner in part.get("components", ()) if inner.get("label")]
        if row:
            yield "| " + " ".join(f"[{label}]" for label in row)
