"""Pages and documents: names under headings, in lists, tables and paragraphs; what is no list is left and noted."""

import io
from typing import Any

import docx
import pytest

from models.geography import countries
from models.importing import files
from models.importing.columns.listing import Left
from models.importing.columns.reading import ListReading
from models.refusal import Reason
from models.terms import Kind
from tests.models.makers import refused

ORG, COMPANY, PERSON = Kind.ORGANISATION, Kind.COMPANY, Kind.INDIVIDUAL
Row = tuple[str, Kind, str, str]


def read(name: str, data: str | bytes) -> ListReading:
    return ListReading(files.read(name, data if isinstance(data, bytes) else data.encode()))


def rows(name: str, data: str | bytes) -> list[Row]:
    return [
        (one.name, one.kind, countries.find(one.country), one.affiliation) for one in read(name, data).entries()
    ]


PAGE = """<!doctype html><html><head><title>x</title><script>"<li>no</li>"</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li>About</li></ul></nav><main><h1>Call</h1><p>We ask. <b>Now.</b></p>
<ul><li>a point of the call</li></ul><h2>Organisations</h2>
<ol><li><a href="https://one.example">Network One</a> (France)</li><li>Forum Two &amp; Friends</li></ol>
<p><strong>Individuals</strong></p><p><cite>Ana P&eacute;rez</cite>, Lab One<br>Luis Gil &mdash; Lab Two</p>
<table><tr><th>Organisation</th><th>Country</th></tr><tr><td>House Three<td>Spain</tr></table>
</main><footer><ul><li>Imprint</li></ul></footer></body></html>"""


def test_a_web_page_is_read_as_its_reader_sees_it() -> None:
    assert rows("page.html", PAGE) == [
        ("Network One", ORG, "FR", ""),
        ("Forum Two & Friends", ORG, "", ""),
        ("House Three", ORG, "ES", ""),
        ("Ana Pérez", PERSON, "", "Lab One"),
        ("Luis Gil", PERSON, "", "Lab Two"),
    ]
    found = read("page.html", PAGE)
    assert [(note.left, note.name, note.rows) for note in found.listing.notes] == [
        (Left.LIST, "Call", ("a point of the call", "We ask. Now."))
    ]
    assert found.entries()[0].website == "https://one.example"


def test_a_page_that_was_pasted_or_saved_as_a_spreadsheet_is_a_page() -> None:
    table = "<table><tr><td>Organisation<td>Pays</tr><tr><td>Réseau Un<td>Maroc</tr></table>"
    assert rows("x.xls", table) == rows("x.txt", table) == [("Réseau Un", ORG, "MA", "")]


def test_names_set_as_headings_with_lines_about_them_are_names() -> None:
    cards = "".join(
        f"<div><h4>{name}</h4><p>{where}</p></div>" for name, where in (("One", "Kenya"), ("Two", "Peru"))
    )
    assert rows("x.html", f"<h1>Call</h1><h2>Supporting organisations</h2>{cards}") == [
        ("One", ORG, "KE", ""),
        ("Two", ORG, "PE", ""),
    ]


def test_code_comments_tags_and_settings_of_markdown_are_no_names() -> None:
    text = (
        "---\ntitle: Who\n---\n# Signatories\n\nAdd your line:\n\n```\n- **Name** - *Affiliation*\n```\n"
        "{% include x %}\n<!-- - Old One -->\n## Organisations\n- **Network One** - *Berlin* - https://one.example\n"
        "- Forum Two\n\n## Individuals\n- **Ana Pérez** — *Lab One*\n- Luis Gil, Lab Two\n"
    )
    assert rows("x.md", text) == [
        ("Network One", ORG, "", ""),
        ("Forum Two", ORG, "", ""),
        ("Ana Pérez", PERSON, "", "Lab One"),
        ("Luis Gil", PERSON, "", "Lab Two"),
    ]
    found = read("x.md", text)
    assert (found.entries()[0].place, found.entries()[0].website) == ("Berlin", "https://one.example")
    assert found.listing.notes[0].left is Left.CODE


def test_tables_with_different_columns_are_put_together_by_what_they_hold() -> None:
    text = (
        "## Individual Signatories\n\n| # | Name | Role | Affiliation | Country |\n|---|---|---|---|---|\n"
        "| 1 | Ana Pérez | Professor | Lab One | Spain |\n\n## Organisations\n\n"
        "| # | Organization | Type | Country | Representative |\n|---|---|---|---|---|\n"
        "| 1 | Network One | NGO | France | Eva Roy |\n"
    )
    assert rows("x.md", text) == [("Ana Pérez", PERSON, "ES", "Lab One"), ("Network One", ORG, "FR", "")]
    first, second = read("x.md", text).entries()
    assert (first.note, second.person) == ("Professor", "Eva Roy")


def a_document(*blocks: Any) -> bytes:
    made = docx.Document()
    for block in blocks:
        if isinstance(block, list):
            table = made.add_table(rows=0, cols=len(block[0]))
            for line in block:
                for cell, text in zip(table.add_row().cells, line, strict=True):
                    cell.text = text
        else:
            style, text = block
            made.add_paragraph(text, style=style)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_document_is_read_by_its_headings_lists_and_tables() -> None:
    data = a_document(
        ("Title", "Open letter"),
        (None, "We, the undersigned, ask for more time for all of us."),
        ("Heading 1", "Organisations"),
        ("List Bullet", "Network One"),
        ("List Bullet", "Forum Two"),
        ("Heading 1", "Individuals"),
        [("Name", "Affiliation", "Country"), ("Ana Pérez", "Lab One", "Spain")],
    )
    assert rows("letter.docx", data) == [
        ("Network One", ORG, "", ""),
        ("Forum Two", ORG, "", ""),
        ("Ana Pérez", PERSON, "ES", "Lab One"),
    ]


def test_a_document_of_paragraphs_alone_is_read_too() -> None:
    made = docx.Document()
    for text, bold in (
        ("Organisationen", True),
        ("Netz Eins", False),
        ("Forum Zwei", False),
        ("Einzelpersonen", True),
    ):
        made.add_paragraph().add_run(text).bold = bold
    for name, where in (("Anna Groß", "Institut Eins"), ("Beat Weiß", "Institut Zwei")):
        line = made.add_paragraph()
        line.add_run(name).bold = True
        line.add_run(f", {where}")
    out = io.BytesIO()
    made.save(out)
    assert rows("x.docx", out.getvalue()) == [
        ("Netz Eins", ORG, "", ""),
        ("Forum Zwei", ORG, "", ""),
        ("Anna Groß", PERSON, "", "Institut Eins"),
        ("Beat Weiß", PERSON, "", "Institut Zwei"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "x.yml",
            "letter:\n  sincerely:\n    - name: Ana Pérez\n      role: Chair\n      organization:\n"
            "        name: Lab One\n"
            "        url: https://one.example\n  supported_by:\n    - name: Luis Gil\n      role: Chair\n"
            "      organization:\n        name: Lab Two\n        url:\n",
            [("Ana Pérez", PERSON, "", "Lab One"), ("Luis Gil", PERSON, "", "Lab Two")],
        ),
        (
            "x.yml",
            "letter:\n  signatories:\n    Kenya:\n      - Network One\n    Côte d'Ivoire:\n      - name: Maison Deux\n",
            [("Network One", ORG, "KE", ""), ("Maison Deux", ORG, "CI", "")],
        ),
        (
            "x.json",
            '{"data": {"tags": ["a"], "letter": {"signedBy": [{"person": {"firstName": "Ana", "lastName": "Roy"}, '
            '"employer": "Lab One", "countryCode": "ES"}]}}}',
            [("Ana Roy", PERSON, "ES", "Lab One")],
        ),
        (
            "x.json",
            '{"companies": ["One Ltd"], "individuals": [{"name": "Ana Roy", "affiliation": "Lab One"}], '
            '"notes": ["n"]}',
            [("One Ltd", COMPANY, "", ""), ("Ana Roy", PERSON, "", "Lab One")],
        ),
    ],
)
def test_lists_are_found_at_any_depth_of_a_programs_file(name: str, text: str, expected: list[Row]) -> None:
    assert rows(name, text) == expected


def test_a_page_that_is_nested_without_end_is_refused() -> None:
    assert refused(files.read, "x.html", b"<html><body>" + b"<div>" * 300).reason is Reason.UNREADABLE_FILE


def test_paragraphs_under_signatories_are_names_beside_a_table_of_people() -> None:
    page = (
        "<h2>Letter</h2><p>We ask.</p><h2>Signed by</h2><p>Network One, Kenya<br>Forum Two, France<br>"
        "House Three, Peru</p>"
        "<h3>Individuals</h3><table><tr><th>Name</th><th>Affiliation</th></tr><tr><td>Ana Roy</td>"
        "<td>Lab One</td></tr></table>"
    )
    assert [name for name, *_ in rows("a.html", page)] == ["Network One", "Forum Two", "House Three", "Ana Roy"]


def test_lines_under_signatories_that_are_not_read_are_counted() -> None:
    page = (
        "<h2>Signatories</h2><p>Network One</p><h3>Individuals</h3><ul><li>Ana Roy, Lab One</li>"
        "<li>Luis Gil, Lab Two</li></ul>"
    )
    assert [(one.left, one.count, one.name) for one in read("a.html", page).listing.notes] == [
        (Left.LIST, 1, "Signatories")
    ]


def test_terms_with_descriptions_are_names_with_what_is_said_of_them() -> None:
    page = "<h2>Organisations</h2><dl><dt>Network One<dd>Kenya<dt>Forum Two<dd>France</dl>"
    assert rows("a.html", page) == [("Network One", ORG, "KE", ""), ("Forum Two", ORG, "FR", "")]


def test_lists_under_parts_of_the_world_are_all_read() -> None:
    page = (
        "<ul><li>Africa<ul><li>Network One</li><li>Forum Two</li></ul><li>Europe<ul><li>House Three</ul></ul>"
    )
    assert [name for name, *_ in rows("a.html", page)] == ["Network One", "Forum Two", "House Three"]


def test_a_cell_across_a_table_that_names_a_place_is_a_heading() -> None:
    page = (
        "<table><tr><th colspan=2>Africa</th></tr><tr><td>Network One</td><td>Kenya</td></tr>"
        "<tr><td>Forum Two</td><td>Ghana</td></tr></table>"
    )
    assert [name for name, *_ in rows("a.html", page)] == ["Network One", "Forum Two"]
