"""A listing: rows of cells as a file or a paste holds them, before anyone says what the columns mean."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from models.refusal import Reason, Refusal
from models.terms import Kind

LARGEST = 8 * 2**20
"""Bytes of a file."""
MOST_ROWS = 20_000
MOST_COLUMNS = 60
LONGEST_ROW = 10_000
"""Characters of a line of text; no name is so long, and patterns must not run for ever."""
LONGEST_CELL = 2_000
"""Characters; what is longer is cut, and its name then refused as too long."""


class Role(StrEnum):
    """What a column can hold for us. All others are left out."""

    NAME = "name"
    KIND = "kind"
    COUNTRY = "country"
    WEBSITE = "website"
    AFFILIATION = "affiliation"
    FIRST_NAME = "first name"
    LAST_NAME = "last name"
    PERSON = "person"
    """Who filled in the form for an organisation; goes into the consent."""
    POSITION = "position"
    EMAIL = "e-mail"
    """The moderators' contact."""
    CONSENT = "consent"
    """Whether the name may be printed: a no holds the row back."""
    BRANCH = "branch"
    """Constituency, chapter: a body may be in the list once for each."""
    PLACE = "place"
    """Town or region; tells two rows of one name apart for anyone who looks."""
    NOTE = "note"
    DECISION = "decision"
    """Of a marked file that comes back: yes or no."""


class Left(StrEnum):
    """What a file holds besides the list, and is not read; values by name."""

    SHEET = "sheet"
    """A hidden sheet, or one without a table: ``name``, ``count`` rows."""
    HIDDEN = "hidden"
    """``count`` rows that are hidden or filtered away."""
    HEADINGS = "headings"
    """``count`` rows that only repeat the headings."""
    ABOVE = "above"
    """``count`` rows above the headings: a title, a date."""
    CODE = "code"
    """``count`` lines of code, comments, template tags or settings of the page."""
    KEY = "key"
    """``count`` values under the key ``name``, which holds no names."""
    TITLES = "titles"
    """``count`` lines of a text that were taken for headings."""
    LIST = "list"
    """``count`` lines under the heading ``name`` that are no list of signatories."""


class Ambiguity(StrEnum):
    """In which respect a file can be read in two ways."""

    ENCODING = "encoding"
    """``name`` of the encoding."""
    WORDS = "words"
    """``count`` lines make one name."""
    ROWS = "rows"
    """``name``: visible, or all."""
    SEMICOLONS = "semicolons"
    """``name``: apart, each part of a line is a name, or whole."""
    COLUMNS = "columns"
    """``name``: apart, each cell is a name, or one column of them is."""
    SHEETS = "sheets"
    """``name`` of the sheet, or nothing for all of them."""


_LINE_END = re.compile(r"_x000[DdAa]_(?=\s*(?:\n|$))")
"""How a spreadsheet writes the end of a line in its file, and some programs leave it."""


class Note(Struct, frozen=True):
    """Something that was not read, with its values."""

    left: Left
    count: int
    name: str = ""
    rows: tuple[str, ...] = ()
    """What stood there, so that whoever imports sees whether a name is among it."""


class Line(Struct, frozen=True):
    """One row, with what the headings above it said."""

    number: int
    """As the person who made the list counts it: the row of a spreadsheet, the line of a text, the place in a list."""
    cells: tuple[str, ...]
    kind: Kind | None = None
    country: str = ""
    sheet: str = ""
    """Of a file with several, each of which counts its own rows."""
    loose: bool = False
    """It has no number or bullet where the others of its list have one, so it may be no name."""


class Listing(Struct, frozen=True):
    """All rows under the same headings."""

    headings: tuple[str, ...]
    """Empty strings where the list names no columns."""
    lines: tuple[Line, ...]
    roles: Mapping[Role, int] = field(default_factory=dict)
    """What columns hold where the form of the file says so; mostly empty."""
    notes: tuple[Note, ...] = ()
    way: tuple[Ambiguity, str] | None = None
    """How it was read, where there are ``others``."""
    others: tuple["Listing", ...] = ()
    """The same file read in another way that may be the right one."""


def listing(headings: Sequence[str], lines: Iterable[Line], **more: Any) -> Listing:
    """A listing within its limits, each line as long as the headings at least, empty lines left out.

    Refuses EMPTY_LIST, TOO_MANY_ROWS(limit, rows).
    """
    kept = [_kept(line) for line in lines if any(cell.strip() for cell in line.cells)]
    require_few(len(kept))
    if not kept:
        raise Refusal(Reason.EMPTY_LIST)
    width = max(len(headings), max(len(line.cells) for line in kept))
    named = tuple(_cell(heading)[:100] for heading in headings) + ("",) * (width - len(headings))
    return Listing(
        named[:width],
        tuple(
            line
            if len(line.cells) == width
            else replace(line, cells=line.cells + ("",) * (width - len(line.cells)))
            for line in kept
        ),
        **more,
    )


def _kept(line: Line) -> Line:
    cells = tuple(map(_cell, line.cells[:MOST_COLUMNS]))
    return line if cells == line.cells else replace(line, cells=cells)


def _cell(text: str) -> str:
    """The text of a cell; the line ends of a spreadsheet, and what is left of them in its text, are spaces."""
    text = text[:LONGEST_CELL].strip()
    if "\n" in text or "\r" in text or text.endswith("_"):
        text = " ".join(_LINE_END.sub(" ", text).split())
    return text


def require_few(rows: int) -> None:
    """TOO_MANY_ROWS(limit, rows) for what nobody could look through."""
    if rows > MOST_ROWS:
        raise Refusal(Reason.TOO_MANY_ROWS, limit=MOST_ROWS, rows=rows)
