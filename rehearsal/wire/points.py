"""The points between a press and its last notice at which a bot is killed."""

from collections.abc import Callable
from dataclasses import dataclass

from rehearsal.wire.coalition import Coalition
from rehearsal.wire.rest import Seen


@dataclass(frozen=True, slots=True)
class Point:
    """A moment of one kind of request; without a method, any moment."""

    name: str
    method: str = ""
    before: bool = True
    to: Callable[[Coalition, str], bool] = lambda _house, _path: False

    @property
    def tells(self) -> bool:
        """It is about a message of the bot's own, which waits for others that may come."""
        return self.to is _tells

    def reached(self, house: Coalition, seen: Seen) -> bool:
        return seen.method == self.method and seen.before is self.before and self.to(house, seen.path)


def _acknowledges(_house: Coalition, path: str) -> bool:
    return path.endswith("/callback")


def _answers(_house: Coalition, path: str) -> bool:
    return path.startswith("/webhooks/")


def _proposals(house: Coalition, path: str) -> bool:
    return path.startswith(f"/channels/{house.proposals.id}/messages")


def _tells(house: Coalition, path: str) -> bool:
    return path.endswith("/messages") and not _proposals(house, path)


POINTS = (
    Point("any moment after the press"),
    Point("before an acknowledgement", "POST", True, _acknowledges),
    Point("after an acknowledgement", "POST", False, _acknowledges),
    Point("before an answer", "PATCH", True, _answers),
    Point("after an answer", "PATCH", False, _answers),
    Point("before a card is posted", "POST", True, _proposals),
    Point("after a card is posted", "POST", False, _proposals),
    Point("before a card is redrawn", "PATCH", True, _proposals),
    Point("after a card is redrawn", "PATCH", False, _proposals),
    Point("before a notice", "POST", True, _tells),
    Point("after a notice", "POST", False, _tells),
)
