"""Packed ids: several ids in one argument of an address, in base 36."""

from collections.abc import Iterable

ROOM = 22
"""Characters that ids may fill in the address of a decision, beside route, server, letter and what was shown."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Ids(tuple[int, ...]):
    """Several ids. Made from numbers, or from the text that :func:`str` makes; ValueError for any other text, which
    the router calls outdated."""

    __slots__ = ()

    def __new__(cls, ids: Iterable[int] | str) -> "Ids":
        if isinstance(ids, str):
            ids = [int(part, 36) for part in ids.split("-")]
            if not all(0 < one < 2**63 for one in ids):
                raise ValueError("no ids")
        return super().__new__(cls, ids)

    def __str__(self) -> str:
        return "-".join(map(_base36, self))


def at_once(ids: tuple[int, ...]) -> int:
    """How many of these fit into one address."""
    return max(1, min(len(ids), ROOM // (max(len(_base36(one)) for one in ids) + 1)))


def _base36(number: int) -> str:
    text = ""
    while True:
        number, rest = divmod(number, 36)
        text = _DIGITS[rest] + text
        if not number:
            return text
