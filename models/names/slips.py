"""Slips: by how many letters two words differ. A letter too many, too few, another or two changed round is one slip.

RapidFuzz counts them (optimal string alignment): 3 MB, which load with the first two names that are compared.
"""


def count(one: str, other: str, most: int | None = None) -> int:
    """How many there are between two words; one more than ``most`` where there are more."""
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=most)


def likeness(one: str, other: str) -> float:
    """How much of the longer word is without a slip: 0 to 1."""
    from rapidfuzz.distance import OSA

    return OSA.normalized_similarity(one, other)
