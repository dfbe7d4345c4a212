"""What about a name a human should look at, and what is left in peace."""

import pytest

from models.names import doubts, repair
from models.terms import Doubt, Kind


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("n/a", Doubt.PLACEHOLDER),
        ("N.A.", Doubt.PLACEHOLDER),
        ("Affiliation", Doubt.PLACEHOLDER),
        ("self-employed", Doubt.PLACEHOLDER),
        ("À titre personnel", Doubt.PLACEHOLDER),
        ("Mickey Mouse", Doubt.INVENTED),
        ("Mouse, Mickey", Doubt.INVENTED),
        ("@everyone", Doubt.NO_NAME),
        ("<@123456789012345678>", Doubt.NO_NAME),
        ("**bold**", Doubt.NO_NAME),
        ("[x](y)", Doubt.NO_NAME),
        (":fire:", Doubt.NO_NAME),
        ("Раypal Trust", Doubt.MIXED_SCRIPTS),
        ("Gοogle", Doubt.MIXED_SCRIPTS),
        ("Universit\ufffd de Paris", Doubt.DAMAGED),
        ("Fundaci?n Abril", Doubt.DAMAGED),
        ("Universit? de Paris", Doubt.DAMAGED),
        ("Ann Lee, personally and on behalf of Foo Ltd", Doubt.TWO_SIGNERS),
        ("cc: The Minister", Doubt.NO_NAME),
        ("!!!", Doubt.NO_NAME),
        ("?????? Society", Doubt.DAMAGED),
        ("Society ?? Harbour", Doubt.DAMAGED),
        ("Zzz", Doubt.OVER_AND_OVER),
        ("A" * 150, Doubt.OVER_AND_OVER),
        ("Harbouuuur Watch", Doubt.OVER_AND_OVER),
        ("1. Harbour Watch", Doubt.MARKER),
        ("2) Harbour Watch", Doubt.MARKER),
        ("• Harbour Watch", Doubt.MARKER),
        ("1. FC Hafenstadt", Doubt.MARKER),
        ("@grumpy on insta", Doubt.NO_NAME),
        ("Page 2 of 3", Doubt.NO_NAME),
        ("Seite 2/3", Doubt.NO_NAME),
        ("Total: 4", Doubt.NO_NAME),
        ("Sum: 41", Doubt.NO_NAME),
        ("Best wishes, Ana Roy", Doubt.NO_NAME),
        ("3 organisations and 4 individuals", Doubt.NO_NAME),
        ("Hill Fund, represented by Ada Quill", Doubt.TWO_SIGNERS),
        ("thanks everyone 🙏", Doubt.NO_NAME),
        ("please add us too!! Hope House Hull", Doubt.NO_NAME),
        ("A. Person, University", Doubt.PERSON),
        ("Prof. Ann Lee, Harbour College", Doubt.PERSON),
    ],
)
def test_a_doubtful_name_says_why(name: str, found: Doubt) -> None:
    assert doubts.doubts(name) == (found,)


@pytest.mark.parametrize(
    "name",
    [
        "Many Thanks Foundation",
        "Best Wishes Hospice",
        "Kind Regards Collective",
        "Yours Truly Theatre",
        "Sum 41",
        "Other 98%",
        "Daniel",
        "Micky Maus Trust",
        "Peter Panofsky",
        "*WEB Foundation",
        "Code @ Night",
        "Example",
        "Privacy International",
        "NPO法人コンピュータ",
        "Правозащитный центр",
        "Netsite A/S",
        "Άλφα Network",
        "Who Cares?",
        "1BitSquared",
        "Société Générale",
        "No Borders",
        "Nihon 2ndネット",
        "7amleh",
        "38 Degrees",
        "4D",
        "2.0 Harbour",
        "AAA",
        "What Now ?",
        "J. Person, Inc.",
        "J. Person, Sons & Partners",
        "Harbour Law Centre, University of Riverlight",
        "U.S. Harbour Watch, Northern Branch",
    ],
)
def test_a_legitimate_name_raises_no_doubt(name: str) -> None:
    assert doubts.doubts(name) == ()


@pytest.mark.parametrize(
    ("text", "words", "address"),
    [
        ("[Foo](https://foo.example)", "Foo", "https://foo.example"),
        ('<a class="x" href="https://foo.example">Foo <b>Bar</b></a>', "Foo Bar", "https://foo.example"),
        ("**Foo** & Bar", "**Foo** & Bar", ""),
        ("[x](y)", "[x](y)", ""),
        ("<b>bold", "<b>bold", ""),
        ("Foo<br/>Bar", "Foo Bar", ""),
        ("Foo (Bar) [Baz]", "Foo (Bar) [Baz]", ""),
        ("3 < 5 > 2", "3 < 5 > 2", ""),
    ],
)
def test_a_masked_link_gives_its_words_and_where_it_leads(text: str, words: str, address: str) -> None:
    shown, led = repair.unmasked(text)
    assert (" ".join(shown.split()), led) == (words, address)


@pytest.mark.parametrize(
    "name",
    [
        "Jane Doe and John Roe",
        "Jane & John Doe",
        "Jane Doe / John Roe",
        "Jane Doe; John Roe",
        "Roe-Poe, Jane-Ann; Doe Foe, John B; Al-A-Ba, C",
        "Ana Pérez y Juan Gil",
        "Иван Петров и Анна Петрова",
    ],
)
def test_two_people_in_one_entry_of_an_individual_are_doubted(name: str) -> None:
    assert doubts.doubts(name, Kind.INDIVIDUAL) == (Doubt.TWO_PEOPLE,)
    assert Doubt.TWO_PEOPLE not in doubts.doubts(name, Kind.ORGANISATION)


@pytest.mark.parametrize(
    ("name", "doubt"),
    [
        ("Clean Air Cardiff; Clean Air Swansea", Doubt.TWO_NAMES),
        ("Blue Door Trust – Director: Ms. Hetty Vane", Doubt.TWO_SIGNERS),
        ("Blue Door Trust, Ms Hetty Vane", Doubt.TWO_SIGNERS),
        ("Total", Doubt.PLACEHOLDER),
    ],
)
def test_an_organisation_with_another_name_beside_it_is_doubted(name: str, doubt: Doubt) -> None:
    assert doubts.doubts(name) == (doubt,)
    for other in ("Centre for Peace – Water, Land (MS)", "Patients (MS Society)", "100 Companies for Climate"):
        assert doubts.doubts(other) == ()


@pytest.mark.parametrize(
    "name",
    [
        "Ann Lee",
        "Santiago Ramón y Cajal",
        "Antoni Gaudí i Cornet",
        "Artur da Costa e Silva",
        "Ann Lee, Head of Policy and Research",
        "Andy Anderson",
    ],
)
def test_one_person_whose_name_has_a_word_for_and_is_left_in_peace(name: str) -> None:
    assert doubts.doubts(name, Kind.INDIVIDUAL) == ()
