"""Persons' names: which words of one tell who it is, and whether two may name one person. Pure functions."""

from itertools import combinations

from models.names import romanisation, similarity, vocabulary
from models.names.alignment import soft

LOOKED_AT = 5
"""This many words of a name are tried in pairs: an affiliation may follow them."""


def words(name: str) -> tuple[str, ...]:
    """Given names first, without titles and degrees, other scripts in Latin letters."""
    return tuple(map(romanisation.latin, similarity.person_words(name)))


def telling(name: str) -> tuple[str, ...]:
    """The words without particles too, where two are left then."""
    every = words(name)
    bare = tuple(word for word in every if word not in vocabulary.PARTICLES)
    return bare if len(bare) > 1 else every


def may_be_one_person(one: str, other: str) -> bool:
    """Whether a human should look before the one is taken for somebody else than the other: more than
    ``similarity.compare_people`` finds, such as a particle or a space that only one has."""
    shorter, longer = sorted((telling(one), telling(other)), key=len)
    if "".join(shorter) == "".join(longer) or similarity.compare_people(one, other) is not None:
        return True
    return len(shorter) > 1 and all(any(soft(word, its) for its in longer) for word in shorter)


def kept_variants(name: str) -> frozenset[str]:
    """What a person's name is recognised by once it is erased: no title, no particle, no order of words, no spaces; and
    the first word with each other one, for anyone who leaves a middle or a second family name out."""
    told = telling(name)
    return frozenset(
        {_ordered(told), "".join(told), *(_ordered((told[0], other)) for other in told[1:])} - {""}
    )


def sought_variants(name: str) -> frozenset[str]:
    """What is looked for among :func:`kept_variants`: the same of a name as it comes in, and any two of its first
    words, because an affiliation may stand with it."""
    told = telling(name)
    pairs = map(_ordered, combinations(told[:LOOKED_AT], 2))
    return frozenset({_ordered(told), "".join(told), *pairs} - {""})


def _ordered(told: tuple[str, ...]) -> str:
    return " ".join(sorted(told))
