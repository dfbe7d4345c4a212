"""Sheets about ready posts."""

from datetime import datetime

from msgspec import Struct


class ReadyPost(Struct, frozen=True):
    """One text and the networks that it fits."""

    text: str
    fits: tuple[tuple[str, int, int], ...]
    """Name of the network, how long the text is as it counts, and its limit."""


class ShareSheet(Struct, frozen=True):
    """Ready-made posts about one letter, in one language."""

    guild_id: int
    letter_id: int
    title: str
    language: str
    languages: tuple[str, ...]
    """Those of the letter for which there are words."""
    wordless: tuple[str, ...]
    """Those of the letter for which there are none."""
    posts: tuple[ReadyPost, ...]
    """Each text once, the shortest limit first."""
    as_of: datetime
