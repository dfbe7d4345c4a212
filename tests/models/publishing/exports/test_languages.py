"""Files in another language: every sentence is in it, each runs its way, and names and order stay."""

import io
import re

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from msgspec.structs import replace

from models.publishing.exports import export, reading
from models.sheets import Arrangement, EditionSheet
from models.terms import Format, Grouping, Kind, Order
from models.translation import speaking
from tests import foreign
from tests.languages import Catalogues
from tests.models.importing.files.reading import rows
from tests.models.lists import edition, entry, exported, hard, written

READABLE = [each for each in Format if each not in (Format.PDF, Format.CSV, Format.JSON)]
"""What people read, and we can read too."""


def cyrillic(**more: object) -> EditionSheet:
    """A list without a Latin letter in it but those that we print."""
    return edition(
        entry("Річкова стежка", "UA", earlier=True),
        entry("Ада", kind=Kind.INDIVIDUAL, affiliation="Школа"),
        title="Лист",
        addressee="Міністр",
        text_body="Ми просимо.",
        text_language="uk",
        contact="",
        correction="Тут",
        **more,
    )


@pytest.mark.parametrize("as_", READABLE)
def test_no_english_is_left_in_a_file_in_another_language(as_: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    foreign.spoken(monkeypatch)
    listed = cyrillic()
    for order in Order:
        for grouping in Grouping:
            wanted = Arrangement(grouping, order, with_text=True, language=foreign.TAG)
            said = " ".join(reading.words(export(listed, as_, wanted).data, as_))
            assert not re.search("[A-Za-z]{3,}", re.sub("[0-9a-f]{64}", "", said)), said


def test_a_file_from_the_right_says_so_in_each_format(monkeypatch: pytest.MonkeyPatch) -> None:
    foreign.spoken(monkeypatch)
    listed = cyrillic()
    assert '<html lang="ar" dir="rtl">' in written(listed, Format.HTML, language=foreign.TAG)
    lines = written(listed, Format.TEXT, language=foreign.TAG).splitlines()
    assert any(line.startswith("\u200f1. \u2068Річкова стежка\u2069 (") for line in lines)
    document = docx.Document(io.BytesIO(exported(listed, Format.DOCX, language=foreign.TAG).data))
    ours = [one for one in document.paragraphs if one.text.strip() and one.style.name != "Title"]  # type: ignore[union-attr]
    assert all(one._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for one in ours)
    assert document.core_properties.language == foreign.TAG
    pdf = pypdfium2.PdfDocument(exported(listed, Format.PDF, language=foreign.TAG).data)
    letters = pdf[0].get_textpage()
    assert letters.get_charbox(letters.get_text_range().index("Річкова"))[0] > pdf[0].get_width() / 2


def test_a_name_with_brackets_stays_whole_between_letters_from_the_right(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    foreign.spoken(monkeypatch)
    line = written(edition(entry("Example Trust (UK)", "GB")), Format.TEXT, language=foreign.TAG)
    assert "\u200f1. \u2068Example Trust (UK)\u2069 (المملكة المتحدة)" in line


def test_the_order_of_names_is_the_same_in_every_language(monkeypatch: pytest.MonkeyPatch) -> None:
    foreign.spoken(monkeypatch)
    english, other = (
        [line.entry.name for line in exported(hard(), Format.TEXT, language=tag).printed.lines]
        for tag in ("en", foreign.TAG)
    )
    assert english == other


def test_without_a_choice_a_file_is_in_the_language_that_is_spoken(catalogue: Catalogues) -> None:
    catalogue({"To: {addressee}": "À : {addressee}"}, language="fr")
    listed = edition(entry("Riverlight", "DE"))
    with speaking("fr"):
        said = written(listed, Format.TEXT)
        assert "À : The Home Secretary" in said
        assert "13 février 2025" in said
        assert "(Allemagne)" in said
        assert "To: The Home Secretary" in written(listed, Format.TEXT, language="en")
    assert "13 February 2025" in written(listed, Format.TEXT)


def test_programs_read_the_same_columns_and_keys_in_every_language(monkeypatch: pytest.MonkeyPatch) -> None:
    foreign.spoken(monkeypatch)
    for as_ in (Format.CSV, Format.JSON):
        english, other = (written(cyrillic(), as_, language=tag) for tag in ("en", foreign.TAG))
        keys = re.compile(r'^\s*"(\w+)":', re.MULTILINE) if as_ is Format.JSON else re.compile("^number.*")
        assert keys.findall(english) == keys.findall(other) != []
        assert "individual" in other


def test_our_own_plain_text_comes_back_whole_in_another_language(catalogue: Catalogues) -> None:
    catalogue(
        {
            "Organisations": "Organisationen",
            "Individuals": "Personen",
            "{heading}: {count}": "{heading}: {count}",
            "SHA-256 of the list: {digest}": "SHA-256 der Liste: {digest}",
        },
        language="de",
    )
    text = "1. Wir bitten.\n2. Sehr.\n"
    listed = replace(hard(), text_body=text)
    back = rows("list.txt", written(listed, Format.TEXT, language="de", with_text=True))
    assert [(one.name, one.kind) for one in back] == [(one.name, one.kind) for one in listed.entries]
