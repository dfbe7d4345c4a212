"""Typesetting: what Typst draws is made on one thread of its own, one after the other.

Its compiler refuses a second thread while it is at work. Those that wait for it hold up nobody else: no deadline that
is read, no name that is looked up.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_THREAD = ThreadPoolExecutor(1, "typesetter")


async def typeset(make: Callable[P, T], *what: P.args, **how: P.kwargs) -> T:
    """What ``make`` returns, or raises, on the typesetter's thread; in the language that is spoken here."""
    work = partial(copy_context().run, make, *what, **how)
    return await asyncio.get_running_loop().run_in_executor(_THREAD, work)
