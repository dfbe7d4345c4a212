"""The sheet about a letter's text that came as a file."""

from enum import StrEnum

from msgspec import Struct, field

from models.strings.diff import DiffPiece


class LeftOut(StrEnum):
    """What of a file is no part of the text."""

    IMAGE = "image"
    COMMENT = "comment"
    HIDDEN = "hidden passage"
    EDGE = "header or footer"
    LINK = "link to no web or mail address"


class Manuscript(Struct, frozen=True):
    """The text of a file, as Markdown, and what happened to the rest."""

    body: str
    before: str | None = None
    """Where the file has tracked changes: the text as if all were rejected; ``body`` is as if all were accepted."""
    left_out: dict[LeftOut, int] = field(default_factory=dict)
    """How many there were of each; those of which there were none are not named."""


class TrackedQuestion(Struct, frozen=True):
    """A file with tracked changes, read as if all were accepted, which waits for a yes."""

    draft_id: int
    guild_id: int
    letter_id: int
    title: str
    pieces: tuple[DiffPiece, ...]
    """What the changes do, word by word; empty if the text is too long for it."""
    lines: str
    """The same as a unified difference."""
