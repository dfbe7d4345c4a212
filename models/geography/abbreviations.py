"""Abbreviations of time zones as people type them. One in use means several zones, or half a year of one."""

from collections.abc import Mapping
from datetime import timedelta

from msgspec import Struct

from models.strings import data_files

OffsetAndZone = tuple[timedelta, str]
"""How far ahead of UTC, and the IANA zone whose clocks show that, at least for a part of the year."""


class Abbreviation(Struct, frozen=True):
    """What an abbreviation says to everybody who reads a deadline, and where else it is in use."""

    says: tuple[OffsetAndZone, ...]
    elsewhere: tuple[OffsetAndZone, ...] = ()

    @property
    def zones(self) -> tuple[str, ...]:
        """The IANA zones that may be meant, the likeliest first."""
        return tuple(zone for _, zone in (*self.says, *self.elsewhere))


def _read(text: str) -> tuple[OffsetAndZone, ...]:
    pairs = (one.split() for one in text.split("|"))
    return tuple((timedelta(hours=float(hours)), zone) for hours, zone in pairs)


ABBREVIATIONS: Mapping[str, Abbreviation] = {
    name: Abbreviation(*map(_read, said.split(";"))) for name, said in data_files.read(__file__).items()
}
"""By the abbreviation in small letters."""
