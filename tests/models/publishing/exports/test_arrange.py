"""How a list is arranged: headings, order, first signers, the sentences under it."""

from datetime import timedelta

from models.publishing.exports.arrange import FIRST, LATER, NO_COUNTRY, arrange
from models.sheets import Arrangement, EditionSheet
from models.terms import EditionName, Grouping, Kind, Order
from tests.models.lists import AT, edition, entry

ACCESS = entry("Access Now", "BE", signatory_id=1, added_at=AT + timedelta(minutes=2))
ZEBRA = entry("The Zebra Trust", "AT", signatory_id=2, added_at=AT)
ELEMENT = entry("Element", "", Kind.COMPANY, signatory_id=3, added_at=AT + timedelta(minutes=1))
ADA = entry("Ada Brook", "AT", Kind.INDIVIDUAL, signatory_id=4, affiliation="Uni", added_at=AT)
ALL = edition(ACCESS, ZEBRA, ELEMENT, ADA, first=frozenset({2, 3}))


def shape(sheet: EditionSheet, *wanted: object) -> list[tuple[str, list[str]]]:
    printed = arrange(sheet, Arrangement(*wanted))  # type: ignore[arg-type]
    return [(part.heading, [line.entry.name for line in part.lines]) for part in printed.sections]


def test_by_kind_it_is_organisations_companies_individuals() -> None:
    assert shape(ALL) == [
        ("Organisations", ["Access Now", "The Zebra Trust"]),
        ("Companies", ["Element"]),
        ("Individuals", ["Ada Brook"]),
    ]


def test_by_country_those_without_one_come_last() -> None:
    assert shape(ALL, Grouping.COUNTRY) == [
        ("Austria", ["Ada Brook", "The Zebra Trust"]),
        ("Belgium", ["Access Now"]),
        (NO_COUNTRY, ["Element"]),
    ]


def test_without_headings_it_is_one_alphabet() -> None:
    assert shape(ALL, Grouping.NONE) == [("", ["Access Now", "Ada Brook", "Element", "The Zebra Trust"])]


def test_by_country_then_name_in_one_list() -> None:
    names = ["Ada Brook", "The Zebra Trust", "Access Now", "Element"]
    assert shape(ALL, Grouping.NONE, Order.COUNTRY) == [("", names)]


def test_by_time_of_signing() -> None:
    assert shape(ALL, Grouping.NONE, Order.SIGNING) == [
        ("", ["The Zebra Trust", "Ada Brook", "Element", "Access Now"])
    ]


def test_first_signers_stand_apart() -> None:
    assert shape(ALL, Grouping.KIND, Order.NAME, True) == [
        (FIRST, []),
        ("Organisations", ["The Zebra Trust"]),
        ("Companies", ["Element"]),
        (LATER, []),
        ("Organisations", ["Access Now"]),
        ("Individuals", ["Ada Brook"]),
    ]
    assert [heading for heading, _ in shape(ALL, Grouping.NONE, Order.NAME, True)] == [FIRST, LATER]


def test_before_the_first_list_nobody_stands_apart() -> None:
    assert shape(edition(ACCESS), Grouping.NONE, Order.NAME, True) == [("", ["Access Now"])]


def test_numbers_run_through_the_list_as_it_is_printed() -> None:
    printed = arrange(ALL, Arrangement(Grouping.COUNTRY))
    assert [line.number for line in printed.lines] == [1, 2, 3, 4]


def test_the_sentence_is_the_count_by_kind_with_its_instant_in_utc() -> None:
    assert arrange(ALL, Arrangement()).sentence == (
        "4 signatories: 2 organisations, 1 company and 1 individual, as of 13 February 2025, 22:45 UTC."
    )
    assert arrange(edition(ACCESS), Arrangement()).sentence.startswith("1 signatory: 1 organisation, as of 13")
    assert arrange(edition(), Arrangement()).sentence.startswith("0 signatories, as of 13 February")


def test_under_the_list_stand_rule_affiliations_correction_and_digests() -> None:
    corrected = edition(ACCESS, ADA, correction="Ada Brook was missing.")
    assert arrange(corrected, Arrangement()).notes == (
        "In alphabetical order within each kind of signatory, ignoring “The” at the start.",
        "Individuals sign in a personal capacity; affiliations are given for identification only.",
        "Correction: Ada Brook was missing.",
        f"Text version 1, SHA-256 {'ab' * 32}",
        f"SHA-256 of the list: {corrected.digest}",
    )
    assert len(arrange(edition(ACCESS), Arrangement()).notes) == 3


def test_a_list_tells_where_to_sign_and_after_the_final_one_where_to_have_a_name_removed() -> None:
    def told(**more: object) -> str:
        return arrange(edition(ACCESS, **more), Arrangement()).notes[1]

    assert told(contact="letter@example.org") == "To sign, or to remove a name, write to letter@example.org"
    form = "https://example.org/sign"
    assert (
        told(contact=form, name=EditionName.FINAL)
        == "To correct or remove a name, use https://example.org/sign"
    )
    assert "remove" not in told()


def test_the_rule_says_the_order_that_was_chosen() -> None:
    rules = [arrange(ALL, Arrangement(grouping, order)).notes[0] for order in Order for grouping in Grouping]
    assert len(set(rules)) == 8
    assert (
        rules[3]
        == "By country within each kind of signatory, then in alphabetical order, ignoring “The” at the start."
    )
    assert rules[-1] == "In the order they signed or were proposed."


def test_a_list_that_was_not_published_says_so() -> None:
    printed = arrange(edition(ACCESS, name=None, number=0), Arrangement())
    assert (
        printed.heading == "This isn't a published list. It shows who was on the list at the time shown here."
    )
    assert "SHA-256 of the list" not in str(printed.notes)


def test_the_letters_text_is_there_when_it_is_wanted() -> None:
    assert arrange(ALL, Arrangement()).body == ""
    assert "withdrawn" in arrange(ALL, Arrangement(with_text=True)).body
