"""Tables as text: CSV and TSV of any dialect. A comma is a border only where every row has as many of them."""

import csv
import io
import re
from typing import Literal

from models.importing.columns import header, tables
from models.importing.columns.listing import LONGEST_ROW, Listing, require_few
from models.refusal import Reason, Refusal

BORDERS = ("\t", ";", ",", "|")
STEADY = 0.97
"""From this share of rows of one length on, a character is the border."""
_LOOKED_AT = 400
_INERT = re.compile(r"'(?='*\s*[=+\-@\t\r＝＋－＠])")
"""The apostrophe by which a spreadsheet is kept from running a cell; our own export writes it."""


def read(text: str) -> Listing:
    """Rows of a table. The first one is headings where it names columns or differs in kind from all others; a row that
    is too short lacks its last cells. Refuses OPEN_QUOTE(line), EMPTY_LIST, TOO_MANY_ROWS, UNREADABLE_FILE."""
    border = border_of(text)
    _require_closed(text, border or max(BORDERS[1:], key=text.count))
    return tables.united([tables.read(_rows(text, border))])


def border_of(text: str, borders: tuple[str, ...] = BORDERS) -> str:
    """The character between cells; empty where each line is one cell."""
    if text.startswith("sep=") and len(text) > 4:
        return text[4]
    first = next((line for line in text.split("\n") if line.strip()), "")
    for border in borders:  # rows of many lengths, or one that swallows the rest, do not unmake a table
        if header.names_a_table(_cells(first, border)):
            return border
    for border in borders:
        rows = _rows(text, border, limit=_LOOKED_AT)
        if rows and _is_border(border, [cells for _, cells in rows]):
            return border
    return ""


def is_table(text: str) -> bool:
    """Whether a text whose name does not say so is a table: its first row names several columns that we know."""
    border = border_of(text)
    rows = _rows(text, border, limit=1) if border else []
    return bool(rows) and len(rows[0][1]) > 1 and header.are_headings(rows[0][1])


def _is_border(border: str, rows: list[list[str]]) -> bool:
    """Tabs always are; others where nearly every row has as many cells as the first, at least two."""
    width = len(rows[0])
    if border == "\t":
        return sum(len(row) > 1 for row in rows) * 2 > len(rows)
    if width < 2:
        return False
    steady = sum(len(row) == width for row in rows) >= STEADY * len(rows)
    if header.are_headings(rows[0], rows[1:]):
        return steady or len([row for row in rows if len(row) < width]) <= len(rows) // 10
    # Without headings, "Foo, Inc." in every line is a list of names and not a table.
    inside = [cell for row in rows for cell in row[1:] if cell]
    return (steady and width > 2) or (steady and not all(cell.startswith(" ") for cell in inside))


def _cells(line: str, border: str) -> list[str]:
    return next(csv.reader([line[:LONGEST_ROW]], delimiter=border), [])


def _require_closed(text: str, border: str) -> None:
    """OPEN_QUOTE(line) for a cell that opens a quotation mark and swallows the rows below it. Marks inside one line
    that do not pair are somebody's way of writing a name, and are left."""
    if border == "\t" and text.count('"') % 2:
        return  # read as it is, see _rows
    reader = csv.reader(io.StringIO(text), delimiter=border, strict=True)
    while True:
        begins = reader.line_num + 1
        try:
            next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if reader.line_num > begins or "end of data" in str(error):
                raise Refusal(Reason.OPEN_QUOTE, line=begins) from None


def _rows(text: str, border: str, limit: int | None = None) -> list[tuple[int, list[str]]]:
    """Numbered from 1 as a spreadsheet counts them; empty ones left out."""
    if text.startswith("sep="):
        text = text.partition("\n")[2]
    if not border:
        return [(number, [line]) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    quoting: Literal[0, 3] = csv.QUOTE_NONE if border == "\t" and text.count('"') % 2 else csv.QUOTE_MINIMAL
    found = []
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=border, quoting=quoting), 1):
            if any(cell.strip() for cell in cells):
                found.append(
                    (number, [_INERT.sub("", cell, count=1) if cell[:1] == "'" else cell for cell in cells])
                )
            if limit and len(found) >= limit:
                break
            require_few(len(found) - 1)  # the headings are none
    except csv.Error:
        raise Refusal(Reason.UNREADABLE_FILE) from None
    return found
