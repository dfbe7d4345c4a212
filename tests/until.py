"""Waiting in tests: for what has happened, never for a time on this machine's clock."""

import asyncio
from collections.abc import Callable

from rehearsal.rest import HANGS_SECONDS


async def until(true: Callable[[], bool]) -> None:
    """Let everything run until this is true. TimeoutError where it hangs."""
    async with asyncio.timeout(HANGS_SECONDS):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0)
