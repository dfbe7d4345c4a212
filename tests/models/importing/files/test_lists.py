"""Lists as people have them: every row arrives once, whole, with what its heading said."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given as for_all, strategies as st

from models.importing import files
from models.importing.columns import given, keeping, roles
from models.importing.columns.roles import Role
from models.refusal import Reason, Refusal
from models.terms import Kind
from tests.models.importing.files.reading import COMPANY, ORG, PERSON, names_of, rows
from tests.models.makers import refused


@pytest.mark.parametrize("border", [",", ";", "\t", "|"])
def test_a_table_is_read_whatever_stands_between_its_cells(border: str) -> None:
    text = f'Organisation{border}Country\n"Foo{border} Inc."{border}France\nBar & Baz{border}Kenya\n'
    assert [(one.name, one.country) for one in rows("x.csv", text)] == [
        (f"Foo{border} Inc." if border != "\t" else "Foo\t Inc.", "France"),
        ("Bar & Baz", "Kenya"),
    ]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "Name,Country\nÉlan Œuvre,France\n"),
        ("utf-8-sig", "Name,Country\nÉlan Œuvre,France\n"),
        ("utf-16", "Name,Country\nÉlan Œuvre,France\n"),
        ("cp1252", "Name,Country\nÉlan d’Œuvre – Société,France\nMüller & Söhne,Germany\n"),
        ("latin-1", "Name,Country\nFundación Niñez,Spain\nAção Educativa,Brazil\n"),
        ("cp1251", "Name,Country\nПравозащитный центр Мемориал,Russia\nКомитет против пыток,Russia\n"),
        ("shift_jis", "Name,Country\n日本消費者連盟という団体,Japan\nプライバシーを守る会,Japan\n"),
    ],
)
def test_a_file_is_read_in_the_encoding_in_which_it_was_saved(encoding: str, text: str) -> None:
    assert names_of("x.csv", text.encode(encoding)) == [line.split(",")[0] for line in text.splitlines()[1:]]


@pytest.mark.parametrize(
    "name",
    [
        "Foo, Bar and Baz",
        "Law & Order",
        "Netsite A/S",
        "Foo and Bar",
        "Foo; Bar",
        "Foo | Bar",
        "Ärzte, Pfleger / Heime",
    ],
)
@pytest.mark.parametrize("file", ["x.txt", "x.csv", "x.md"])
def test_a_name_is_never_split(file: str, name: str) -> None:
    mark = "- " if file == "x.md" else ""
    assert names_of(file, f"{mark}{name}\n{mark}Plain\n{mark}{name} Two\n") == [name, "Plain", f"{name} Two"]


def test_a_column_of_names_with_commas_is_no_table() -> None:
    assert names_of("x.csv", "Foo, Inc.\nBar, Ltd.\nBaz, LLC\n") == ["Foo, Inc.", "Bar, Ltd.", "Baz, LLC"]


def test_a_web_forms_own_headings_are_recognised() -> None:
    text = (
        "Timestamp,Email address,Your name,Your role,Name of your organisation (as it should be printed),"
        "Country where you are based,Website,I agree to the privacy notice\n"
        "2025/02/13 10:00,a@b.example,Ann Lee,Director,Harbour Watch,Kenya,https://harbour.example,Yes\n"
    )
    [one] = rows("export.csv", text)
    assert (one.name, one.country, one.website) == ("Harbour Watch", "Kenya", "https://harbour.example")
    assert one.person == "Ann Lee, Director"
    assert one.row == 2


def test_a_form_for_both_sorts_gives_people_their_names_and_employers() -> None:
    text = "Signing as,Name,Organisation,Country\nIndividual,Ann Lee,MIT,US\nOrganisation,Ben Ray,Harbour Watch,KE\n"
    person, body = rows("x.csv", text)
    assert (person.kind, person.name, person.affiliation) == (PERSON, "Ann Lee", "MIT")
    assert (body.kind, body.name, body.person) == (ORG, "Harbour Watch", "Ben Ray")


def test_first_and_last_names_are_people() -> None:
    [one] = rows("x.csv", "First name;Last name;Affiliation\nAnn;Lee;MIT\n")
    assert (one.kind, one.name, one.affiliation) == (PERSON, "Ann Lee", "MIT")


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["Nom de l'organisation", "Pays"], {Role.NAME: 0, Role.COUNTRY: 1}),
        (["Organización", "País"], {Role.NAME: 0, Role.COUNTRY: 1}),
        (["#", "Signatory", "Type"], {Role.NAME: 1, Role.KIND: 2}),
        (["Company", "City", "Country/scope"], {Role.NAME: 0, Role.PLACE: 1, Role.COUNTRY: 2}),
        (
            ["number", "name", "kind", "country", "country_name", "list_sha256"],
            {Role.NAME: 1, Role.KIND: 2, Role.COUNTRY: 3},
        ),
    ],
)
def test_headings_say_what_a_column_holds(headings: list[str], expected: dict[Role, int]) -> None:
    text = "\t".join(headings) + "\n" + "\t".join("abcdef"[: len(headings)]) + "\n"
    listing = files.read("x.tsv", text.encode())
    assert roles.recognise(listing) == expected


def test_columns_without_headings_are_told_by_what_stands_in_them() -> None:
    text = "1\tHarbour Watch\t\n2\tHill Fund\tKenya\n3\tShore Union\tFrance\n"
    assert [(one.row, one.name, one.country) for one in rows("x.txt", text)] == [
        (1, "Harbour Watch", ""),
        (2, "Hill Fund", "Kenya"),
        (3, "Shore Union", "France"),
    ]


def test_a_coordinator_changes_what_a_column_holds() -> None:
    listing = files.read("x.csv", b"Signatory,Place\nKenya,Harbour Watch\nFrance,Hill Fund\n")
    _, chosen = roles.confirmed(listing, "name: place\ncountry: column 1\nnote:")
    assert chosen == {Role.NAME: 1, Role.COUNTRY: 0}
    refusal = refused(roles.confirmed, listing, "name: Gamma")
    assert (refusal.reason, refusal.values["lines"]) == (Reason.BAD_COLUMNS, ["name: Gamma"])


def test_naming_a_column_by_its_first_row_makes_headings_of_that_row() -> None:
    listing = files.read("x.csv", b"Alpha;Beta\nStocznia;Polska\n")
    assert len(listing.lines) == 2
    named, chosen = roles.confirmed(listing, "name: alpha\ncountry: Beta")
    assert [one.name for one in given.given(named, chosen, ORG)] == ["Stocznia"]


def test_a_listing_waits_in_a_draft_without_addresses_that_are_no_contact() -> None:
    text = (
        "Organisation,Sent by,Email\nHarbour Watch,z@b.example,a@b.example\n"
        "c@d.example,y@f.example,e@f.example\nHill Fund,x@b.example,\n"
    )
    listing = files.read("x.csv", text.encode())
    back = keeping.restored(json.loads(json.dumps(keeping.kept(listing))))
    assert (back.headings, [line.cells for line in back.lines]) == (
        listing.headings,
        [("Harbour Watch", "", "a@b.example"), ("c@d.example", "", "e@f.example"), ("Hill Fund", "", "")],
    )
    assert keeping.shape(back) == keeping.shape(listing) != ""


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (["Foo, Inc.", "Bar"], [("Foo, Inc.", ORG), ("Bar", ORG)]),
        ([{"Organisation": "Foo", "Country": "KE"}], [("Foo", ORG)]),
        (
            {"companies": ["Foo"], "individuals": [{"name": "Ann Lee", "affiliation": "MIT"}]},
            [("Foo", COMPANY), ("Ann Lee", PERSON)],
        ),
        (
            {
                "title": "x",
                "notes": ["n"],
                "list": {"a": 1},
                "signatories": [{"number": 1, "name": "Foo", "kind": "company"}],
            },
            [("Foo", COMPANY)],
        ),
        ([["Organisation", "Country"], ["Foo", "Kenya"]], [("Foo", ORG)]),
    ],
)
def test_json_is_read_in_each_of_its_shapes(document: object, expected: list[tuple[str, Kind]]) -> None:
    assert [(one.name, one.kind) for one in rows("x.json", json.dumps(document))] == expected


def test_yaml_is_texts_only() -> None:
    text = "- name: Harbour Watch\n  country: NO\n- name: 2025\n  country: no\n"
    assert [(one.name, one.country) for one in rows("x.yaml", text)] == [
        ("Harbour Watch", "NO"),
        ("2025", "no"),
    ]


@pytest.mark.parametrize(
    "text", ["a: &a [x]\nb: [*a, *a]\n", "- !!python/object/apply:os.system [echo]\n- [", "[" * 3000]
)
def test_yaml_that_does_more_than_hold_texts_is_refused(text: str) -> None:
    assert refused(files.read, "x.yml", text.encode()).reason is Reason.UNREADABLE_FILE


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("x.csv", b"", Reason.EMPTY_LIST),
        ("x.csv", b"Organisation,Country\n", Reason.EMPTY_LIST),
        ("x.csv", b"\x00\x01\x02\x03" * 200, Reason.UNREADABLE_FILE),
        ("x.xls", b"\xd0\xcf\x11\xe0 rest", Reason.UNREADABLE_FILE),
        ("x.xlsx", b"PK\x03\x04 broken", Reason.UNREADABLE_FILE),
        ("x.json", b"{", Reason.UNREADABLE_FILE),
        ("x.json", b'{"a": 1}', Reason.EMPTY_LIST),
        ("x.csv", b"n\n" * 20_002, Reason.TOO_MANY_ROWS),
        ("x.txt", b"x" * (files.LARGEST + 1), Reason.TOO_LARGE_FILE),
    ],
)
def test_what_is_no_list_is_refused_with_its_reason(name: str, data: bytes, reason: Reason) -> None:
    assert refused(files.read, name, data).reason is reason


CELL = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30)


@for_all(st.lists(CELL, min_size=1, max_size=8), st.sampled_from([",", ";", "\t"]))
def test_whatever_stands_in_a_table_every_row_arrives(names: list[str], border: str) -> None:
    quoted = "".join(f'"{name.replace(chr(34), chr(34) * 2)}"{border}"Kenya"\r\n' for name in names)
    found = rows("x.csv", f"Organisation{border}Country\r\n{quoted}")
    assert [one.row for one in found] == list(range(2, len(names) + 2))
    assert [one.name.lstrip("'") for one in found] == [name.lstrip("'") for name in names]


FORMS = ["x.csv", "x.txt", "x.md", "x.json", "x.yaml", "x.xlsx", "x.html", "x.docx", "x.ods"]


@for_all(st.binary(max_size=400), st.sampled_from(FORMS))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        files.read(name, data)
    except Refusal:
        return


@pytest.mark.parametrize(
    "text",
    [
        "<b>" * 400_000,
        "- " + "[" * 500_000,
        "word and\n" * 90_000,
        "1. a\n" + "b and\n1. c\n" * 4_000 + "more\n" * 4_000,
        "a" + " " * 500_000 + "b",
        "| a |\n|---|\n|" + "\\" * 300_000 + "|",
    ],
)
@pytest.mark.parametrize("name", ["x.txt", "x.md", "x.csv"])
def test_no_text_keeps_the_reader_busy(name: str, text: str) -> None:
    """A pattern whose work grows with the square of the text would not come back."""
    with contextlib.suppress(Refusal):
        rows(name, text)


def test_the_projects_own_small_lists_are_read(tmp_path: Path) -> None:
    data = Path(__file__).parents[4] / "rehearsal" / "data"
    assert len(rows("organisations.txt", (data / "organisations.txt").read_bytes())) > 80


DAMAGED = "Organisation,Country,Website\nHarbour Watch,Kenya,\nTidal Trust,Kenya\n{}Moor Society,France,\n"


@pytest.mark.parametrize("name", ["x.csv", "x.txt"])
@pytest.mark.parametrize("row", ['"Hill Fund,Kenya,\n', '"Hill Fund,Kenya,\n"Dune Trust,Kenya,\n'])
def test_a_quotation_mark_that_is_not_closed_is_named_by_its_line(name: str, row: str) -> None:
    refusal = refused(rows, name, DAMAGED.format(row))
    assert (refusal.reason, refusal.values["line"]) == (Reason.OPEN_QUOTE, 4)


def test_a_table_without_headings_does_not_become_lines_because_of_a_mark() -> None:
    refusal = refused(rows, "x.csv", 'Harbour Watch,Kenya\nTidal Trust,Kenya\n"Hill Fund,Kenya\n')
    assert (refusal.reason, refusal.values["line"]) == (Reason.OPEN_QUOTE, 3)


@pytest.mark.parametrize("name", ["x.csv", "x.txt"])
def test_rows_that_are_too_short_are_rows_of_the_table_all_the_same(name: str) -> None:
    found = rows(name, DAMAGED.format("Hill Fund\n"))
    assert [one.name for one in found] == ["Harbour Watch", "Tidal Trust", "Hill Fund", "Moor Society"]
    assert [one.country for one in found] == ["Kenya", "Kenya", "", "France"]


def test_marks_inside_one_line_do_no_harm() -> None:
    assert names_of("x.csv", 'Organisation,Country\n"Left" Institute,Kenya\nThe "Hill" Fund,Kenya\n') == [
        "Left Institute",
        'The "Hill" Fund',
    ]


def test_a_line_above_pasted_names_is_no_heading_of_a_table() -> None:
    assert names_of("x.txt", "Organisations, companies and individuals:\nHarbour Watch\nTidal Trust\n") == [
        "Harbour Watch",
        "Tidal Trust",
    ]


def test_parts_of_the_world_above_rows_of_a_table_are_headings() -> None:
    table = "Organisation;Country\nAfrica;\nNetwork One;Kenya\nWestern Europe;\nHouse Three;France\n"
    assert names_of("a.csv", table) == ["Network One", "House Three"]


@pytest.mark.parametrize("first", ["Signatories", "Signataires", "Unterzeichner", "署名者"])
def test_a_first_row_that_only_says_that_names_follow_is_no_name(first: str) -> None:
    assert names_of("a.csv", f"{first}\nNetwork One\nForum Two\n") == ["Network One", "Forum Two"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\n"),
        ("a.txt", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\n"),
        ("a.rtf", rb"{\rtf1\ansi Network One\par}"),
        ("a.xml", b"<?xml version='1.0'?><all><one><name>Network One</name></one></all>"),
        ("a.toml", b"[[signatory]]\nname = 'Network One'\n"),
    ],
)
def test_a_form_that_is_not_read_is_refused_and_its_code_never_taken_for_names(name: str, data: bytes) -> None:
    assert refused(files.read, name, data).reason is Reason.UNREADABLE_FILE


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "a.txt"])
def test_a_record_a_line_is_a_list(name: str) -> None:
    text = '{"name": "Network One", "country": "KE"}\n{"name": "Forum Two", "country": "FR"}\n'
    assert [(one.name, one.country) for one in rows(name, text)] == [("Network One", "KE"), ("Forum Two", "FR")]


def test_a_title_above_the_headings_of_a_table_stays_a_title() -> None:
    table = "Open letter signatories;\nOrganisation;Country\nAfrica;\nNetwork One;Kenya\n"
    assert names_of("a.csv", table) == ["Network One"]
