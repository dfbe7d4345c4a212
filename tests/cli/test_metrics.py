"""Metrics: figures on this machine's own address, off unless a port is set, with nothing personal in them."""

import asyncio
import logging
import re
import socket
import sys
import urllib.request
from pathlib import Path

import pytest

from cli import metrics
from models.config import ConfigError, Settings
from tests import databases
from tests.cogs.vote import a_vote


def free_port() -> int:
    with socket.socket() as free:
        free.bind((metrics.ADDRESS, 0))
        port: int = free.getsockname()[1]
        return port


def read(port: int) -> dict[str, float]:
    with urllib.request.urlopen(f"http://{metrics.ADDRESS}:{port}/metrics", timeout=60) as answer:
        lines = answer.read().decode().splitlines()
    return {
        name: float(value) for name, value in (one.rsplit(" ", 1) for one in lines if not one.startswith("#"))
    }


def test_none_are_served_unless_a_port_is_set(tmp_path: Path) -> None:
    with metrics.served(Settings(database=databases.url(tmp_path))) as figures:
        assert figures is None


@pytest.mark.log_errors
async def test_they_count_what_happens_and_name_nobody(tmp_path: Path) -> None:
    settings = Settings(database=databases.url(tmp_path), metrics_port=free_port())
    with metrics.served(settings) as figures:
        assert figures is not None
        assert (await asyncio.to_thread(read, settings.metrics_port))["undersigned_leads"] == 0
        async with a_vote(tmp_path) as world:
            figures.watch(world.stage.bot)
            before = await asyncio.to_thread(read, settings.metrics_port)
            ana, *_ = world.voters
            assert "**You voted “For" in await world.press(ana, "For: include")
            logging.getLogger("cogs").error("something about <@%s>", ana.id)
            after = await asyncio.to_thread(read, settings.metrics_port)
            figures.leave()
    assert after['undersigned_interactions_total{kind="press"}'] == 1
    assert after["undersigned_commits_total"] > before["undersigned_commits_total"]
    assert after["undersigned_errors_total"] == before["undersigned_errors_total"] + 1
    assert (after["undersigned_leads"], after["undersigned_queue"]) == (1, 0)
    assert after["undersigned_notice_lag_seconds"] >= 0
    assert after["process_resident_memory_bytes"] > 0
    labels = {label for name in after for label in re.findall(r'="(.*?)"', name)}
    assert labels == {*metrics.KINDS.values(), "up", "down"}


def test_a_port_that_is_taken_is_a_sentence(tmp_path: Path) -> None:
    with socket.create_server((metrics.ADDRESS, 0)) as taken:
        settings = Settings(database=databases.url(tmp_path), metrics_port=taken.getsockname()[1])
        with pytest.raises(ConfigError, match="Choose another metrics_port"), metrics.served(settings):
            pass


def test_without_the_package_it_is_said_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prometheus_client", None)
    settings = Settings(database=databases.url(tmp_path), metrics_port=1)
    with pytest.raises(ConfigError, match="pip install prometheus_client"), metrics.served(settings):
        pass
