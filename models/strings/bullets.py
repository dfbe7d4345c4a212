"""Bullets and numbers: what stands before each name of a list that is pasted."""

import re

BULLET = re.compile(r"^\s*(?:[•·▪◦‣⁃●○■□►▶➤✓✔☐☑*]|\+(?!\d)|[-–—](?=\s))\s*(?:\[[ xX]?\]\s+)?")
"""A number is none: it may be part of the name ("1. FC …")."""
NUMBER = re.compile(
    r"^\s*[\u200e\u200f]?(?:\(?(\d{1,5})[.)]\s+|#(\d{1,5})\s+|\[(\d{1,5})\]\s+|(\d{1,5})\t+)(?=\S)"
)


def number_of(row: str) -> int:
    """The number before a name; 0 where there is none."""
    match = NUMBER.match(row)
    return int(next(part for part in match.groups() if part)) if match else 0
