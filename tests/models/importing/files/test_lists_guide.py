"""What docs/lists.md says of lists is what happens: its examples, and those beside this file, are read so, and its
columns are all there are."""

import re
from pathlib import Path

import pytest

from models.geography import countries
from models.importing import files
from models.importing.columns.listing import Role
from models.importing.columns.reading import ListReading
from models.terms import Kind

GUIDE = (Path(__file__).parents[4] / "docs" / "lists.md").read_text(encoding="utf-8")
MORE = Path(__file__).with_name("lists.md").read_text(encoding="utf-8")


def _examples(page: str) -> list[tuple[str, ...]]:
    rows = re.findall(r"^\| `(a\.\w+)` \| `([^|]+)` \|([^|]*)\| ([^|]+) \|$", page, re.MULTILINE)
    return [tuple(cell.strip() for cell in row) for row in rows]


def test_the_guide_has_examples() -> None:
    assert len(_examples(GUIDE)) >= 5
    assert len(_examples(MORE)) >= 10


@pytest.mark.parametrize(("file", "text", "asked", "expected"), _examples(GUIDE) + _examples(MORE))
def test_an_example_of_the_guide_is_read_as_it_says(file: str, text: str, asked: str, expected: str) -> None:
    found = ListReading(files.read(file, text.replace("⏎", "\n").encode()))
    said = [(one.name, one.kind, countries.find(one.country), one.affiliation) for one in found.entries()]
    assert [_told(*one) for one in said] == expected.split(" · ")
    assert ", ".join(one.ask for one in found.open) == asked


def _told(name: str, kind: Kind, code: str, affiliation: str) -> str:
    return re.sub(r"(?:, )+$", "", f"{name}, {kind}, {code}, {affiliation}")


def test_every_role_of_a_column_is_in_the_guide() -> None:
    assert [role for role in Role if f"`{role.value}`" not in GUIDE] == []
