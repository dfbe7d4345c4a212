"""Reading a deadline as people type it, and what is refused."""

from datetime import UTC, datetime

from models.deadlines import reader
from models.refusal import Refusal
from models.sheets import Deadline
from tests.conftest import NOW
from tests.models import makers


def read(
    day: str,
    hour: str = "",
    zone: str = "",
    now: datetime = NOW,
    home: str = "Europe/London",
    locale: str = "en",
) -> Deadline:
    return reader.read(day, hour, zone, now, otherwise=home, locale=locale)


def refused(day: str, hour: str = "", zone: str = "", now: datetime = NOW, locale: str = "en") -> Refusal:
    return makers.refused(read, day, hour, zone, now, locale=locale)


def readings(refusal: Refusal) -> list[datetime]:
    return [reading.instant for reading in refusal.values["readings"]]


def utc(*parts: int) -> datetime:
    year, month, day, hour, minute, second = (*parts, 0, 0, 0)[:6]
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
