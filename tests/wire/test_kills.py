"""The short form of the kill test; the long one is ``python -m rehearsal.wire.kills``."""

from collections import Counter

from rehearsal.wire.kills import killed
from rehearsal.wire.points import POINTS, Point

SHORT = (
    "any moment after the press",
    "before an answer",
    "after a deferral",
    "after a card is posted",
    "after a notice",
)


async def test_a_bot_that_is_killed_loses_doubles_and_damages_nothing() -> None:
    points: list[Point] = [point for point in POINTS if point.name in SHORT]
    count = await killed(len(SHORT), seed=7, points=points)
    assert count.problems == []
    assert count.kills == Counter(SHORT)
    assert count.answered == 7 * len(SHORT)
    assert count.notices >= len(SHORT)
    assert not count.not_reached
