"""Lists in shapes that a coordinator pastes or exports: read right, or asked about."""

import pytest

from models.importing import files
from models.importing.columns.listing import Ambiguity
from models.importing.columns.reading import ListReading
from models.names import doubts
from models.sheets.batches import Given
from models.terms import Doubt, Kind


def read(name: str, text: str | bytes) -> ListReading:
    """A file, or what was pasted where it has no name."""
    if not name and isinstance(text, str):
        return ListReading(files.read_text(text))
    return ListReading(files.read(name, text if isinstance(text, bytes) else text.encode()))


def rows(name: str, text: str) -> list[Given]:
    return read(name, text).entries()


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a.json", '{"Network One": "Kenya", "Network Two": "France"}',
         [("Network One", "Kenya"), ("Network Two", "France")]),
        ("a.yaml", "- Forum One: https://one.example\n- Forum Two: https://two.example\n- Forum Three\n",
         [("Forum One", "https://one.example"), ("Forum Two", "https://two.example"), ("Forum Three", "")]),
        ("a.yaml", "signatories:\n  - Forum Two: https://two.example\n", [("Forum Two", "https://two.example")]),
        ("a.yaml", "Network One:\n  country: Kenya\nForum Two:\n  country: France\n",
         [("Network One", "Kenya"), ("Forum Two", "France")]),
        ("a.json", '{"7": {"organisation": "Network One", "country": "Kenya"}, "9": {"organisation": "Forum Two"}}',
         [("Network One", "Kenya"), ("Forum Two", "")]),
        ("a.json", '{"ana": {"first name": "Ana", "last name": "Roy", "country": "Kenya"}, "bo": {"first name": "Bo", '
         '"last name": "Li", "country": "Peru"}}', [("Ana Roy", "Kenya"), ("Bo Li", "Peru")]),
        ("a.json", '{"name": "Network One", "country": "Kenya"}', [("Network One", "Kenya")]),
    ],
)  # fmt: skip
def test_a_key_is_a_name_where_its_value_is_a_country_or_a_link(
    name: str, text: str, found: list[tuple[str, str]]
) -> None:
    assert [(one.name, one.country or one.website) for one in rows(name, text)] == found


def test_an_address_beside_a_name_becomes_the_contact() -> None:
    text = "Forum One <office@one.example>\nForum Two <mail@two.example>\n<x@three.example>\n"
    assert [(one.name, one.contact) for one in rows("", text)] == [
        ("Forum One", "office@one.example"),
        ("Forum Two", "mail@two.example"),
        ("<x@three.example>", ""),
    ]


def test_several_names_on_a_line_are_asked_about() -> None:
    found = read("", "Forum One; Forum Two; Forum Three\nForum Four; Forum Five\n")
    assert [one.ask.value for one in found.open] == ["reading", "kind"]
    assert [one.name for one in found.entries()] == [
        "Forum One; Forum Two; Forum Three",
        "Forum Four; Forum Five",
    ]
    assert len(found.answering("reading", "1").entries()) == 5
    assert [one.name for one in rows("", "Smith; Co\nForum\nOther\n")] == ["Smith; Co", "Forum", "Other"]


def test_each_no_of_two_questions_holds_a_name_back() -> None:
    text = (
        "Name,Do you agree?,May we publish your name?,Newsletter?\n"
        "A Trust,yes,yes,no\nB Trust,yes,no,no\nC Trust,no,yes,yes\n"
    )
    found = read("a.csv", text)
    assert [one.consent for one in found.entries()] == ["yes", "no", "no"]
    for place in (1, 2):
        found = found.changing(place, None)
    assert [one.consent for one in found.entries()] == [None] * 3


@pytest.mark.parametrize("name", ["12345", "3", "=A2", "=$B$12", "=SUM(A1:A2)", "=1/0", "2,5"])
def test_a_number_or_a_formula_is_doubted(name: str) -> None:
    assert Doubt.NO_TEXT in doubts.doubts(name, Kind.ORGANISATION)


@pytest.mark.parametrize("name", ["350.org", "38 Degrees", "A11Y Trust", "4 Future"])
def test_a_name_that_only_begins_with_a_number_is_not(name: str) -> None:
    assert Doubt.NO_TEXT not in doubts.doubts(name, Kind.ORGANISATION)


def test_where_a_file_can_be_read_in_two_ways_the_other_encoding_is_offered_too() -> None:
    found = files.read("x.txt", "Žena\nFrank\nAda\nBoris\nEve\nMia\n".encode("cp1257"))
    ways = [one.way[0] for one in (found, *found.others) if one.way is not None]
    assert ways == [Ambiguity.WORDS, Ambiguity.WORDS, Ambiguity.ENCODING]
