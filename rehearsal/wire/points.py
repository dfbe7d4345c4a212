"""The points between a press and its last notice at which a bot is killed."""

from collections.abc import Callable
from dataclasses import dataclass

from rehearsal.wire.coalition import Coalition
from rehearsal.wire.rest import Seen


@dataclass(frozen=True, slots=True)
class Point:
    """A moment of one kind of request, of any method where it names none; without a kind, any moment."""

    name: str
    method: str = ""
    before: bool = True
    to: Callable[[Coalition, Seen], bool] | None = None
    held: bool = False
    """The database is held until everyone was told to wait."""

    @property
    def tells(self) -> bool:
        """It is about a message of the bot's own, which waits for others that may come."""
        return self.to is _tells

    @property
    def several(self) -> bool:
        """It is reached for each press."""
        return self.to in (_answers, _defers)

    def reached(self, house: Coalition, seen: Seen) -> bool:
        return (
            self.to is not None
            and self.method in ("", seen.method)
            and seen.before is self.before
            and self.to(house, seen)
        )


def _answers(_house: Coalition, seen: Seen) -> bool:
    return (seen.responds and not seen.defers) or seen.path.startswith("/webhooks/")


def _defers(_house: Coalition, seen: Seen) -> bool:
    return seen.defers


def _proposals(house: Coalition, seen: Seen) -> bool:
    return seen.path.startswith(f"/channels/{house.proposals.id}/messages")


def _tells(house: Coalition, seen: Seen) -> bool:
    return seen.path.endswith("/messages") and not _proposals(house, seen)


POINTS = (
    Point("any moment after the press"),
    Point("before an answer", "", True, _answers),
    Point("after an answer", "", False, _answers),
    Point("before a deferral", "", True, _defers, held=True),
    Point("after a deferral", "", False, _defers, held=True),
    Point("before a late answer", "", True, _answers, held=True),
    Point("after a late answer", "", False, _answers, held=True),
    Point("before a card is posted", "POST", True, _proposals),
    Point("after a card is posted", "POST", False, _proposals),
    Point("before a card is redrawn", "PATCH", True, _proposals),
    Point("after a card is redrawn", "PATCH", False, _proposals),
    Point("before a notice", "POST", True, _tells),
    Point("after a notice", "POST", False, _tells),
)
