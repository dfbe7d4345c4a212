"""Names: what is printed, what counts as the same, what the list is ordered by."""

import pytest
from hypothesis import example, given, strategies as st

from models.names import cleaning, doubts
from models.refusal import Reason, Refusal
from models.terms import Kind
from tests.models.makers import refused

ORG, PERSON = Kind.ORGANISATION, Kind.INDIVIDUAL


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("  Access  Now ", "Access Now"),
        ("Bits\u00a0of\u202fFreedom", "Bits of Freedom"),
        ("Electronic\nFrontier\tFoundation", "Electronic Frontier Foundation"),
        ("Cafe\u0301 Pro", "Café Pro"),
        ("Zero\u200bWidth\ufeff", "ZeroWidth"),
        ("\u202eevil\u202c", "evil"),
        ("\u2066Isolated\u2069", "Isolated"),
        ("Bell\x07", "Bell"),
        ("Tag\U000e0041s", "Tags"),
        ("Joined\u200dUp", "JoinedUp"),
        ("\u200dAhead", "Ahead"),
    ],
)
def test_what_no_reader_sees_is_not_printed(typed: str, printed: str) -> None:
    assert cleaning.printable(typed) == printed


@pytest.mark.parametrize(
    "name",
    [
        "Netsite A/S",
        "Better Hearing Care, Inc.",
        "Chaos Computer Club Siegen e. V.",
        "Daniel",
        "حقوق‌بشر",  # a non-joiner that Persian needs
        "ශ්‍රී ලංකා",  # a joiner after a virama
        "👩‍💻 Women in Tech",
        "🏳️‍🌈 Pride",
        "Change.org",
        "日本ネットワーク",
        "עמותה",
    ],
)
def test_a_legitimate_name_stays_as_it_is(name: str) -> None:
    assert cleaning.printable(name) == name


@pytest.mark.parametrize("typed", ["", "   ", "\u200b\u202e", "\u3164"])
def test_a_name_that_shows_nothing_is_refused(typed: str) -> None:
    refusal = refused(cleaning.printable, typed)
    assert refusal.reason is Reason.EMPTY
    assert refusal.values == {"field": "name"}


def test_a_name_has_at_most_200_characters() -> None:
    assert cleaning.printable("x" * 200)
    refusal = refused(cleaning.printable, "x" * 201)
    assert refusal.reason is Reason.TOO_LONG
    assert refusal.values == {"field": "name", "limit": 200, "length": 201}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Foo (info@foo.example)", "info@foo.example"),
        ("Foo https://foo.example/x", "https://foo.example/x"),
        ("www.foo.example", "www.foo.example"),
        ("[Foo](https://evil.example)", "https://evil.example)"),
    ],
)
def test_an_address_in_a_name_is_refused_and_shown(typed: str, found: str) -> None:
    refusal = refused(cleaning.printable, typed)
    assert refusal.reason is Reason.ADDRESS_IN_NAME
    assert refusal.values["found"] == found


def test_an_affiliation_may_be_empty() -> None:
    assert cleaning.affiliation("  ") == ""
    assert cleaning.affiliation(" MIT ") == "MIT"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Attac Norway", "ATTAC  Norway"),
        ("It's Our Future", "Its Our Future"),
        ("BETTER HEARING CARE INC", "Better Hearing Care, Inc."),
        ("Straße", "STRASSE"),
        ("Ｆｕｌｌ", "full"),
    ],
)
def test_case_spaces_and_punctuation_do_not_tell_names_apart(one: str, other: str) -> None:
    assert cleaning.exact_key(ORG, one) == cleaning.exact_key(ORG, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Foo Kassel", "Foo Essen"),
        ("Aztlan Media", "Áztlan Media"),
        ("Foo & Bar", "Foo and Bar"),
        ("Foo 2", "Foo 3"),
        ("!!!", "???"),
    ],
)
def test_whatever_else_differs_tells_names_apart(one: str, other: str) -> None:
    assert cleaning.exact_key(ORG, one) != cleaning.exact_key(ORG, other)


def test_people_of_one_name_are_told_apart_by_affiliation() -> None:
    assert cleaning.exact_key(PERSON, "Daniel", "MIT") != cleaning.exact_key(PERSON, "Daniel", "ETH")
    assert cleaning.exact_key(PERSON, "Daniel", "M.I.T.") == cleaning.exact_key(PERSON, "daniel", "MIT")


def test_a_person_never_blocks_an_organisation() -> None:
    assert cleaning.exact_key(PERSON, "Daniel") != cleaning.exact_key(ORG, "Daniel")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Document Foundation", "document foundation"),
        ("Électricité", "electricite"),
        ("Łódź Network", "lodz network"),
        ("Øresund", "oresund"),
        ("Άλφα", "αλφα"),
        ("Ёлка", "елка"),
        ("“Quoted” Org.", "quoted org"),
        ("Foo-Bar/Baz", "foo bar baz"),
        ("O'Neil", "oneil"),
        ("Kaʻala Farm", "kaala farm"),
        ("The", "the"),
        ("नमस्ते", "नमस्ते"),
        ("!!!", "!!!"),
    ],
)
def test_the_list_is_ordered_without_case_article_diacritics_and_punctuation(name: str, key: str) -> None:
    assert cleaning.sort_key(ORG, name) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Dr. Ann Lee", "ann lee"),
        ("Prof. Dr. Ann Lee", "ann lee"),
        ("д-р Анна Ли", "анна ли"),
        ('ד"ר דן כהן', "דן כהן"),
        ("Dr.", "dr"),
        ("Drew Lee", "drew lee"),
    ],
)
def test_a_title_in_front_of_a_person_sorts_nobody(name: str, key: str) -> None:
    assert cleaning.sort_key(PERSON, name) == key


def test_a_title_in_front_of_a_body_is_part_of_its_name() -> None:
    assert cleaning.sort_key(ORG, "Dr. Ann Lee Foundation") == "dr ann lee foundation"


def test_a_person_is_ordered_as_written() -> None:
    assert cleaning.sort_key(PERSON, "The Nguyen") == "the nguyen"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("O&#39;Neil", "O'Neil"),
        ("Bj&ouml;rn &amp;amp; Co", "Björn & Co"),
        ("CafÃ© Society", "Café Society"),
        ("FundaciÃ³n NÃºcleo", "Fundación Núcleo"),
        ("R&D; Institute", "R&D; Institute"),
        ("A &am\u200bp; B", "A & B"),
    ],
)
def test_what_other_programs_did_to_a_name_is_fixed(typed: str, printed: str) -> None:
    assert cleaning.printable(typed) == printed


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("&#;amp39\u200b\u202eÃ©Â ")), max_size=40))
@example("&\u200bamp;#39;")
def test_cleaning_a_clean_name_changes_nothing(typed: str) -> None:
    try:
        once = cleaning.printable(typed)
    except Refusal:
        return
    assert cleaning.printable(once) == once


def test_a_mark_that_is_alone_is_sorted_as_it_is() -> None:
    assert cleaning.sort_key(Kind.ORGANISATION, "\u094d") == "\u094d"


@pytest.mark.parametrize(
    "name",
    [
        "CENTRO CULTURAL “AMANHÃ”",
        "REDE «CIDADÃ»",
        "TALISMÃ®",
        "AÇÃO CIDADÃ – REDE",
        "FUNDAÇÃO ALEMÃ–BRASILEIRA",
        "„BLAÐIÐ“",
    ],
)
def test_capitals_that_stand_before_a_mark_are_not_repaired(name: str) -> None:
    assert (cleaning.printable(name), doubts.doubts(name)) == (name, ())


@pytest.mark.parametrize(
    ("name", "repaired"),
    [
        ("KÃ–LNER VEREIN", "KÖLNER VEREIN"),
        ("CÃ”TE OUVERTE", "CÔTE OUVERTE"),
        ("MALMÃ–", "MALMÖ"),
        ("CafÃ©", "Café"),
    ],
)
def test_letters_read_in_a_wrong_encoding_are_still_repaired(name: str, repaired: str) -> None:
    assert cleaning.printable(name) == repaired
