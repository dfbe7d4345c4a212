"""Waiting in tests: for what has happened, never for a time on this machine's clock."""

import asyncio
from collections.abc import Callable

from rehearsal.rest import HANGS_SECONDS, LOOK_SECONDS, TURNS


async def until(true: Callable[[], bool]) -> None:
    """Let everything run until this is true. TimeoutError where it hangs."""
    async with asyncio.timeout(HANGS_SECONDS):
        turns = 0
        while not true():
            turns += 1
            await asyncio.sleep(0 if turns < TURNS else LOOK_SECONDS)
