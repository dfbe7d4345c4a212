"""Put the letter's text above the list, in each format: read back by the format's own library."""

import io
import re
from datetime import UTC, datetime

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from models.publishing.exports import reading
from models.sheets import EditionSheet, Embargo
from models.terms import Format
from tests.models.lists import edition, entry, exported, written

WHOLE = (
    "# What we ask\n\nWithdraw **it** and *this*.[^1]\n\n- one\n  - two\n\n| Year | Sum |\n|---|--:|\n| 2020 | 5 |\n\n"
    "שלום **עולם** *כאן*.\n\n- مرحبا.\n- Hello.\n\n[^1]: A *source*."
)
THIRTY = f"|{'a|' * 30}\n|{'-|' * 30}\n|{'b|' * 30}"


def with_text(body: str, **more: object) -> EditionSheet:
    return edition(entry("Riverlight"), text_body=body, **more)


def in_word(body: str) -> "docx.document.Document":
    return docx.Document(io.BytesIO(exported(with_text(body), Format.DOCX, with_text=True).data))


def in_pdf(body: str) -> str:
    pages = pypdfium2.PdfDocument(exported(with_text(body), Format.PDF, with_text=True).data)
    return "".join(page.get_textpage().get_text_range() for page in pages)


def test_word_has_the_table_and_the_footnote_as_its_own() -> None:
    document = in_word(WHOLE)
    [table] = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Year", "Sum"], ["2020", "5"]]
    [reference] = document.element.body.iter(qn("w:footnoteReference"))
    [notes] = [part for part in document.part.package.iter_parts() if part.partname == "/word/footnotes.xml"]
    assert reference.get(qn("w:id")) == "1"
    assert b'w:footnote w:id="1"' in notes.blob
    assert b"source" in notes.blob


def test_word_keeps_bold_and_italics_of_what_runs_from_the_right() -> None:
    [paragraph] = [one for one in in_word(WHOLE).paragraphs if "שלום" in one.text]
    runs = {run.text: run for run in paragraph.runs}
    assert runs["עולם"].font.cs_bold
    assert runs["כאן"].font.cs_italic
    assert all(run.font.rtl for run in paragraph.runs), "a full stop too, or it stands at the other end"


def test_word_wants_the_direction_before_the_indent() -> None:
    [paragraph] = [one for one in in_word(WHOLE).paragraphs if "مرحبا" in one.text]
    order = [child.tag for child in paragraph._p.get_or_add_pPr()]
    assert order.index(qn("w:bidi")) < order.index(qn("w:ind"))


def test_a_changed_cell_or_footnote_is_seen_when_a_file_is_compared() -> None:
    words = reading.words(exported(with_text(WHOLE), Format.DOCX, with_text=True).data, Format.DOCX)
    assert {"2020", "5", "A source."} <= set(words)


def test_a_pdf_has_the_table_and_the_footnote_and_can_be_read_aloud() -> None:
    words = in_pdf(WHOLE)
    assert re.search(r"Year\s+Sum\s+2020\s+5", words)
    assert "A source." in words
    assert b"pdfuaid" in exported(with_text(WHOLE), Format.PDF, with_text=True).data


@pytest.mark.parametrize("as_", [Format.PDF, Format.DOCX])
def test_a_table_too_wide_for_a_page_is_lines(as_: Format) -> None:
    words = in_pdf(THIRTY) if as_ is Format.PDF else "\n".join(part.text for part in in_word(THIRTY).paragraphs)
    assert len(re.findall(r"a:\s*b", words)) == 30
    assert in_word(THIRTY).tables == []


@pytest.mark.parametrize(
    "body",
    [
        "> " * 9 + "deep",
        "- " * 12 + "deep",
        "[^1]\n\n[^1]:\n    - a\n    - b",
        "x[^1] y[^1]\n\n[^1]: z",
        "***",
        "|a|\n|-|",
    ],
)
def test_any_text_is_set_and_nothing_of_it_is_lost(body: str) -> None:
    for words in (in_pdf(body), "\n".join(part.text for part in in_word(body).paragraphs)):
        assert "deep" not in body or "deep" in words
    assert b"pdfuaid" in exported(with_text(body), Format.PDF, with_text=True).data


@pytest.mark.parametrize("as_", Format)
def test_each_file_says_until_when_it_is_embargoed_and_none_after_publication(as_: Format) -> None:
    embargo = Embargo(datetime(2025, 2, 17, 10, tzinfo=UTC), "Europe/Paris")
    until = "Embargoed until Monday 17 February 2025, 11:00 in Europe/Paris (17 February 2025, 10:00 UTC)."
    before = with_text("We ask.", name=None, number=0, embargo=embargo)
    for sheet, said in ((before, True), (with_text("We ask."), False)):
        data = exported(sheet, as_, with_text=True).data
        if as_ is Format.PDF:
            pages = pypdfium2.PdfDocument(data)
            words = "".join(page.get_textpage().get_text_range() for page in pages)
        else:
            words = "\n".join(reading.words(data, as_))
        assert (until in " ".join(words.split())) is said


@pytest.mark.parametrize("as_", [Format.MARKDOWN, Format.TEXT, Format.HTML])
def test_a_title_and_an_addressee_that_the_text_brings_are_printed_once(as_: Format) -> None:
    said = written(
        with_text("# A joint letter\n\nTo the Home Secretary, London\n\nWe ask."), as_, with_text=True
    )
    words = re.sub("<title>.*</title>", "", said)
    assert words.count("A joint letter") == 1
    assert words.lower().count("home secretary") == 1
    assert "The Home Secretary" in written(with_text("We ask."), as_, with_text=True)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("[Read](javascript:alert(1))", "Read (link left out: it isn't a web or e-mail address)"),
        ("[Read](https://a:b@example.org)", "Read (link left out: it has a user name or password in it)"),
        ("![Read](file:///etc/passwd)", "Read"),
        ("<a href='javascript:x()'>Read</a>", "\\<a href='javascript:x()'>Read\\</a>"),
    ],
)
def test_markdown_prints_as_text_what_is_no_link_elsewhere_either(typed: str, printed: str) -> None:
    assert printed in written(with_text(f"We *ask*.\n\n{typed}"), Format.MARKDOWN, with_text=True)


@pytest.mark.parametrize(
    "typed", ["*one* _two_\n* three", "[Read](https://example.org/a)", "<https://example.org>", "a < b"]
)
def test_markdown_keeps_a_text_as_it_was_typed(typed: str) -> None:
    assert typed in written(with_text(typed), Format.MARKDOWN, with_text=True)
