"""Lists in workbooks: the table is found, and what unpacks to too much or brings entities of its own is refused."""

import base64
import io
import zipfile
import zlib
from datetime import date

import openpyxl
import pytest

from models.importing import files
from models.importing.columns import keeping
from models.importing.columns.listing import Ambiguity, Left
from models.importing.columns.reading import ListReading
from models.names import doubts
from models.refusal import Reason
from tests.models.importing.files.reading import rows
from tests.models.makers import present, refused


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
    assert refused(files.read, "x.xlsx", out.getvalue()).reason is Reason.TOO_MUCH_INSIDE


def test_a_workbook_with_entities_of_its_own_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>')
    assert refused(files.read, "x.xlsx", out.getvalue()).reason is Reason.UNREADABLE_FILE


XLS = zlib.decompress(
    base64.b85decode(
        "c-rk)O=uHA6#izDZGLFdq^3eElu)qNS`hK#rQIrMFSf*rC?e=K-9u?fWRo1~#cIt_5IiYf3cYx#dhrK6=*@#ru?ImA5<Q70LBT_t"
        "_07wyq}oFRTB^*q%r|e}yxDm>^JaEuUN0vr3lF-g_yt1<pyox;(x4NRBK}PRRPK3F^z$$!Pvf6LBuoR@V&ZA+RY;DZ9PcU&+z-AW"
        "20l<ahl?1?=bZEw;t2a-3+clkvA`YD#L>xKwKHd#cQD^$%V*5PthvrSNVXMm7R%OH{~;B{XN(>$i$gy55!ZRgngi&-OBuzNZ-~0B"
        "iNo%cJ+nOvx`VA)1dZE>lXF~qrh*g=;3B?xY2d3rQ=g}`erxptr2oENAKE~F(+C1{@GfwGml4BCK$e&|K2<0>tJn`R;6&^0$)a1z"
        "7E7)}_ZfS(K&tUi1;;L>PvuNt)OPdPs5Ip%ome-eV;t(O#FJ=aImrQ^phbK2?w2>C6B+9~Yvy<vuP^qyrGM~nMb@CoaV{}_azFDv"
        "=BxbFT`YGor|3N>@6B{5;n+OeT;tMSYUdzh#oE&#_mN!weByC;`J=U$<fW17rPR_}YXLpf36oS`Uh^0b1LF2Ai6@qy3$-x3XYTxM"
        "kq8?J<-4c8Xl+<Sl*J@-{Z96dQ1)U2d%^aGvKMSG2X4q{$3yO(;fBv<6dD>D8X6iJ8X6kg1Va7F2h={pR2znnI@ejFRMW>K|1HLm"
        "r>jUC)1$~y?qas7_}K|l_|FoXtmB^-N}Q(FT})$w{g`e#erdxe8sBHr6%&7M3N_n)tr<W6a{E63sEWr("
    )
)
"""Two rows under "Structure" and "Pays", written by xlwt."""
ODS_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text")
)


MANIFEST = (
    '<?xml version="1.0"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)


def ods(rows: list[tuple[str, ...]], hidden: int | None = None) -> bytes:
    """The least that makes a spreadsheet of LibreOffice, one of its rows filtered away."""
    made = "".join(
        f"<table:table-row{' table:visibility=' + chr(34) + 'filter' + chr(34) if number == hidden else ''}>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for number, row in enumerate(rows)
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {ODS_NAMES}><office:body><office:spreadsheet>'
        f'<table:table table:name="List">{made}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
    return out.getvalue()


LIST: list[tuple[str, ...]] = [
    ("Organisation", "Country"),
    ("Network One", "Kenya"),
    ("Old Two", "Peru"),
    ("House Three", "France"),
]


def test_old_and_open_spreadsheets_are_read() -> None:
    assert [(one.name, one.country) for one in rows("x.xls", XLS)] == [("Réseau Un", "Maroc")]
    assert [one.name for one in rows("x.ods", ods(LIST))] == ["Network One", "Old Two", "House Three"]


def test_rows_that_are_filtered_away_are_asked_about() -> None:
    book = openpyxl.Workbook()
    sheet = present(book.active)
    for row in LIST:
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    out = io.BytesIO()
    book.save(out)
    for name, data in (("x.xlsx", out.getvalue()), ("x.ods", ods(LIST, hidden=2))):
        found = ListReading(files.read(name, data))
        assert [one.name for one in found.entries()] == ["Network One", "House Three"]
        assert [(note.left, note.count) for note in found.listing.notes] == [(Left.HIDDEN, 1)]
        assert [one.ask for one in found.open] == ["reading"]
        assert len(found.answering("reading", "1").entries()) == 3


def test_a_hidden_sheet_is_left_and_noted_and_several_that_can_be_seen_are_asked_about() -> None:
    book = openpyxl.Workbook()
    for name, cells in (
        ("Old", LIST),
        ("Organisations", LIST),
        ("Individuals", [("Name", "Affiliation"), ("Ana", "Lab")]),
    ):
        sheet = book.create_sheet(name)
        for row in cells:
            sheet.append(row)
    book.remove(book.worksheets[0])
    book["Old"].sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    found = ListReading(files.read("x.xlsx", out.getvalue()))
    assert [(one.where, one.kind) for one in found.entries()] == [
        ("2 (Organisations)", "organisation"),
        ("3 (Organisations)", "organisation"),
        ("4 (Organisations)", "organisation"),
        ("2 (Individuals)", "individual"),
    ]
    assert keeping.restored(keeping.kept(found.whole)) == found.whole
    assert (found.listing.notes[0].left, found.listing.notes[0].name) == (Left.SHEET, "Old")
    sheets = [(Ambiguity.SHEETS, "Organisations"), (Ambiguity.SHEETS, "Individuals")]
    assert [one.way for one in (found.whole, *found.whole.others)] == [(Ambiguity.SHEETS, ""), *sheets]
    book["Organisations"].row_dimensions[3].hidden = True
    out = io.BytesIO()
    book.save(out)
    both = files.read("x.xlsx", out.getvalue())
    assert [one.way for one in both.others] == [(Ambiguity.ROWS, "all"), *sheets]


def test_sheets_that_name_no_columns_are_asked_about_too() -> None:
    found = ListReading(files.read("x.xlsx", workbook([["Harbour Watch"], ["Hill Fund"]], [["Shore Union"]])))
    assert [one.where for one in found.entries()] == ["1 (Sheet)", "2 (Sheet)", "1 (Sheet1)"]
    assert [one.ask for one in found.open] == ["reading", "kind"]


@pytest.mark.parametrize("value", [True, 0.5, date(2025, 3, 1), "#REF!", "=UPPER(A1)"])
def test_what_is_no_text_is_never_taken_for_a_name(value: object) -> None:
    [one] = rows("x.xlsx", workbook([["Organisation", "Country"], [value, "Kenya"]]))
    assert doubts.doubts(one.name) != ()


def test_a_dimension_that_lies_hides_no_row_and_ends_of_lines_leave_the_names() -> None:
    data = workbook([["Organisation", "Country"], ["Women’s Aid_x000D_", "Kenya"], ["Human\nRights", "Peru"]])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            if part.endswith("sheet1.xml"):
                text = text.replace(b"<sheetData>", b'<dimension ref="A1"/><sheetData>')
            new.writestr(part, text)
    assert [one.name for one in rows("x.xlsx", out.getvalue())] == ["Women’s Aid", "Human Rights"]


def test_a_locked_file_is_said_to_be_locked() -> None:
    locked = b"\xd0\xcf\x11\xe0" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")
    assert refused(files.read, "x.xlsx", locked).reason is Reason.LOCKED_FILE
