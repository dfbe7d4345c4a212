"""The sheet about what is not published yet."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Embargo:
    """A letter is not published: nothing of it should be passed on before it is."""

    until: datetime | None
    """When it is planned to be published; None if no instant is set."""
    zone: str
    """The letter's IANA zone."""
