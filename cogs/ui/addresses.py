"""Addresses: what a button, menu or form carries in its custom id.

``us:1:<sort>:<route>:<server>:<argument>:...`` within Discord's 100 characters. The state is in the database, only
the address is in the message, so that a button works on a process that never saw the card drawn. The server's
id is part of it because the same button may be in a direct message, which belongs to no server.
"""

from enum import StrEnum

from msgspec import Struct

PREFIX = "us:1"
MARK = "~"
"""Before that by which a message of ours is known again; it is no part of the address."""
LIMIT = 100
"""Discord's limit for a custom id (API reference, Message Components)."""


class Sort(StrEnum):
    """What carries an address: a button, a menu or a form."""

    BUTTON = "b"
    MENU = "m"
    FORM = "f"


class Address(Struct, frozen=True):
    """Where an interaction should be handled, and about what."""

    sort: Sort
    route: str
    guild_id: int
    arguments: tuple[str, ...] = ()

    def __str__(self) -> str:
        text = ":".join((PREFIX, self.sort, self.route, str(self.guild_id), *self.arguments))
        if len(text) > LIMIT:
            raise ValueError(f"the address of {self.route} is longer than {LIMIT} characters")
        return text

    @classmethod
    def parse(cls, text: str) -> "Address | None":
        """The address in a custom id, or None when it is not one of ours (or was forged badly)."""
        parts = text.partition(MARK)[0].split(":")
        if len(parts) < 5 or ":".join(parts[:2]) != PREFIX:
            return None
        try:
            return cls(Sort(parts[2]), parts[3], int(parts[4]), tuple(parts[5:]))
        except ValueError:
            return None
