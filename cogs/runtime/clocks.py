"""The two clocks: whether this machine's goes with Discord's, which says in each answer what time it is there."""

import logging
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
from discord.utils import utcnow

log = logging.getLogger(__name__)

APART = timedelta(seconds=30)
"""So far apart they are told; less is what a second of rounding and a slow clock come to."""
_SECOND = timedelta(seconds=1)


class Clocks:
    """Compares them at every request. Discord's answer is dated while the request is under way, so one that is slow,
    or waited in a line, makes no clock look wrong."""

    def __init__(self) -> None:
        self.ahead: int | None = None
        """Seconds by which this machine's clock is ahead of Discord's, or less than 0 if it is behind; 0 where they go
        together, None before the first answer."""

    def watch(self, trace: aiohttp.TraceConfig) -> None:
        """Watch the requests of an HTTP session."""
        trace.on_request_start.append(self._start)
        trace.on_request_end.append(self._end)

    def compare(self, began: datetime, said: datetime, ended: datetime) -> None:
        """A request began and ended then by this machine's clock; meanwhile Discord's said this, without fractions of a
        second (all aware). The log says when they are apart, and when they go together again."""
        if ended < began:
            return  # somebody set the clock meanwhile
        ahead = 0
        if said + _SECOND < began - APART:
            ahead = round((began - said).total_seconds())
        elif said > ended + APART:
            ahead = round((ended - said).total_seconds())
        if ahead and not self.ahead:
            log.warning("%s Reminders and closes come by it: set it by NTP.", sentence(ahead))
        elif self.ahead and not ahead:
            log.info("this machine's clock goes with Discord's again")
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
    """How far this machine's clock is from Discord's."""
    which = "ahead of" if ahead > 0 else "behind"
    return f"This machine's clock is {abs(ahead):,} seconds {which} Discord's."
