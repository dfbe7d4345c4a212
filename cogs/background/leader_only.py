"""Lets requests to Discord pass only while this process leads (``models.database.lease``)."""

from collections.abc import Callable

import aiohttp

from cogs.runtime.limits import Pace
from models.database.lease import NotLeading


def only_while(leads: Callable[[], bool], pace: Pace | None = None) -> aiohttp.TraceConfig:
    """What stops every request of an HTTP session whose process does not lead, the answers to presses too. Whoever
    asked gets NotLeading, a ConnectionError, and tries again as after a cut line. With a ``pace`` each request first
    waits until Discord's limits leave room for it."""

    async def look(*_about: object) -> None:
        if not leads():
            raise NotLeading("this process isn't the bot now, so it sends nothing")

    trace = aiohttp.TraceConfig()
    if pace is not None:
        pace.keep(trace)
    trace.on_request_start.append(look)
    return trace
