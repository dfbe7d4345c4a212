"""Which names may be one person's, and which of them are still recognised by what an erasure leaves."""

import pytest

from models.names import persons

SAME = (
    ("Ada Brook", "Dr. Ada Brook"),
    ("Ada Brook", "Brook, Ada"),
    ("Ada Brook", "Prof. Brook Ada (University of Oxford)"),
    ("Ada Brook", "Ada Brook, Riverlight Trust"),
    ("Ada Brook", "Ada Maria Brook"),
    ("Ada Maria Brook", "Ada Brook"),
    ("Ana da Silva", "Ana Silva"),
    ("Jan van der Berg", "Jan Berg"),
    ("Ana García López", "Ana Garcia"),
    ("Анна Иванова", "Anna Ivanova"),
    ("李娜", "Li Na"),
)
LOST = (("Ada Brook", "Ada Brooke"), ("Ada Brook", "A. Brook"))
OTHERS = (
    ("Ada Brook", "Eve Brook"),
    ("Ada Brook", "Ada Stone"),
    ("Ana da Silva", "Rui da Silva"),
    ("Li Na", "Li Wei"),
)


@pytest.mark.parametrize(("one", "other"), SAME + LOST)
def test_what_may_be_one_person_is_looked_at(one: str, other: str) -> None:
    assert persons.may_be_one_person(one, other)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_is_kept_after_an_erasure_recognises_it_still(one: str, other: str) -> None:
    assert persons.kept_variants(one) & persons.sought_variants(other)


@pytest.mark.parametrize(("one", "other"), LOST)
def test_a_typo_and_an_initial_are_not_recognised_after_an_erasure(one: str, other: str) -> None:
    assert not persons.kept_variants(one) & persons.sought_variants(other)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_another_person_is_not(one: str, other: str) -> None:
    assert not persons.may_be_one_person(one, other)
    assert not persons.kept_variants(one) & persons.sought_variants(other)
