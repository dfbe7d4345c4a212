"""Leftover: what is unclear in a text that is no deadline, so that it is said by its own words. Pure functions."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache, partial

from models.deadlines.grammar.phrase import Phrase
from models.geography import time_zones
from models.refusal import Reason, Refusal

_MOST, _LONGEST = 8, 3
"""In a text of so many words, so many that stand together are perhaps what is unclear; else only the last ones are."""
_LONGEST_HOUR = 40
_NUMBER = re.compile(r"\d+")
_SOME_HOUR = "10"
_UNSPACED = re.compile(r"[\d:.]+|.")
"""The words of a text without a space, as in Japanese."""
_ANY_DAY = date(2000, 1, 1)

Read = Callable[[str], Sequence[Phrase]]


def why(day: str, read: Read) -> Refusal:
    """What is in the way where the rest can be read: BAD_HOUR(hour), SAID_TWICE(one, other), UNKNOWN_ZONE(zone,
    suggestions) for a name of its own at the end, or UNREAD(rest). Else BAD_DAY(day)."""
    read = cache(partial(_real, read))
    if _is_like_an_hour(day, read, all):
        return Refusal(Reason.BAD_HOUR, hour=day)
    words, space = day.split(), " "
    if len(words) == 1 and not day.isascii():
        words, space = _UNSPACED.findall(day), ""
    found = None
    for start, end in _places(len(words)):
        before, rest, behind = words[:start], space.join(words[start:end]), words[end:]
        if not read(space.join(before + behind)):
            continue
        if _is_like_an_hour(rest, read):
            return Refusal(Reason.BAD_HOUR, hour=rest)
        if one := _says_the_same(rest, before, behind, space, read):
            first, second = (one, rest) if one in space.join(before) else (rest, one)
            return Refusal(Reason.SAID_TWICE, one=first, other=second)
        found = found or _unread(rest, at_the_end=not behind)
        if found and rest not in before + behind:
            break  # else it is perhaps half of what is said twice: 17 Uhr 18 Uhr
    return found or Refusal(Reason.BAD_DAY, day=day)


def _unread(rest: str, *, at_the_end: bool) -> Refusal | None:
    """The refusal of words that say nothing; a name of its own is meant as a zone. None for punctuation."""
    if rest[0].isupper() and at_the_end:
        return Refusal(Reason.UNKNOWN_ZONE, zone=rest, suggestions=time_zones.suggestions(rest))
    said = any(c.isalnum() or unicodedata.category(c) == "So" for c in rest)
    return Refusal(Reason.UNREAD, rest=rest) if said else None


def _places(count: int) -> Iterator[tuple[int, int]]:
    """Where the words that are in the way may begin and end: few before many, the last first."""
    for length in range(1, min(_LONGEST, count - 1) + 1):
        for end in range(count, length - 1 if count <= _MOST else count - 1, -1):
            yield end - length, end


def _real(read: Read, text: str) -> list[Phrase]:
    """How a text reads, without a day that no calendar has."""
    return [one for one in read(text) if one.rule is None or one.rule(_ANY_DAY)]


def _is_like_an_hour(text: str, read: Read, reads: Callable[[Iterator[bool]], bool] = any) -> bool:
    """Whether it would be an hour, were its numbers others: 25:00, 13pm; in any of its readings, or in ``all``. 25h may
    be a length of time as well."""
    other = _NUMBER.sub(_SOME_HOUR, text)
    if other == text or len(other) > _LONGEST_HOUR or any(one.rule or one.hours for one in read(text)):
        return False
    found = read(other)
    return bool(found) and reads(_says(one) == {"hours"} for one in found)


def _says_the_same(text: str, before: list[str], behind: list[str], space: str, read: Read) -> str:
    """The fewest of the words around it that say a day, an hour or a clock where the text says one too."""
    said = _all(read(text)) & _all(read(space.join(before + behind)))
    runs = (
        space.join(words[start:end])
        for words in (before, behind)
        for end in range(len(words), 0, -1)
        for start in range(end)
    )
    ranked = sorted(runs, key=lambda one: (one != text, len(one)))
    return next((one for one in ranked if said and said <= _all(read(one))), "")


def _all(phrases: Sequence[Phrase]) -> set[str]:
    return set().union(*map(_says, phrases))


def _says(phrase: Phrase) -> set[str]:
    """Which of day, hour and clock it says."""
    said = {"day": phrase.rule or phrase.span, "hours": phrase.hours, "clock": phrase.clock}
    return {what for what, value in said.items() if value}
