"""The sheet about what is not published yet."""

from datetime import datetime

from msgspec import Struct


class Embargo(Struct, frozen=True):
    """A letter is not published: nothing of it should be passed on before it is."""

    until: datetime | None
    """When it is planned to be published; None if no instant is set."""
    zone: str
    """The letter's IANA zone."""
