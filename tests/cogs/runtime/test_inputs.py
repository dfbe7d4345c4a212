"""What buttons and forms hand in, read into values of ours."""

import threading
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from cogs.runtime import inputs
from cogs.ui import forms
from models.deadlines import reader
from models.refusal import Reason, Refusal


@pytest.mark.parametrize("stamp", [2**62, -(2**62), 2**40, 10**30], ids=str)
def test_a_number_that_is_no_instant_of_any_calendar_is_not_found(stamp: int) -> None:
    with pytest.raises(Refusal) as refused:
        inputs.instant(stamp)
    assert refused.value.reason is Reason.NOT_FOUND


def test_the_instant_of_a_button_is_in_utc() -> None:
    assert inputs.instant(1739487540) == datetime(2025, 2, 13, 22, 59, tzinfo=UTC)


@pytest.mark.threads
async def test_while_a_deadline_is_read_the_bot_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first text in a language takes up to half a second of processor."""
    threads, read = list[int](), reader.read

    def noted(*what: Any, **how: Any) -> Any:
        threads.append(threading.get_ident())
        return read(*what, **how)

    monkeypatch.setattr(reader, "read", noted)
    typed: Any = SimpleNamespace(locale=discord.Locale.german, created_at=datetime(2025, 2, 13, tzinfo=UTC))
    found = await inputs.deadline(typed, "morgen", "17 Uhr", "", "UTC")
    assert found.instant == datetime(2025, 2, 14, 17, tzinfo=UTC)
    assert len(threads) == 1
    assert threads != [threading.get_ident()]


@pytest.mark.parametrize(
    ("opening", "draft_id"),
    [("9f3a01bc", 0), ("9f3a01bc-17", 17), ("9f3a01bc-" + "9" * 40, 0), ("9f3a01bc-x", 0)],
)
def test_a_form_corrects_only_a_draft_whose_number_a_database_can_hold(opening: str, draft_id: int) -> None:
    assert forms.corrected(opening) == draft_id
