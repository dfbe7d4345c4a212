"""Sheets about a letter's plan of reminders, what comes each morning, and what someone asked for later."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from models.rules.reminder_plan import Plan, Snooze


class PlanSheet(Struct, frozen=True):
    """Which reminders of one letter come when."""

    letter_id: int
    guild_id: int
    title: str
    time_zone: str
    plan: Plan
    opened_at: datetime | None
    closes_at: datetime
    version: int
    """Hand it back with a change, so that nobody overwrites what they have not seen."""


class SnoozeSheet(Struct, frozen=True):
    """When one person may be reminded of a letter again, or will be."""

    guild_id: int
    letter_id: int
    title: str
    closes_at: datetime
    zone: str
    """In which the morning is meant: the person's, else the letter's."""
    moments: Mapping[Snooze, datetime]
    """Those before the close; the one that was chosen alone."""


class SchedulerHealth(Struct, frozen=True):
    """Whether the clock of the bot runs."""

    as_of: datetime
    last_run: datetime | None
    """When the scheduler last woke the bot, as far as is known; None before the first time."""
    overdue: Mapping[str, int]
    """What should have been done by now, in plain words, and how many; empty if nothing is overdue."""


class DigestSheet(Struct, frozen=True):
    """What waits for the moderators of one letter."""

    waits: int
    oldest_since: datetime | None
    """Since when the oldest of them waits: the end of its vote, or when it came."""
    lacking_consent: int
    """This many of them nobody recorded an agreement for."""
    late: int
    leaving: int
    """Their proposer asks that they be taken off."""
    asking: int
    """People who ask to be let in; said with the oldest letter that runs."""
    unreached: tuple[int, ...]
    """People who want direct messages and got none of the last."""
    newly_unreached: int
    """Those of them since the day before."""

    @property
    def waits_for_someone(self) -> bool:
        """Whether anything can be done about it; people out of reach are no news every day."""
        return any((self.waits, self.late, self.leaving, self.asking, self.newly_unreached))


class BulletinSheet(Struct, frozen=True):
    """How a published list has changed."""

    since: datetime
    added: tuple[str, ...]
    """The first of the names that came, in printed order."""
    added_count: int
    removed: int
