"""Discord's limits: the bot stays under them whatever it has to send, and says when it waits."""

import logging
import re
from bisect import bisect_right
from itertools import pairwise

import aiohttp
import pytest
from aiohttp import web

from cogs.runtime import limits
from cogs.runtime.limits import Pace
from tests.cli.saying import ROOT


class Time:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_no_second_has_more_than_fifty_requests_however_many_wait() -> None:
    time = Time()
    pace = Pace(time)
    sent = [time.now + pace.delay() for _ in range(500)]
    time.now += 60  # then it rests, and begins anew
    sent += [time.now + pace.delay() for _ in range(500)]
    for at in sent:
        assert sum(at <= other < at + 1 for other in sent) <= limits.REQUESTS_A_SECOND
    assert 500 / (sent[499] - sent[0]) > 0.9 * limits.REQUESTS_A_SECOND


def test_a_lone_request_never_waits() -> None:
    time = Time()
    pace = Pace(time)
    for _ in range(100):
        assert pace.delay() == 0
        time.now += 1 / limits.STEADY


def test_a_bot_that_is_refused_often_slows_down_and_is_never_blocked() -> None:
    time = Time()
    pace = Pace(time)
    refused = list[float]()
    while time.now < 1000 + 2 * limits.INVALID_SECONDS:
        time.now += pace.delay()
        pace.answered(403, "")
        refused.append(time.now)
        within = len(refused) - bisect_right(refused, time.now - limits.INVALID_SECONDS)
        assert within < limits.INVALID_REQUESTS
    assert min(after - before for before, after in pairwise(refused)) == 0
    time.now += limits.INVALID_SECONDS + 1
    assert pace.delay() == 0


def test_what_discord_does_not_count_is_not_counted() -> None:
    pace = Pace()
    for status, scope in ((200, ""), (404, ""), (500, ""), (429, "shared")):
        pace.answered(status, scope)
    assert not pace._invalid
    pace.answered(429, "user")
    assert len(pace._invalid) == 1


async def test_a_session_keeps_it_but_for_answers_and_says_when_it_waits(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def refuse(_request: web.Request) -> web.Response:
        return web.Response(status=403)

    app = web.Application()
    app.router.add_get("/{path:.*}", refuse)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}/api/v10"
    pace, trace = Pace(), aiohttp.TraceConfig()
    pace.keep(trace)
    waited = list[float]()

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    caplog.set_level(logging.INFO, "cogs")
    async with aiohttp.ClientSession(trace_configs=[trace]) as session:
        monkeypatch.setattr(pace, "delay", lambda: 7.5)
        monkeypatch.setattr("cogs.runtime.limits.asyncio.sleep", sleep)
        for path in (
            "/webhooks/1/token",
            "/interactions/1/token/callback",
            "/channels/1/messages",
            "/channels/2",
        ):
            async with session.get(address + path):
                pass
    await runner.cleanup()
    assert [seconds for seconds in waited if seconds] == [7.5, 7.5]
    assert len(pace._invalid) == 4
    assert [one.getMessage() for one in caplog.records] == [
        "a request has to wait 7.5 seconds, so that we keep to Discord's limits (2 refused in ten minutes)"
    ]


def test_the_guide_gives_the_limits_with_source_and_date() -> None:
    guide = (ROOT / "docs" / "scaling.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"(?m)^\| ([^|]+?) \| ([\d,]+) \| ", guide))
    assert {
        "requests of a bot in a second, answers to presses aside": f"{limits.REQUESTS_A_SECOND}",
        "refused requests (401, 403, 429) in ten minutes": f"{limits.INVALID_REQUESTS:,}",
    }.items() <= rows.items()
    assert "29 November 2026" in guide
