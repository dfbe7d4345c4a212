"""The table in docs/deadlines.md: what is typed there is understood as it says."""

import re
from pathlib import Path

import pytest

from models.deadlines import reader
from models.refusal import Refusal
from tests.conftest import NOW  # Thursday 13 February 2025, 09:00 UTC

GUIDE = Path(__file__).parents[1] / "docs" / "deadlines.md"
ROWS = re.findall(r"^\| ([a-zA-Z-]+) \| `(.+)` \| (.+) \|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)


def understood(typed: str, locale: str) -> str:
    try:
        read = reader.read(typed, "", "", NOW, otherwise="Europe/London", locale=locale)
    except Refusal as refusal:
        readings = [f"{one.instant:%Y-%m-%dT%H:%M:%SZ}" for one in refusal.values.get("readings", ())]
        return ": ".join(filter(None, (refusal.reason.value, ", ".join(readings))))
    return f"{read.instant:%Y-%m-%dT%H:%M:%SZ}"


@pytest.mark.parametrize(("locale", "typed", "means"), ROWS)
def test_what_the_guide_shows_is_understood_that_way(locale: str, typed: str, means: str) -> None:
    assert understood(typed, locale) == means


def test_the_guide_shows_enough_in_enough_languages() -> None:
    assert len(ROWS) >= 40
    assert len({locale for locale, _, _ in ROWS}) >= 6
