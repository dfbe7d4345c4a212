"""Milestones: the dates beside the close that a letter may have: soft deadline, end of review, delivery.

None of them is needed, and none moves the close. Rules on rows, for other modules of models; the verbs are in
``models.letters.dates``.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from models.database.tables import Letter
from models.terms import Milestone

COLUMNS: Mapping[Milestone, str] = {
    Milestone.SOFT: "soft_at",
    Milestone.REVIEW: "review_ends_at",
    Milestone.DELIVERY: "deliver_at",
}


def set_dates(letter: Letter) -> dict[Milestone, datetime]:
    """Which of the dates beside the close this letter has, by name, each an aware instant."""
    found = {which: getattr(letter, column) for which, column in COLUMNS.items()}
    return {which: at for which, at in found.items() if at is not None}


def review_end(letter: Letter, closed_at: datetime) -> datetime:
    """When the review of a letter ends that closed then: on its own date where that is later, else so many hours
    after."""
    if letter.review_ends_at is not None and letter.review_ends_at > closed_at:
        return letter.review_ends_at
    return closed_at + timedelta(hours=letter.review_hours)


def overtaken(dates: Mapping[Milestone, datetime], closes_at: datetime) -> tuple[Milestone, ...]:
    """The dates that make no sense any more beside a moved close."""
    soft, review = dates.get(Milestone.SOFT), dates.get(Milestone.REVIEW)
    found = []
    if soft is not None and soft >= closes_at:
        found.append(Milestone.SOFT)
    if review is not None and review <= closes_at:
        found.append(Milestone.REVIEW)
    return tuple(found)


def follow_close(letter: Letter) -> list[str]:
    """Drop the dates that a moved close has overtaken; which, for the journal."""
    dropped = overtaken(set_dates(letter), letter.closes_at)
    for which in dropped:
        setattr(letter, COLUMNS[which], None)
    return [which.value for which in dropped]
