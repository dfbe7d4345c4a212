"""Collation: the order of a list in any script, after the Unicode Collation Algorithm (UTS #10).

What is stored is a text that a database of either sort can order byte by byte. pyuca carries Unicode's default table
in plain Python; ICU would need a compiler on the host. It takes a tenth of a second to load, so only when asked.
"""

from functools import cache
from typing import Any


def key(sort_key: str) -> str:
    """Where a sort key stands among others: its primary weights, four hexadecimal digits each.

    Sort keys hold no case and, in Latin, Greek and Cyrillic, no diacritics (``names.sort_key``), so the other
    levels have nothing to tell apart; who shares a key is ordered by the printed name.
    """
    weights = _collator().sort_key(sort_key)
    primary = weights[: weights.index(0)] if 0 in weights else weights
    return "".join(f"{weight:04x}" for weight in primary)


@cache
def _collator() -> Any:
    import pyuca

    return pyuca.Collator()
