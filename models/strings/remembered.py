"""What was worked out of words that people typed, remembered so that it is not worked out again, until it is to be
forgotten."""

import urllib.parse
from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_kept: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Remember the last so many answers of a function of words."""

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        cached = lru_cache(maxsize=most)(function)
        _kept.append(cached.cache_clear)
        return cached  # type: ignore[return-value]

    return decorate


def forget() -> None:
    """Forget every answer of every such function, and the addresses that the library has read: the words of somebody
    who was erased are among them."""
    urllib.parse.clear_cache()  # type: ignore[attr-defined]
    for clear in _kept:
        clear()
