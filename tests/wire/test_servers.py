"""The benchmark of many servers runs, and says what it measured."""

import pytest

from benchmarks import servers


async def test_many_servers_are_measured_on_the_wire(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, much in (("PRESSES", 1), ("CUT", 0.5)):
        monkeypatch.setattr(servers, name, much)
    found = await servers.measured(3, 2, turns=1)
    assert (found["shards"], found["answered after it"]) == (2, 1)
    assert [one["what"] for one in servers.rows(found, 3, 2)][:4] == [
        "3 servers: start until all are ready, over 2 shards",
        "3 servers: memory for 1,000 of them",
        "3 servers: a press, work",
        "a reminder in 2 servers at once: requests",
    ]
