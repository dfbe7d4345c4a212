"""What an act costs is an exact number, and none creeps up."""

from pathlib import Path

from benchmarks import acts
from tests.databases import only_sqlite

MANY = 25
COSTS = {
    "a first vote": (10, 4, 3, 2),
    "a vote": (1, 1, 1, 1),
    "propose": (53, 17, 4, 4),
    "sign": (99, 18, 7, 5),
    "approve": (53, 9, 3, 3),
    "approve 25": (67, 34, 27, 27),
    "first page of the list": (8, 1, 1, 1),
    "next page of the list": (7, 0, 0, 1),
    "a reminder to 25": (72, 4, 5, 27),
}
"""Statements that read, statements that write, transactions of the writer, requests to Discord."""


@only_sqlite
async def test_each_act_takes_so_many_statements_and_requests(tmp_path: Path) -> None:
    found = await acts.counted(tmp_path, MANY)
    assert {name: tuple(counts.values()) for name, counts in found.items()} == COSTS
