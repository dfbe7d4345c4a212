"""Clocks: compares this machine's clock with Discord's, which dates each of its answers."""

import logging
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any

import aiohttp
from discord.utils import utcnow

log = logging.getLogger(__name__)

APART, TOGETHER = timedelta(seconds=30), timedelta(seconds=25)
"""The difference that is reported, and the one below which the clocks agree again. What is between them changes
nothing, or a clock that drifts about would be reported again and again."""


class Clocks:
    """Compares the two clocks at every request. Discord dates its answer in whole seconds while the request is under
    way, so each answer gives a least and a most for the difference, and slow ones make no clock look wrong. Several
    together say it closer; one that goes with none before it means that a clock was set."""

    def __init__(self) -> None:
        self.ahead: int | None = None
        """Seconds by which this machine's clock is ahead of Discord's, negative if it is behind; 0 if they agree, None
        before the first answer."""
        self.compared: datetime | None = None
        """When they were compared last, by this machine's clock (aware)."""
        self._least, self._most = float("-inf"), float("inf")

    @property
    def surely_ahead(self) -> float:
        """The part of the difference that is sure, in seconds: negative if this machine's clock is behind, 0 where
        it may be right."""
        return self._least if self._least > 0 else min(self._most, 0.0)

    def watch(self, trace: aiohttp.TraceConfig) -> None:
        """Watch the requests of an HTTP session."""
        trace.on_request_start.append(self._start)
        trace.on_request_end.append(self._end)

    def compare(self, began: datetime, said: datetime, ended: datetime) -> None:
        """Compare at one request, which ``began`` and ``ended`` by this machine's clock; Discord ``said`` the time in
        between, in whole seconds (all aware). Logs when the clocks differ, and when they agree again."""
        if ended < began:
            return  # somebody set the clock meanwhile
        least, most = (began - said).total_seconds() - 1, (ended - said).total_seconds()
        if least <= self._most and most >= self._least:
            least, most = max(least, self._least), min(most, self._most)
        self._least, self._most, self.compared = least, most, ended
        apart = abs(self.surely_ahead) > (TOGETHER if self.ahead else APART).total_seconds()
        ahead = round((least + most) / 2) if apart else 0
        if ahead and not self.ahead:
            log.warning("%s", sentence(ahead))
        elif self.ahead and not ahead:
            log.info("this machine's clock agrees with Discord's again")
        self.ahead = ahead

    async def _start(self, _http: object, context: Any, _about: object) -> None:
        context.began = utcnow()

    async def _end(self, _http: object, context: Any, about: aiohttp.TraceRequestEndParams) -> None:
        try:
            said = _read(about.response.headers.get("Date", ""))
        except ValueError:
            return  # something between here and Discord left it out
        if said.tzinfo is not None:
            self.compare(context.began, said, utcnow())


@lru_cache(maxsize=1)
def _read(date: str) -> datetime:
    return parsedate_to_datetime(date)


def sentence(ahead: int, clock_is: str = "This machine's clock is") -> str:
    """How far a clock is from Discord's, and what to do. ``ahead`` is in seconds, negative if behind."""
    which = "ahead of" if ahead > 0 else "behind"
    return (
        f"{clock_is} {abs(ahead):,} seconds {which} Discord's. "
        "Reminders and deadlines follow this clock: set it with NTP."
    )
