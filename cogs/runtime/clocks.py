"""Clocks: compares this machine's clock with Discord's, which dates each of its answers."""

import logging
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
from discord.utils import utcnow

log = logging.getLogger(__name__)

APART = timedelta(seconds=30)
"""The difference that is reported. A second of rounding and a clock that drifts a little make less."""
_SECOND = timedelta(seconds=1)


class Clocks:
    """Compares the two clocks at every request. Discord dates its answer while the request is under way, so a slow
    request makes no clock look wrong."""

    def __init__(self) -> None:
        self.ahead: int | None = None
        """Seconds by which this machine's clock is ahead of Discord's, negative if it is behind; 0 if they agree, None
        before the first answer."""

    def watch(self, trace: aiohttp.TraceConfig) -> None:
        """Watch the requests of an HTTP session."""
        trace.on_request_start.append(self._start)
        trace.on_request_end.append(self._end)

    def compare(self, began: datetime, said: datetime, ended: datetime) -> None:
        """Compare at one request, which ``began`` and ``ended`` by this machine's clock; Discord ``said`` the time in
        between, in whole seconds (all aware). Logs when the clocks differ, and when they agree again."""
        if ended < began:
            return  # somebody set the clock meanwhile
        ahead = 0
        if said + _SECOND < began - APART:
            ahead = round((began - said).total_seconds())
        elif said > ended + APART:
            ahead = round((ended - said).total_seconds())
        if ahead and not self.ahead:
            log.warning("%s", sentence(ahead))
        elif self.ahead and not ahead:
            log.info("this machine's clock agrees with Discord's again")
        self.ahead = ahead

    async def _start(self, _http: object, context: Any, _about: object) -> None:
        context.began = utcnow()

    async def _end(self, _http: object, context: Any, about: aiohttp.TraceRequestEndParams) -> None:
        try:
            said = parsedate_to_datetime(about.response.headers.get("Date", ""))
        except ValueError:
            return  # something between here and Discord left it out
        if said.tzinfo is not None:
            self.compare(context.began, said, utcnow())


def sentence(ahead: int) -> str:
    """How far this machine's clock is from Discord's, and what to do. ``ahead`` is in seconds, negative if behind."""
    which = "ahead of" if ahead > 0 else "behind"
    return (
        f"This machine's clock is {abs(ahead):,} seconds {which} Discord's. "
        "Reminders and deadlines follow this clock: set it with NTP."
    )
