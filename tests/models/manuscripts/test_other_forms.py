"""A letter from LibreOffice, from a web page, and as Google Docs exports it."""

import contextlib
import time

import pytest

from models import manuscripts
from models.refusal import Reason, Refusal
from models.sheets import LeftOut
from tests.models.makers import refused
from tests.models.written import open_document

BOLD = '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'


def from_office(text: str, styles: str = "") -> manuscripts.Manuscript:
    return manuscripts.read("letter.odt", open_document(text, styles))


def from_page(text: str) -> manuscripts.Manuscript:
    return manuscripts.read("letter.html", text.encode())


def test_an_open_document_brings_headings_emphasis_and_footnotes() -> None:
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    found = from_office(
        '<text:h text:outline-level="1">What we ask</text:h><text:p>Withdraw <text:span text:style-name="B">it'
        f"</text:span>{note}<text:p>A source.</text:p></text:note-body></text:note>, now.</text:p>",
        BOLD,
    )
    assert found.body == "# What we ask\n\nWithdraw **it**[^1], now.\n\n[^1]: A source."


def test_what_was_typed_in_an_open_document_is_not_read_as_markdown() -> None:
    found = from_office(
        "<text:p>2 * 3 * 4 and _x_</text:p><text:p>1. no list</text:p><text:p># no [x](y)</text:p>"
    )
    assert found.body == "2 \\* 3 \\* 4 and \\_x\\_\n\n1\\. no list\n\n\\# no \\[x\\](y)"


def test_changes_in_an_open_document_are_read_as_accepted_and_as_they_were_before() -> None:
    region = '<text:changed-region text:id="{}">{}</text:changed-region>'
    regions = region.format("a", "<text:insertion/>") + region.format(
        "b", "<text:deletion><text:p>three</text:p></text:deletion>"
    )
    found = from_office(
        f'<text:tracked-changes>{regions}</text:tracked-changes><text:p>We ask for <text:change text:change-id="b"/>'
        '<text:change-start text:change-id="a"/>two<text:change-end text:change-id="a"/> things.</text:p>'
    )
    assert found.body == "We ask for two things."
    assert found.before == "We ask for three things."


def test_comments_of_an_open_document_are_named_as_left_out() -> None:
    found = from_office(
        "<text:p>We <office:annotation><text:p>Really?</text:p></office:annotation>ask.</text:p>"
    )
    assert found.body == "We ask."
    assert found.left_out == {LeftOut.COMMENT: 1}


def test_a_locked_open_document_says_so() -> None:
    locked = open_document("", more={"META-INF/manifest.xml": "<x><encryption-data/></x>"})
    assert refused(manuscripts.read, "x.odt", locked).reason is Reason.LOCKED_FILE


def test_a_page_of_google_docs_keeps_its_styles_and_footnotes() -> None:
    found = from_page(
        "<html><head><style>.c1{font-weight:700}.c2{font-style:italic}.c3{display:none}</style></head><body>"
        '<p><span class="c1">Bold</span><span> and </span><span class="c2">italic</span><sup><a href="#ftnt1" '
        'id="ftnt_ref1">[1]</a></sup>.<span class="c3">hidden</span></p><ul><li>a</li><ul><li>b</li></ul></ul>'
        '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a>&nbsp;A source.</p></div></body></html>'
    )
    assert found.body == "**Bold** and *italic*[^1].\n\n- a\n  - b\n\n[^1]: A source."


def test_nothing_of_a_page_runs_or_is_fetched() -> None:
    found = from_page(
        '<html><body onload="x()"><script>bad()</script><p onclick="x()">We <a href="javascript:x()">ask</a> '
        '<a href="https://u:p@e.example">you</a>.<img src="https://e.example/spy.png"></p><iframe src="/x">i</iframe>'
        "<form><p>in a form</p></form></body></html>"
    )
    assert found.body == "We ask you."
    assert found.left_out == {LeftOut.IMAGE: 1, LeftOut.LINK: 2}


def test_tables_of_thirty_columns_and_of_one_are_read() -> None:
    cells = "".join(f"<td>c{number}</td>" for number in range(30))
    body = from_page(f"<html><table><tr>{cells}</tr><tr>{cells}</tr></table></html>").body
    assert body.split("\n")[2].count("| c") == 30
    assert from_page("<html><table><tr><td><p>One</p><p>Two</p></td></tr></table></html>").body == "One\n\nTwo"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.md", "![" * 200_000),
        ("x.html", f"<html><style>{'.a{' * 200_000}</style><p>x"),
        ("x.html", f"<html><p><b>a{'-' * 39_000}b</b>"),
        ("x.html", "<html>" + "<a href=#fn1>1</a><p id=fn1>x" * 3_000),
        ("x.html", "<html>" + "<p>We ask. " * 40_000),
    ],
)
def test_no_file_holds_the_reader_up(name: str, data: str) -> None:
    begun = time.process_time()
    with contextlib.suppress(Refusal):
        manuscripts.read(name, data.encode())
    assert time.process_time() - begun < 20


def test_a_footnote_that_two_paragraphs_claim_to_be_takes_none_away() -> None:
    found = from_page('<html><p>One<a href="#fn1">1</a></p><p id="fn1">first</p><p id="fn1">second</p></html>')
    assert "first" in found.body
    assert "second" in found.body


def test_a_page_nested_without_end_is_refused() -> None:
    assert refused(from_page, "<html>" + "<div>" * 5000).reason is Reason.NOT_TEXT


def test_a_page_in_another_encoding_is_read_as_it_says() -> None:
    page = '<html><head><meta charset="windows-1252"></head><body><p>Café</p></body></html>'
    assert manuscripts.read("letter.html", page.encode("cp1252")).body == "Café"


def test_markdown_stands_as_it_was_typed_without_the_pictures_of_google_docs() -> None:
    typed = (
        "# **What we ask**\n\n1\\. Not a list ![][image1]\n\nEnd.\n\n[image1]: <data:image/png;base64,AAAA>\n"
    )
    found = manuscripts.read("letter.md", typed.encode())
    assert found.body.strip() == "# **What we ask**\n\n1\\. Not a list \n\nEnd."
    assert found.left_out == {LeftOut.IMAGE: 1}
    typed = "Dear *Minister*,\r\n  we ask.\n"
    assert manuscripts.read("letter.txt", typed.encode()).body == typed


def test_a_text_in_eight_scripts_is_kept_letter_by_letter() -> None:
    said = "English. Українська. Ελληνικά. العربية. עברית. 中文。 हिन्दी। ไทย 한국어."
    assert from_page(f"<html><p>{said}</p></html>").body == said
    assert from_office(f"<text:p>{said}</text:p>").body == said
