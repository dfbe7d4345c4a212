"""Lists in workbooks: the table is found, and what unpacks to too much or brings entities of its own is refused."""

import io
import zipfile

import openpyxl

from models.importing import files
from models.refusal import Reason
from tests.models.importing.files.reading import rows
from tests.models.makers import refusal_of


def workbook(*sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    for cells in sheets:
        sheet = book.create_sheet()
        for row in cells:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbooks_table_is_found_under_its_title_and_behind_an_empty_sheet() -> None:
    data = workbook(
        [],
        [
            ["Signatories so far"],
            [],
            ["No.", "Organisation", "Country"],
            [1, "Harbour Watch", "Kenya"],
            [2.0, 19, None],
        ],
    )
    assert [(one.row, one.name, one.country) for one in rows("list.xlsx", data)] == [
        (4, "Harbour Watch", "Kenya"),
        (5, "19", ""),
    ]


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<a/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (81 * 2**20))
    assert len(out.getvalue()) < 2**20
    assert refusal_of(lambda: files.read("x.xlsx", out.getvalue())).reason is Reason.TOO_LARGE_FILE


def test_a_workbook_with_entities_of_its_own_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>')
    assert refusal_of(lambda: files.read("x.xlsx", out.getvalue())).reason is Reason.UNREADABLE_FILE
