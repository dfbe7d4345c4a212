"""Marks: what a name is found by among many, whether in memory or in the database, and how much each says."""

import math
from collections.abc import Iterable, Mapping, Sequence

from models.names import located, parsing, romanisation, similarity, vocabulary
from models.names.alignment import Weigh
from models.strings.remembered import remembered
from models.terms import Kind, Like


@remembered(50_000)
def of(kind: Kind, name: str) -> frozenset[str]:
    """What a name is indexed by; people never meet organisations, and their titles say nothing."""
    found = parsing.marks(parsing.of(name))
    if kind is Kind.INDIVIDUAL:
        titles = _bones(parsing.tokens(name)) - _bones(similarity.person_words(name))
        return frozenset(f"p{mark}" for mark in found - titles if mark.startswith("w:"))
    return found


def _bones(tokens: Iterable[str]) -> frozenset[str]:
    return frozenset(f"w:{romanisation.bones(romanisation.latin(token))}" for token in tokens)


def of_all(kind: Kind, names: Iterable[str]) -> frozenset[str]:
    """What a body of several names is indexed by."""
    return frozenset().union(*(of(kind, name) for name in names))


def strongest(
    kind: Kind, names: Sequence[str], others: Sequence[str], weigh: Weigh, country: str = ""
) -> Like | None:
    """The strongest reason for which any of these names is like any of the others."""
    found = {compare(kind, one, other, weigh, country) for one in names for other in others} - {None}
    return next((like for like in Like if like in found), None)


def compare(
    kind: Kind, one: str, other: str, weigh: Weigh = vocabulary.weight, country: str = ""
) -> Like | None:
    """Why two names of one sort may mean the same. ``country``: the code on which both agree (``located.agreed``)."""
    one, other = located.without(one, country), located.without(other, country)
    if kind is Kind.INDIVIDUAL:
        return similarity.compare_people(one, other)
    return similarity.compare(one, other, weigh)


def rarity(total: int, shared_by: Mapping[str, int]) -> Weigh:
    """How much a word says among ``total`` names, of which so many share its mark. Few names say nothing."""
    if total < 100:
        return vocabulary.weight
    scale = math.log(total)

    def weigh(word: str) -> float:
        sharing = shared_by.get(f"w:{romanisation.bones(word)}", 0)
        return vocabulary.weight(word) * max(0.3, min(1.0, 1.2 - math.log(sharing + 1) / scale))

    return weigh
