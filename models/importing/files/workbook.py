"""Spreadsheets (XLSX, XLS, ODS), read without running anything and within limits: a small file may unpack to a huge
one. What is hidden in them is asked about or said, and what is no text is shown as what it is."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree import ElementTree

from msgspec.structs import replace

from models.importing.columns import heading, roles, tables
from models.importing.columns.listing import (
    MOST_COLUMNS,
    MOST_ROWS,
    Ambiguity,
    Left,
    Listing,
    Note,
    Role,
    require_few,
)
from models.importing.columns.tables import Table
from models.importing.files import archives
from models.refusal import Reason, Refusal

MOST_SHEETS = 20
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>|<(?:\w+:)?c\b([^>]*\bt=\"e\"[^>]*)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_ESCAPED = re.compile(r"_x((?!00[01])[0-9A-Fa-f]{4})_")
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\b[^>]*\br=\"([A-Z]+)(\d+)\"[^>]*>\s*<(?:\w+:)?f\b[^>]*>([^<]*)</(?:\w+:)?f>\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
"""A formula that was never computed, which the reader of cells takes for an empty cell."""
_ATTRIBUTE = re.compile(rb"\b(r|hidden)=\"([^\"]*)\"")
_ERROR = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


@dataclass(slots=True)
class _Hints:
    """What the reader of cells does not tell: rows that are hidden, errors in cells, both from 0."""

    hidden: set[int] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


def read(data: bytes, parts: frozenset[str]) -> Listing:
    """All visible sheets that hold a list. Where several do, or rows are hidden, the ways to read it are in ``others``.

    ``parts`` are those of its archive. Refuses UNREADABLE_FILE, LOCKED_FILE, TOO_MANY_ROWS, EMPTY_LIST.
    """
    import python_calamine as calamine  # not before somebody brings a spreadsheet

    hints = _hints(data, parts)
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = []
        notes = []
        for about in book.sheets_metadata[:MOST_SHEETS]:
            if about.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            rows = _rows(book.get_sheet_by_name(about.name), hints.get(about.name, _Hints()))
            if not rows:
                continue
            if about.visible == calamine.SheetVisibleEnum.Visible:
                sheets.append((about.name, rows, hints.get(about.name, _Hints()).hidden))
            else:
                notes.append(Note(Left.SHEET, len(rows), about.name))
    except calamine.PasswordError:
        raise Refusal(Reason.LOCKED_FILE) from None
    except (calamine.CalamineError, OSError, ValueError, OverflowError):
        raise Refusal(Reason.UNREADABLE_FILE) from None
    if not sheets:
        raise Refusal(Reason.EMPTY_LIST)
    return _chosen(sheets, notes)


_Sheet = tuple[str, list[tuple[int, list[str]]], set[int]]


def _chosen(sheets: list[_Sheet], notes: list[Note]) -> Listing:
    """The sheets that name columns, else all; with every other way to read them."""
    found = [(name, _table(name, rows, hidden)) for name, rows, hidden in sheets]
    held = [one for one in found if one[1].headings and one[1].lines and _names(one[1])]
    held = held or [one for one in found if one[1].lines] or found[:1]
    read = {name for name, _ in held}
    notes += [_left(name, table) for name, table in found if name not in read]
    shown, others = _listing(held, notes), list[Listing]()
    hides = any(hidden for name, _, hidden in sheets if name in read)
    if hides:
        every = [(name, _table(name, rows, set())) for name, rows, _ in sheets if name in read]
        others.append(replace(_listing(every, notes), way=(Ambiguity.ROWS, "all")))
    if len(held) > 1:
        for one in held[:4]:
            left = [_left(*other) for other in held if other != one]
            others.append(replace(_listing([one], [*notes, *left]), way=(Ambiguity.SHEETS, one[0])))
    way = (Ambiguity.ROWS, "visible") if hides else (Ambiguity.SHEETS, "")
    return replace(shown, way=way, others=tuple(others)) if others else shown


def _left(name: str, table: Table) -> Note:
    return Note(Left.SHEET, len(table.lines), name)


def _table(name: str, rows: list[tuple[int, list[str]]], hidden: set[int]) -> Table:
    said = heading.read(name) or heading.Heading()
    shown = [one for one in rows if one[0] - 1 not in hidden]
    table = tables.read(shown, said.kind, said.country)
    left = len(rows) - len(shown)
    return replace(table, notes=(*table.notes, Note(Left.HIDDEN, left, name))) if left else table


def _listing(held: list[tuple[str, Table]], notes: list[Note]) -> Listing:
    """The rows of these sheets, each named after its sheet where there are several."""
    if len(held) == 1:
        return tables.united([held[0][1]], notes)
    named = [
        replace(table, lines=tuple(replace(line, sheet=name) for line in table.lines)) for name, table in held
    ]
    return tables.united(named, notes)


def _names(table: Table) -> bool:
    """Whether its headings name who signed."""
    found = roles.recognise(Listing(table.headings, ()))
    return Role.NAME in found or Role.LAST_NAME in found


def _rows(sheet: Any, hints: _Hints) -> list[tuple[int, list[str]]]:
    top, left = sheet.start or (0, 0)
    found: list[tuple[int, list[str]]] = []
    rows = [
        [_text(value) for value in row[:MOST_COLUMNS]]
        for row in sheet.to_python(skip_empty_area=True, nrows=3 * MOST_ROWS)
    ]
    for (row, column), error in hints.errors.items():
        if 0 <= row - top < len(rows) and 0 <= column - left < len(rows[row - top]):
            rows[row - top][column - left] = error
    for (first, start), (last, end) in sheet.merged_cell_ranges or ():
        if start == end and first - top >= 0 and start - left >= 0:  # one country beside many names
            for row in range(first - top + 1, min(last - top + 1, len(rows))):
                if start - left < len(rows[row]):
                    rows[row][start - left] = rows[first - top][start - left]
    for number, cells in enumerate(rows, top + 1):
        if any(cells):
            found.append((number, cells))
    require_few(len(found) - 1)
    return found


def _text(value: Any) -> str:
    match value:
        case str():
            # ECMA-376, ST_Xstring; of these the reader of cells knows the ends of lines alone.
            return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) if "_x" in value else value
        case bool():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() else str(value)
        case datetime():
            return value.isoformat(" ")
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
    return "" if value is None else str(value)


def _hints(data: bytes, parts: frozenset[str]) -> dict[str, _Hints]:
    """What is hidden and what is an error, by the name of the sheet. In XLS neither can be told."""
    try:
        if "xl/workbook.xml" in parts:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return dict(_of_xlsx(archive))
        if "content.xml" in parts:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return dict(_of_ods(archive))
    except (*archives.DAMAGED, ElementTree.ParseError, ValueError):
        raise Refusal(Reason.UNREADABLE_FILE) from None
    return {}


def _of_xlsx(archive: zipfile.ZipFile) -> Iterator[tuple[str, _Hints]]:
    targets = {
        one.get("Id"): (one.get("Target") or "").lstrip("/").removeprefix("xl/")
        for one in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 (no DOCTYPE)
    }
    for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():  # noqa: S314
        if sheet.tag.rpartition("}")[2] != "sheet":
            continue
        link = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
        part = f"xl/{targets.get(link, '')}"
        if part in archive.namelist():
            yield sheet.get("name", ""), _of_sheet(archive.read(part))


def _of_sheet(xml: bytes) -> _Hints:
    hints, row = _Hints(), -1
    for found in _ROW.finditer(xml):
        if found[1] is not None:
            said = dict(_ATTRIBUTE.findall(found[1]))
            row = int(said[b"r"]) - 1 if b"r" in said else row + 1
            if said.get(b"hidden") in (b"1", b"true"):
                hints.hidden.add(row)
        elif (place := re.search(rb"\br=\"([A-Z]+)(\d+)\"", found[2])) and (error := _ERROR.search(found[3])):
            hints.errors[_place(place[1], place[2])] = error[1].decode(errors="replace")
    for found in _FORMULA.finditer(xml):
        hints.errors[_place(found[1], found[2])] = "=" + found[3].decode(errors="replace")[:80]
    return hints


def _place(letters: bytes, number: bytes) -> tuple[int, int]:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return int(number) - 1, column - 1


def _of_ods(archive: zipfile.ZipFile) -> Iterator[tuple[str, _Hints]]:
    table, hints, row = "", _Hints(), 0
    with archive.open("content.xml") as file:
        for event, one in ElementTree.iterparse(file, ("start", "end")):  # noqa: S314 (no DOCTYPE)
            tag = one.tag.rpartition("}")[2]
            if event == "start" and tag == "table":
                table, hints, row = one.get(f"{{{_OFFICE}table:1.0}}name", ""), _Hints(), 0
            elif event == "end" and tag == "table":
                yield table, hints
                one.clear()
            elif event == "end" and tag == "table-row":
                count = int(one.get(f"{{{_OFFICE}table:1.0}}number-rows-repeated", "1"))
                if one.get(f"{{{_OFFICE}table:1.0}}visibility") in ("collapse", "filter"):
                    hints.hidden.update(range(row, row + min(count, MOST_ROWS)))
                _note_errors(one, row, hints)
                row += count
                one.clear()


def _note_errors(element: ElementTree.Element, row: int, hints: _Hints) -> None:
    place = 0
    for cell in element:
        kind = next((value for name, value in cell.attrib.items() if name.endswith("calc:1.0}value-type")), "")
        if (
            kind == "error"
            or cell.get("{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type")
            == "error"
        ):
            hints.errors[row, place] = "".join(cell.itertext())
        place += int(cell.get(f"{{{_OFFICE}table:1.0}}number-columns-repeated", "1"))
