"""Discord's limits of requests, as its documentation gave them on 29 November 2026 (docs.discord.com/developers,
"Rate Limits"), and what keeps the bot under them.

The limits of messages and forms stand with what draws them (``cogs.ui.layout``, ``cogs.ui.forms``).
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable
from typing import Final

import aiohttp

log = logging.getLogger(__name__)

REQUESTS_A_SECOND: Final = 50
"""Of one bot, over all its processes (Rate Limits, Global Rate Limit). Answers to interactions don't count."""
INVALID_REQUESTS: Final = 10_000
"""Answers with 401, 403 or 429 in ten minutes, after which Discord blocks the address for a while (Rate Limits,
Invalid Request Limit). A 429 whose scope is *shared* doesn't count."""
INVALID_SECONDS: Final = 600.0

STEADY, BURST = 45, 4
"""Requests a second on the long run, and so many more at once after a rest: never more than ``REQUESTS_A_SECOND``
in any second."""
SLOW_FROM = INVALID_REQUESTS // 2
"""Invalid requests in ten minutes from which the bot sends one request a second."""
SAY_FROM, SAY_EVERY = 1.0, 60.0
"""Seconds of waiting from which the log says so, and seconds between two times that it does."""
_INVALID = (401, 403, 429)
_FREE = ("/interactions/", "/webhooks/")


class Pace:
    """Holds requests back until Discord's limits leave room for them. ``clock`` gives seconds that nobody sets."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._next = self._said = float("-inf")
        self._invalid: deque[float] = deque(maxlen=INVALID_REQUESTS)

    def keep(self, trace: aiohttp.TraceConfig) -> None:
        """Watch the requests of an HTTP session."""
        trace.on_request_start.append(self._start)
        trace.on_request_end.append(self._end)

    def delay(self) -> float:
        """Take the next place in the line; the seconds until it may be used."""
        now = self._clock()
        slow = self._refused(now) >= SLOW_FROM
        step, burst = (1.0, 0) if slow else (1 / STEADY, BURST)
        self._next = max(self._next, now - burst * step) + step
        return max(0.0, self._next - step - now)

    def answered(self, status: int, scope: str) -> None:
        """Count an answer that Discord takes for an invalid request."""
        if status in _INVALID and scope != "shared":
            self._invalid.append(self._clock())

    def _refused(self, now: float) -> int:
        while self._invalid and self._invalid[0] <= now - INVALID_SECONDS:
            self._invalid.popleft()
        return len(self._invalid)

    async def _start(self, _http: object, _context: object, about: aiohttp.TraceRequestStartParams) -> None:
        if any(part in about.url.path for part in _FREE):
            return
        seconds = self.delay()
        if seconds >= SAY_FROM and self._clock() - self._said >= SAY_EVERY:
            self._said = self._clock()
            log.info(
                "a request has to wait %.1f seconds, so that we keep to Discord's limits (%s refused in ten minutes)",
                seconds, len(self._invalid),
            )  # fmt: skip
        if seconds:
            await asyncio.sleep(seconds)

    async def _end(self, _http: object, _context: object, about: aiohttp.TraceRequestEndParams) -> None:
        self.answered(about.response.status, about.response.headers.get("X-RateLimit-Scope", ""))
