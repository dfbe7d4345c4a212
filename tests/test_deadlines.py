"""What docs/deadlines.md and the list beside this file show is understood as they say."""

import re
from pathlib import Path

import pytest

from models.deadlines import reader
from models.refusal import Refusal
from tests.conftest import NOW  # Thursday 13 February 2025, 09:00 UTC

GUIDE = Path(__file__).parents[1] / "docs" / "deadlines.md"
MORE = Path(__file__).with_name("deadlines.md")


def _rows(file: Path) -> list[tuple[str, str, str]]:
    return re.findall(r"^\| ([a-zA-Z-]+) \| `(.+)` \| (.+) \|$", file.read_text(encoding="utf-8"), re.MULTILINE)


def understood(typed: str, locale: str) -> str:
    try:
        read = reader.read(typed, "", "", NOW, otherwise="Europe/London", locale=locale)
    except Refusal as refusal:
        readings = [f"{one.instant:%Y-%m-%dT%H:%M:%SZ}" for one in refusal.values.get("readings", ())]
        return ": ".join(filter(None, (refusal.reason.value, ", ".join(readings))))
    return f"{read.instant:%Y-%m-%dT%H:%M:%SZ}"


@pytest.mark.parametrize(("locale", "typed", "means"), _rows(GUIDE) + _rows(MORE))
def test_what_is_shown_is_understood_that_way(locale: str, typed: str, means: str) -> None:
    assert understood(typed, locale) == means


def test_the_guide_shows_enough_in_enough_languages() -> None:
    assert len(_rows(GUIDE)) >= 40
    assert len({locale for locale, _, _ in _rows(GUIDE)}) >= 6
