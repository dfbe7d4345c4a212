"""A letter that was written in Word."""

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from models import manuscripts
from models.refusal import Reason
from models.sheets import LeftOut
from tests.models.makers import refused
from tests.models.written import W, archive, deleted, inserted, run, saved, word


def read(data: bytes) -> manuscripts.Manuscript:
    return manuscripts.read("letter.docx", data)


def test_headings_lists_quotes_tables_and_emphasis_come_along() -> None:
    document = docx.Document()
    document.add_heading("A joint letter", 0)
    document.add_heading("What we ask", 1)
    document.add_paragraph("Withdraw ").add_run("it").bold = True
    for words, style in (("one", "List Bullet"), ("deeper", "List Bullet 2"), ("said", "Quote")):
        document.add_paragraph(words, style=style)
    table = document.add_table(2, 2)
    for cell, words in zip(
        (cell for row in table.rows for cell in row.cells), ("Year", "Sum", "2020", "5"), strict=True
    ):
        cell.text = words
    assert read(saved(document)).body == (
        "# A joint letter\n\n# What we ask\n\nWithdraw **it**\n\n- one\n  - deeper\n\n> said\n\n"
        "| Year | Sum |\n| --- | --- |\n| 2020 | 5 |"
    )


def test_what_was_typed_is_not_read_as_markdown() -> None:
    assert read(word("2 * 3 * 4 and _x_", "1. no list", "# no heading", "a <b>")).body == (
        "2 \\* 3 \\* 4 and \\_x\\_\n\n1\\. no list\n\n\\# no heading\n\na \\<b>"
    )


def test_tracked_changes_are_read_as_accepted_and_as_they_were_before() -> None:
    data = word(run("We ask for ") + deleted("three") + inserted("two") + run(" things."), inserted("More."))
    found = read(data)
    assert found.body == "We ask for two things.\n\nMore."
    assert found.before == "We ask for three things."


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="9" w:author="A"/></w:rPr></w:pPr>'
    found = read(word(mark + run("One "), run("two.")))
    assert found.body == "One two."
    assert found.before == "One\n\ntwo."


def test_a_document_without_tracked_changes_asks_nothing() -> None:
    assert read(word("We ask.")).before is None


def test_words_in_fields_and_ruby_stay_and_hidden_ones_go() -> None:
    ruby = "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>かん</w:t></w:r></w:rt><w:rubyBase>"
    found = read(
        word(
            f'<w:fldSimple w:instr="DATE">{run("29 November")}</w:fldSimple>',
            f"{ruby}<w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            run("shown ") + run("secret", "<w:vanish/>"),
        )
    )
    assert found.body == "29 November\n\n漢\n\nshown"
    assert found.left_out == {LeftOut.HIDDEN: 1}


def test_what_is_written_from_the_right_keeps_its_bold() -> None:
    assert read(word(run("שלום", "<w:bCs/><w:rtl/>"))).body == "**שלום**"


def test_images_comments_and_letterheads_are_named_as_left_out() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("We ask.")
    document.add_comment(paragraph.runs, text="Really?", author="A")
    document.add_picture("docs/pictures/reading.png")
    document.sections[0].header.paragraphs[0].text = "The Coalition"
    document.sections[0].footer.paragraphs[0].text = "1"
    found = read(saved(document))
    assert found.body == "We ask."
    assert found.left_out == {LeftOut.IMAGE: 1, LeftOut.COMMENT: 1, LeftOut.EDGE: 1}


def test_links_that_run_something_lose_it() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("See ")
    for target in ("https://example.org/r", "javascript:alert(1)", "https://a:b@example.org"):
        link = document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        element = docx.oxml.parse_xml(
            f'<w:hyperlink {W} xmlns:r="{space}" r:id="{link}">{run("this")}</w:hyperlink>'
        )
        paragraph._p.append(element)
    found = read(saved(document))
    assert found.body == "See [this](<https://example.org/r>)thisthis"
    assert found.left_out == {LeftOut.LINK: 2}


@pytest.mark.parametrize("keeps", [0, 50, 500, 5000, -200, -20])
def test_a_damaged_document_is_refused(keeps: int) -> None:
    data = word("We ask.")[:keeps]
    if keeps:
        assert refused(read, data).reason is Reason.NOT_TEXT


def test_a_document_that_unpacks_without_end_is_refused() -> None:
    huge = archive({"word/document.xml": b"<x>" + b" " * (9 * 2**20) + b"</x>"})
    assert refused(read, huge).reason is Reason.TOO_LARGE_TEXT
    styles = archive({"word/document.xml": "<x/>", "word/styles.xml": b" " * (9 * 2**20)})
    assert refused(read, styles).reason is Reason.TOO_LARGE_TEXT
    entities = archive({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'})
    assert refused(read, entities).reason is Reason.NOT_TEXT


def test_another_file_of_office_is_no_letter() -> None:
    assert refused(read, archive({"xl/workbook.xml": "<x/>"})).reason is Reason.NOT_TEXT
    assert refused(read, archive({"word/document.xml": "<x/>"})).reason is Reason.NOT_TEXT
