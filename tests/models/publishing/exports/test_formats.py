"""Each format is read back by a reader that is not ours, and holds every name as it is, and nothing else."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import docx
import pypdfium2
import pytest
from markdown_it import MarkdownIt

from models.publishing.editions import digest_of
from models.publishing.exports import ENDINGS, fonts
from models.terms import Format, Grouping
from tests.models.lists import AT, HARD, edition, entry, exported, hard, written

LIST = hard()
NAMES = [one.name for one in LIST.entries]
INVISIBLE = re.compile("[\u200b\u200e\u2066-\u2069]")
"""What formats put beside a name; reading it in again takes it away (``cleaning.printable``)."""


class Page(HTMLParser):
    """Texts of the ``bdi`` elements, and every tag."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.mark.parametrize("as_", Format)
def test_every_format_prints_the_digest_of_the_list(as_: Format) -> None:
    file = exported(LIST, as_)
    assert file.name == f"list-2.{ENDINGS[as_]}"
    if as_ is Format.DOCX:
        words = "\n".join(part.text for part in docx.Document(io.BytesIO(file.data)).paragraphs)
    elif as_ is Format.PDF:
        words = pdf_words(file.data)
    else:
        words = file.data.decode()
    assert LIST.digest in words


@pytest.mark.parametrize("as_", Format)
def test_the_same_list_gives_the_same_words(as_: Format) -> None:
    if as_ is not Format.DOCX:  # a zip archive holds the instant of its making
        assert exported(LIST, as_).data == exported(LIST, as_).data


def test_a_list_that_was_not_published_is_named_after_its_instant() -> None:
    assert exported(edition(name=None, number=0), Format.TEXT).name == "list-20250213-2245.txt"


def test_text_begins_each_name_with_its_number_and_isolates_what_runs_from_the_right() -> None:
    lines = written(LIST, Format.TEXT).splitlines()
    assert "Organisations: 15" in lines
    assert "12. Left | Right Institute (United Kingdom)" in [re.sub(r"^\d+", "12", line) for line in lines]
    [arabic] = [line for line in lines if "مؤسسة" in line]
    assert re.fullmatch("\u200e\\d+\\. \u2068مؤسسة التعبير الرقمي العربي\u2069 \\(Egypt\\)", arabic)


def test_a_name_cannot_pass_for_a_heading_or_another_name() -> None:
    assert "\n1. Individuals: 300\n" in written(edition(entry("Individuals: 300")), Format.TEXT)


def test_markdown_is_one_table_a_heading_with_every_name_as_it_is() -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(written(LIST, Format.MARKDOWN))
    cells = [
        "".join(child.content for child in part.children or ())
        for before, part in pairwise(tokens)
        if before.type == "td_open"
    ]
    assert [token.type for token in tokens].count("table_open") == 2
    assert set(NAMES) <= {INVISIBLE.sub("", cell) for cell in cells}
    inner = [child for token in tokens for child in token.children or ()]
    assert {one.type for one in inner} <= {
        "text",
        "text_special",
        "strong_open",
        "strong_close",
        "link_open",
        "link_close",
    }
    assert [one.attrs["href"] for one in inner if one.type == "link_open"] == ["mailto:letter@example.org"]


def test_markdown_pings_nobody() -> None:
    assert not re.search(r"@\w", written(edition(entry("@everyone Rights@Work")), Format.MARKDOWN))


def test_markdown_says_the_kind_where_no_heading_does() -> None:
    assert "| No. | Name | Kind |" in written(edition(entry("One")), Format.MARKDOWN, grouping=Grouping.NONE)


def test_html_holds_no_element_and_no_address_that_a_name_brought() -> None:
    page = Page(written(LIST, Format.HTML, with_text=True))
    assert set(NAMES) <= set(page.texts)
    assert "script" not in page.tags
    assert "i" not in page.tags
    assert [value for name, value in page.attributes if name in ("src", "href")] == ["https://example.org/a"]


def test_html_says_language_and_lets_each_name_run_its_own_way() -> None:
    page = written(LIST, Format.HTML)
    assert '<html lang="en" dir="ltr">' in page
    assert '<bdi lang="ja">日本消費者連盟</bdi>' in page
    assert '<bdi lang="zh-Hant">台灣人權促進會</bdi>' in page
    assert '<bdi lang="ar">مؤسسة' in page
    assert "<bdi>Ærøskøbing Forening</bdi>" in page


def test_the_letters_headings_stand_below_its_title() -> None:
    page = written(LIST, Format.HTML, with_text=True)
    assert page.count("<h1") == 1
    assert "<h2>Open letter</h2>" in page


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_no_cell_of_csv_runs_as_a_formula() -> None:
    found = rows(written(LIST, Format.CSV))
    assert not [cell for row in found for cell in row.values() if cell[:1] in ("=", "+", "-", "@")]
    assert {row["name"].removeprefix("'") for row in found} == set(NAMES)
    assert "'+972 Magazine" in [row["name"] for row in found]


def test_csv_says_in_every_row_which_list_it_is() -> None:
    found = rows(written(LIST, Format.CSV))
    assert {(row["list"], row["list_sha256"]) for row in found} == {
        ("Published list no. 2 (update)", LIST.digest)
    }
    assert exported(LIST, Format.CSV).data.startswith("\ufeff".encode())


def test_the_digest_can_be_computed_from_the_json_alone() -> None:
    document = json.loads(written(LIST, Format.JSON))
    assert digest_of(document["list"]) == document["sha256"] == LIST.digest
    assert [one["name"] for one in document["signatories"]] == NAMES


def test_docx_holds_every_name_and_marks_what_runs_from_the_right() -> None:
    document = docx.Document(io.BytesIO(exported(LIST, Format.DOCX, with_text=True).data))
    runs = {INVISIBLE.sub("", run.text): run for paragraph in document.paragraphs for run in paragraph.runs}
    assert set(NAMES) <= set(runs)
    assert runs["مؤسسة التعبير الرقمي العربي"].font.rtl
    assert not runs["Ærøskøbing Forening"].font.rtl
    assert 'w:eastAsia="ja-JP"' in runs["日本消費者連盟"]._element.xml
    assert runs["withdrawn"].bold
    styles = [part.style.name for part in document.paragraphs if part.style]
    assert "Title" in styles
    assert "Heading 1" in styles


def pdf_words(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "".join(page.get_textpage().get_text_range() for page in document).replace("\ufffe", "")


def test_pdf_holds_every_name() -> None:
    words = re.sub(r"\s|\u200b", "", pdf_words(exported(LIST, Format.PDF, with_text=True).data))
    for name, _ in HARD:
        if not re.search("[\u0590-\u06ff]", name):
            assert re.sub(r"\s", "", name) in words, name
    assert "Weaskthatitbewithdrawn" in words


ARABIC = "الجمعية الوطنية للدفاع عن حقوق الإنسان والحريات الرقمية والخصوصية في العالم العربي وشمال أفريقيا"
HEBREW = "האגודה הלאומית להגנה על זכויות האדם, החירויות הדיגיטליות והפרטיות במזרח התיכון ובצפון אפריקה"
MIXED = f"Global Association for the Defence of Encryption {ARABIC[:40]} and all its members everywhere"


def test_a_long_name_from_the_right_starts_beside_its_number_and_stays_in_its_column() -> None:
    names = (ARABIC, HEBREW, MIXED, *(f"Short {number:02}" for number in range(11)))
    page = pypdfium2.PdfDocument(exported(edition(*map(entry, names)), Format.PDF).data)[0]
    text = page.get_textpage()
    said = text.get_text_range()
    first, last = said.index("(14)") + len("(14)"), said.index("In alphabetical order")
    drawn = [(said[at], text.get_charbox(at, loose=True)) for at in range(first, last) if said[at].strip()]
    margin, gutter = 2 / 2.54 * 72, 14
    edge = (page.get_width() - gutter) / 2  # of the first column; fourteen lines fit into it
    assert min(left for _, (left, _bottom, _right, _top) in drawn) >= margin - 1
    assert max(right for _, (_left, _bottom, right, _top) in drawn) <= edge
    points = [box for one, box in drawn if one == "."]
    for _left, bottom, end, top in points:
        assert any(left > end and low < (bottom + top) / 2 < high for _, (left, low, _right, high) in drawn)
    assert len(points) == len(names)


def test_pdf_is_tagged_titled_and_dated_with_the_list() -> None:
    document = pypdfium2.PdfDocument(exported(LIST, Format.PDF).data)
    assert document.is_tagged()
    assert document.get_metadata_value("Title") == "A joint letter"
    assert document.get_metadata_value("CreationDate").startswith(f"D:{AT:%Y%m%d%H%M%S}")


def test_pdf_promises_to_be_read_aloud_unless_a_character_has_no_shape() -> None:
    assert b"pdfuaid" in exported(LIST, Format.PDF).data
    without = exported(edition(entry("Odd \U000f0001 Body")), Format.PDF)
    assert b"pdfuaid" not in without.data
    assert without.unprintable == ("Odd \U000f0001 Body",)


def test_memory_does_not_grow_with_every_list() -> None:
    def held() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4 // 1024

    def draw(one: int) -> int:
        exported(edition(*(entry(f"Name {one} {number}") for number in range(1500))), Format.PDF)
        return held()

    if not Path("/proc/self/statm").exists():
        pytest.skip("only Linux says how much memory is held")
    megabytes = [draw(one) for one in range(8)]
    assert megabytes[-1] - megabytes[1] < 60, megabytes


def test_our_own_fonts_have_a_shape_for_the_scripts_that_we_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    folders = tuple(map(str, fonts._folders()))
    ours = [info for info in fonts.book().fonts() if info.path and info.path.startswith(folders)]

    class OnlyOurs:
        def fonts(self) -> list[object]:
            return list(ours)

    monkeypatch.setattr(fonts, "book", OnlyOurs)
    promised = (
        "Ærø", "Ελλ", "Київ", "العربية", "עברית", "人权", "人權", "日本の", "한국", "संस्था", "বাংলা", "தமிழ்",
        "తెలుగు", "ไทย", "ລາວ", "ខ្មែរ", "မြန်မာ", "አማርኛ", "“–”",
    )  # fmt: skip
    assert fonts.without_shape(promised) == ()
    assert fonts.without_shape(["Odd \U000f0001"]) == ("Odd \U000f0001",)


@pytest.mark.parametrize(
    "body", ["## Second first\n\n#### Fourth", "text only", "- a\n  - b\n\n> q", "```\nx\n```"]
)
def test_any_text_can_be_set(body: str) -> None:
    sheet = edition(entry("One"), text_body=body)
    assert b"pdfuaid" in exported(sheet, Format.PDF, with_text=True).data
    assert exported(sheet, Format.DOCX, with_text=True).data
