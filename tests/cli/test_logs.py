"""Logs: one record a line, instants in UTC, no secret and nothing that a member typed into a statement."""

import json
import logging
import sys

import pytest

from cli import logs
from models.log_records import LogFormat

BOTH = pytest.mark.parametrize("form", LogFormat)


def line(form: LogFormat, message: str, *values: object, error: BaseException | None = None) -> str:
    """What is written for a record with the secret ``hunter2``."""
    info = (type(error), error, None) if error else None
    record = logging.LogRecord("cogs.x", logging.WARNING, "x.py", 1, message, values, info)
    record.created = 1739400000.25
    return logs.formatter(form, ["hunter2", ""]).format(record)


def test_text_is_one_line_a_record() -> None:
    assert line(LogFormat.TEXT, "%s left", "Ann") == "2025-02-12T22:40:00.250+00:00 WARNING cogs.x: Ann left"


def test_json_is_one_object_a_line() -> None:
    assert json.loads(line(LogFormat.JSON, "%s left", "Ann")) == {
        "time": "2025-02-12T22:40:00.250+00:00",
        "level": "warning",
        "logger": "cogs.x",
        "message": "Ann left",
    }


@BOTH
def test_a_name_with_a_line_break_does_not_make_a_second_record(form: LogFormat) -> None:
    assert len(line(form, "%s", "Ann\n2025-02-13 ERROR cogs.x: forged\x1b[2J").splitlines()) == 1


@BOTH
def test_a_secret_is_blotted_out_of_message_and_error(form: LogFormat) -> None:
    written = line(form, "with hunter2", error=OSError("hunter2 refused"))
    assert "hunter2" not in written
    assert "*** refused" in written


@BOTH
def test_the_token_of_an_interaction_is_blotted_out(form: LogFormat) -> None:
    address = "POST https://discord.com/api/v10/webhooks/12/aW50ZXJhY3Rpb246/messages/@original failed"
    assert "/webhooks/12/***/messages" in line(form, "%s", address)


@BOTH
def test_the_row_that_postgresql_refuses_is_blotted_out(form: LogFormat) -> None:
    error = ValueError("duplicate key\nDETAIL:  Key (name)=(Ann) already exists.")
    written = line(form, "failed", error=error)
    assert "Ann" not in written
    assert "duplicate key" in written


def test_an_error_keeps_its_trace() -> None:
    try:
        raise ValueError("broken")
    except ValueError:
        record = logging.LogRecord("cogs.x", logging.ERROR, "x.py", 1, "failed", (), sys.exc_info())
    written = logs.formatter(LogFormat.JSON).format(record)
    assert "test_logs.py" in json.loads(written)["error"]


@BOTH
@pytest.mark.parametrize("typed", ["Ann Otieno", 'Ann\'s "own"', "two\nlines"])
def test_a_value_that_an_error_quotes_is_not_written(form: LogFormat, typed: str) -> None:
    try:
        try:
            raise KeyError(typed)
        except KeyError as first:
            raise ValueError(f"{typed!r} isn't a valid Kind") from first
    except ValueError as error:
        info = (type(error), error, error.__traceback__)
    record = logging.LogRecord("cogs.x", logging.ERROR, "x.py", 1, "failed", (), info)
    written = logs.formatter(form).format(record)
    assert not any(word in written for word in ("Ann", "own", "lines"))
    assert "ValueError: *** isn't a valid Kind" in written
    assert "raise KeyError(typed)" in written
