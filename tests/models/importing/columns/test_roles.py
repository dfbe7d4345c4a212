"""Columns: told by their headings in many languages, by the shape of the file, and by what is in them."""

import pytest
from babel import Locale

from models.geography import countries
from models.importing import assessment, files
from models.importing.columns.asking import Ask
from models.importing.columns.listing import Left, Role
from models.importing.columns.reading import ListReading
from models.sheets.findings import RowVerdict
from models.terms import Kind

HEADINGS = """
en Name of organization;Country of registration
fr Nom de l'association;Pays d'origine
de Name der Organisation;Land
es Nombre de la organización;País
pt Nome da organização;País
it Nome associazione;Paese
nl Naam organisatie;Land van vestiging
pl Nazwa organizacji;Kraj
cs Název organizace;Země
sk Názov organizácie;Krajina
hu Szervezet neve;Ország
ro Numele organizației;Țara
bg Име на организацията;Държава
ru Название организации;Страна
uk Назва організації;Країна
sr Назив организације;Држава
hr Ime udruge;Država
sl Naziv društva;Država
mk Име на организацијата;Држава
sq Emri i organizatës;Shteti
el Επωνυμία φορέα;Χώρα
tr Kurum adı;Ülke
az Təşkilatın adı;Ölkə
fi Järjestön nimi;Maa
et Organisatsiooni nimi;Riik
lv Organizācijas nosaukums;Valsts
lt Organizacijos pavadinimas;Šalis
sv Organisationens namn;Land
da Organisationens navn;Land
nb Organisasjonens navn;Land
is Nafn samtaka;Land
ca Nom de l'entitat;País
eu Erakundearen izena;Herrialdea
ar اسم المنظمة;البلد
fa نام سازمان;کشور
he שם הארגון;מדינה
ur تنظیم کا نام;ملک
hi संगठन का नाम;देश
bn সংগঠনের নাম;দেশ
id Nama organisasi;Negara
vi Tên tổ chức;Quốc gia
th ชื่อองค์กร;ประเทศ
ja 団体名;国
zh 组织名称;国家/地区
zh_Hant 團體名稱;國別
ko 단체 이름;국가
ka ორგანიზაციის სახელი;ქვეყანა
hy Կազմակերպության անվանումը;Երկիր
sw Jina la shirika;Nchi
""".strip()


def read(text: str, name: str = "x.csv", **answered: str) -> ListReading:
    return ListReading(files.read(name, text.encode()), answered)


@pytest.mark.parametrize("line", HEADINGS.splitlines())
def test_headings_and_countries_are_read_in_this_language(line: str) -> None:
    language, headings = line.split(" ", 1)
    known = Locale.parse(language).territories
    rows = [("Alpha", "DE"), ("Beta", "EG"), ("Gamma", "JP")]
    found = read(f"{headings}\n" + "".join(f"{name};{known[code]}\n" for name, code in rows))
    assert [(one.name, countries.find(one.country)) for one in found.entries()] == rows
    assert found.open == []


def test_a_first_row_that_differs_in_kind_from_all_below_names_the_columns() -> None:
    rows = "".join(f"{name};{code};{name.lower()}@a.example\n" for name, code in
                   (("Alpha", "Kenya"), ("Beta", "France"), ("Gamma", "Peru")))  # fmt: skip
    found = read(f"Qwerty;Uiop;Asdf\n{rows}")
    assert found.columns == {Role.NAME: 0, Role.COUNTRY: 1, Role.EMAIL: 2}
    assert [one.name for one in found.entries()] == ["Alpha", "Beta", "Gamma"]


def test_a_country_misspelt_in_the_first_row_makes_no_headings_of_it() -> None:
    found = read("Alpha;Keniya\nBeta;France\nGamma;Peru\nDelta;Kenya\n")
    assert [one.name for one in found.entries()] == ["Alpha", "Beta", "Gamma", "Delta"]


def test_headings_that_are_repeated_and_rows_above_them_are_no_names_and_are_noted() -> None:
    found = read("Our list;\n;\nOrganisation;Country\nAlpha;Kenya\nOrganisation;Country\nBeta;Peru\n")
    assert [one.name for one in found.entries()] == ["Alpha", "Beta"]
    assert [note.left for note in found.listing.notes] == [Left.ABOVE, Left.HEADINGS]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("name;country;affiliation", {Role.NAME: 0, Role.COUNTRY: 1, Role.AFFILIATION: 2}),
        ("Nombre;Apellidos;Cargo", {Role.LAST_NAME: 1, Role.POSITION: 2, Role.FIRST_NAME: 0}),
        ("Name;Vorname;Arbeitgeber", {Role.FIRST_NAME: 1, Role.AFFILIATION: 2, Role.LAST_NAME: 0}),
        ("Structure;Représentant;Fonction", {Role.NAME: 0, Role.PERSON: 1, Role.POSITION: 2}),
        ("Organización;Persona de contacto;Localidad", {Role.NAME: 0, Role.PERSON: 1, Role.PLACE: 2}),
        ("Verein;Ansprechpartnerin;ORCID", {Role.NAME: 0, Role.PERSON: 1}),
        ("firstName;lastName;employer", {Role.FIRST_NAME: 0, Role.LAST_NAME: 1, Role.AFFILIATION: 2}),
    ],
)
def test_a_columns_heading_says_what_it_holds(headings: str, expected: dict[Role, int]) -> None:
    assert read(f"{headings}\nAlpha;Beta;Gamma\nDelta;Epsilon;Zeta\n").columns == expected


def test_persons_beside_affiliations_are_asked_about_and_keep_them() -> None:
    found = read("name;country;affiliation\nAna Roy;Spain;Lab One\nLuis Gil;Peru;Lab Two\n")
    assert [one.ask for one in found.open] == [Ask.KIND]
    people = found.answering(Ask.KIND, Kind.INDIVIDUAL).entries()
    assert [(one.kind, one.affiliation) for one in people] == [
        (Kind.INDIVIDUAL, "Lab One"),
        (Kind.INDIVIDUAL, "Lab Two"),
    ]
    bodies = found.answering(Ask.KIND, Kind.ORGANISATION).entries()
    assert [(one.affiliation, one.note) for one in bodies] == [("", "Lab One"), ("", "Lab Two")]


def test_people_of_one_name_at_different_places_stay_apart() -> None:
    text = '[{"name": "Mr John Gray", "org": "Lab One"}, {"name": "Mr John Gray", "org": "Lab Two"}]'
    found = read(text, "x.json")
    assert [(one.name, one.affiliation) for one in found.entries()] == [
        ("Mr John Gray", "Lab One"),
        ("Mr John Gray", "Lab Two"),
    ]
    assert [one.ask for one in found.open] == [Ask.KIND]


def test_what_has_no_field_for_a_person_becomes_a_note() -> None:
    [one] = read("First name,Last name,Role,Website\nAna,Roy,Chair,https://a.example\n").entries()
    assert one.note == "Chair; https://a.example"


def test_an_address_beside_a_contact_becomes_the_moderators_own() -> None:
    [one] = read("Organisation,POC\nAlpha,Ana Roy <ana@a.example>\n").entries()
    assert (one.person, one.contact) == ("Ana Roy", "ana@a.example")


@pytest.mark.parametrize(
    ("heading", "no"),
    [
        ("May we print your name?", "No"),
        ("Wyrażam zgodę na publikację", "Nie"),
        ("هل توافق على نشر الاسم؟", "لا"),
        ("掲載可否", "いいえ"),
    ],
)
def test_a_no_to_printing_is_read_whatever_the_question_is_called(heading: str, no: str) -> None:
    found = read(f"Organisation;{heading}\nAlpha;Yes\nBeta;{no}\nGamma;Yes\n")
    assert found.columns[Role.CONSENT] == 1
    assert [one.consent for one in found.entries()] == ["Yes", no, "Yes"]


@pytest.mark.parametrize(
    "heading",
    [
        "Anonymous?",
        "Keep my name private",
        "Do not publish",
        "Don't print my name",
        "I do not want my name to be published",
        "Je ne souhaite pas que mon nom soit publié",
        "Bitte nicht veröffentlichen",
        "No publicar mi nombre",
        "Não publicar o nome",
    ],
)
@pytest.mark.parametrize("kept", ["Yes", "true", "x"])
def test_anyone_who_asks_not_to_be_printed_is_held_back(heading: str, kept: str) -> None:
    found = read(f"Organisation;{heading}\nAlpha;{kept}\nBeta;\nGamma;No\n")
    assert [one.verdict for one in assessment.judge(found.entries())] == [
        RowVerdict.REFUSED,
        RowVerdict.ACCEPTED,
        RowVerdict.ACCEPTED,
    ]


def test_of_two_consents_the_one_with_a_no_counts() -> None:
    found = read("Organisation;GDPR consent;May we print your name?\nAlpha;Yes;Yes\nBeta;Yes;No\n")
    assert found.columns[Role.CONSENT] == 2


def test_no_objection_to_printing_is_consent() -> None:
    found = read("Organisation;I do not object to publication\nAlpha;Yes\nBeta;No\n")
    assert [one.verdict for one in assessment.judge(found.entries())] == [
        RowVerdict.ACCEPTED,
        RowVerdict.REFUSED,
    ]


@pytest.mark.parametrize(
    ("given", "verdicts"),
    [
        (("Yes", "No", "maybe"), "accepted refused doubtful"),
        (("Yes", "Ask me first", "No"), "accepted doubtful refused"),
        (("y", "n", "Yes please"), "accepted refused accepted"),
        (("Yes", "Not yet", "Yes"), "accepted doubtful accepted"),
    ],
)
@pytest.mark.parametrize("heading", ["Happy to be named?", "Signed?", "Include my name"])
def test_a_no_holds_back_whatever_was_asked_and_any_other_answer_is_for_a_moderator(
    heading: str, given: tuple[str, ...], verdicts: str
) -> None:
    rows = "".join(f"{name};{answer}\n" for name, answer in zip(("Alpha", "Beta", "Gamma"), given, strict=True))
    judged = assessment.judge(read(f"Organisation;{heading}\n{rows}").entries())
    assert [one.verdict.value for one in judged] == verdicts.split()


@pytest.mark.parametrize("heading", ["May we print your name?", "Anonymous?", "OK?"])
def test_a_yes_with_a_limit_is_looked_at_by_a_moderator_whatever_was_asked(heading: str) -> None:
    found = read(f"Organisation;{heading}\nAlpha;Yes, but not the e-mail\nBeta;Yes, only as Beta\n")
    assert [one.verdict for one in assessment.judge(found.entries())] == [RowVerdict.DOUBTFUL] * 2


def test_a_limit_in_a_second_consent_is_looked_at_unless_the_first_is_a_no() -> None:
    rows = "Alpha;Yes;Yes, but not now\nBeta;No;Yes, but not now\nGamma;Yes;Yes\n"
    found = read(f"Organisation;May we print your name?;Do you agree to the letter?\n{rows}")
    assert [one.verdict for one in assessment.judge(found.entries())] == [
        RowVerdict.DOUBTFUL,
        RowVerdict.REFUSED,
        RowVerdict.ACCEPTED,
    ]


def test_a_newsletter_is_no_consent() -> None:
    found = read("Organisation;May we send you our newsletter?\nAlpha;Yes\nBeta;No\n")
    assert Role.CONSENT not in found.columns


def test_codes_of_countries_under_region_are_countries_and_those_of_states_are_not() -> None:
    assert read("organization;region\nAlpha;FR\nBeta;NO\n").columns[Role.COUNTRY] == 1
    assert Role.COUNTRY not in read("organization;state\nAlpha;MT\nBeta;CA\n").columns


def test_texts_in_the_column_of_countries_that_several_rows_share_are_asked_about() -> None:
    rows = "".join(f"Alpha {number};Universities\n" for number in "ABC")
    found = read(f"Organisation;Country\n{rows}Beta;Kenya\nGamma;Peru\nDelta;France\n")
    [asked] = [one for one in found.questions if one.ask is Ask.COUNTRY]
    assert (asked.about, asked.must) == ((("Universities", 3),), False)
    assert {one.without_country for one in found.answering(Ask.COUNTRY, "leave").entries()} == {True}


def test_a_group_or_a_person_is_the_name_and_not_the_contact() -> None:
    head = "Group / Person;Where are you based?;What sort?;Contact;Consent to list"
    rows = "Alpha;Peru;NGO;Ida B <ida@a.example>;Y\nBeta;Kenya;person;b@b.example;Y\nGamma;Chile;NGO;c@c.example;Y\n"
    found = read(f"{head}\n{rows}")
    assert (found.columns[Role.NAME], found.columns[Role.PERSON]) == (0, 3)


@pytest.mark.parametrize("heading", ["Contact", "Name", "Signed by"])
def test_addresses_are_never_the_name(heading: str) -> None:
    found = read(f"{heading};Who\na@a.example;Alpha\nb@b.example;Beta\nc@c.example;Gamma\n")
    assert found.columns[Role.NAME] == 1


def test_a_second_column_of_addresses_without_headings_is_not_the_name() -> None:
    found = read("a@a.example;d@d.example;Alpha\nb@b.example;e@e.example;Beta\nc@c.example;f@f.example;Alpha\n")
    assert found.columns[Role.NAME] == 2


def test_changing_a_column_takes_its_role_from_another() -> None:
    found = read("Organisation;Country;Other\nAlpha;Kenya;Peru\n").changing(2, Role.COUNTRY)
    assert found.columns == {Role.NAME: 0, Role.COUNTRY: 2}


@pytest.mark.parametrize(
    ("names", "must"), [("First name;Last name", True), ("Contact first name;Contact last name", False)]
)
def test_names_in_two_columns_beside_an_organisation_are_asked_about(names: str, must: bool) -> None:
    found = read(f"{names};Organisation\nAna;Roy;Lab One\nLuis;Gil;Forum Two\n")
    assert [one.must for one in found.questions if one.ask is Ask.KIND] == [must]
