"""A week in which the bot is stopped, killed and started again sends what an undisturbed one sends, each once.

``UNDERSIGNED_WEEKS=200 python -m pytest tests/cogs/background/test_stopped_week.py`` tries that many seeds.
"""

import os
from pathlib import Path

import pytest

from tests.cogs.stopped import Fate, Sent, a_week

SEEDS = range(1, 1 + int(os.environ.get("UNDERSIGNED_WEEKS", "1")))


async def lived(folder: Path, fate: Fate) -> tuple[Sent, int]:
    """What a week sent with this fate, and how many of its stops and kills it came to."""
    planned = len(fate.stops) + len(fate.kills)
    with pytest.MonkeyPatch.context() as patch:
        async with a_week(folder, fate, patch) as week:
            sent = await week.run()
            left = len(fate.stops) + sum(number > week.line.sends for number in fate.kills)
            return sent, planned - left


async def test_a_stopped_week_sends_what_an_undisturbed_one_sends(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    wanted, _ = await lived(tmp_path_factory.mktemp("undisturbed"), Fate())
    assert sum(wanted.values()) > 25
    kinds = {kind for _, kind, _ in wanted}
    assert {"reminder", "last hour", "publication", "deadline", "close", "report", "decided", "queue"} <= kinds
    assert {"proposal card", "status card"} <= kinds
    for seed in SEEDS:
        sent, came = await lived(tmp_path_factory.mktemp(str(seed)), Fate.drawn(seed))
        assert came > 6
        assert sent == wanted, (seed, sent - wanted, wanted - sent)
