"""Spreadsheets (XLSX), read without running anything and within limits: a small file may unpack to a huge one."""

import io
import zipfile
from datetime import datetime
from typing import Any

from models.importing.files import columns
from models.importing.files.listing import MOST_COLUMNS, MOST_ROWS, Line, Listing, listing, require_few
from models.refusal import Reason, Refusal

LARGEST_UNPACKED = 80 * 2**20
"""Bytes of all parts together."""
MOST_PARTS = 2_000
EMPTY_ROWS = 2_000
"""After so many empty rows in a sequence nothing more is looked for."""


def is_workbook(data: bytes) -> bool:
    """Whether it begins as a ZIP archive does."""
    return data.startswith(b"PK\x03\x04")


def read(data: bytes) -> Listing:
    """The first sheet that names columns we know, else the first that holds anything.

    Refuses UNREADABLE_FILE, TOO_LARGE_FILE(limit), TOO_MANY_ROWS, EMPTY_LIST.
    """
    import openpyxl  # 15 MB that stay: not before somebody brings a spreadsheet
    from openpyxl.utils.exceptions import InvalidFileException

    _require_harmless(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = [_rows(sheet) for sheet in book.worksheets[:20]]
        book.close()
    except (
        InvalidFileException,
        KeyError,
        ValueError,
        TypeError,
        zipfile.BadZipFile,
        OSError,
        SyntaxError,
        IndexError,
    ):
        raise Refusal(Reason.UNREADABLE_FILE) from None
    held = [rows for rows in sheets if rows]
    if not held:
        raise Refusal(Reason.EMPTY_LIST)
    for rows in held:
        for place, (_, cells) in enumerate(rows[:15]):  # a title may stand above the table
            if columns.are_headings(cells):
                return listing(cells, [Line(number, tuple(row)) for number, row in rows[place + 1 :]])
    return listing([], [Line(number, tuple(row)) for number, row in held[0]])


def _rows(sheet: Any) -> list[tuple[int, list[str]]]:
    found: list[tuple[int, list[str]]] = []
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), 1):
        cells = [_text(value) for value in row]
        if any(cells):
            found.append((number, cells))
            require_few(len(found))
        elif number - (found[-1][0] if found else 0) > EMPTY_ROWS:
            break
        if number > 3 * MOST_ROWS:
            break
    return found


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _require_harmless(data: bytes) -> None:
    """Looks at the archive's own index and at its first bytes; nothing is unpacked in full."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                raise Refusal(Reason.TOO_LARGE_FILE, limit=LARGEST_UNPACKED)
            if "xl/workbook.xml" not in archive.namelist():
                raise Refusal(Reason.UNREADABLE_FILE)
            for part in parts:
                if part.filename.endswith(".xml"):
                    with archive.open(part) as file:
                        if b"<!DOCTYPE" in file.read(2_000):
                            raise Refusal(Reason.UNREADABLE_FILE)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError):
        raise Refusal(Reason.UNREADABLE_FILE) from None
