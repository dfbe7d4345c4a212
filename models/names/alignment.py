"""Alignment: which words of two names are one: misspelt, cut short, translated or written apart. Pure functions."""

import re
from collections.abc import Callable

from msgspec import Struct

from models.names import romanisation, slips, vocabulary
from models.strings.remembered import remembered

Weigh = Callable[[str], float]
_CONSONANTS = re.compile("[bcdfghjklmnpqrstvwxz]{3,5}")
_UMLAUT = re.compile("(?:(?<=[aou])e|(?<=a)a)(?=[^aeiou])")
"""How "ä", "ö", "ü", "å" are written without them: "Mueller" is "Müller", which is "Muller" here."""


class Alignment(Struct, frozen=True):
    """What two names have in common, by weight, and the words that only one of them has."""

    common: float
    left: tuple[str, ...]
    right: tuple[str, ...]
    ordered: bool
    exact: bool
    """Every word is spelt alike."""
    telling: int
    """This many of the words that they share are neither generic nor a place."""
    shared: tuple[str, ...]
    translated: bool = False
    """One of the words that they share is there in two languages."""


def align(left: tuple[str, ...], right: tuple[str, ...], weigh: Weigh) -> Alignment:
    """Match the words of two names, each once: equal ones first, then misspelt ones, initials, joined words."""
    free = list(right)
    common, exact, telling, shared = 0.0, True, 0, []
    order: list[tuple[int, int]] = []
    rest: list[tuple[int, str]] = []
    for here, word in enumerate(left):
        if word in free:
            place = free.index(word)
            free[place] = ""
            order.append((here, place))
            common += weigh(word)
            telling += vocabulary.weight(word) == 1
            shared.append(word)
        else:
            rest.append((here, word))
    lone, translated = [], False
    for here, word in rest:
        near = _nearest(word, free)
        if near is None and (meant := vocabulary.meaning(word)):
            near = next((place for place, one in enumerate(free) if vocabulary.meaning(one) == meant), None)
            translated = translated or near is not None
        if near is None:
            lone.append(word)
        else:
            order.append((here, near))
            common += (weigh(word) + weigh(free[near])) / 2
            telling += vocabulary.weight(word) == 1
            shared.append(word)
            free[near], exact = "", False
    others = [word for word in free if word]
    gained = _spelt_out(lone, others, weigh) + _spelt_out(others, lone, weigh)
    there = [place for _, place in sorted(order)]
    return Alignment(
        common=common + gained,
        left=tuple(lone),
        right=tuple(others),
        ordered=there == sorted(there),
        exact=exact and not gained,
        telling=telling + (gained > 0),
        shared=tuple(shared),
        translated=translated,
    )


@remembered(200_000)
def soft(one: str, other: str) -> bool:
    """Whether two words are one word misspelt or inflected. Two places never are, nor are short words or numbers."""
    if one == other:
        return True
    here, there = vocabulary.place(one), vocabulary.place(other)
    if here or there:
        return here == there
    shorter = min(len(one), len(other))
    if shorter < 3 or not (one.isalpha() and other.isalpha()):
        return False
    if len(one) != len(other) and one[0] == other[0] and _UMLAUT.sub("", one) == _UMLAUT.sub("", other):
        return True
    if _shortens(*sorted((one, other), key=len)):
        return True
    if shorter < 4:
        return False
    distance = slips.count(one, other, 3)
    if shorter < 5:  # "Word" for "World"
        return distance == 1 and len(one) != len(other) and not vocabulary.GENERIC.isdisjoint((one, other))
    if distance == 1 or (distance == 2 and shorter > 9 and one[0] == other[0]):
        return True
    bones = romanisation.bones(one)
    if (
        bones == romanisation.bones(other)
        and one[0] == other[0]
        and len(bones) > 3
        and distance <= 1 + shorter // 7
    ):
        return True
    shared = next((place for place, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), shorter)
    return shared >= 6 and len(one) - shared <= 3 and len(other) - shared <= 3


def _shortens(short: str, long: str) -> bool:
    """Whether one word is the other without its vowels and some more letters: "rts" for "rights"."""
    if (
        len(short) == len(long)
        or short[0] != long[0]
        or short[-1] != long[-1]
        or not _CONSONANTS.fullmatch(short)
    ):
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def _nearest(word: str, free: list[str]) -> int | None:
    """The first of these words that is this one misspelt. Such a word has at most one slip in its first two letters,
    unless both name a place, and most are sorted out by that."""
    first, second = word[0], word[1:2]
    names_place = vocabulary.place(word)
    for place, one in enumerate(free):
        if (
            one
            and (names_place or one[0] in (first, second) or one[1:2] in (first, second))
            and soft(word, one)
        ):
            return place
    return None


def _spelt_out(short: list[str], long: list[str], weigh: Weigh) -> float:
    """Take words off both lists where one is the initials of several, or several written as one; their weight."""
    gained = 0.0
    if len(long) < 2:
        return gained
    for word in list(short):
        for start in range(len(long) - 1):
            if word[0] == long[start][0] and (run := _run(word, long[start:])):
                gained += (weigh(word) + sum(map(weigh, long[start : start + run]))) / 2
                del long[start : start + run]
                short.remove(word)
                break
    return gained


def _run(word: str, words: list[str]) -> int:
    """How many of the first words the word stands for: "nsw" for "new south wales", "greenpeace" for "green peace"."""
    initials, joined = "", ""
    for place, one in enumerate(words, 1):
        initials += one[0]
        joined += one
        if place > 1 and (joined == word or (initials == word and place > 2)):
            return place
    return 0
