"""Broken lines: whether a line of a pasted text goes on in the next one, and both as one."""

import re

from models.importing.columns import heading
from models.importing.columns.listing import LONGEST_CELL
from models.names import asides

_HANGS = re.compile(
    r"(?:[-,&/(–]|\b(?:and|of|for|the|de|la|des|du|del|der|und|et|y|für|von|in|on|to))$", re.IGNORECASE
)
_GOES_ON = re.compile(r"^(?:[&)\]/,]|\([^\W\d_]*[A-Z]{2,}|(?:and|of|for|de|del|der|und|et|des|du)\b)")


def go_on(before: str, row: str) -> bool:
    """Whether a line without a mark goes on with the one before it, which hangs in the air, or below which it begins
    as no name does. What only stands between names does not, unless that needs it."""
    said = heading.read(row)
    hangs = heading.read(before) is None and bool(_HANGS.search(before[-20:]) or _opens(before))
    begun = bool(_GOES_ON.match(row)) or row.count(")") > row.count("(")
    place = asides.is_in_brackets(row) and said is not None and said.is_place
    return (hangs or begun or place) and may_join(before, row)


def may_join(before: str, row: str) -> bool:
    """Whether a line may be the rest of the one before it, whatever that says where it ends in a word that joins, a
    hyphen or an open bracket, or only says how many."""
    unfinished = not before.endswith(",") and bool(_HANGS.search(before[-20:]) or _opens(before))
    return unfinished or asides.says_how_many(before) or not asides.stands_between(row)


def join(before: str, after: str) -> str:
    """A hyphen at the end of a line was put there by the person who set the page, before a small letter."""
    if len(before) > LONGEST_CELL:
        return before
    if re.search(r"[^\W\d_]-$", before) and after[:1].islower():
        return before[:-1] + after
    return before + after if before.endswith(("/", "-")) else f"{before} {after}"


def _opens(text: str) -> bool:
    return text.count("(") > text.count(")")
