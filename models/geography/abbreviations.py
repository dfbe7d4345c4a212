"""Abbreviations of time zones as people type them. One in use means several zones, or half a year of one."""

from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

H = timedelta(hours=1)
OffsetAndZone = tuple[timedelta, str]
"""How far ahead of UTC, and the IANA zone whose clocks show that, at least for a part of the year."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """What an abbreviation says to everybody who reads a deadline, and where else it is in use."""

    says: tuple[OffsetAndZone, ...]
    elsewhere: tuple[OffsetAndZone, ...] = ()

    @property
    def zones(self) -> tuple[str, ...]:
        """The IANA zones that may be meant, the likeliest first."""
        return tuple(zone for _, zone in (*self.says, *self.elsewhere))


ABBREVIATIONS = MappingProxyType(
    {
        "est": Abbreviation(
            ((-5 * H, "America/New_York"),),
            (
                (-5 * H, "America/Panama"),
                (10 * H, "Australia/Sydney"),
            ),
        ),
        "edt": Abbreviation(((-4 * H, "America/New_York"),), ((11 * H, "Australia/Sydney"),)),
        "cst": Abbreviation(
            ((-6 * H, "America/Chicago"), (8 * H, "Asia/Shanghai")),
            ((9.5 * H, "Australia/Adelaide"), (-5 * H, "America/Havana")),
        ),
        "cdt": Abbreviation(((-5 * H, "America/Chicago"),)),
        "mst": Abbreviation(
            ((-7 * H, "America/Denver"),), ((-7 * H, "America/Phoenix"), (8 * H, "Asia/Kuala_Lumpur"))
        ),
        "mdt": Abbreviation(((-6 * H, "America/Denver"),)),
        "pst": Abbreviation(((-8 * H, "America/Los_Angeles"),), ((8 * H, "Asia/Manila"),)),
        "pdt": Abbreviation(((-7 * H, "America/Los_Angeles"),)),
        "akst": Abbreviation(((-9 * H, "America/Anchorage"),)),
        "akdt": Abbreviation(((-8 * H, "America/Anchorage"),)),
        "hst": Abbreviation(((-10 * H, "Pacific/Honolulu"),)),
        "nst": Abbreviation(((-3.5 * H, "America/St_Johns"),)),
        "ndt": Abbreviation(((-2.5 * H, "America/St_Johns"),)),
        "ast": Abbreviation(((-4 * H, "America/Halifax"), (3 * H, "Asia/Riyadh"))),
        "adt": Abbreviation(((-3 * H, "America/Halifax"),)),
        "brt": Abbreviation(((-3 * H, "America/Sao_Paulo"),)),
        "bst": Abbreviation(((H, "Europe/London"),), ((6 * H, "Asia/Dhaka"),)),
        "ist": Abbreviation(((5.5 * H, "Asia/Kolkata"), (H, "Europe/Dublin"), (2 * H, "Asia/Jerusalem"))),
        "wet": Abbreviation(((0 * H, "Europe/Lisbon"),)),
        "west": Abbreviation(((H, "Europe/Lisbon"),)),
        "cet": Abbreviation(((H, "Europe/Paris"),), ((H, "Europe/Berlin"),)),
        "mez": Abbreviation(((H, "Europe/Paris"),)),
        "met": Abbreviation(((H, "Europe/Paris"),), ((H, "Europe/Berlin"),)),
        "cest": Abbreviation(((2 * H, "Europe/Paris"),), ((2 * H, "Europe/Berlin"),)),
        "mesz": Abbreviation(((2 * H, "Europe/Paris"),)),
        "eet": Abbreviation(((2 * H, "Europe/Athens"),), ((2 * H, "Europe/Kyiv"),)),
        "eest": Abbreviation(((3 * H, "Europe/Athens"),), ((3 * H, "Europe/Kyiv"),)),
        "msk": Abbreviation(((3 * H, "Europe/Moscow"),)),
        "trt": Abbreviation(((3 * H, "Europe/Istanbul"),)),
        "idt": Abbreviation(((3 * H, "Asia/Jerusalem"),)),
        "wat": Abbreviation(((H, "Africa/Lagos"),)),
        "cat": Abbreviation(((2 * H, "Africa/Maputo"),)),
        "sast": Abbreviation(((2 * H, "Africa/Johannesburg"),)),
        "eat": Abbreviation(((3 * H, "Africa/Nairobi"),)),
        "pkt": Abbreviation(((5 * H, "Asia/Karachi"),)),
        "wib": Abbreviation(((7 * H, "Asia/Jakarta"),)),
        "hkt": Abbreviation(((8 * H, "Asia/Hong_Kong"),)),
        "sgt": Abbreviation(((8 * H, "Asia/Singapore"),)),
        "pht": Abbreviation(((8 * H, "Asia/Manila"),)),
        "kst": Abbreviation(((9 * H, "Asia/Seoul"),)),
        "jst": Abbreviation(((9 * H, "Asia/Tokyo"),)),
        "awst": Abbreviation(((8 * H, "Australia/Perth"),)),
        "acst": Abbreviation(((9.5 * H, "Australia/Adelaide"),)),
        "acdt": Abbreviation(((10.5 * H, "Australia/Adelaide"),)),
        "aest": Abbreviation(((10 * H, "Australia/Sydney"),), ((10 * H, "Australia/Brisbane"),)),
        "aedt": Abbreviation(((11 * H, "Australia/Sydney"),)),
        "nzst": Abbreviation(((12 * H, "Pacific/Auckland"),)),
        "nzdt": Abbreviation(((13 * H, "Pacific/Auckland"),)),
    }
)
"""By the abbreviation in small letters."""
