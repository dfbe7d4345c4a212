"""Sheets about ready posts."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ReadyPost:
    """One text and the networks that it fits."""

    text: str
    fits: tuple[tuple[str, int, int], ...]
    """Name of the network, how long the text is as it counts, and its limit."""


@dataclass(frozen=True, slots=True)
class ShareSheet:
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
