"""The difference between two wordings, for people: word by word where it is small, line by line where it is long.

Pure; nothing here knows a letter.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct


class DiffPiece(Struct, frozen=True):
    """A part of the difference between two wordings: what stayed beside a change, what went, or what came."""

    sort: Literal["same", "gone", "new"]
    text: str


WORDS_AT_MOST = 2_000
"""Words of a text that is compared word by word; a longer one takes seconds."""
AROUND = 8
"""Words that are kept on each side of a change."""
_TOKEN = re.compile(r"\n+|[^\S\n]+|\S+")


def pieces(before: str, after: str) -> tuple[DiffPiece, ...]:
    """What stayed, went and came, in order; of what stayed only the words beside a change, with an ellipsis for the
    rest. Nothing where a text is too long for it."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > 2 * WORDS_AT_MOST:
        return ()
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    found: list[DiffPiece] = []
    for at, (tag, a, b, c, d) in enumerate(steps):
        if tag == "equal":
            found.append(DiffPiece("same", _beside(old[a:b], first=at == 0, last=at == len(steps) - 1)))
            continue
        if b > a:
            found.append(DiffPiece("gone", "".join(old[a:b])))
        if d > c:
            found.append(DiffPiece("new", "".join(new[c:d])))
    return tuple(found)


def words_changed(before: str, after: str) -> tuple[int, int]:
    """How many words went or came, whichever is more, and how many there were. Words that only moved count for none:
    this takes no time however long the texts are."""
    old, new = Counter(before.split()), Counter(after.split())
    return max((old - new).total(), (new - old).total()), old.total()


def lines(before: str, after: str) -> str:
    """A unified difference of the two, wrapped at no width: each changed line with the one around it."""
    return "\n".join(_unified(before.split("\n"), after.split("\n")))


def _unified(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    return difflib.unified_diff(before, after, "before", "after", lineterm="", n=1)


def _beside(tokens: list[str], *, first: bool, last: bool) -> str:
    """Words that stayed, cut in the middle; at either end of the text only the side with the change is kept."""
    most = 2 * AROUND
    if len(tokens) <= most * (1 if first or last else 2):
        return "".join(tokens)
    head = "" if first else "".join(tokens[:most])
    tail = "" if last else "".join(tokens[-most:])
    return f"{head} … {tail}"
