"""Docs are part of the work: every command, verb, column and threat is in them."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import discord
from discord import app_commands
from sqlmodel import SQLModel

from bot import VERBS
from tests.cogs.server import a_server

ROOT = Path(__file__).parents[1]
DOCS = Path(__file__).parents[1] / "docs"


def _named(command: app_commands.Command | app_commands.Group | app_commands.ContextMenu) -> Iterator[str]:  # type: ignore[type-arg]
    if isinstance(command, app_commands.Group):
        for child in command.commands:
            yield from _named(child)
    elif isinstance(command, app_commands.ContextMenu):
        yield command.name
    else:
        yield f"/{command.qualified_name}"


async def test_every_command_is_in_the_guide(tmp_path: Path) -> None:
    guide = (DOCS / "coordinators.md").read_text(encoding="utf-8")
    async with a_server(tmp_path) as server:
        tree = server.stage.bot.tree
        kinds = (discord.AppCommandType.chat_input, discord.AppCommandType.message)
        commands = [
            name for kind in kinds for command in tree.get_commands(type=kind) for name in _named(command)
        ]
    assert commands
    assert [name for name in commands if name not in guide] == []


def test_every_verb_of_the_command_line_is_in_the_hosting_guide() -> None:
    guide = (DOCS / "hosting.md").read_text(encoding="utf-8")
    assert [name for name in VERBS if f"| `{name}" not in guide] == []


def _data_map() -> list[list[str]]:
    """The rows of the data map, cell by cell; a row that names no table is about the one above."""
    page = (DOCS / "privacy.md").read_text(encoding="utf-8").split("## The data map")[1]
    return [line.strip("| ").split(" | ") for line in page.splitlines() if re.match(r"\| (\*\*|`)", line)]


def test_the_data_map_holds_every_table_and_column_once() -> None:
    mapped: Counter[tuple[str, str]] = Counter()
    table = ""
    for columns, *_rest in _data_map():
        if name := re.match(r"\*\*(\w+)\*\* ", columns):
            table = name[1]
        mapped.update((table, column) for column in re.findall(r"`(\w+)`", columns))
    stored = Counter(
        (table.name, column.name) for table in SQLModel.metadata.sorted_tables for column in table.columns
    )
    assert sorted(stored - mapped) == []
    assert sorted(mapped - stored) == []


def test_every_row_of_the_data_map_says_what_how_long_and_who() -> None:
    rows = _data_map()
    assert rows
    assert [row for row in rows if len(row) != 4 or not all(cell.strip() for cell in row)] == []


def _defined(file: str) -> set[str]:
    """What a test file defines at any depth."""
    path = ROOT / file
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.is_file() else ast.parse("")
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {one.name for one in ast.walk(tree) if isinstance(one, kinds)}


def test_every_threat_names_what_stops_it_and_tests_that_exist() -> None:
    page = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    table = page.split("| threat | what stops it | shown by |")[1]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 25
    assert [row for row in rows if len(row) != 3 or "::" not in row[-1]] == []
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", table)
    assert [f"{file}::{name}" for file, name in named if name not in _defined(file)] == []


PAGES = (ROOT / "README.md", *sorted(DOCS.glob("*.md")))


def test_every_picture_of_the_docs_is_there_and_says_in_words_what_it_shows() -> None:
    found = [
        (page, words, place)
        for page in PAGES
        for words, place in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    ]
    assert found
    assert [
        place for page, words, place in found if len(words) < 20 or not (page.parent / place).is_file()
    ] == []


def test_every_link_inside_the_docs_leads_somewhere() -> None:
    for page in PAGES:
        for place in re.findall(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
            file, _, heading = place.partition("#")
            if "://" in place:
                continue
            target = page.parent / file if file else page
            assert target.exists(), f"{page.name}: {place}"
            if not heading:
                continue
            text = target.read_text(encoding="utf-8")
            found = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
            headings = [re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in found]
            assert heading in headings, f"{page.name}: {place}"


def test_the_page_for_the_first_letter_is_half_a_page() -> None:
    words = re.sub(
        r"!?\[([^\]]*)\]\([^)]*\)", r"\1", (DOCS / "first-letter.md").read_text(encoding="utf-8")
    ).split()
    assert len(words) < 420
