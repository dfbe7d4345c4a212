"""A text that brings its own title and names its addressee: neither stands twice, and nothing is lost."""

import pytest

from models.prose import opening, parser, plain

TITLE, MINISTER = "Keep the maps open", "The Minister of Transport"


def under(text: str, title: str = TITLE, addressee: str = MINISTER) -> opening.Opening:
    return opening.under(parser.parse(text), title, addressee)


@pytest.mark.parametrize(
    ("heading", "printed"),
    [
        ("# Keep the maps open", TITLE),
        ("**KEEP THE MAPS OPEN!**", TITLE),
        ("# Open letter: keep the maps open", "Open letter: keep the maps open"),
        ("## Keep the maps", TITLE),
        ("# Keep the maps open, a joint letter", "Keep the maps open, a joint letter"),
    ],
)
def test_a_title_that_the_text_brings_is_printed_once_with_all_its_words(heading: str, printed: str) -> None:
    found = under(f"{heading}\n\nWe ask.")
    assert (found.title, found.titled, plain.plain(found.prose)) == (printed, True, "We ask.")


@pytest.mark.parametrize(
    "heading",
    [
        "# Gardez les cartes ouvertes",
        "# Maps",
        "# Keep the maps open to everyone who rides, drives, walks or only looks",
        "# Keep the maps open: [sources](https://one.example)",
        "We want to keep the maps open.",
    ],
)
def test_a_heading_in_other_words_stays_in_the_text(heading: str) -> None:
    found = under(f"{heading}\n\nWe ask.")
    assert (found.title, found.titled) == (TITLE, False)
    assert found.prose == parser.parse(f"{heading}\n\nWe ask.")


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        ("To the Minister of Transport, 1 High Street", MINISTER),
        ("Dear Minister of Transport,", MINISTER),
        ("For the attention of the Minister of Transport", MINISTER),
        ("An die Bundesministerin für Verkehr", "Bundesministerin für Verkehr"),
        ("Sehr geehrte Frau Bundesministerin,", "Die Bundesministerin"),
        ("À Madame la Ministre des Transports", "La Ministre des Transports"),
        ("A la Ministra de Transportes:", "Ministra de Transportes"),
    ],
)
def test_a_line_that_says_whom_it_is_to_is_known_in_several_languages(line: str, addressee: str) -> None:
    assert under(f"{line}\n\nWe ask.", addressee=addressee).addressed


@pytest.mark.parametrize(
    "line",
    [
        "We ask the Minister of Transport.",
        "A Minister of Transport must listen.",
        "To the Prime Minister",
        "To",
        "",
    ],
)
def test_other_lines_leave_the_addressee_to_be_printed(line: str) -> None:
    assert not under(f"{line}\n\nWe ask.").addressed
