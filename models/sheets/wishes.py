"""Sheets about the wish list."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from models.letter_parts import Wanted, WishState
from models.refusal import Reason, Refusal
from models.terms import Kind


class WishSheet(Struct, frozen=True):
    """One name on the wish list."""

    id: int
    guild_id: int
    letter_id: int
    letter_title: str
    kind: Kind
    name: str
    state: WishState
    claimed_by: int | None
    asked_at: datetime | None
    signatory_id: int | None = None
    """The live name on the letter that it is by now, whoever added that."""
    theirs: bool = False
    """The reader asks it, or moderates."""
    reminds: bool = False
    """Who asks it is reminded in three days; said when they have just asked."""


class WishesSheet(Struct, frozen=True):
    """A page of the wish list of one letter, with the figures of the whole."""

    guild_id: int
    letter_id: int
    title: str
    which: Wanted
    page: int
    """From 1."""
    pages: int
    wishes: tuple[WishSheet, ...]
    figures: Mapping[WishState, int]
    """How many names are in each state, none left out."""
    moderates: bool

    @property
    def total(self) -> int:
        """All names on the wish list."""
        return sum(self.figures.values())


class AddedWishes(Struct, frozen=True):
    """What came of names that were added to the wish list at once."""

    guild_id: int
    letter_id: int
    title: str
    added: tuple[str, ...]
    known: tuple[WishSheet, ...]
    """On the wish list already."""
    on_letter: tuple[str, ...]
    """On the letter already, so nobody has to ask."""
    twice: tuple[str, ...]
    """Lines that say once more what a line before them says, as typed."""
    refused: tuple[tuple[str, Refusal], ...]
    """Lines that are no name, as typed, and why."""

    @property
    def correctable(self) -> str:
        """Those of them in which there is something to correct, one a line."""
        return "\n".join(line for line, why in self.refused if why.reason is not Reason.EMPTY)
