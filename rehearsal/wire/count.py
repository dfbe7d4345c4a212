"""What the kills came to: what happened, and what must not have."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from rehearsal.wire.points import POINTS


@dataclass
class Count:
    """What happened, and what must not have."""

    kills: Counter[str] = field(default_factory=Counter)
    not_reached: Counter[str] = field(default_factory=Counter)
    answered: int = 0
    answered_before_the_kill: int = 0
    stored_unanswered: int = 0
    acknowledged_only: int = 0
    expired: int = 0
    longest_without_card: float = 0.0
    notices: int = 0
    problems: list[str] = field(default_factory=list)

    def add(self, other: "Count") -> None:
        self.kills.update(other.kills)
        self.not_reached.update(other.not_reached)
        for name in (
            "answered", "answered_before_the_kill", "stored_unanswered", "acknowledged_only", "expired", "notices",
        ):  # fmt: skip
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.longest_without_card = max(self.longest_without_card, other.longest_without_card)
        self.problems += other.problems

    def figures(self) -> dict[str, Any]:
        return {
            "kills": sum(self.kills.values()),
            "by_point": {point.name: self.kills[point.name] for point in POINTS},
            "not_reached": dict(self.not_reached),
            "acts_answered": self.answered,
            "answered_before_the_kill": self.answered_before_the_kill,
            "stored_but_unanswered": self.stored_unanswered,
            "acknowledged_but_not_stored": self.acknowledged_only,
            "expired_and_pressed_again": self.expired,
            "longest_without_card_s": round(self.longest_without_card, 1),
            "notices_once": self.notices,
            "problems": self.problems,
        }
