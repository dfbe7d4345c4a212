"""Lists in running text: Markdown, and what was pasted from a page or a PDF."""

import pytest

from models.geography import countries
from models.importing import files
from models.importing.columns.listing import Left
from models.terms import Format
from tests.models.importing.files.reading import COMPANY, ORG, PERSON, names_of, rows
from tests.models.lists import hard, written


def test_markdown_lists_and_headings() -> None:
    text = (
        "# Joint letter\n\nWe ask.\n\n## Organisations (2)\n\n- [Harbour Watch](https://harbour.example)\n"
        "- **Hill Fund**,\n  Nairobi\n\n## Companies\n1. Foo \\& Bar, Inc.\n\n**Kenya**\n\n* Shore Union\n"
    )
    assert [(one.name, one.kind, one.country, one.website) for one in rows("x.md", text)] == [
        ("Harbour Watch", ORG, "", "https://harbour.example"),
        ("Hill Fund, Nairobi", ORG, "", ""),
        ("Foo & Bar, Inc.", COMPANY, "", ""),
        ("Shore Union", COMPANY, "KE", ""),
    ]


def test_markdown_tables_of_several_kinds() -> None:
    text = (
        "# Letter\n\n- a point of the letter\n\n## Organisations: 1\n\n| No. | Name | Country |\n| ---: | --- | --- |\n"
        "| 1 | A \\| B \\*Trust\\* | Kenya |\n\n"
        "## Individuals: 1\n\n| No. | Name | Affiliation |\n|--|--|--|\n| 2 | Ann Lee | MIT |\n"
    )
    assert [(one.name, one.kind, one.country, one.affiliation) for one in rows("x.md", text)] == [
        ("A | B *Trust*", ORG, "Kenya", ""),
        ("Ann Lee", PERSON, "", "MIT"),
    ]


def test_a_markdown_table_gives_hard_names_back_as_they_were() -> None:
    hard = {
        r"\-x y": "-x y", r"1\. FC Foo": "1. FC Foo", r"\[x\](y)": "[x](y)", r"A/S \& Co": "A/S & Co",
        r"Back\\slash": "Back\\slash", r"Trailing \\": "Trailing \\", r"\<b>bold": "<b>bold", "=1+1": "=1+1",
        r"a, b; c\|d": "a, b; c|d", "\u2068עמותה\u2069": "\u2068עמותה\u2069",
        r"\*\*Star\*\*": "**Star**", "Kenya Network": "Kenya Network",
    }  # fmt: skip
    text = "| No. | Name |\n| ---: | --- |\n" + "".join(f"| {n} | {cell} |\n" for n, cell in enumerate(hard, 1))
    assert names_of("x.md", text) == list(hard.values())


def test_pasted_numbers_begin_names_and_broken_lines_are_joined() -> None:
    text = (
        "Signatories:\n1. Harbour Watch\n2. Association for the Protection of\nRivers, Lakes and Seas\n"
        "10) 1BitSquared\n"
    )
    assert [(one.row, one.name) for one in rows("x.txt", text)] == [
        (1, "Harbour Watch"),
        (2, "Association for the Protection of Rivers, Lakes and Seas"),
        (10, "1BitSquared"),
    ]


def test_pasted_lines_without_numbers_are_joined_only_where_one_hangs() -> None:
    text = (
        "Civil society organisations\nHarbour Watch\nCentre for Rivers and\nLakes (CRL,\nNairobi)\nFoo\n\n"
        "Companies:\nBar Ltd\nFrance\nBaz SA\n"
    )
    assert [(one.name, one.kind, one.country) for one in rows("x.txt", text)] == [
        ("Harbour Watch", ORG, ""),
        ("Centre for Rivers and Lakes (CRL, Nairobi)", ORG, ""),
        ("Foo", ORG, ""),
        ("Bar Ltd", COMPANY, ""),
        ("Baz SA", COMPANY, "FR"),
    ]


def test_one_word_a_line_is_joined_by_blank_lines() -> None:
    assert names_of("x.txt", "Harbour\nWatch\n\nHill\nFund\nKenya\n\nShore\nUnion\n") == [
        "Harbour Watch",
        "Hill Fund Kenya",
        "Shore Union",
    ]


@pytest.mark.parametrize(
    "line",
    ["European Union", "Trade Union International", "People's Union", "Universities UK", "Georgia Watch"],
)
def test_a_name_that_holds_a_kinds_word_is_no_heading(line: str) -> None:
    assert names_of("x.txt", f"Foo\n{line}\nBar\n") == ["Foo", line, "Bar"]


def test_numbers_that_start_over_are_another_list_and_points_of_a_letter_are_no_names() -> None:
    text = "A letter\n\n1. We ask.\n2. Now.\n\nOrganisations:\n1. One\n2. Two\n\nIndividuals:\n1. Ana Roy, Lab One\n"
    found = rows("x.txt", text)
    assert [(one.row, one.name, one.kind) for one in found] == [
        (7, "One", ORG),
        (8, "Two", ORG),
        (11, "Ana Roy", PERSON),
    ]
    assert found[2].affiliation == "Lab One"


def test_our_own_plain_text_comes_back_whole() -> None:
    sheet = hard()
    back = rows("list.txt", written(sheet, Format.TEXT))
    assert [(one.name, countries.find(one.country), one.affiliation) for one in back] == [
        (one.name, one.country, one.affiliation) for one in sheet.entries
    ]


def test_one_word_a_line_is_asked_about() -> None:
    found = files.read("x.txt", b"Amara\nAbbott\nBoris\nBianchi\nChloe\nCarter\n")
    assert [line.cells[0] for line in found.lines] == ["Amara Abbott", "Boris Bianchi", "Chloe Carter"]
    [alone] = found.others
    assert len(alone.lines) == 6


def test_a_country_in_brackets_is_parted_from_a_persons_name_and_a_bodys_only_where_most_have_one() -> None:
    found = rows("x.txt", "Alpha Net (Kenya)\nBeta Net (Peru)\nGamma Net (GN)\nDelta Net (France)\n")
    assert [(one.name, one.country) for one in found][:3] == [
        ("Alpha Net", "Kenya"),
        ("Beta Net", "Peru"),
        ("Gamma Net", "GN"),
    ]
    alone = rows("x.txt", "Alpha Net (Kenya)\nBeta Net (AI)\nGamma Net (tbc)\nDelta Net\n")
    assert [(one.name, one.country, one.located) for one in alone] == [
        ("Alpha Net (Kenya)", "", ""),
        ("Beta Net (AI)", "", ""),
        ("Gamma Net (tbc)", "", ""),
        ("Delta Net", "", ""),
    ]
    people = rows("x.txt", "Individuals:\nAna Roy (Kenya)\nLuis Gil, Peru\nMia Fox (France), Lab One\n")
    assert [(one.name, one.country, one.affiliation) for one in people] == [
        ("Ana Roy", "Kenya", ""),
        ("Luis Gil", "Peru", ""),
        ("Mia Fox", "France", "Lab One"),
    ]


def test_what_is_above_and_below_a_numbered_list_is_noted_or_doubtful() -> None:
    text = (
        "Dear Ana,\nthese signed.\nHarbour Watch\n1. Alpha Net\n2. Beta Union of\nRivers\n3. Gamma Net\n\nBye\n"
    )
    assert [(one.name, one.loose) for one in rows("x.txt", text)] == [
        ("Harbour Watch", True),
        ("Alpha Net", False),
        ("Beta Union of Rivers", False),
        ("Gamma Net", False),
        ("Bye", True),
    ]
    assert [(note.left, note.count) for note in files.read("x.txt", text.encode()).notes] == [(Left.ABOVE, 2)]


def test_a_pasted_list_with_marks_of_several_kinds_has_an_entry_for_each_line_by_its_number() -> None:
    text = (
        "Joint letter – signatories so far (updated Tues)\n\nOrgs:\n• Alpha Net\n- [ ] Beta Net (tbc!!)\n"
        "4) Gamma Net, z.s. (CZ)\n\nIndividuals\n1. Ana Roy\nof Lab One\n2. Luis Gil\n3. Mia Fox\n4. Ben Otto\n"
        "please add us too!! Hope House\n\nDelta Net\n"
    )
    assert [(one.row, one.name, one.kind, one.loose) for one in rows("x.txt", text)] == [
        (4, "Alpha Net", ORG, False),
        (5, "Beta Net (tbc!!)", ORG, False),
        (6, "Gamma Net, z.s. (CZ)", ORG, False),
        (9, "Ana Roy of Lab One", PERSON, False),
        (11, "Luis Gil", PERSON, False),
        (12, "Mia Fox", PERSON, False),
        (13, "Ben Otto", PERSON, False),
        (14, "please add us too!! Hope House", PERSON, True),
        (16, "Delta Net", PERSON, True),
    ]
    assert {note.rows for note in files.read("x.txt", text.encode()).notes} == {
        ("Joint letter – signatories so far (updated Tues)",),
        ("Orgs:", "Individuals"),
    }
    assert names_of("x.txt", "Joint letter: signatories so far\nAlpha Net (a,\n- Beta Net\nGamma Net\n") == [
        "Alpha Net (a,",
        "- Beta Net",
        "Gamma Net",
    ]


def test_one_name_that_a_country_has_in_some_language_is_a_name() -> None:
    assert [one.name for one in rows("x.txt", "Network One\nIsland\nForum Two\n")] == [
        "Network One",
        "Island",
        "Forum Two",
    ]


def test_continents_between_pasted_names_are_headings_and_one_alone_takes_no_name_away() -> None:
    assert names_of("a.txt", "Europe\nNetwork One\nForum Two\nAfrica\nHouse Three\n") == [
        "Network One",
        "Forum Two",
        "House Three",
    ]
    assert names_of("a.txt", "Network One\nEurope\nForum Two\n") == ["Network One", "Europe", "Forum Two"]


@pytest.mark.parametrize(
    "heading", ["Signatories", "Signed by", "Signatories:", "Unterzeichnende", "Signataires"]
)
def test_the_lines_of_a_title_above_the_heading_that_says_who_signed_are_no_names(heading: str) -> None:
    text = f"Open letter on seeds\nTo the Minister\n\n{heading}\nHouse Three\nUnion Four\nForum Two\n"
    assert names_of("a.txt", text) == ["House Three", "Union Four", "Forum Two"]
    above, title = files.read("a.txt", text.encode()).notes
    assert (above.left, above.rows) == (Left.ABOVE, ("Open letter on seeds", "To the Minister"))
    assert (title.left, title.rows) == (Left.TITLES, (heading,))


@pytest.mark.parametrize("heading", ["Signatories", "Supported by", "Supported by:", "Endorsed by"])
@pytest.mark.parametrize("title", ["Open letter on seeds\nTo the Minister\n", "Save the Lake\nBerlin, May\n"])
def test_title_lines_that_may_be_names_are_doubtful_and_the_heading_is_none(heading: str, title: str) -> None:
    gap = "" if heading == "Signatories" else "\n"
    found = rows("a.txt", f"{title}{gap}{heading}\nHouse Three\nUnion Four\nForum Two\n")
    assert [(one.name, one.loose) for one in found] == [
        *((line, True) for line in title.splitlines()),
        ("House Three", False),
        ("Union Four", False),
        ("Forum Two", False),
    ]


@pytest.mark.parametrize("heading", ["Supported by", "Supported by:", "Unterstützt von"])
def test_names_above_a_heading_that_says_that_more_follow_stay(heading: str) -> None:
    text = f"Network One\nForum Two\nAcme Inc.\n\n{heading}\nHouse Three\nUnion Four\n"
    assert [(one.name, one.loose) for one in rows("a.txt", text)] == [
        (name, False) for name in ("Network One", "Forum Two", "Acme Inc.", "House Three", "Union Four")
    ]


def test_a_legal_form_ends_no_sentence_above_marks() -> None:
    text = "Network One\nForum Two Inc.\nBund Fünf\n- House Three\n- Union Four\n- Verein Sechs\n"
    assert names_of("a.txt", text)[:3] == ["Network One", "Forum Two Inc.", "Bund Fünf"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Network of Very Long Names\n(NVLN)\nUnion Four\n",
            ["Network of Very Long Names (NVLN)", "Union Four"],
        ),
        ("1. Forum\n(Kenya)\n2. House\n[branch]\n3. Union\n", ["Forum (Kenya)", "House [branch]", "Union"]),
        ("Forum Two\n(Kenya)\nUnion Four\n", ["Forum Two (Kenya)", "Union Four"]),
        ("1. Many\nMore People\n2. Council on\nThanks\n", ["Many More People", "Council on Thanks"]),
        ("Council on\nThanks\nUnion Four\n", ["Council on Thanks", "Union Four"]),
        ("1. Forum\n2. Union Four\nand 14 others\n", ["Forum", "Union Four", "and 14 others"]),
        ("1. Forum\n2. Union Four\n(and 14 others)\n", ["Forum", "Union Four", "(and 14 others)"]),
        ("1. Forum\n2. Union Four\nThanks\n", ["Forum", "Union Four", "Thanks"]),
    ],
)
def test_a_broken_line_in_brackets_or_behind_what_hangs_is_joined_and_an_aside_is_not(
    text: str, names: list[str]
) -> None:
    assert names_of("a.txt", text) == names
