"""The benchmark of lists measures what it says, on a list small enough for a test."""

import json
import sys

import pytest

from benchmarks import lists


def test_the_benchmark_of_lists_prints_its_figures(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lists, "RUNS", 1)
    monkeypatch.setattr(sys, "argv", ["lists", "--names", "60", "--json"])
    lists.main()
    figures = json.loads(capsys.readouterr().out)
    assert figures["names"] == 60
    assert {"complete 'open'", "first page", "last page", lists.PDF} <= set(figures["milliseconds"])
    assert isinstance(figures["within"], bool)
