"""Sheets about who speaks for which organisation."""

from msgspec import Struct


class Claim(Struct, frozen=True):
    """Somebody who takes part for an organisation, which no moderator has confirmed."""

    user_id: int
    organisation: str
    title: str
    votes_with: str
    """The organisation here that it is by its likeness, where that is spelt differently; else empty."""


class ClaimsSheet(Struct, frozen=True):
    """Those to be confirmed, oldest first, and so many more after them."""

    guild_id: int
    shown: tuple[Claim, ...]
    more: int
    digest: str
    """Of who is shown with which organisation: what is confirmed is what was shown."""
    confirmed: tuple[Claim, ...] = ()
    """Who was confirmed just now."""
    outdated: bool = False
    """What was to be confirmed is not what was shown: nothing was done."""
