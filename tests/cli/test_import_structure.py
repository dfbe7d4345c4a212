"""What stands where in a list, as the preview on the command line says it: each row of the file is a name, or is named
among what was not read; what is no name is doubted, and our own lists come back."""

import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest

from cli import import_list
from models import translation
from models.strings.data_files import phrases
from models.terms import Format, Grouping, Kind
from tests.models.lists import edition, entry, exported


def previewed(folder: Path, name: str, data: str | bytes, **answered: str) -> dict[str, Any]:
    """The preview of a file."""
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    found: dict[str, Any] = json.loads(import_list.preview(import_list.read_list(file, answered), as_json=True))
    return found


def told(document: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["name"], one["verdict"]) for one in document["items"]]


def accepted(document: dict[str, Any]) -> list[str]:
    return [name for name, verdict in told(document) if verdict == "accepted"]


def in_word(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def side_by_side(*rows: tuple[str, ...]) -> bytes:
    document = docx.Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    return saved(document)


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "heading",
    ["Supported by:", "Co-signed by:", "Also signed by", "Endorsed by", "Soutenu par :", "Unterstützt von:",
     "Con el apoyo de:", "За підтримки:", "بدعم من:"],
)  # fmt: skip
@pytest.mark.parametrize("mark", ["", "- "])
def test_names_above_a_heading_that_goes_on_are_names(tmp_path: Path, heading: str, mark: str) -> None:
    above, below = ["Alpha Network", "Beta Forum", "Gamma House"], ["Delta Trust", "Eps Trust"]
    for name, lines in (
        ("a.txt", "\n".join((*above, heading, *(mark + one for one in below)))),
        ("a.docx", in_word(*above, heading, *below)),
        ("b.docx", in_word(above[0], heading, *below)),
    ):
        kept = above if name.startswith("a") else above[:1]
        assert accepted(previewed(tmp_path, name, lines)) == [*kept, *below], name
    alone = previewed(tmp_path, "b.txt", "\n".join((above[0], heading, *(mark + one for one in below))))
    assert accepted(alone) == below
    assert (above[0], "doubtful") in told(alone) or above[0] in " ".join(alone["not_read"]), "it may be a title"


@pytest.mark.parametrize(
    "text",
    [
        "Alpha Network\nBeta Forum\nSigned by:\nDelta Trust\nEps Trust\nGamma House",
        "Alpha Network\nBeta Forum\n\nSignatories\n1. Delta Trust\n2. Eps Trust",
        "Open letter on rivers\n\nSigned by:\nDelta Trust\nEps Trust",
        "Dear all,\n\nAlpha Network\nBeta Forum\nSigned by:\nDelta Trust\nEps Trust\nGamma House\nZeta House",
        "+44 20 7946 0000\nAlpha Network\nSigned by:\nDelta Trust\nEps Trust\nGamma House",
        "Lead signatories\nAlpha Network\nBeta Forum\n\nSigned by:\nGamma House\nDelta Trust",
        "Initiators\nAlpha Network\nBeta Forum\n\nCo-signed by:\nDelta Trust\nEps Trust",
        "Organisation,Country\nAlpha Network,Kenya\nSignatories,\nBeta Forum,Peru",
        "Initiatoren\nAlpha Network\nBeta Forum\n\nMitunterzeichnet von\nDelta Trust\nEps Trust",
        "Our letter,\nMarch,\nOrganisation,Country\nAlpha Network,Kenya\nDelta Trust,Peru",
    ],
)
def test_each_line_is_a_row_or_named_as_not_read_and_no_heading_is_a_name(tmp_path: Path, text: str) -> None:
    found = previewed(tmp_path, "a.csv" if "," in text.split("\n")[-1] else "a.txt", text)
    rows, left = [name for name, _ in told(found)], " ".join(found["not_read"])
    for line in text.split("\n"):
        said = line.removeprefix("1. ").removeprefix("2. ").split(",")[0]
        assert not said or said in rows or said in left or said == "Organisation", said
    assert not {"Signed by:", "Signatories", "Initiators", "Lead signatories", "Initiatoren"} & set(rows)
    assert "Open letter on rivers" not in rows


NO_NAMES = """
44 20 7946 0000|020 7946 0001|Tel: +32 2 555 12 12|Kind regards, Ana Roy|We sign:|Thanks!|
Total: 5 organisations|Name withheld|(no name)|3 anonymous|See attached|etc.|and 14 others|International|
Also add Mothers for Peace.|I prefer not to say|Nous signons :|Merci !|Cordialement, Ana Roy|
et 14 autres|Total : 12|Nom non communiqué|Voir pièce jointe|Mit freundlichen Grüßen, Ana Roy|
und 14 weitere|Insgesamt: 12|Keine Angabe|Siehe Anhang|Gracias|y 14 más|Sin nombre|
Bitte auch Haus Drei aufnehmen|З повагою, Олена|та 14 інших|Ім'я не вказано|وغيرهم|و 14 آخرون|匿名|他14名|
ありがとうございます|İsimsiz|(illegible)|e altri 14|en 14 anderen|i 14 innych|e outros 14|ve 14 diğer kuruluş|
Anonyme|Mobile 0470 12 34 56|plus 20 more signatories
"""


@pytest.mark.parametrize("line", phrases(NO_NAMES))
def test_what_stands_between_names_is_doubted(tmp_path: Path, line: str) -> None:
    found = previewed(
        tmp_path, "a.csv", f'Organisation,Country\nAlpha Network,Kenya\n"{line}",\nBeta Forum,Peru\n'
    )
    assert [verdict for _, verdict in told(found)] == ["accepted", "doubtful", "accepted"]
    assert found["items"][1]["reason"]


NAMES = """
350.org|+972 Magazine|Others Unlimited|More in Common|USW|HI|ETC Group|TotalEnergies SE|
International Alert|In Solidarity Network|Regards Croisés|Signal Foundation|38 Degrees|1 000 Women|
Thanks for Nothing|Sans Nom|People and Planet|Many Voices|Attac!|Mobile Justice|100 Women|Plus One|
Kind Hearts|Best Practice Institute|Names Not Numbers|Supporters Trust|Group 12 (Kenya)|
Anonymous Analytics|National Trust
"""


@pytest.mark.parametrize("name", phrases(NAMES))
def test_a_name_with_such_words_is_not(tmp_path: Path, name: str) -> None:
    assert (
        accepted(
            previewed(
                tmp_path, "a.csv", f'Organisation,Country\nAlpha Network,Kenya\n"{name}",\nBeta Forum,Peru\n'
            )
        )[1]
        == name
    )


@pytest.mark.parametrize("line", ["Supported by: Delta Trust", "Signatories: Delta Trust", "Signed by"])
def test_a_heading_on_the_line_of_a_name_is_doubted(tmp_path: Path, line: str) -> None:
    found = previewed(tmp_path, "a.csv", f"Organisation,Country\nAlpha Network,Kenya\n{line},Peru\n")
    assert told(found)[1] == (line, "doubtful")


def test_others_are_counted_on_a_line_of_their_own(tmp_path: Path) -> None:
    found = previewed(tmp_path, "a.txt", "Alpha Network\nBeta Forum\nand 14 others\n+ 3 anonymous\n")
    assert accepted(found) == ["Alpha Network", "Beta Forum"]
    assert found["doubtful"] == 2


def test_a_form_without_an_organisation_and_without_a_name_is_refused(tmp_path: Path) -> None:
    text = "Nom de votre organisation;Pays;Personne de contact\nLigue Une;France;Ana Roy\n;France;Anonyme\n"
    assert told(previewed(tmp_path, "a.csv", text)) == [("Ligue Une", "accepted"), ("", "refused")]


@pytest.mark.parametrize(
    "no", ["Declined", "Not yet", "Did not sign", "Waiting for", "Withdrawn", "Abgelehnt", "Refusé"]
)
def test_names_below_a_line_that_says_no_are_doubted_for_it(tmp_path: Path, no: str) -> None:
    text = f"Signed:\nAlpha Network\nBeta Forum\n\n{no}:\nGamma House\nDelta Trust\n\nSignatories:\nEps Union"
    found = previewed(tmp_path, "a.txt", text)
    assert accepted(found) == ["Alpha Network", "Beta Forum", "Eps Union"]
    doubted = [(f"{name} – {no}", "doubtful") for name in ("Gamma House", "Delta Trust")]
    assert [one for one in told(found) if one[1] != "accepted"] == doubted
    assert f"{no}:" in " ".join(found["not_read"])


def test_somebody_without_a_name_among_contacts_makes_no_question_of_them(tmp_path: Path) -> None:
    assert told(previewed(tmp_path, "a.csv", "Organisation;Contact\n;Anonyme\nAlpha;Ana Roy\n")) == [
        ("", "refused"), ("Alpha", "accepted")
    ]  # fmt: skip


THREE = (("Alpha Network", "Beta Forum", "Gamma House"), ("Delta Trust", "Eps Trust", "Zeta Union"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", side_by_side(*THREE)),
        ("a.csv", "\n".join(map(";".join, THREE))),
        ("a.html", "<table>" + "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in THREE) + "</table>"),
        ("a.csv", "\n".join(f"{one};{two};{three}" for one, two, three in THREE)),
    ],
)  # fmt: skip
def test_names_side_by_side_are_all_read_and_asked_about(tmp_path: Path, name: str, data: str | bytes) -> None:
    found = previewed(tmp_path, name, data)
    assert accepted(found) == [*THREE[0], *THREE[1]]
    [asked] = [one for one in found["questions"] if one["question"] == "reading"]
    assert (asked["must_be_answered"], list(asked["options"].values())) == (
        True,
        [
            "Each cell is a name (6 names): Alpha Network, Beta Forum and Gamma House",
            "Only one column has names (2 names): Alpha Network and Delta Trust",
        ],
    )
    assert accepted(previewed(tmp_path, name, data, reading="1")) == ["Alpha Network", "Delta Trust"]


def test_two_columns_without_headings_are_asked_about_too(tmp_path: Path) -> None:
    text = "Alpha Network;Beta Forum\nGamma House;Delta Trust\n"
    assert accepted(previewed(tmp_path, "a.csv", text)) == ["Alpha Network", "Gamma House"]
    assert len(accepted(previewed(tmp_path, "a.csv", text, reading="1"))) == 4


@pytest.mark.parametrize(
    "text", ["1;Alpha Network;Kenya\n2;Beta Forum;Peru\n", "Alpha Network;a@b.example;x\n"]
)
def test_a_table_of_records_is_not_asked_about(tmp_path: Path, text: str) -> None:
    assert "reading" not in {one["question"] for one in previewed(tmp_path, "a.csv", text)["questions"]}


def test_columns_that_are_named_answer_it(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("\n".join(map(";".join, THREE)), encoding="utf-8")
    found = import_list.read_list(tmp_path / "a.csv", {"kind": "organisation"}, "name: column 2")
    assert ([one.name for one in found.entries()], found.open) == (["Beta Forum", "Eps Trust"], [])


@pytest.mark.parametrize(
    "text",
    [
        "Group,Name,Country\nAfrica,Alpha Network,Kenya\nAfrica,Beta Forum,Kenya",
        "Group,Name\nMembers,Alpha Network\nMembers,Beta Forum",
        "Network,Name\nNorth,Alpha Network\nNorth,Beta Forum",
        "Region,Name,Country\nAfrica,Alpha Network,Kenya\nAsia,Beta Forum,Japan",
        "Groupe;Nom\nAfrique;Alpha Network\nAfrique;Beta Forum",
        "Group,Organisation,Name\nAfrica,Alpha Network,Ana Roy\nAfrica,Beta Forum,Bo",
        "Continent,Name\nAfrica,Alpha Network\nAsia,Beta Forum",
        "Category,Name\nNGO,Alpha Network\nNGO,Beta Forum",
    ],
)
def test_a_column_of_groups_beside_names_is_not_who_signs(tmp_path: Path, text: str) -> None:
    assert [name for name, _ in told(previewed(tmp_path, "a.csv", text))] == ["Alpha Network", "Beta Forum"]


@pytest.mark.parametrize(
    "line",
    ["Garcia, Ana; Lopez, Luis", "Garcia, Ana & Lopez, Luis", "Garcia, Ana and Lopez, Luis", "Ana Roy; Luis Gil",
     "Ana Roy, Lab One; Luis Gil, Forum Two", "García Márquez, Ana; López, Luis; Ray, Paul"],
)  # fmt: skip
def test_several_people_on_a_line_are_doubted_whole(tmp_path: Path, line: str) -> None:
    text = f"Mia Fox\nBen Otto\n{line}\nHans Meier\nCleo Ndaw\n"
    found = previewed(tmp_path, "a.txt", text, kind="individual")
    assert told(found)[2] == (line, "doubtful")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ana Roy; Forum Two", "Ana Roy"),
        ("Smith, John", "Smith, John"),
        ("Ana Roy, Lab One and Two", "Ana Roy"),
    ],
)
def test_one_person_is_still_one(tmp_path: Path, line: str, name: str) -> None:
    found = previewed(tmp_path, "a.txt", f"Mia Fox\nBen Otto\n{line}\nHans Meier\n", kind="individual")
    assert told(found)[2] == (name, "accepted")


OURS = edition(
    entry("<angle> Guild", "US"), entry("`backtick` Foundation", "FR"), entry("Plain Union (PU)"),
    entry("ההתאחדות לזכויות", "IL"), entry("مؤسسة التعبير", "EG"), entry("Foo Ltd", "GB", Kind.COMPANY),
    entry("Ada Brook", "IT", Kind.INDIVIDUAL, affiliation="Lab (One), Two"), entry("Bo Li", "", Kind.INDIVIDUAL),
    entry("Cy Roy", "FR", Kind.INDIVIDUAL),
)  # fmt: skip
WITH_KINDS = {(one.name, one.kind.value, one.country, one.affiliation, "accepted") for one in OURS.entries}


@pytest.mark.parametrize("language", ["en", "fr", "ar", "ja", "uk"])
@pytest.mark.parametrize("as_", [one for one in Format if one is not Format.PDF])
def test_a_list_of_ours_reads_back(tmp_path: Path, as_: Format, language: str) -> None:
    with translation.speaking(language):
        file = exported(OURS, as_)
    items = previewed(tmp_path, file.name, file.data)["items"]
    assert len(items) == len(OURS.entries)
    assert {
        tuple(one[key] for key in ("name", "kind", "country", "affiliation", "verdict")) for one in items
    } == (WITH_KINDS)


@pytest.mark.parametrize("as_", [one for one in Format if one is not Format.PDF])
def test_a_list_of_ours_by_country_reads_back(tmp_path: Path, as_: Format) -> None:
    file = exported(OURS, as_, grouping=Grouping.COUNTRY)
    items = previewed(tmp_path, file.name, file.data)["items"]
    # Without a kind above them, only a table says where a name ends and an affiliation begins.
    assert {(one["name"].removesuffix(" (Lab (One), Two)"), one["country"]) for one in items} == {
        (one.name, one.country) for one in OURS.entries
    }
