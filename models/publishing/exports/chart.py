"""The growth of a list as a picture (PNG), and the same figures in words for anyone who cannot see it."""

import math
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from models import cldr
from models.publishing.exports import sentences, typesetter
from models.sheets import Counts, Growth
from models.signatories.counting import PRINTED_ORDER
from models.terms import Kind
from models.translation import _, is_right_to_left, isolated, language, number, pgettext

PICTURE = Path(__file__).with_name("growth.typ")
WIDEST = 12
"""Figures that are told in words at most."""

COLOURS: dict[Any, str] = {
    "paper": "#f6f5f1", "ink": "#1a1d21", "faint": "#55595f", "grid": "#d6d5cf", "edge": "#8a8d93",
    Kind.ORGANISATION: "#2f62c4", Kind.COMPANY: "#b87608", Kind.INDIVIDUAL: "#0f5c3a",
}  # fmt: skip
"""The picture brings its own paper and edge, so that it reads the same on a light and a dark screen. The three kinds
differ in brightness too, for anyone who does not tell colours apart."""


def draw(growth: Growth) -> bytes:
    """The growth of a list as a PNG picture."""
    return typesetter.draw(PICTURE, data(growth), "png")


def words(growth: Growth) -> str:
    """The figures: ``13 Feb 09:00 UTC: 0; 14 Feb 09:00 UTC: 109; ...``, the first, the last, and those between at
    which the count was another one; some of these where they are many. What would read the same is said once."""
    return cldr.clauses(_("{moment}: {count}", moment=at, count=number(total)) for at, total in figures(growth))


def figures(growth: Growth) -> list[tuple[str, int]]:
    """The instants and counts that are told in words, as :func:`words` chooses them."""
    first, last = growth.points[0], growth.points[-1]
    moved = [now for before, now in pairwise(growth.points[:-1]) if now.total != before.total]
    step = max(1, math.ceil(len(moved) / (WIDEST - 2)))
    chosen = [first, *moved[::step], *([last] if last is not first else [])]
    said = ((_moment(point.as_of), point.total) for point in chosen)
    return list(dict.fromkeys(said))


def data(growth: Growth) -> dict[str, Any]:
    """The picture in shares of its width and height, with its labels, for whatever draws it."""
    last = growth.points[-1]
    top = _top(max(point.total for point in growth.points))
    start, end = growth.points[0].as_of, last.as_of
    return {
        **{name: COLOURS[name] for name in ("paper", "ink", "faint", "grid", "edge")},
        "lang": language().partition("-")[0],
        "rtl": is_right_to_left(),
        "title": growth.title,
        "total": sentences.signatories(last.total),
        "sentence": _("as of {instant}", instant=sentences.instant(last.as_of)),
        "ticks": [{"share": tick / top, "label": number(tick)} for tick in _ticks(top)],
        "areas": [
            {
                "fill": COLOURS[kind],
                "kind": kind.value,
                "label": sentences.of_kind(kind, last.of(kind)),
                "corners": list(_corners(growth.points, kind, top)),
            }
            for kind in PRINTED_ORDER
            if any(point.of(kind) for point in growth.points)
        ],
        "published": _published(growth, start, end),
        "from": isolated(_day(start)),
        "to": isolated(_day(end) if end.date() > start.date() else _hour(end)),
    }


def _corners(points: tuple[Counts, ...], kind: Kind, top: int) -> Iterator[tuple[float, float]]:
    """The outline of one kind on top of those before it, in shares of width and height. Each step is as high as the
    count at its end, so that the last one shows the count that is written above; names come one by one, without
    slopes."""
    below = PRINTED_ORDER[: PRINTED_ORDER.index(kind)]
    start, span = points[0].as_of, (points[-1].as_of - points[0].as_of).total_seconds() or 1.0
    across = [(point.as_of - start).total_seconds() / span for point in points]
    if len(points) == 1:
        across, points = [0.0, 1.0], (points[0], points[0])
    floor = [sum(point.of(one) for one in below) / top for point in points]
    upper = [level + point.of(kind) / top for level, point in zip(floor, points, strict=True)]
    yield from _steps(across, upper)
    yield from reversed(list(_steps(across, floor)))


def _steps(across: list[float], heights: list[float]) -> Iterator[tuple[float, float]]:
    places = list(zip(across, heights, strict=True))
    for (left, _now), (right, then) in pairwise(places):
        yield left, then
        yield right, then


def _published(growth: Growth, start: datetime, end: datetime) -> dict[str, Any] | None:
    if growth.published_at is None or not start <= growth.published_at <= end or start == end:
        return None
    return {
        "share": (growth.published_at - start) / (end - start),
        "label": isolated(pgettext("mark in the picture of how the list grew", "published")),
    }


def _top(most: int) -> int:
    """The height of the picture: the next round number, so that the lines to read by are round too."""
    if most <= 4:
        return 4
    size = 10 ** (len(str(most)) - 1)
    return next(int(size * part) for part in (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10) if size * part >= most)


def _ticks(top: int) -> list[int]:
    return [top * part // 4 for part in range(1, 5)]


def _day(at: datetime) -> str:
    return cldr.day(at.astimezone(UTC), "short")


def _hour(at: datetime) -> str:
    return _("{time} UTC", time=f"{at.astimezone(UTC):%H:%M}")


def _moment(at: datetime) -> str:
    return _("{day} {time} UTC", day=_day(at), time=f"{at.astimezone(UTC):%H:%M}")
