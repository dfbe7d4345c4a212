"""Tables as an XLSX workbook, a sheet each, every cell a plain text or number: nothing in it can run."""

import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from models.sheets import WorksheetTable

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

LONGEST = 32_767
"""Characters that a cell holds (Excel specifications and limits)."""
WIDEST = 50
"""Characters of a column as it opens; anyone who wants to see more pulls it wider."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(tables: Iterable[WorksheetTable]) -> bytes:
    """The tables as a workbook. A text that is longer than a cell holds goes on in the cells to its right."""
    import openpyxl
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "A2"
        for number, name in enumerate(table.columns, 1):
            sheet.column_dimensions[get_column_letter(number)].width = _width(table, name)
        sheet.append([_cell(sheet, name, bold=True) for name in table.columns])
        for row in table.rows:
            sheet.append([_cell(sheet, part) for name in table.columns for part in _parts(row[name])])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _width(table: WorksheetTable, name: str) -> int:
    """Characters, so that most values of a column can be read."""
    return min(WIDEST, 2 + max(len(str(value)) for value in (name, *(row[name] for row in table.rows))))


def _parts(value: object) -> list[object]:
    if not isinstance(value, str) or len(value) <= LONGEST:
        return [value]
    return [value[start : start + LONGEST] for start in range(0, len(value), LONGEST)]


def _cell(sheet: "WriteOnlyWorksheet", value: object, *, bold: bool = False) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if isinstance(value, int):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, _NOT_XML.sub("", str(value)))
    cell.data_type = "s"  # a text that begins with = is no formula
    if bold:
        cell.font = Font(bold=True)
    return cell
