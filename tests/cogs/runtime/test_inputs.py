"""What buttons and forms hand in, read into values of ours."""

from datetime import UTC, datetime

import pytest

from cogs.runtime import inputs
from models.refusal import Reason, Refusal


@pytest.mark.parametrize("stamp", [2**62, -(2**62), 2**40, 10**30], ids=str)
def test_a_number_that_is_no_instant_of_any_calendar_is_not_found(stamp: int) -> None:
    with pytest.raises(Refusal) as refused:
        inputs.instant(stamp)
    assert refused.value.reason is Reason.NOT_FOUND


def test_the_instant_of_a_button_is_in_utc() -> None:
    assert inputs.instant(1739487540) == datetime(2025, 2, 13, 22, 59, tzinfo=UTC)
