"""The bots of these tests, as processes."""

import pytest

from tests.cli.saying import ROOT


@pytest.fixture(autouse=True)
def unprepared(monkeypatch: pytest.MonkeyPatch) -> None:
    """They do not make ready to read deadlines, and read no catalogues: both cost more than the rest of a start."""
    monkeypatch.setenv("WIRE_UNPREPARED", str(ROOT))
