"""Judging a list: what happens to each row, and why."""

import pytest
from msgspec.structs import replace

from models.importing import assessment
from models.importing.assessment import Standing
from models.names.identity import Identity
from models.sheets.batches import Given, Judged
from models.sheets.findings import Finding, RowVerdict
from models.terms import Doubt, Kind, Like

ORG, PERSON = Kind.ORGANISATION, Kind.INDIVIDUAL
V, F = RowVerdict, Finding


def of(*named: str | Given, **more: object) -> list[Judged]:
    """The judgement on organisations of these names, or on whole rows."""
    rows = [one if isinstance(one, Given) else Given(number, one, ORG) for number, one in enumerate(named, 1)]
    return assessment.judge(rows, **more)  # type: ignore[arg-type]


def found(one: Judged) -> list[tuple[Finding, dict[str, object]]]:
    return [(each.finding, dict(each.values)) for each in one.found]


def test_a_name_that_is_there_twice_is_a_duplicate_of_the_first() -> None:
    first, again = of("Harbour Watch", "HARBOUR  WATCH")
    assert (first.verdict, again.verdict) == (V.ACCEPTED, V.DUPLICATE)
    assert found(again) == [(F.IN_ROW, {"row": "1", "name": "Harbour Watch", "place": ""})]


def test_what_the_first_lacks_is_taken_from_its_duplicate() -> None:
    first, _ = of(Given(1, "Harbour Watch", ORG), Given(2, "Harbour Watch", ORG, country="Kenya"))
    assert first.identity is not None
    assert first.identity.country == "KE"
    assert found(first) == [(F.COMPLETED, {"country": "KE", "row": "2"})]


def test_the_same_body_may_stand_once_for_each_branch() -> None:
    rows = [
        Given(number, "Harbour Watch", ORG, branch=branch) for number, branch in enumerate(("A", "B", "a"), 1)
    ]
    assert [one.verdict for one in of(*rows)] == [V.ACCEPTED, V.ACCEPTED, V.DUPLICATE]


def test_the_same_name_in_another_country_is_for_a_human() -> None:
    rows = [Given(1, "Harbour Watch", ORG, country="KE"), Given(2, "Harbour Watch", ORG, country="FR")]
    assert [one.verdict for one in of(*rows)] == [V.ACCEPTED, V.DOUBTFUL]


def test_a_duplicate_in_another_town_says_so() -> None:
    rows = [Given(1, "Harbour Watch", ORG, place="Napa"), Given(2, "Harbour Watch", ORG, place="Oslo")]
    _, again = of(*rows)
    assert (again.verdict, found(again)[0][1]["place"]) == (V.DUPLICATE, "Napa")
    rows[1] = Given(2, "Harbour Watch", ORG, place="Napa, CA")
    assert found(of(*rows)[1])[0][1]["place"] == ""


def test_people_of_one_name_are_told_apart_by_affiliation() -> None:
    rows = [
        Given(n, "Ann Lee", PERSON, affiliation=where)
        for n, where in enumerate(("MIT", "ETH", "M.I.T.", "n/a"), 1)
    ]
    assert [one.verdict for one in of(*rows)] == [V.ACCEPTED, V.ACCEPTED, V.DUPLICATE, V.ACCEPTED]
    assert of(*rows)[3].identity.affiliation == ""  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sir Paul Ray", "Paul Ray"),
        ("Paul Ray MP", "Rt Hon Paul Ray"),
        ("M. Luc Petit", "Luc Petit"),
        ("Sra. Ana Roy", "Ana Roy"),
        ("Prof Ana M. Roy", "Dr. Ana Roy"),
        ("Müller Anna", "Anna Mueller"),
        ("Prof. Dr. Ana Roy, Forum Two", "ana roy"),
        ("John Smith", "John Smith, Jr."),
    ],
)
def test_two_rows_that_may_be_one_person_are_pointed_out(one: str, other: str) -> None:
    for names in ((one, other), (other, one)):
        first, second = of(*(Given(row, name, PERSON) for row, name in enumerate(names, 1)))
        values = {"name": names[0], "row": "1", "id": None, "like": Like.PERSON}
        assert (F.LIKE, values) in found(second)
        assert (first.verdict, second.verdict) == (V.ACCEPTED, V.ACCEPTED)


def test_an_acronym_is_nobodys_alone_until_three_bodies_share_it() -> None:
    one = "Human Rights Watch", "Human Rights Watch Ltd", "HRW", "Human Rights Watch (HRW)"
    for names in (one, one[::-1]):
        short = of(*names)[names.index("HRW")]
        assert (F.LIKE, Like.ACRONYM) in [(finding, values.get("like")) for finding, values in found(short)]
    assert not found(of("Human Rights Watch", "Hungarian Rowing Wing", "HRW")[2])


@pytest.mark.parametrize(
    ("name", "verdict", "finding"),
    [
        ("info@harbour.example", V.REFUSED, F.REFUSED),
        ("www.harbour.example", V.REFUSED, F.REFUSED),
        ("x" * 201, V.REFUSED, F.REFUSED),
        ("\u200b", V.REFUSED, F.REFUSED),
        ("n/a", V.DOUBTFUL, F.DOUBT),
        ("Раypal Trust", V.DOUBTFUL, F.DOUBT),
        ("[Harbour](https://harbour.example)", V.ACCEPTED, F.LINKED),
        ("[Harbour](mailto:a@harbour.example)", V.ACCEPTED, F.ADDRESSED),
        ("CafÃ© Libre", V.ACCEPTED, F.MENDED),
        ("Harbour <b>Watch</b>", V.ACCEPTED, F.MENDED),
    ],
)
def test_a_row_says_what_was_found(name: str, verdict: RowVerdict, finding: Finding) -> None:
    [one] = of(name)
    assert (one.verdict, [each.finding for each in one.found]) == (verdict, [finding])


def test_a_masked_link_becomes_the_website() -> None:
    [one] = of("[Harbour](https://harbour.example)")
    assert one.identity == Identity(ORG, "Harbour", "", "https://harbour.example", "")


def test_a_strong_likeness_is_for_a_human_and_a_weak_one_goes_along() -> None:
    _, strong, weak = of("Harbour Watch", "Harbour Watch Ltd", "Harbour Watch Kenya")
    assert (strong.verdict, found(strong)) == (
        V.DOUBTFUL,
        [(F.LIKE, {"name": "Harbour Watch", "row": "1", "id": None, "like": Like.LEGAL_FORM})],
    )
    assert weak.verdict is V.ACCEPTED
    assert {each.values["like"] for each in weak.found} == {Like.PLACE}


def test_the_country_in_a_name_is_that_of_its_column() -> None:
    rows = [Given(1, "Harbour Watch (Kenya)", ORG), Given(2, "Harbour Watch", ORG, country="Kenya")]
    assert [one.verdict for one in of(*rows)] == [V.ACCEPTED, V.DOUBTFUL]
    assert [one.verdict for one in of(rows[0], replace(rows[1], country="Peru"))] == [V.ACCEPTED, V.ACCEPTED]


def test_a_country_that_nobody_knows_or_that_may_be_two_is_for_a_human() -> None:
    [one] = of(Given(1, "Harbour Watch", ORG, country="Keniaa"))
    assert found(one) == [(F.COUNTRY, {"country": "Keniaa", "meant": ()})]
    [two] = of(Given(1, "Harbour Watch", ORG, country="Congo"))
    assert found(two) == [(F.COUNTRY, {"country": "Congo", "meant": ("CD", "CG")})]


def test_what_is_no_country_is_left_out_only_where_that_was_said_and_never_without_a_word() -> None:
    words = enumerate(("Hill", "Sea", "Lake"), 1)
    rows = [Given(number, f"{word} Watch", ORG, country="Universities") for number, word in words]
    assert {one.verdict for one in of(*rows)} == {V.DOUBTFUL}
    left = of(*(replace(one, without_country=True) for one in rows))
    assert {one.verdict for one in left} == {V.ACCEPTED}
    assert found(left[0]) == [(F.NO_COUNTRY, {"country": "Universities"})]
    [everywhere] = of(Given(1, "Harbour Watch", ORG, country="International"))
    assert found(everywhere) == [(F.NO_COUNTRY, {"country": "International"})]


def test_a_no_to_printing_holds_a_row_back_and_an_unclear_answer_is_for_a_human() -> None:
    rows = [
        Given(number, f"{word} Watch", ORG, consent=answer)
        for number, (word, answer) in enumerate(
            (("Hill", "Yes"), ("Sea", "Nein"), ("Lake", ""), ("Moor", "Да")), 1
        )
    ]
    judged = of(*rows)
    assert [one.verdict for one in judged] == [V.ACCEPTED, V.REFUSED, V.DOUBTFUL, V.ACCEPTED]
    assert found(judged[1]) == [(F.CONSENT, {})]


def standing(name: str, number: int = 7) -> Standing:
    return Standing(number, Identity(ORG, name, "", "", ""))


def test_what_is_on_the_letter_is_unchanged_or_respelled() -> None:
    same, other = of(
        "Harbour Watch", "Hill fund", standing=[standing("Harbour Watch"), standing("Hill Fund", 8)]
    )
    assert (same.verdict, found(same), same.signatory_id) == (V.UNCHANGED, [(F.ON_LETTER, {})], 7)
    assert (other.verdict, found(other)) == (V.UNCHANGED, [(F.RESPELLED, {"name": "Hill Fund"})])


def test_branches_that_stand_there_are_unchanged_and_a_new_one_comes_in() -> None:
    rows = [Given(number, "Harbour Watch", ORG, branch=branch) for number, branch in enumerate("ABAC", 1)]
    twins = [standing("Harbour Watch", 7), standing("Harbour Watch", 8)]
    assert [one.verdict for one in of(*rows, standing=twins)] == [
        V.UNCHANGED,
        V.UNCHANGED,
        V.DUPLICATE,
        V.ACCEPTED,
    ]


def test_what_looks_like_one_on_the_letter_is_for_a_human_until_a_moderator_said_different() -> None:
    there, pair = [standing("Harbour Watch")], frozenset(("harbourwatch", "harbourwatchltd"))
    assert of("Harbour Watch Ltd", standing=there)[0].verdict is V.DOUBTFUL
    assert of("Harbour Watch Ltd", standing=there, sayings={pair: False})[0].verdict is V.ACCEPTED


def test_what_a_moderator_said_is_the_same_is_for_a_human_however_it_is_spelt() -> None:
    pair = frozenset(("harbourwatch", "hafenwacht"))
    [one] = of("Hafenwacht", standing=[standing("Harbour Watch")], sayings={pair: True})
    assert found(one) == [(F.LIKE, {"name": "Harbour Watch", "row": None, "id": 7, "like": Like.MARKED})]


def test_what_a_coordinator_decided_is_done() -> None:
    rows = [
        Given(1, "Harbour Watch", ORG),
        Given(2, "Harbour Watch", ORG, decision=True),
        Given(3, "n/a", ORG, decision=True),
        Given(4, "Hill Fund", ORG, decision=False),
        Given(5, "a@b.example", ORG, decision=True),
    ]
    assert [one.verdict for one in of(*rows)] == [V.ACCEPTED, V.ACCEPTED, V.ACCEPTED, V.REFUSED, V.REFUSED]


def test_a_doubt_says_which() -> None:
    assert found(of("n/a")[0]) == [(F.DOUBT, {"doubt": Doubt.PLACEHOLDER})]


def test_seven_thousand_names_of_few_words_are_all_judged() -> None:
    words = [
        f"{a}{b}"
        for a in ("har", "mon", "tal", "ves", "kir", "dol", "pan")
        for b in ("bour", "dale", "wick", "ton", "mere")
    ]
    names = [
        f"{one.title()} {other.title()} {number % 9} Group"
        for number, one in enumerate(words)
        for other in words * 6
    ][:7000]
    assert len(of(*names)) == 7000


def test_the_marks_of_a_pasted_list_are_taken_off_and_said() -> None:
    numbered = of("1. Harbour Watch", "2) Tidal Trust", "38 Degrees")
    assert [one.name for one in numbered] == ["Harbour Watch", "Tidal Trust", "38 Degrees"]
    assert [one.verdict for one in numbered] == [V.ACCEPTED] * 3
    assert found(numbered[0]) == [(F.UNLISTED, {"mark": "1."})]
    assert [one.name for one in of("• Harbour Watch", "- Tidal Trust")] == ["Harbour Watch", "Tidal Trust"]


def test_a_number_before_one_name_alone_may_be_its_own() -> None:
    people = ("1. Ada Quill", "2. Ben Otto", "thanks everyone", "3. Carys Pugh", "5. Dee Dow")
    some = of("Harbour Watch", "Tidal Trust", "Hill Fund", "Alpha", "Beta", "Gamma", *people)
    assert [one.name for one in some[6:]] == [
        "Ada Quill",
        "Ben Otto",
        "thanks everyone",
        "Carys Pugh",
        "Dee Dow",
    ]
    clubs = ("1. FC Hafenstadt", "1. SV Talheim", "4. Welle", "Alpha", "Beta", "Gamma", "Delta")
    assert [one.name for one in of(*clubs)] == list(clubs)
    lone = of("Harbour Watch", "Tidal Trust", "1. FC Hafenstadt")[2]
    assert (lone.name, lone.verdict) == ("1. FC Hafenstadt", V.DOUBTFUL)
    assert found(lone) == [(F.DOUBT, {"doubt": Doubt.MARKER})]


def test_a_name_with_a_number_before_it_finds_itself_without() -> None:
    _, again, _ = of("Harbour Watch", "1. Harbour Watch", "Tidal Trust")
    assert F.LIKE in [finding for finding, _ in found(again)]


def test_a_person_with_an_affiliation_is_doubted_only_as_an_organisation() -> None:
    assert of(Given(1, "A. Person, University", ORG))[0].verdict is V.DOUBTFUL
    assert of(Given(1, "A. Person, University", PERSON))[0].verdict is V.ACCEPTED


def test_a_country_among_organisations_is_for_a_human_and_a_list_of_states_is_not() -> None:
    mixed = of(*(Given(row, name, ORG) for row, name in enumerate(("Harbour Watch", "Hill Fund", "France"), 1)))
    assert [one.verdict for one in mixed] == [V.ACCEPTED, V.ACCEPTED, V.DOUBTFUL]
    states = of(*(Given(row, name, ORG) for row, name in enumerate(("Kenya", "Peru", "France"), 1)))
    assert {one.verdict for one in states} == {V.ACCEPTED}
