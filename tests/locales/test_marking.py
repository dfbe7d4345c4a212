"""Sentences are marked where the extractor sees them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from locales import catalogues

MARKS = {"_", "N_", "ngettext", "pgettext"}


def hidden(source: str) -> Iterator[int]:
    """The lines of sentences inside an f-string: before Python 3.12 it is one token, which nobody looks into."""
    for found in ast.walk(ast.parse(source)):
        if isinstance(found, ast.JoinedStr):
            yield from (found.lineno for one in ast.walk(found) if _marks(one))


def _marks(one: ast.AST) -> bool:
    """A call with a sentence; one that says an entry of a table is marked there."""
    return (
        isinstance(one, ast.Call)
        and isinstance(one.func, ast.Name)
        and one.func.id in MARKS
        and any(isinstance(argument, ast.Constant) for argument in one.args)
    )


@pytest.mark.parametrize("folder", ["cogs", "models"])
def test_no_sentence_is_marked_inside_an_f_string(folder: str) -> None:
    files: list[Path] = sorted((catalogues.ROOT / folder).rglob("*.py"))
    found = [f"{file}:{line}" for file in files for line in hidden(file.read_text(encoding="utf-8"))]
    assert files
    assert not found


def test_a_sentence_inside_an_f_string_is_found_and_a_tables_entry_is_not() -> None:
    assert list(hidden("f'**{_(\"Saved.\")}**'")) == [1]
    assert not list(hidden("f'**{_(TABLE[key])}**'"))
