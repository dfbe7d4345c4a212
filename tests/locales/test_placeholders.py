"""What stands in a menu or a field before anything is chosen or typed is not cut off on a phone."""

import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from cogs.ui.cards import setup
from locales import catalogues
from models.translation import ENGLISH

pytestmark = pytest.mark.catalogues
FITS = 34
"""Letters on a screen of 390 pixels, in a menu, which is narrower than a field."""
COGS = Path(__file__).parents[2] / "cogs"


def _said(node: ast.expr | None) -> str:
    """The sentence that is marked there, ``_("...")``; nothing for any other value."""
    if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
        return str(node.args[0].value)
    return ""


def placeholders() -> Iterator[str]:
    """What menus are called, and the examples of fields of one line."""
    yield from (called for _, _, called in setup.MENUS.values())
    for file in COGS.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            given = {one.arg: one.value for one in node.keywords} if isinstance(node, ast.Call) else {}
            if called == "Choose" and isinstance(node, ast.Call):
                yield _said(node.args[0])
            elif called in ("Text", "replace") and "long" not in given:
                yield _said(given.get("example"))


def _width(text: str) -> int:
    return sum(
        2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text if not unicodedata.combining(c)
    )


@pytest.mark.parametrize("tag", [ENGLISH, *catalogues.languages()])
def test_no_placeholder_is_cut_off_on_a_phone(tag: str) -> None:
    catalogue = catalogues.read(tag) if tag != ENGLISH else None
    said = set(placeholders()) - {""}
    assert len(said) > 30
    shown = {one: str(catalogue[one].string) if catalogue is not None else one for one in said}
    assert [text for text in shown.values() if _width(text) > FITS] == []
