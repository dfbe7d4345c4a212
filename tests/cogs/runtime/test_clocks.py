"""The two clocks: far apart they are told once; a slow answer makes no clock look wrong."""

from datetime import UTC, datetime, timedelta

import pytest

from cogs.runtime.clocks import Clocks

NOON = datetime(2026, 2, 3, 12, tzinfo=UTC)


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


@pytest.mark.parametrize("took", [0, 1, 900])
@pytest.mark.parametrize("apart", [-29, -1, 0, 1, 29])
def test_a_request_that_takes_long_makes_no_clock_look_wrong(
    apart: int, took: int, caplog: pytest.LogCaptureFixture
) -> None:
    clocks = Clocks()
    for within in (0, took):
        clocks.compare(NOON + seconds(apart), NOON + seconds(within), NOON + seconds(apart + took))
    assert clocks.ahead == 0
    assert caplog.records == []


def test_clocks_far_apart_are_told_once_and_once_more_when_they_go_together(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")
    clocks = Clocks()
    for ahead in (3600, 3700, 0, 0, -7200):
        clocks.compare(NOON + seconds(ahead), NOON, NOON + seconds(ahead))
        assert clocks.ahead == ahead
    assert [one.getMessage() for one in caplog.records] == [
        "This machine's clock is 3,600 seconds ahead of Discord's. "
        "Reminders and deadlines follow this clock: set it with NTP.",
        "this machine's clock agrees with Discord's again",
        "This machine's clock is 7,200 seconds behind Discord's. "
        "Reminders and deadlines follow this clock: set it with NTP.",
    ]


@pytest.mark.parametrize("apart", [29.9, 30.2, 30.5, 30.8, 31.1, -29.9, -30.2, -30.5, -31.1])
def test_clocks_about_as_far_apart_as_is_reported_are_told_once_at_most(
    apart: float, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    clocks = Clocks()
    for tenths in range(0, 1000, 7):
        at = NOON + seconds(tenths / 10)
        drift = 0.4 if tenths % 2 else -0.4
        here = at + seconds(apart + drift)
        clocks.compare(here, at.replace(microsecond=0), here + seconds(0.1))
    assert len(caplog.records) <= 1


def test_what_is_sure_of_the_difference_grows_with_the_answers_and_follows_the_clock() -> None:
    clocks = Clocks()
    assert clocks.surely_ahead == 0
    for ahead in (0.6, -5.0, 0.0):
        for tenths in range(10):
            at = NOON + seconds(tenths / 10)
            clocks.compare(at + seconds(ahead), at.replace(microsecond=0), at + seconds(ahead + 0.05))
        assert abs(clocks.surely_ahead) == pytest.approx(abs(ahead), abs=0.11)
        assert clocks.surely_ahead * ahead >= 0


def test_a_clock_that_is_set_back_during_a_request_is_not_judged_by_it() -> None:
    clocks = Clocks()
    clocks.compare(NOON + seconds(3600), NOON, NOON + seconds(1))
    assert clocks.ahead is None
