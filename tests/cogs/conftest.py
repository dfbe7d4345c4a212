"""What every test of a room holds to: nothing is logged as an error unless the test says that it expects one."""

import logging
from collections.abc import Iterator

import pytest

from tests import languages


@pytest.fixture(autouse=True)
def no_error_records(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """discord.py only logs what a button raises and APScheduler what a job raises; simcord sees neither."""
    yield
    if request.node.get_closest_marker("log_errors") is None:
        records = [*caplog.get_records("setup"), *caplog.get_records("call")]
        assert not [record.getMessage() for record in records if record.levelno >= logging.ERROR]


@pytest.fixture(autouse=True)
def only_english(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A room speaks English unless a test makes a language: no bot that starts here tells Discord of each command in
    every language there is."""
    with languages.made_up(tmp_path_factory.getbasetemp() / "no locales", monkeypatch):
        yield
