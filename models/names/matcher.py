"""A matcher of names in memory: finds among thousands those that look like one, for a list that comes in at once."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from models.names import blocking, located, parsing, romanisation
from models.terms import Kind, Like

COMMON = 300
"""A mark that more names share does not lead from one to another."""
SHARED = 0.45
"""So much of the rarer marks' weight must be shared before two names are compared word by word."""
COMPARED = 12
"""At most so many names are compared with one, the nearest first."""

AMBIGUOUS = 2
"""An acronym that more bodies share suggests nothing; it alone, which may be any of them, counts as one."""


class Gathering:
    """An index of names in memory, each with a number of the caller's choice. How rare a word is, is judged by all
    names that will come."""

    def __init__(self, every: Iterable[tuple[Kind, str]]) -> None:
        known = list(every)
        self._sharing = Counter(mark for kind, name in known for mark in blocking.of(kind, name))
        self._called: dict[str, set[frozenset[str]]] = defaultdict(set)
        for kind, name in known:
            for mark in blocking.of(kind, name):
                if mark.startswith("a:"):
                    self._called[mark].add(frozenset(map(romanisation.bones, parsing.of(name).words)))
        self._scale = math.log(len(known) + 2)
        self._weigh = lru_cache(maxsize=50_000)(blocking.rarity(len(known), self._sharing))
        self._names: dict[int, tuple[str, str]] = {}
        self._enough: dict[int, float] = {}
        self._having: dict[str, list[int]] = defaultdict(list)

    def add(self, number: int, kind: Kind, name: str, country: str = "") -> None:
        """Let later names find this one; ``country`` is its code."""
        own = blocking.of(kind, name)
        self._names[number] = name, country
        self._enough[number] = SHARED * sum(map(self._rare, own))
        for mark in own:
            self._having[mark].append(number)

    def find(self, kind: Kind, name: str, country: str = "") -> list[tuple[int, Like]]:
        """Numbers of those that look like this name, the strongest reason first."""
        own = blocking.of(kind, name)
        total = sum(map(self._rare, own))
        shared: dict[int, float] = defaultdict(float)
        for mark in own:
            having = self._having.get(mark, ())
            if len(having) <= COMMON:
                weight = self._rare(mark) * (3 if "a:" in mark else 1)
                for number in having:
                    shared[number] += weight
        bound, enough = SHARED * total, self._enough
        near = [
            (weight, number) for number, weight in shared.items() if weight >= bound or weight >= enough[number]
        ]
        found = []
        for _, number in sorted(near, reverse=True)[:COMPARED]:
            other, its_country = self._names[number]
            agreed = located.agreed(country, its_country)
            like = blocking.compare(kind, name, other, self._weigh, agreed)
            if like is Like.ACRONYM and self._is_ambiguous(own, kind, number):
                continue
            if like is not None:
                found.append((number, like))
        return sorted(found, key=lambda one: list(Like).index(one[1]))

    def _is_ambiguous(self, own: frozenset[str], kind: Kind, number: int) -> bool:
        """Whether several bodies could be called by the acronym that two share."""
        shared = own & blocking.of(kind, self._names[number][0])
        counts = [len(self._called[mark]) for mark in shared if mark in self._called]
        return bool(counts) and min(counts) > AMBIGUOUS

    def _rare(self, mark: str) -> float:
        return max(0.1, 1.1 - math.log(self._sharing[mark] + 1) / self._scale)
