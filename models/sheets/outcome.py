"""Sheets about what came of a letter: to whom it was delivered, and what they answered."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from msgspec import Struct


class LetterDelivery(Struct, frozen=True):
    """One delivery of the letter."""

    at: datetime
    to: str
    how: str
    """By hand, by e-mail: in moderators' words; may be empty."""


class LetterAnswer(Struct, frozen=True):
    """What the addressee said."""

    at: datetime
    said: str
    link: str
    """Where it can be read; may be empty."""


class Outcome(Struct, frozen=True):
    """What came of the letter so far."""

    deliveries: tuple[LetterDelivery, ...] = ()
    """In the order in which they were recorded."""
    answer: LetterAnswer | None = None
    posted: bool = False
    """The answer, or before there is one the newest delivery, was posted to the announcements."""

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> Self:
        """The outcome that :meth:`document` wrote; of a letter that has none an empty one."""
        answer = document.get("answer")
        return cls(
            tuple(
                LetterDelivery(_instant(one["at"]), one["to"], one["how"])
                for one in document.get("deliveries", ())
            ),
            LetterAnswer(_instant(answer["at"]), answer["said"], answer["link"]) if answer else None,
            bool(document.get("posted")),
        )

    def document(self) -> dict[str, Any]:
        """Plain JSON values, as the letter keeps them."""
        given = [{"at": one.at.isoformat(), "to": one.to, "how": one.how} for one in self.deliveries]
        answer = self.answer
        said = {"at": answer.at.isoformat(), "said": answer.said, "link": answer.link} if answer else None
        return {"deliveries": given, "answer": said, "posted": self.posted}


NOTHING_YET = Outcome()
"""Of a letter that was neither delivered nor answered."""


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)
