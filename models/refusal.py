"""A refusal: an answer "no, because ..." that a member may read."""

from enum import StrEnum
from typing import Any


class Reason(StrEnum):
    """Why a verb refused. Each has its sentence in ``cogs.kit.words``; a test holds the two together."""

    NOT_FOUND = "not found"
    NOT_SET_UP = "not set up"
    MODERATORS_ONLY = "moderators only"
    MANAGERS_ONLY = "managers only"
    MEMBERS_ONLY = "members only"
    TAKE_PART_FIRST = "take part first"
    OUTDATED = "outdated"
    """The button or form belongs to something that has changed or gone since it was drawn."""


class Refusal(Exception):
    """Raised by a verb. Carries a reason and its values, never a sentence: sentences are made upstairs.

    ``values`` are what the sentence needs (instants as aware datetimes, names as strings, counts as integers).
    """

    def __init__(self, reason: Reason, **values: Any) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.values = values
