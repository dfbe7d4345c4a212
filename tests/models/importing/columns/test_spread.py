"""Columns without headings: what says something of a name is no name, and where nobody can tell, it is asked."""

import pytest

from models.importing import files
from models.importing.columns.reading import ListReading


@pytest.mark.parametrize(
    "text",
    [
        "Ana Roy,Lab One\nLuis Gil,Forum Two\nMia Ek,House Three\nTom Orr,Union Four\n",
        "Ana Roy,Professor,Lab One\nLuis Gil,Dean,Forum Two\nMia Ek,Lecturer,House Three\nTom Orr,Chair,Union Four\n",
    ],
)
def test_what_is_beside_people_is_about_them_and_nothing_is_asked(text: str) -> None:
    found = ListReading(files.read("a.csv", text.encode()))
    assert [one.name for one in found.entries()] == ["Ana Roy", "Luis Gil", "Mia Ek", "Tom Orr"]
    assert "reading" not in [one.ask for one in found.open]


def test_names_side_by_side_are_asked_about() -> None:
    text = "Network One,Forum Two,House Three\nUnion Four,Bund Fünf,Verein Sechs\n"
    found = ListReading(files.read("a.csv", text.encode()))
    assert len(found.entries()) == 6
    assert "reading" in [one.ask for one in found.open]
