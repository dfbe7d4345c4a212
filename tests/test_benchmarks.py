"""The benchmarks run and say what they measured."""

import importlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks import lists, rehearsals
from benchmarks.__main__ import beside, compared, names, run, table
from benchmarks.rows import row
from rehearsal.room.moments import Moment

ROOT = Path(__file__).parents[1]
Measure = Callable[..., dict[str, Any]]


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Measure:
    """What a benchmark prints for programs when it is called with these words."""

    def measured(name: str, *words: str) -> dict[str, Any]:
        benchmark = importlib.import_module(f"benchmarks.{name}")
        monkeypatch.setattr(sys, "argv", [name, *words, "--json"])
        for repeats in ("RUNS", "ROUNDS"):
            monkeypatch.setattr(benchmark, repeats, 1, raising=False)
        benchmark.main()
        figures: dict[str, Any] = json.loads(capsys.readouterr().out)
        return figures

    return measured


def test_warnings_are_measured_on_any_labelled_file(tmp_path: Path, measured: Measure) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text(
        "label\ta\tb\n"
        "same\tHarbour Watch\tHarbour Watch Ltd\n"
        "same\tHarbour Watch\tMountain Choir\n"
        "different\tHill Fund\tShore Union\n"
        'unsure\tThe "Hill" Fund\tHill Fund\n',
        encoding="utf-8",
    )
    figures = measured("names", str(file))
    assert (figures["same_warned"], figures["different_warned"], figures["unsure_warned"]) == (0.5, 0.0, 1.0)
    assert (figures["same_pairs"], figures["different_pairs"]) == (2, 1)


@pytest.mark.parametrize(
    "words",
    [
        ("proposing", "50"),
        ("votes", "--seconds", "0.1"),
        ("scale", "--sizes", "20", "40", "--ballots", "80"),
        ("pdf", "--names", "20"),
    ],
)
def test_look_ups_votes_long_letters_and_long_files_are_measured(
    measured: Measure, words: tuple[str, ...]
) -> None:
    figures = measured(*words)
    assert all(row["what"] and row["unit"] for row in figures["rows"])
    scans = [line for lines in figures.get("scans", {}).values() for line in lines]
    assert not [line for line in scans if "subquery" not in line and "CONSTANT" not in line]


def test_lists_are_measured(measured: Measure) -> None:
    figures = measured("lists", "--names", "60")
    assert figures["names"] == 60
    assert {"complete 'open'", "first page", "last page", lists.PDF} <= set(figures["milliseconds"])
    assert isinstance(figures["within"], bool)


def test_all_benchmarks_are_found_and_put_into_one_table() -> None:
    assert {"lists", "names", "proposing", "scale", "votes"} <= set(names())
    found = {
        "one": {
            "rows": [
                row("a vote", 3, "ms", floor=2, of="floor", at_most=2),
                row("b", 3, "ms", floor=1, of="c", at_most=2),
            ]
        },
        "names": run("names"),
        "other": {"not_run": "it needs a server", "failed": False},
    }
    said = table(found)
    assert "| a vote | 3 ms | floor: 2 ms | 1.50 | <= 2 x, met |" in said
    assert "| 3.00 | <= 2 x, **missed** |" in said
    assert "| same_warned | 0.9" in said
    assert "| other | not run: it needs a server |" in said


def test_messages_due_at_once_and_votes_beside_them_are_measured(measured: Measure) -> None:
    figures = measured("notices", "30", "--seconds", "0.3")
    assert figures["due"] == 30
    assert figures["stored"] >= figures["at_discords_pace"]["sent"] + figures["unhindered"]["sent"]
    assert all(figures[name]["votes"] >= 2 for name in ("idle", "at_discords_pace", "unhindered"))


async def test_a_day_in_the_rehearsal_room_is_measured() -> None:
    assert await rehearsals.day(Moment.EMPTY) > 0


def test_a_checkout_that_has_no_such_benchmark_runs_ours_where_it_can(tmp_path: Path) -> None:
    assert run("pdf", tmp_path)["not_run"] == "ModuleNotFoundError: No module named 'benchmarks'"


def test_a_round_with_many_servers_is_measured(measured: Measure) -> None:
    [said] = measured("rounds", "--servers", "30")["rows"]
    assert said["what"] == "a round, 30 servers"
    assert said["value"] > 0


def test_a_row_says_what_the_other_checkout_measured_and_whether_the_target_is_met() -> None:
    def turn(work: float, memory: float) -> dict[str, object]:
        what = "a vote's press, idle: work, mean"
        return {
            "rows": [
                row(what, work, "ms", floor=3, of="bare bot", at_most=1.8),
                row("resident memory", memory, "MB", floor=45, of="bare bot"),
                row("only here", 1, "MB"),
            ]
        }

    rows = beside([turn(5, 120), turn(4, 120), turn(9, 120)], [turn(12, 124), turn(10, 124)])
    assert [(one["what"], one["value"], one["other"], one["ratio"], one["met"]) for one in rows] == [
        ("a vote's press, idle: work, mean", 5, 11, 0.45, True),
        ("resident memory", 120, 124, 0.97, False),
        ("only here", 1, 1, 1.0, None),
    ]
    assert "| 5 ms | 11 ms | 0.45 | bare bot: 3 ms | <= 0.45 x the other; <= 1.8 x bare bot, met |" in compared(
        rows
    )
