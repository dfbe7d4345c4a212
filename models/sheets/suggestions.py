"""Sheets about suggestions for a letter's text."""

from datetime import datetime

from msgspec import Struct

from models.letter_parts import SuggestionState
from models.strings.diff import DiffPiece


class SuggestionSheet(Struct, frozen=True):
    """One suggestion beside the passage that it would change."""

    id: int
    guild_id: int
    letter_id: int
    letter_title: str
    passage: str
    wording: str
    reason: str
    pieces: tuple[DiffPiece, ...]
    """The difference of the two, word by word."""
    suggested_by: int | None
    suggested_at: datetime
    state: SuggestionState
    told: str
    stands: bool
    """The newest text still has the passage."""
    number: int = 0
    """Of the open ones, from 1; 0 for one that is decided, or one's own."""
    open: int = 0
    """How many are open."""


class OwnSuggestions(Struct, frozen=True):
    """What one member suggested for a letter, the newest first."""

    guild_id: int
    letter_id: int
    title: str
    suggestions: tuple[SuggestionSheet, ...]
