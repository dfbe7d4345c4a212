"""Sentences are marked where the extractor sees them."""

import ast
import re
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


SENTENCE = re.compile(r"[A-Za-z][a-z']+[,:;]? [A-Za-z]*[a-z]")
"""Two words side by side, of which the second is no name."""
NOT_TO_MEMBERS = {"command", "user_command", "message_command", "debug", "info", "warning", "error", "report"}
"""Calls whose words are a command's name, or for the host."""
FOR_HOSTS_OR_FIXED = frozenset(
    (
        "cogs/client.py",
        "cogs/runtime/clocks.py",
        "cogs/runtime/errors.py",
        "cogs/runtime/commands.py",
        "cogs/runtime/gateway.py",
        "cogs/runtime/inputs.py",
        "cogs/runtime/server_setup.py",
        "cogs/ui/findings.py",
        "cogs/ui/readings.py",
        "cogs/ui/troubles.py",
        "cogs/ui/verdict_reasons.py",
        "cogs/ui/words.py",
        "cogs/background/scheduled_events.py",
        "cogs/letter/page.py",
        "cogs/people/participants.py",
    )
)
"""Files with words for the log, the command line and the journal, with names of commands and stored values, and with
the English way to say an hour aloud. What else they say is marked as well."""


def unmarked(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Texts that read like a sentence and go to no translator: no mark, no docstring, no error, no log."""
    if isinstance(node, ast.Raise | ast.Assert) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ):
        return
    if isinstance(node, ast.Call) and _called(node.func) in MARKS | NOT_TO_MEMBERS:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and SENTENCE.search(node.value):
        yield node.lineno, node.value
    for child in ast.iter_child_nodes(node):
        yield from unmarked(child)


def _called(function: ast.expr) -> str:
    return str(getattr(function, "id", getattr(function, "attr", "")))


def test_whatever_a_room_or_a_card_says_is_marked() -> None:
    found = {
        f"{name}:{line}: {said}"
        for file in (catalogues.ROOT / "cogs").rglob("*.py")
        if (name := str(file.relative_to(catalogues.ROOT))) not in FOR_HOSTS_OR_FIXED
        for line, said in unmarked(ast.parse(file.read_text(encoding="utf-8")))
    }
    assert found == set()


def test_a_sentence_without_a_mark_is_found() -> None:
    assert [said for _line, said in unmarked(ast.parse('say("Saved for you.", _("Saved for all."))'))] == [
        "Saved for you."
    ]
