"""What buttons and forms hand in, read into values of ours."""

from datetime import UTC, datetime

import pytest

from cogs.runtime import inputs
from cogs.ui import forms
from models.refusal import Reason, Refusal


@pytest.mark.parametrize("stamp", [2**62, -(2**62), 2**40, 10**30], ids=str)
def test_a_number_that_is_no_instant_of_any_calendar_is_not_found(stamp: int) -> None:
    with pytest.raises(Refusal) as refused:
        inputs.instant(stamp)
    assert refused.value.reason is Reason.NOT_FOUND


def test_the_instant_of_a_button_is_in_utc() -> None:
    assert inputs.instant(1739487540) == datetime(2025, 2, 13, 22, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("opening", "draft_id"),
    [("9f3a01bc", 0), ("9f3a01bc-17", 17), ("9f3a01bc-" + "9" * 40, 0), ("9f3a01bc-x", 0)],
)
def test_a_form_corrects_only_a_draft_whose_number_a_database_can_hold(opening: str, draft_id: int) -> None:
    assert forms.corrected(opening) == draft_id
