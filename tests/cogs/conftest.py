"""What every test of a room holds to: nothing is logged as an error unless the test says that it expects one, and the
order of what happens hangs on no thread."""

import logging
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def no_error_records(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """discord.py only logs what a button raises and APScheduler what a job raises; simcord sees neither."""
    yield
    if request.node.get_closest_marker("log_errors") is None:
        records = [*caplog.get_records("setup"), *caplog.get_records("call")]
        assert not [record.getMessage() for record in records if record.levelno >= logging.ERROR]


@pytest.fixture(autouse=True)
def no_order_by_threads(no_threads: None) -> None:
    """Each test of a room is without threads."""
