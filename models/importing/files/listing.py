"""A listing: rows of cells as a file or a paste holds them, before anyone says what the columns mean."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Line:
    """One row, with what the headings above it said."""

    number: int
    """As whoever made the list counts it: the row of a spreadsheet, the place in a list."""
    cells: tuple[str, ...]
    kind: Kind | None = None
    country: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """All rows under the same headings."""

    headings: tuple[str, ...]
    """Empty strings where the list names no columns."""
    lines: tuple[Line, ...]


def listing(headings: list[str], lines: list[Line]) -> Listing:
    """A listing within its limits, each line as long as the headings at least, empty lines left out.

    Refuses EMPTY_LIST, TOO_MANY_ROWS(limit, rows).
    """
    kept = [
        Line(
            line.number,
            tuple(cell[:LONGEST_CELL].strip() for cell in line.cells[:MOST_COLUMNS]),
            line.kind,
            line.country,
        )
        for line in lines
        if any(cell.strip() for cell in line.cells)
    ]
    require_few(len(kept))
    if not kept:
        raise Refusal(Reason.EMPTY_LIST)
    width = max(len(headings), max(len(line.cells) for line in kept))
    named = tuple(heading.strip()[:100] for heading in headings) + ("",) * (width - len(headings))
    return Listing(
        named[:width],
        tuple(
            Line(line.number, line.cells + ("",) * (width - len(line.cells)), line.kind, line.country)
            for line in kept
        ),
    )


def require_few(rows: int) -> None:
    """TOO_MANY_ROWS(limit, rows) for what nobody could look through."""
    if rows > MOST_ROWS:
        raise Refusal(Reason.TOO_MANY_ROWS, limit=MOST_ROWS, rows=rows)
